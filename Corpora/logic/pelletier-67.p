% source: Pelletier 1986, problem 67; Frege's implication and negation with condensed detachment
% expected: True
% szs: Theorem
fof(weakening, axiom, ! [X, Y] : holds(implies(X, implies(Y, X)))).
fof(self_distribution, axiom,
  ! [X, Y, Z] :
    holds(implies(implies(X, implies(Y, Z)), implies(implies(X, Y), implies(X, Z))))).
fof(contraposition, axiom,
  ! [X, Y] : holds(implies(implies(not(X), not(Y)), implies(Y, X)))).
fof(detachment, axiom, ! [X, Y] : ((holds(implies(X, Y)) & holds(X)) => holds(Y))).
fof(double_negation_elimination, conjecture, ! [X] : holds(implies(not(not(X)), X))).
