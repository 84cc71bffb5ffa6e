% source: van der Waerden 1930, section 6
% expected: True
% szs: Theorem
include('group.ax').
fof(unique_solution, conjecture,
  ! [A, B] : ? [X] : (product(A, X) = B & ! [Y] : (product(A, Y) = B => Y = X))).
