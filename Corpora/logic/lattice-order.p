% source: Dedekind 1900, the two ways to order a lattice agree
% expected: True
% szs: Theorem
include('Axioms/lattice.cnf.ax').
fof(two_orders, conjecture, ! [X, Y] : (join(X, Y) = Y <=> meet(X, Y) = X)).
