% source: van der Waerden 1930, section 6, a group of two elements or more has no zero
% expected: Contradictory
% szs: ContradictoryAxioms
include('group.ax').
fof(two_elements, axiom, marked != identity).
fof(zero, axiom, ? [N] : ! [X] : product(N, X) = N).
fof(order_two, conjecture, product(marked, marked) = identity).
