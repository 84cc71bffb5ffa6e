% source: Dickson 1905, the left axioms of groups give the right ones
% expected: True
% szs: Theorem
include('group.ax').
fof(right_identity, conjecture, ! [X] : product(X, identity) = X).
