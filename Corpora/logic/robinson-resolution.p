% source: Robinson 1965, a set of clauses that resolution refutes by unifying twice
% expected: Contradictory
% szs: Unsatisfiable
cnf(growth, axiom, ~ reached(X) | reached(next(X))).
cnf(base, axiom, reached(origin)).
cnf(never_third, axiom, ~ reached(next(next(next(origin))))).
