% source: Kowalski 1979, chapter 1, family relations as clauses
% expected: True
% szs: Theorem
cnf(grandparent, axiom, ~ parent(X, Y) | ~ parent(Y, Z) | grandparent(X, Z)).
cnf(first_parent, axiom, parent(zeus, ares)).
cnf(second_parent, axiom, parent(ares, harmonia)).
cnf(third_parent, axiom, parent(cadmus, semele)).
fof(great_line, conjecture, ? [X] : grandparent(X, harmonia)).
