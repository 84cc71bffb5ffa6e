% source: Robinson 1950, twice three is six
% expected: True
% szs: Theorem
fof(sum_with_zero, axiom, ! [X] : plus(X, zero) = X).
fof(sum_with_successor, axiom, ! [X, Y] : plus(X, next(Y)) = next(plus(X, Y))).
fof(product_with_zero, axiom, ! [X] : times(X, zero) = zero).
fof(product_with_successor, axiom, ! [X, Y] : times(X, next(Y)) = plus(times(X, Y), X)).
fof(twice_three, conjecture,
  times(next(next(zero)), next(next(next(zero))))
  = next(next(next(next(next(next(zero))))))).
