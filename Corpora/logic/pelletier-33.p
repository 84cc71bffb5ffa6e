% source: Pelletier 1986, problem 33, a first-order form of problem 17
% expected: True
% szs: Theorem
fof(pelletier_33, conjecture,
  ( ! [X] : ((moved(alpha) & (moved(X) => moved(beta))) => moved(gamma))
  <=> ! [X] :
        ( (~ moved(alpha) | moved(X) | moved(gamma))
        & (~ moved(alpha) | ~ moved(beta) | moved(gamma)) ) )).
