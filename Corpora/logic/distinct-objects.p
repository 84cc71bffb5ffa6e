% source: Sutcliffe 2017, distinct objects differ from each other
% expected: False
% szs: CounterSatisfiable
fof(first_badge, axiom, badge(gudrun) = "seven").
fof(second_badge, axiom, badge(hilde) = "eight").
fof(same_person, conjecture, gudrun = hilde).
