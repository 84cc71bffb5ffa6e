% source: Pelletier 1986, problem 34, Andrews's challenge
% expected: True
% szs: Theorem
fof(andrews_challenge, conjecture,
  ( ( ? [X] : ! [Y] : (wooden(X) <=> wooden(Y))
    <=> ( ? [U] : painted(U) <=> ! [W] : painted(W) ) )
  <=> ( ? [X] : ! [Y] : (painted(X) <=> painted(Y))
    <=> ( ? [U] : wooden(U) <=> ! [W] : wooden(W) ) ) )).
