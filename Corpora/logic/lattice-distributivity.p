% source: Birkhoff 1940, chapter 5, the two smallest lattices that aren't distributive
% expected: Uncertain
% size: 5
% szs: CounterSatisfiable
include('Axioms/lattice.cnf.ax').
fof(distributivity, conjecture,
  ! [X, Y, Z] : meet(X, join(Y, Z)) = join(meet(X, Y), meet(X, Z))).
