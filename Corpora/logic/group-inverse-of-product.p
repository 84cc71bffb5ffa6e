% source: van der Waerden 1930, section 6
% expected: True
% szs: Theorem
include('group.ax').
fof(inverse_of_product, conjecture,
  ! [X, Y] : inverse(product(X, Y)) = product(inverse(Y), inverse(X))).
