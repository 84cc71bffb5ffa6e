// Splitting of a clause into two components, one with two literals.

import Certificates
import FirstOrderLogic

extension HandMadeCertificates {
  /// A clause with two components, each refuted on its own.
  public static var splitting: Certificate {
    let text = "! [X,Y] : (p(X) | q(Y) | f(Y) = a)"
    let pair = "! [Z] : (q(Z) | f(Z) = a)"
    return Certificate(
      problem: Problem(
        premises: [
          statement("one", text), statement("two", "! [X] : ~ p(X)"),
          statement("three", "! [X] : ~ q(X)"), statement("four", "f(b) != a"),
        ],
        conclusion: nil),
      verdict: .contradictory,
      refutation: Refutation(
        stance: .absent,
        steps: [
          step(1, .premise(name: "one"), formula: text),
          step(2, .skolemization(parent: 1, symbols: []), formula: "p(X) | q(Y) | f(Y) = a"),
          step(3, .clause(parent: 2, substitution: [:]), clause: "p(X) | a = f(Y) | q(Y)"),
          step(4, .definition(symbol: "s"), formula: "(! [X] : p(X)) => s"),
          step(5, .definition(symbol: "t"), formula: "t <=> (\(pair))"),
          step(
            6, .splitting(parent: 3, literals: [0], substitution: [:], definition: 4),
            clause: "a = f(Y) | s | q(Y)"),
          step(
            7,
            .splitting(
              parent: 6, literals: [2, 0], substitution: ["Y": .variable("Z")], definition: 5),
            clause: "s | t"),
          step(8, .definition(symbol: "s"), formula: "s => (! [X] : p(X))"),
          step(9, .negationNormalForm(parent: 8), formula: "~ s | (! [X] : p(X))"),
          step(10, .skolemization(parent: 9, symbols: []), formula: "~ s | p(X)"),
          step(11, .clause(parent: 10, substitution: [:]), clause: "~ s | p(X)"),
          step(12, .definition(symbol: "t"), formula: "t => (\(pair))"),
          step(13, .negationNormalForm(parent: 12), formula: "~ t | (\(pair))"),
          step(14, .skolemization(parent: 13, symbols: []), formula: "~ t | (q(Z) | f(Z) = a)"),
          step(15, .clause(parent: 14, substitution: [:]), clause: "~ t | q(Z) | f(Z) = a"),
          step(16, .premise(name: "two"), formula: "! [X] : ~ p(X)"),
          step(17, .skolemization(parent: 16, symbols: []), formula: "~ p(X)"),
          step(18, .clause(parent: 17, substitution: [:]), clause: "~ p(X)"),
          step(19, .premise(name: "three"), formula: "! [X] : ~ q(X)"),
          step(20, .skolemization(parent: 19, symbols: []), formula: "~ q(X)"),
          step(21, .clause(parent: 20, substitution: [:]), clause: "~ q(X)"),
          step(22, .premise(name: "four"), formula: "f(b) != a"),
          step(23, .skolemization(parent: 22, symbols: []), formula: "f(b) != a"),
          step(24, .clause(parent: 23, substitution: [:]), clause: "f(b) != a"),
          step(25, .resolution(left: premiss(11, 1), right: premiss(18)), clause: "~ s"),
          step(
            26, .resolution(left: premiss(15, 1, ["Z": "X"]), right: premiss(21)),
            clause: "~ t | f(X) = a"),
          step(
            27, .resolution(left: premiss(26, 1, ["X": "b"]), right: premiss(24)), clause: "~ t"),
          step(28, .resolution(left: premiss(7), right: premiss(25)), clause: "t"),
          step(29, .resolution(left: premiss(28), right: premiss(27)), clause: "$false"),
        ]),
      models: [])
  }
}
