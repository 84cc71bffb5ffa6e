% source: Pelletier 1986, problem 16, one of two statements implies the other
% expected: True
% szs: Theorem
fof(linearity, conjecture, (tea => honey) | (honey => tea)).
