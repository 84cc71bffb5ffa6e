% source: Pelletier 1986, problem 39; Russell 1903, there is no set of the sets that aren't in themselves
% expected: True
% szs: Theorem
fof(russell, conjecture, ~ ? [X] : ! [Y] : (member(Y, X) <=> ~ member(Y, Y))).
