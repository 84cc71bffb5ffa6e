% source: Davis and Putnam 1960, refuted by unit clauses alone
% expected: Contradictory
% szs: Unsatisfiable
cnf(start, axiom, lit).
cnf(spreads, axiom, ~ lit | warm).
cnf(melts, axiom, ~ warm | ~ frozen).
cnf(stays, axiom, ~ warm | frozen).
cnf(bystander, axiom, humid | windy).
