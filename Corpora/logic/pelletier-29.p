% source: Pelletier 1986, problem 29
% expected: True
% szs: Theorem
fof(pelletier_29, conjecture,
  ( ( ? [X] : fox(X) & ? [X] : goat(X) )
 => ( ( ! [X] : (fox(X) => hunts(X)) & ! [X] : (goat(X) => jumps(X)) )
  <=> ! [X, Y] : ((fox(X) & goat(Y)) => (hunts(X) & jumps(Y))) ) )).
