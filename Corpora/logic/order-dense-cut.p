% source: Dedekind 1872, section 4, a lower part of a dense order needn't be everything
% expected: Uncertain
% counter-model: infinite
% szs: CounterSatisfiable
% An order without a last point is infinite. Rational numbers below zero against all of them.
include('Axioms/order.ax').
include('Axioms/dense.ax').
fof(lower_part, axiom, ! [X, Y] : ((low(Y) & less(X, Y)) => low(X))).
fof(somewhere, axiom, ? [X] : low(X)).
fof(everywhere, conjecture, ! [X] : low(X)).
