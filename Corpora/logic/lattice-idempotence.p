% source: Dedekind 1900, absorption gives idempotence
% expected: True
% szs: Theorem
include('Axioms/lattice.cnf.ax').
fof(idempotence, conjecture, ! [X] : (join(X, X) = X & meet(X, X) = X)).
