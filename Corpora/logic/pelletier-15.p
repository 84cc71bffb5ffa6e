% source: Pelletier 1986, problem 15
% expected: True
% szs: Theorem
fof(implication_as_disjunction, conjecture, (oboe => horn) <=> (~ oboe | horn)).
