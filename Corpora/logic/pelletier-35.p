% source: Pelletier 1986, problem 35
% expected: True
% szs: Theorem
fof(pelletier_35, conjecture, ? [X, Y] : (admires(X, Y) => ! [Z, W] : admires(Z, W))).
