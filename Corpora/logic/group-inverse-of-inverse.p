% source: van der Waerden 1930, section 6
% expected: True
% szs: Theorem
include('group.ax').
fof(inverse_of_inverse, conjecture, ! [X] : inverse(inverse(X)) = X).
