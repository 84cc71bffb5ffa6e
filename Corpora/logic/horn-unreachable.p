% source: Horn 1951, a Horn set refuted through two steps
% expected: Contradictory
% szs: Unsatisfiable
cnf(path_extends, axiom, ~ edge(X, Y) | ~ path(Y, Z) | path(X, Z)).
cnf(edge_is_path, axiom, ~ edge(X, Y) | path(X, Y)).
cnf(first_edge, axiom, edge(rome, milan)).
cnf(second_edge, axiom, edge(milan, turin)).
cnf(no_path, negated_conjecture, ~ path(rome, turin)).
