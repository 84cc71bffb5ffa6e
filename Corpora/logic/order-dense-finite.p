% source: Cantor 1895, section 9, a dense order without endpoints has no two neighbours
% expected: False
% models: infinite
% szs: CounterSatisfiable
include('Axioms/order.ax').
include('Axioms/dense.ax').
fof(neighbours, conjecture,
  ? [X, Y] : (less(X, Y) & ~ ? [Z] : (less(X, Z) & less(Z, Y)))).
