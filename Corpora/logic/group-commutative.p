% source: Cayley 1854, groups needn't be commutative: the permutations of three things
% expected: Uncertain
% size: 6
% szs: CounterSatisfiable
include('group.ax').
fof(commutativity, conjecture, ! [X, Y] : product(X, Y) = product(Y, X)).
