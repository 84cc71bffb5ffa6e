% source: van der Waerden 1930, section 6
% expected: True
% szs: Theorem
include('group.ax').
fof(unique_identity, conjecture,
  ! [N] : (! [X] : product(N, X) = X => N = identity)).
