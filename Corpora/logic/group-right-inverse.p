% source: Dickson 1905, the left axioms of groups give the right ones
% expected: True
% szs: Theorem
include('group.ax').
fof(right_inverse, conjecture, ! [X] : product(X, inverse(X)) = identity).
