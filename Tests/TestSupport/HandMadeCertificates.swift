// Certificates written by hand, which together use every rule and every verdict.

import Certificates
import FirstOrderLogic

/// Named certificates that the kernel accepts.
public enum HandMadeCertificates {
  /// All of them.
  public static var all: [(name: String, certificate: Certificate)] {
    [
      ("socrates", socrates), ("false", refuted), ("contradictory", contradictory),
      ("skolem", skolem), ("renaming", renaming), ("equality", equality),
      ("splitting", splitting), ("uncertain", uncertain), ("consistent", consistent),
    ]
  }

  static func formula(_ text: String) -> Formula { TPTPNotation.formula(text)! }

  static func statement(_ name: String, _ text: String) -> Statement {
    Statement(name: name, formula: formula(text))
  }

  static func step(_ id: Int, _ rule: Rule, formula text: String) -> Step {
    Step(id: id, content: .formula(formula(text)), rule: rule)
  }

  static func step(_ id: Int, _ rule: Rule, clause text: String) -> Step {
    Step(id: id, content: .clause(TPTPNotation.clause(text)!), rule: rule)
  }

  static func premiss(
    _ step: Int, _ literal: Int = 0, _ substitution: [String: String] = [:]
  ) -> Premiss {
    Premiss(
      step: step, literal: literal,
      substitution: substitution.mapValues { TPTPNotation.term($0)! })
  }

  /// Modus ponens, with a model of the premises.
  public static var socrates: Certificate {
    Certificate(
      problem: Problem(
        premises: [
          statement("all", "! [X] : (human(X) => mortal(X))"),
          statement("one", "human(socrates)"), statement("unused", "? [X] : ~ human(X)"),
        ],
        conclusion: statement("conclusion", "mortal(socrates)")),
      verdict: .true,
      refutation: Refutation(stance: .denied, steps: socratesSteps(mortal: true)),
      models: [
        ModelEvidence(
          stance: .asserted,
          model: FiniteModel(
            size: 2, functions: [.init(name: "socrates", arity: 0, values: [0])],
            predicates: [
              .init(name: "human", arity: 1, values: [true, false]),
              .init(name: "mortal", arity: 1, values: [true, false]),
            ]))
      ])
  }

  /// The conclusion is refuted when asserted.
  public static var refuted: Certificate {
    var certificate = socrates
    certificate.problem.conclusion = statement("conclusion", "~ mortal(socrates)")
    certificate.verdict = .false
    certificate.refutation = Refutation(stance: .asserted, steps: socratesSteps(mortal: false))
    certificate.models[0].stance = .denied
    return certificate
  }

  private static func socratesSteps(mortal: Bool) -> [Step] {
    [
      step(1, .premise(name: "all"), formula: "! [X] : (human(X) => mortal(X))"),
      step(
        2, .negationNormalForm(parent: 1), formula: "! [X] : (~ human(X) | mortal(X))"),
      step(3, .skolemization(parent: 2, symbols: []), formula: "~ human(X) | mortal(X)"),
      step(
        4, .clause(parent: 3, substitution: ["X": .variable("X0")]),
        clause: "~ human(X0) | mortal(X0)"),
      step(5, .premise(name: "one"), formula: "human(socrates)"),
      step(6, .clause(parent: 5, substitution: [:]), clause: "human(socrates)"),
      step(7, mortal ? .negatedConclusion : .conclusion, formula: "~ mortal(socrates)"),
      step(8, .clause(parent: 7, substitution: [:]), clause: "~ mortal(socrates)"),
      step(
        9, .resolution(left: premiss(4, 0, ["X0": "socrates"]), right: premiss(6)),
        clause: "mortal(socrates)"),
      step(10, .resolution(left: premiss(9), right: premiss(8)), clause: "$false"),
    ]
  }

  /// Premises that contradict each other; the conclusion is not used. ⊕, ↔ and ⊤ in one formula.
  public static var contradictory: Certificate {
    Certificate(
      problem: Problem(
        premises: [
          statement("one", "(p <~> q) & ($true & (p <=> q))"), statement("two", "p | q"),
        ],
        conclusion: statement("conclusion", "r")),
      verdict: .contradictory,
      refutation: Refutation(
        stance: .absent,
        steps: [
          step(1, .premise(name: "one"), formula: "(p <~> q) & ($true & (p <=> q))"),
          step(
            2, .negationNormalForm(parent: 1),
            formula: "(p | q) & (~ p | ~ q) & $true & (~ p | q) & (p | ~ q)"),
          step(3, .clause(parent: 2, substitution: [:]), clause: "p | q"),
          step(4, .clause(parent: 2, substitution: [:]), clause: "~ p | ~ q"),
          step(5, .clause(parent: 2, substitution: [:]), clause: "~ p | q"),
          step(6, .clause(parent: 2, substitution: [:]), clause: "p | ~ q"),
          step(7, .resolution(left: premiss(3), right: premiss(5)), clause: "q"),
          step(8, .resolution(left: premiss(6), right: premiss(4)), clause: "~ q"),
          step(9, .resolution(left: premiss(7), right: premiss(8)), clause: "$false"),
        ]),
      models: [])
  }

  /// Miniscoping and Skolemization below ∀ and below another ∃.
  public static var skolem: Certificate {
    let text = "! [X] : (p(X) => ? [Y] : (e(Y) & ? [Z] : (r(X,Y) & r(Y,Z))))"
    return Certificate(
      problem: Problem(
        premises: [
          statement("all", text), statement("some", "? [U] : ! [V] : (p(U) | s(V))"),
          statement("none", "~ (? [W] : s(W))"),
        ],
        conclusion: statement("conclusion", "? [A,B] : (r(A,B) & e(A))")),
      verdict: .true,
      refutation: Refutation(stance: .denied, steps: skolemInput(text) + skolemClauses),
      models: [])
  }

  private static func skolemInput(_ text: String) -> [Step] {
    [
      step(1, .premise(name: "all"), formula: text),
      step(
        2, .negationNormalForm(parent: 1),
        formula: "! [X] : (~ p(X) | ? [Y] : (e(Y) & ? [Z] : (r(X,Y) & r(Y,Z))))"),
      step(
        3, .miniscoping(parent: 2),
        formula: "! [X] : (~ p(X) | ? [Y] : (e(Y) & r(X,Y) & ? [Z] : r(Y,Z)))"),
      step(
        4,
        .skolemization(
          parent: 3,
          symbols: [
            SkolemSymbol(name: "f", arguments: ["X"]), SkolemSymbol(name: "g", arguments: ["X"]),
          ]),
        formula: "~ p(X) | (e(f(X)) & r(X,f(X)) & r(f(X),g(X)))"),
      step(5, .premise(name: "some"), formula: "? [U] : ! [V] : (p(U) | s(V))"),
      step(6, .miniscoping(parent: 5), formula: "(! [V] : s(V)) | ? [U] : p(U)"),
      step(
        7, .skolemization(parent: 6, symbols: [SkolemSymbol(name: "c", arguments: [])]),
        formula: "s(V) | p(c)"),
      step(8, .premise(name: "none"), formula: "~ (? [W] : s(W))"),
      step(9, .negationNormalForm(parent: 8), formula: "! [W] : ~ s(W)"),
      step(10, .skolemization(parent: 9, symbols: []), formula: "~ s(W)"),
      step(11, .negatedConclusion, formula: "~ (? [A,B] : (r(A,B) & e(A)))"),
      step(12, .negationNormalForm(parent: 11), formula: "! [A,B] : (~ r(A,B) | ~ e(A))"),
      step(13, .skolemization(parent: 12, symbols: []), formula: "~ r(A,B) | ~ e(A)"),
    ]
  }

  private static var skolemClauses: [Step] {
    let x: Substitution = ["X": .variable("X0")]
    return [
      step(14, .clause(parent: 4, substitution: x), clause: "~ p(X0) | e(f(X0))"),
      step(15, .clause(parent: 4, substitution: x), clause: "~ p(X0) | r(f(X0),g(X0))"),
      step(16, .clause(parent: 7, substitution: [:]), clause: "p(c) | s(V)"),
      step(17, .clause(parent: 10, substitution: [:]), clause: "~ s(W)"),
      step(18, .clause(parent: 13, substitution: [:]), clause: "~ e(A) | ~ r(A,B)"),
      step(19, .resolution(left: premiss(16, 1, ["V": "W"]), right: premiss(17)), clause: "p(c)"),
      step(
        20,
        .resolution(
          left: premiss(15, 1, ["X0": "X"]),
          right: premiss(18, 1, ["A": "f(X)", "B": "g(X)"])), clause: "~ p(X) | ~ e(f(X))"),
      step(
        21, .resolution(left: premiss(14, 1, ["X0": "X"]), right: premiss(20, 1)),
        clause: "~ p(X)"),
      step(
        22, .resolution(left: premiss(21, 0, ["X": "c"]), right: premiss(19)), clause: "$false"),
    ]
  }
}
