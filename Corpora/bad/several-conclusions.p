fof(first, axiom, dog(rex)).
fof(goal, conjecture, dog(rex)).
fof(other, conjecture, dog(bello)).
