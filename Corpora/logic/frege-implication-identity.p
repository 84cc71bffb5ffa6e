% source: Frege 1879, Begriffsschrift, formula 27 in condensed detachment
% expected: True
% szs: Theorem
fof(weakening, axiom, ! [X, Y] : holds(implies(X, implies(Y, X)))).
fof(self_distribution, axiom,
  ! [X, Y, Z] :
    holds(implies(implies(X, implies(Y, Z)), implies(implies(X, Y), implies(X, Z))))).
fof(detachment, axiom, ! [X, Y] : ((holds(implies(X, Y)) & holds(X)) => holds(Y))).
fof(identity, conjecture, ! [X] : holds(implies(X, X))).
