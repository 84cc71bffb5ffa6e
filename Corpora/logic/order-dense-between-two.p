% source: Cantor 1895, section 9, between two points of a dense order lie two
% expected: True
% models: infinite
% szs: Theorem
include('Axioms/order.ax').
include('Axioms/dense.ax').
fof(two_between, conjecture,
  ! [X, Y] :
    (less(X, Y) => ? [U, W] : (less(X, U) & less(U, W) & less(W, Y)))).
