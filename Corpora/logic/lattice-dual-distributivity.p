% source: Birkhoff 1940, chapter 5, each distributive law implies the other
% expected: True
% szs: Theorem
include('Axioms/lattice.cnf.ax').
cnf(distributivity_of_meet, axiom, meet(X, join(Y, Z)) = join(meet(X, Y), meet(X, Z))).
fof(distributivity_of_join, conjecture,
  ! [X, Y, Z] : join(X, meet(Y, Z)) = meet(join(X, Y), join(X, Z))).
