% source: McCarthy 1963, Situations, Actions and Causal Laws, the monkey and the bananas
% expected: True
% szs: Theorem
fof(walking, axiom, ! [P, B, S] :
  (state(P, B, floor, S) => state(middle, B, floor, walk(middle, S)))).
fof(going_to_the_box, axiom, ! [P, B, S] :
  (state(P, B, floor, S) => state(B, B, floor, walk(B, S)))).
fof(pushing, axiom, ! [B, S] :
  (state(B, B, floor, S) => state(middle, middle, floor, push(S)))).
fof(climbing, axiom, ! [B, S] :
  (state(B, B, floor, S) => state(B, B, raised, climb(S)))).
fof(grasping, axiom, ! [S] : (state(middle, middle, raised, S) => fed(grasp(S)))).
fof(beginning, axiom, state(door, window, floor, outset)).
fof(fed_at_last, conjecture, ? [S] : fed(S)).
