% source: Pelletier 1986, problem 71, Urquhart's chain of biconditionals for three letters
% expected: True
% szs: Theorem
fof(urquhart_three, conjecture,
  (amber <=> (brown <=> (crimson <=> (amber <=> (brown <=> crimson)))))).
