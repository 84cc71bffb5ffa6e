% source: Pelletier 1986, problem 62, in the corrected form of the errata of 1988
% expected: True
% szs: Theorem
fof(pelletier_62, conjecture,
  ( ! [X] :
      ( ( open(first) & ( open(X) => open(next(X)) ) ) => open(next(next(X))) )
  <=> ! [X] :
      ( ( ~ open(first) | open(X) | open(next(next(X))) )
      & ( ~ open(first) | ~ open(next(X)) | open(next(next(X))) ) ) )).
