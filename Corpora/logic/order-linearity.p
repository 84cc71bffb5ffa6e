% source: Hausdorff 1914, chapter 6, a strict order needn't be linear
% expected: Uncertain
% size: 2
% szs: CounterSatisfiable
include('Axioms/order.ax').
fof(linearity, conjecture, ! [X, Y] : (less(X, Y) | X = Y | less(Y, X))).
