fof(first, axiom, dog(rex)).
/* the goal
fof(goal, conjecture, dog(rex)).
