% source: Horn 1951, Horn clauses without a negative one have a model
% expected: Uncertain
% size: 1
% szs: Satisfiable
cnf(path_extends, axiom, ~ edge(X, Y) | ~ path(Y, Z) | path(X, Z)).
cnf(edge_is_path, axiom, ~ edge(X, Y) | path(X, Y)).
cnf(first_edge, axiom, edge(rome, milan)).
cnf(second_edge, axiom, edge(milan, turin)).
