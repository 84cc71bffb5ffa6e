include('nowhere.ax').
fof(goal, conjecture, loud | ~ loud).
