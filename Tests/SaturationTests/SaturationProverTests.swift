import Certificates
import Clausification
import FirstOrderLogic
import TestSupport
import Testing

@testable import Saturation

@Suite struct SaturationProverTests {
  static let group = [
    "m(e,X0) = X0", "m(i(X0),X0) = e", "m(m(X0,X1),X2) = m(X0,m(X1,X2))",
  ]

  static let theorems: [[String]] = [
    ["human(socrates)", "~human(X0) | mortal(X0)", "~mortal(socrates)"],
    ["p(X0) | p(X1)", "~p(X0) | ~p(X1)"],
    ["p(a) | q(a)", "~p(X0)", "~q(X0)"],
    ["a = b | c = d", "a != b", "c != d"],
    ["f(f(X0)) = X0", "f(a) = f(b)", "a != b"],
    ["X0 = a | X0 = b", "c != a", "c != b"],
    ["X0 = c", "p(c)", "~p(f(c))"],
    ["X0 = c", "p(X0) | q(f(X0))", "~p(f(c))", "~q(c)"],
    group + ["m(a,i(a)) != e"],
    group + ["m(a,e) != a"],
    group + ["m(X0,X0) = e", "m(a,b) != m(b,a)"],
    group + ["i(i(a)) != a"],
    [
      "leq(X0,X0)", "~leq(X0,X1) | ~leq(X1,X2) | leq(X0,X2)",
      "~leq(X0,X1) | ~leq(X1,X0) | X0 = X1", "leq(a,b)", "leq(b,c)", "leq(c,a)", "a != c",
    ],
  ]

  static let completeSelections = SaturationStrategy.Selection.allCases.filter { !$0.isIncomplete }

  @Test(arguments: theorems, completeSelections)
  func refutes(clauses: [String], selection: SaturationStrategy.Selection) {
    var strategy = SaturationStrategy()
    strategy.selection = selection
    #expect(search(inputClauses(clauses), strategy: strategy) == .refuted)
  }

  /// Who killed Aunt Agatha? (Pelletier's problem 55): only she herself.
  @Test func findsAgathasKiller() {
    let clauses = [
      "lives(k)", "killed(k,agatha)", "lives(agatha)", "lives(butler)", "lives(charles)",
      "~lives(X0) | X0 = agatha | X0 = butler | X0 = charles", "~killed(X0,X1) | hates(X0,X1)",
      "~killed(X0,X1) | ~richer(X0,X1)", "~hates(agatha,X0) | ~hates(charles,X0)",
      "X0 = butler | hates(agatha,X0)", "richer(X0,agatha) | hates(butler,X0)",
      "~hates(agatha,X0) | hates(butler,X0)", "~hates(X0,s(X0))", "agatha != butler",
      "~killed(agatha,agatha)",
    ]
    #expect(search(inputClauses(clauses)) == .refuted)
  }

  @Test(arguments: [
    ["p(a)", "~p(X0) | q(X0)"], ["f(f(X0)) = X0", "a != b"], ["p(X0) | q(X0)", "~p(a)"],
    ["m(X0,e) = X0", "m(e,X0) = X0", "a != e"], [],
    // An equation that rewrites every term leaves atoms alone.
    ["X0 = c", "q(c)", "~p(c)"], ["X0 = c", "p(f(c)) | q(c)", "~q(X0)"],
  ])
  func saturatesSatisfiableSets(clauses: [String]) {
    #expect(search(inputClauses(clauses)) == .saturated)
  }

  @Test func saysSoWhenTheInputHasTheEmptyClause() {
    let input = [InputClause(literals: [], step: 1, isFromConclusion: false)]
    #expect(search(input) == .refuted)
  }

  /// The unit ¬p(a), active first, is simplified again by p(x); it must not be taken to subsume itself.
  @Test func keepsUnitsThatAreSimplifiedAgain() {
    #expect(search(inputClauses(["p(X0)", "~p(a)"])) == .refuted)
  }

  /// Every set of random clauses over 4 propositions, against the truth table.
  @Test(arguments: 0..<150) func agreesWithTruthTables(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let clauses = (0..<Int.random(in: 4...14, using: &random)).map { _ in
      Set(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          Int.random(in: 1...4, using: &random) * (Bool.random(using: &random) ? 1 : -1)
        }
      ).sorted()
    }
    let isSatisfiable = (0..<16).contains { row in
      clauses.allSatisfy { $0.contains { ($0 > 0) == (row >> (abs($0) - 1) & 1 == 1) } }
    }
    let texts = clauses.map { $0.map { $0 > 0 ? "p\($0)" : "~p\(-$0)" }.joined(separator: " | ") }
    for selection in Self.completeSelections {
      var strategy = SaturationStrategy()
      strategy.selection = selection
      strategy.selectsUnlessMaximal = seed.isMultiple(of: 2)
      #expect(
        search(inputClauses(texts), strategy: strategy) == (isSatisfiable ? .saturated : .refuted))
    }
  }

  /// Random ground equations over three constants and f, against all models on three elements. A
  /// satisfiable set of such clauses without nesting has a model with one element a constant and value.
  @Test(arguments: 0..<80) func agreesWithModelsOfGroundEquations(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let names = ["a", "b", "c", "f(a)", "f(b)", "f(c)"]
    let clauses = (0..<Int.random(in: 3...8, using: &random)).map { _ in
      (0..<Int.random(in: 1...2, using: &random)).map { _ in
        (
          Int.random(in: 0..<6, using: &random), Int.random(in: 0..<6, using: &random),
          Bool.random(using: &random)
        )
      }
    }
    let texts = clauses.map { clause in
      clause.map { "\(names[$0.0]) \($0.2 ? "=" : "!=") \(names[$0.1])" }
        .joined(separator: " | ")
    }
    let isSatisfiable = Self.hasCongruence { classes in
      clauses.allSatisfy { $0.contains { (classes[$0.0] == classes[$0.1]) == $0.2 } }
    }
    let input = inputClauses(texts.map { $0 }).map { clause in
      var unique = clause
      unique.literals = clause.literals.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
      return unique
    }
    #expect(search(input) == (isSatisfiable ? .saturated : .refuted))
  }

  /// Whether a congruence on a, b, c, f(a), f(b), f(c) satisfies the condition.
  private static func hasCongruence(_ condition: ([Int]) -> Bool) -> Bool {
    var classes = [0, 0, 0, 0, 0, 0]
    func extend(_ index: Int) -> Bool {
      if index == 6 {
        for first in 0..<3 {
          for second in 0..<3 where classes[first] == classes[second] {
            if classes[first + 3] != classes[second + 3] { return false }
          }
        }
        return condition(classes)
      }
      for value in 0..<6 {
        classes[index] = value
        if extend(index + 1) { return true }
      }
      return false
    }
    return extend(0)
  }
}

@Suite struct SaturationLimitsTests {
  /// A transitive relation with successors: satisfiable, and its saturation is infinite.
  static let endless = [
    "p(X0,s(X0))", "~p(X0,X1) | ~p(X1,X2) | p(X0,X2)", "~p(X0,X0)",
  ]

  private func run(_ limits: SaturationLimits, cancelled: Bool = false) -> Ending {
    let input = inputClauses(Self.endless)
    var prover = SaturationProver(clauses: input, firstStep: 4)
    return ending(of: prover.run(limits: limits, isCancelled: { cancelled }), input)
  }

  @Test func holdsItsLimits() {
    #expect(run(SaturationLimits(givenClauses: 20)) == .limited(.given))
    #expect(run(SaturationLimits(cpuSeconds: 0.05)) == .limited(.time))
    #expect(run(SaturationLimits(memoryBytes: 200_000)) == .limited(.memory))
    #expect(run(SaturationLimits(), cancelled: true) == .limited(.cancelled))
  }

  @Test(arguments: SaturationProverTests.theorems) func resumes(clauses: [String]) {
    let input = inputClauses(clauses)
    var whole = SaturationProver(clauses: input, firstStep: 100)
    guard case .refutation(let steps) = whole.run(limits: SaturationLimits()) else {
      Issue.record("not refuted")
      return
    }
    var pieces = SaturationProver(clauses: input, firstStep: 100)
    for budget in 0...whole.givenCount {
      switch pieces.run(limits: SaturationLimits(givenClauses: budget)) {
      case .refutation(let other):
        #expect(other == steps)
        return
      case .limit(let limit): #expect(limit == .given)
      case .saturated: Issue.record("saturated")
      }
    }
    Issue.record("not refuted in pieces")
  }

  /// A run that a time limit cuts off anywhere still finds the refutation when resumed.
  @Test func resumesAfterATimeLimit() {
    let input = inputClauses(SaturationProverTests.group + ["i(m(a,b)) != m(i(b),i(a))"])
    var prover = SaturationProver(clauses: input, firstStep: 10)
    for _ in 0..<5_000 {
      let outcome = prover.run(limits: SaturationLimits(cpuSeconds: 0.001))
      if case .refutation = outcome {
        #expect(ending(of: outcome, input) == .refuted)
        return
      }
      #expect(ending(of: outcome, input) == .limited(.time))
    }
    Issue.record("not refuted")
  }

  @Test func survivesDeepTermsWithoutClaimingSaturation() {
    let deep = String(repeating: "f(", count: 1_900) + "X0" + String(repeating: ")", count: 1_900)
    var strategy = SaturationStrategy()
    strategy.selection = .heaviest
    strategy.selectsUnlessMaximal = false
    #expect(
      search(inputClauses(["~p(X0) | p(\(deep))", "p(a)", "~p(b)"]), strategy: strategy)
        == .limited(.incomplete))
  }
}
