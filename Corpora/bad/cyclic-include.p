include('cycle-one.ax').
fof(goal, conjecture, loud | ~ loud).
