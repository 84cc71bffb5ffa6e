% source: Pelletier 1986, problem 6, the excluded middle
% expected: True
% szs: Theorem
fof(excluded_middle, conjecture, raining | ~ raining).
