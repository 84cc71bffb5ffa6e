// Renaming, equality, and models.

import Certificates
import FirstOrderLogic

extension HandMadeCertificates {
  /// Definitions in both directions, one with a variable; nested renaming by a second step.
  public static var renaming: Certificate {
    let text = "! [X] : (p(X) | (q(X) & r(X))) & (s | (q(a) & t))"
    return Certificate(
      problem: Problem(
        premises: [
          statement("one", text), statement("two", "! [X] : ~ p(X)"),
          statement("three", "! [X] : ~ r(X)"),
        ],
        conclusion: nil),
      verdict: .contradictory,
      refutation: Refutation(
        stance: .absent,
        steps: [
          step(1, .premise(name: "one"), formula: text),
          step(2, .definition(symbol: "d"), formula: "! [X] : (d(X) => (q(X) & r(X)))"),
          step(3, .definition(symbol: "e"), formula: "e <=> (q(a) & t)"),
          step(4, .definition(symbol: "d"), formula: "! [X] : ((q(X) & r(X)) => d(X))"),
          step(
            5,
            .renaming(
              parent: 1,
              replacements: [
                Replacement(definition: 4, path: [0, 0, 1]),
                Replacement(definition: 3, path: [1, 1]),
              ]), formula: "(! [X] : (p(X) | d(X))) & (s | e)"),
          step(6, .skolemization(parent: 5, symbols: []), formula: "(p(X) | d(X)) & (s | e)"),
          step(7, .clause(parent: 6, substitution: [:]), clause: "p(X) | d(X)"),
          step(
            8, .negationNormalForm(parent: 2), formula: "! [X] : (~ d(X) | (q(X) & r(X)))"),
          step(9, .skolemization(parent: 8, symbols: []), formula: "~ d(X) | (q(X) & r(X))"),
          step(10, .clause(parent: 9, substitution: [:]), clause: "~ d(X) | r(X)"),
          step(11, .premise(name: "two"), formula: "! [X] : ~ p(X)"),
          step(12, .skolemization(parent: 11, symbols: []), formula: "~ p(X)"),
          step(13, .clause(parent: 12, substitution: [:]), clause: "~ p(X)"),
          step(14, .premise(name: "three"), formula: "! [X] : ~ r(X)"),
          step(15, .skolemization(parent: 14, symbols: []), formula: "~ r(X)"),
          step(16, .clause(parent: 15, substitution: [:]), clause: "~ r(X)"),
          step(17, .resolution(left: premiss(7), right: premiss(13)), clause: "d(X)"),
          step(18, .resolution(left: premiss(17), right: premiss(10)), clause: "r(X)"),
          step(19, .resolution(left: premiss(18), right: premiss(16)), clause: "$false"),
        ]),
      models: [])
  }

  /// Every equality rule, and instantiation that merges literals.
  public static var equality: Certificate {
    Certificate(
      problem: Problem(
        premises: [
          statement("axiom", "! [X,Y] : (f(X) = X | f(X) = Y)"),
          statement("object", "f(f(\"apple\")) = 7"),
        ],
        conclusion: statement("conclusion", "$false | $false")),
      verdict: .true,
      refutation: Refutation(
        stance: .denied,
        steps: [
          step(1, .premise(name: "axiom"), formula: "! [X,Y] : (f(X) = X | f(X) = Y)"),
          step(2, .skolemization(parent: 1, symbols: []), formula: "f(X) = X | f(X) = Y"),
          step(3, .clause(parent: 2, substitution: [:]), clause: "f(X) = Y | X = f(X)"),
          step(
            4,
            .equalityFactoring(
              parent: premiss(3, 0, ["Y": "Y"]), isReversed: false, other: 1,
              otherIsReversed: true), clause: "Y != X | f(X) = X"),
          step(
            5, .equalityResolution(parent: premiss(4, 0, ["Y": "X"])), clause: "f(X) = X"),
          step(
            6, .instantiation(parent: 3, substitution: ["Y": .variable("X")]),
            clause: "f(X) = X"),
          step(7, .premise(name: "object"), formula: "f(f(\"apple\")) = 7"),
          step(8, .clause(parent: 7, substitution: [:]), clause: "7 = f(f(\"apple\"))"),
          step(
            9,
            .paramodulation(
              from: premiss(5, 0, ["X": "\"apple\""]), leftToRight: true, into: premiss(8),
              position: [1, 0]), clause: "f(\"apple\") = 7"),
          step(
            10,
            .paramodulation(
              from: premiss(6, 0, ["X": "\"apple\""]), leftToRight: true, into: premiss(9),
              position: [0]), clause: "\"apple\" = 7"),
          step(11, .distinctness, clause: "7 != \"apple\""),
          step(12, .resolution(left: premiss(10), right: premiss(11)), clause: "$false"),
        ]),
      models: [])
  }

  /// Two models, with a function, an overloaded name and distinct objects.
  public static var uncertain: Certificate {
    func model(_ values: [Bool]) -> FiniteModel {
      FiniteModel(
        size: 3,
        functions: [
          .init(name: "next", arity: 1, values: [1, 2, 0]),
          .init(name: "next", arity: 0, values: [2]),
          .init(name: "red", arity: 0, values: [0]), .init(name: "5", arity: 0, values: [1]),
        ],
        predicates: [
          .init(name: "likes", arity: 2, values: values),
          .init(name: "next", arity: 0, values: [true]),
        ])
    }
    let f = false
    return Certificate(
      problem: Problem(
        premises: [
          statement("cycle", "! [X] : next(next(next(X))) = X"),
          statement("red", "next(\"red\") = 5 & next & next != 5"),
          statement("someone", "? [X] : likes(X,next(X)) <~> likes(5,\"red\")"),
        ],
        conclusion: statement("conclusion", "! [X] : ? [Y] : likes(X,Y)")),
      verdict: .uncertain, refutation: nil,
      models: [
        ModelEvidence(
          stance: .denied, model: model([f, true, f, f, f, f, f, f, f])),
        ModelEvidence(
          stance: .asserted, model: model([f, true, f, f, f, true, true, f, f])),
      ])
  }

  /// One model of premises without a conclusion.
  public static var consistent: Certificate {
    Certificate(
      problem: Problem(premises: [statement("one", "? [X] : p(X)")], conclusion: nil),
      verdict: .uncertain, refutation: nil,
      models: [
        ModelEvidence(
          stance: .absent,
          model: FiniteModel(
            size: 1, functions: [], predicates: [.init(name: "p", arity: 1, values: [true])]))
      ])
  }
}
