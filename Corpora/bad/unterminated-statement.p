fof(first, axiom, dog(rex)).
fof(goal, conjecture, dog(rex))