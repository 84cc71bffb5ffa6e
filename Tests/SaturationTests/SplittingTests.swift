import Certificates
import Clausification
import FirstOrderLogic
import TestSupport
import Testing

@testable import Saturation

/// Searches with splitting: their verdicts, and their proofs.
@Suite struct SplittingTests {
  private static var strategies: [SaturationStrategy] {
    [SaturationStrategy.Selection.none, .heaviest, .lightest].map {
      var strategy = SaturationStrategy()
      strategy.selection = $0
      strategy.splits = true
      return strategy
    }
  }

  private static let theorems: [[String]] =
    SaturationProverTests.theorems + [
      ["p(X0) | q(X1)", "~p(a)", "~q(b)"],
      ["p(X0) | q(X1) | a = b", "~p(a) | ~q(X0)", "a != b", "p(X0) | ~q(b)", "~p(b)"],
      // Variants are one component; a ground atom and its negation have one variable.
      ["p(X0) | q(X1)", "p(X0) | ~q(a)", "~p(X0) | r(X1)", "~p(c) | ~r(X0)"],
      ["p(a) | q(X0)", "~p(a) | q(X0)", "~q(X0) | ~q(b)"],
      // Demodulation and subsumption under assertions.
      ["a = b | p(X0)", "q(a)", "~q(b)", "~p(c)"],
      ["f(X0) = X0 | g(X1) = X1", "f(a) != a | g(b) != c", "g(c) != c", "f(c) = d", "d != c"],
      [
        "f(X0) = a | g(X1) = a", "g(f(X0)) != a | f(X1) != a", "g(g(X0)) != a | h(X1) = a",
        "h(a) != a", "g(a) = a",
      ],
    ]

  @Test(arguments: theorems) func refutes(clauses: [String]) {
    for strategy in Self.strategies {
      #expect(search(inputClauses(clauses), strategy: strategy) == .refuted)
    }
  }

  @Test(arguments: [
    ["p(X0) | q(X1)", "~p(a)"], ["p(X0) | q(X1)", "~p(a) | r(X0)", "~q(X0) | r(X1)"],
    ["a = b | p(X0)", "q(a)", "~q(b)"], ["p(a) | p(b)", "~p(a) | ~p(b)"],
    ["X0 = a | p(X1)", "b != a", "~p(c) | q(X0)"],
  ])
  func saturatesSatisfiableSets(clauses: [String]) {
    for strategy in Self.strategies {
      #expect(search(inputClauses(clauses), strategy: strategy) == .saturated)
    }
  }

  /// Random clauses over unary predicates and two constants, against all interpretations: a formula of
  /// monadic logic with k predicates and no function has a model of 2^k elements if it has any.
  @Test(arguments: 0..<150) func agreesWithMonadicModels(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let clauses = (0..<Int.random(in: 4...9, using: &random)).map { _ in
      (0..<Int.random(in: 1...4, using: &random)).map { _ in
        MonadicLiteral(
          predicate: Int.random(in: 0..<2, using: &random),
          term: Int.random(in: 0..<4, using: &random),
          isPositive: Bool.random(using: &random))
      }
    }
    let texts = clauses.map(MonadicLiteral.text)
    let isSatisfiable = MonadicLiteral.isSatisfiable(clauses)
    for strategy in Self.strategies {
      #expect(
        search(inputClauses(texts), strategy: strategy) == (isSatisfiable ? .saturated : .refuted),
        "\(texts)")
    }
  }

  /// A run that stops after every given clause ends as one that doesn't.
  @Test(arguments: theorems) func resumes(clauses: [String]) {
    let input = inputClauses(clauses)
    let strategy = Self.strategies[1]
    var whole = SaturationProver(clauses: input, firstStep: 100, strategy: strategy)
    guard case .refutation(let steps) = whole.run(limits: SaturationLimits()) else {
      Issue.record("not refuted")
      return
    }
    var pieces = SaturationProver(clauses: input, firstStep: 100, strategy: strategy)
    for budget in 0...whole.givenCount {
      if case .refutation(let other) = pieces.run(limits: SaturationLimits(givenClauses: budget)) {
        #expect(other == steps)
        return
      }
    }
    // The solver is asked once more before the next clause is taken.
    guard
      case .refutation(let other) = pieces.run(
        limits: SaturationLimits(givenClauses: whole.givenCount + 1))
    else {
      Issue.record("not refuted in pieces")
      return
    }
    #expect(other == steps)
  }

  /// An active clause makes its own parent needless, steps back with its assertion and returns: it is no
  /// orphan then.
  @Test(arguments: ["q=20wn150,1a", "q=1w,1a", "q=1a", "q=3wn1000"])
  func clausesThatReturnAreNoOrphans(queues: String) throws {
    let clauses = [
      "p(a) | f(b) != b | p(b) | c != a", "~p(d)", "X0 != g(X0) | p(a)", "X0 != g(X0)", "~p(X0)",
      "~p(X0) | f(f(X0)) = X1", "X0 = a | ~p(X1)", "X0 = a | f(f(X1)) = X2",
    ]
    var input = inputClauses(clauses)
    for index in 4..<8 { input[index].isFromConclusion = true }
    for selection in ["light:max", "none", "avoid:max"] {
      let strategy = try #require(SaturationStrategy("sel=\(selection)/\(queues)/split"))
      #expect(search(input, strategy: strategy) == .refuted)
    }
  }
}

/// A literal over two predicates, two constants (terms 0 and 1) and two variables (2 and 3).
private struct MonadicLiteral {
  var predicate: Int
  var term: Int
  var isPositive: Bool

  /// A clause with no literal twice, its variables numbered in the order of their occurrence.
  static func text(of clause: [MonadicLiteral]) -> String {
    var names = ["a", "b"]
    var variables: [Int] = []
    var literals: [String] = []
    for literal in clause {
      if literal.term > 1, !variables.contains(literal.term) { variables.append(literal.term) }
      names = ["a", "b"] + variables.indices.map { "X\($0)" }
      let term = literal.term > 1 ? 2 + variables.firstIndex(of: literal.term)! : literal.term
      let sign = literal.isPositive ? "" : "~"
      let text = "\(sign)\(["p", "q"][literal.predicate])(\(names[term]))"
      if !literals.contains(text) { literals.append(text) }
    }
    return literals.joined(separator: " | ")
  }

  /// Elements are the four pairs of truth values; a domain is a set of them with places for a and b.
  static func isSatisfiable(_ clauses: [[MonadicLiteral]]) -> Bool {
    for domain in 1..<16 {
      let elements = (0..<4).filter { domain >> $0 & 1 == 1 }
      for a in elements {
        for b in elements {
          let holds = clauses.allSatisfy { clause in
            elements.allSatisfy { x in
              elements.allSatisfy { y in
                let values = [a, b, x, y]
                return clause.contains {
                  (values[$0.term] >> $0.predicate & 1 == 1) == $0.isPositive
                }
              }
            }
          }
          if holds { return true }
        }
      }
    }
    return false
  }
}
