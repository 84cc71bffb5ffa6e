% source: Pelletier 1986, problem 7
% expected: True
% szs: Theorem
fof(excluded_middle_with_three_negations, conjecture, raining | ~ ~ ~ raining).
