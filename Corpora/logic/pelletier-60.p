% source: Pelletier 1986, problem 60
% expected: True
% szs: Theorem
fof(pelletier_60, conjecture,
  ! [X] :
    ( below(X, choice(X))
  <=> ? [Y] : ( ! [Z] : (below(Z, Y) => below(Z, choice(X))) & below(X, Y) ) )).
