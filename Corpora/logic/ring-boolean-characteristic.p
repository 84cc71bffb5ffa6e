% source: Stone 1936, theorem 1, a Boolean ring has characteristic two
% expected: True
% szs: Theorem
cnf(associativity_of_sum, axiom, sum(sum(X, Y), Z) = sum(X, sum(Y, Z))).
cnf(commutativity_of_sum, axiom, sum(X, Y) = sum(Y, X)).
cnf(zero_is_neutral, axiom, sum(zero, X) = X).
cnf(opposite_cancels, axiom, sum(opposite(X), X) = zero).
cnf(left_distributivity, axiom, product(X, sum(Y, Z)) = sum(product(X, Y), product(X, Z))).
cnf(right_distributivity, axiom, product(sum(X, Y), Z) = sum(product(X, Z), product(Y, Z))).
cnf(idempotence, axiom, product(X, X) = X).
fof(characteristic_two, conjecture, ! [X] : sum(X, X) = zero).
