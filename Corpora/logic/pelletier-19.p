% source: Pelletier 1986, problem 19
% expected: True
% szs: Theorem
fof(pelletier_19, conjecture,
  ? [X] : ! [Y, Z] : ((polite(Y) => quiet(Z)) => (polite(X) => quiet(X)))).
