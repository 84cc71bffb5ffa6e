% source: Pelletier 1986, problem 56
% expected: True
% szs: Theorem
fof(pelletier_56, conjecture,
  ( ! [X] : ( ? [Y] : (ripe(Y) & X = graft(Y)) => ripe(X) )
  <=> ! [X] : (ripe(X) => ripe(graft(X))) )).
