fof(first, axiom, (dog(rex) & loud(rex) ).
fof(goal, conjecture, dog(rex)).
