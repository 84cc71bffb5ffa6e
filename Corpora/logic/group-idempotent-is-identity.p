% source: van der Waerden 1930, section 6, an element that is its own square
% expected: False
% szs: CounterSatisfiable
include('group.ax').
fof(marked_square, axiom, product(marked, marked) = marked).
fof(not_identity, conjecture, marked != identity).
