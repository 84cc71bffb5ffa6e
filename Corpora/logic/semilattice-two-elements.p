% source: Birkhoff 1940, chapter 2, semilattices of two elements or more
% expected: Uncertain
% size: 2
% szs: Satisfiable
cnf(associativity, axiom, meet(meet(X, Y), Z) = meet(X, meet(Y, Z))).
cnf(commutativity, axiom, meet(X, Y) = meet(Y, X)).
cnf(idempotence, axiom, meet(X, X) = X).
cnf(two_elements, axiom, upper != lower).
