% source: Tseitin 1968, a graph with an odd charge, here the triangle
% expected: Contradictory
% szs: Unsatisfiable
cnf(north_vertex_some, axiom, amber | crimson).
cnf(north_vertex_not_both, axiom, ~ amber | ~ crimson).
cnf(west_vertex_some, axiom, amber | indigo).
cnf(west_vertex_not_both, axiom, ~ amber | ~ indigo).
cnf(east_vertex_some, axiom, crimson | indigo).
cnf(east_vertex_not_both, axiom, ~ crimson | ~ indigo).
