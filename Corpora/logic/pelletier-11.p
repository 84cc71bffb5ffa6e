% source: Pelletier 1986, problem 11
% expected: True
% szs: Theorem
fof(reflexivity, conjecture, raining <=> raining).
