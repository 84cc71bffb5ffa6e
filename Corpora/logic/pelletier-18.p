% source: Pelletier 1986, problem 18; Smullyan 1978, the drinking principle
% expected: True
% szs: Theorem
fof(drinker, conjecture, ? [Y] : ! [X] : (drinks(Y) => drinks(X))).
