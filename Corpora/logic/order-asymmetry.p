% source: Hausdorff 1914, chapter 4, strict orders are asymmetric
% expected: True
% szs: Theorem
include('Axioms/order.ax').
fof(asymmetry, conjecture, ! [X, Y] : (less(X, Y) => ~ less(Y, X))).
