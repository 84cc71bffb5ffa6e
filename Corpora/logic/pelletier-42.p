% source: Pelletier 1986, problem 42; Quine 1940, no set of the sets without mutual members
% expected: True
% szs: Theorem
fof(quine, conjecture,
  ~ ? [Y] : ! [X] : (member(X, Y) <=> ~ ? [Z] : (member(X, Z) & member(Z, X)))).
