% source: Pelletier 1986, problem 38
% expected: True
% szs: Theorem
fof(pelletier_38, conjecture,
  ( ! [X] :
      ( ( vocal(alice) & ( vocal(X) => ? [Y] : (vocal(Y) & knows(X, Y)) ) )
     => ? [Z, W] : (vocal(Z) & knows(X, W) & knows(W, Z)) )
  <=> ! [X] :
      ( ( ~ vocal(alice) | vocal(X)
        | ? [Z, W] : (vocal(Z) & knows(X, W) & knows(W, Z)) )
      & ( ~ vocal(alice) | ~ ? [Y] : (vocal(Y) & knows(X, Y))
        | ? [Z, W] : (vocal(Z) & knows(X, W) & knows(W, Z)) ) ) )).
