% source: Burnside 1902, a group of exponent two is commutative, as clauses
% expected: Contradictory
% szs: Unsatisfiable
cnf(associativity, axiom, product(product(X, Y), Z) = product(X, product(Y, Z))).
cnf(left_identity, axiom, product(identity, X) = X).
cnf(left_inverse, axiom, product(inverse(X), X) = identity).
cnf(exponent_two, axiom, product(X, X) = identity).
cnf(two_that_differ, negated_conjecture, product(first, second) != product(second, first)).
