import Certificates
import Diagnostics
import Entailment
import FirstOrderLogic
import LINC
import TestSupport
import Testing

@Suite struct EquivalenceGroupsTests {
  private func translation(_ text: String) throws -> Problem {
    let result = ProblemReader.read(SourceText(name: "test.fol", text), format: .native)
    try #require(result.isUsable)
    return result.problem
  }

  static let equivalent: [(String, String)] = [
    ("∀x (P(x) → Q(x))", "∀y (¬P(y) ∨ Q(y))"),
    ("¬∃x (P(x) ∧ Q(x))", "∀x (Q(x) → ¬P(x))"),
    ("P(a) ⊕ Q(a)", "¬(Q(a) ↔ P(a))"),
    ("P(a) ⊕ Q(a)", "(P(a) ∧ ¬Q(a)) ∨ (¬P(a) ∧ Q(a))"),
    ("¬P(a) ↔ Q(a)", "P(a) ↔ ¬Q(a)"),
    ("a = b", "b = a"),
    ("∀x ∀y (R(x, y) → R(y, x))", "∀y ∀x (R(x, y) → R(y, x))"),
    ("∀x (P(x) ∧ Q(x))", "∀x P(x) ∧ ∀y Q(y)"),
    ("P(a) ∧ (Q(a) ∧ P(a))", "Q(a) ∧ P(a)"),
    ("(P(a) ∧ Q(a)) ∨ R(a, a)", "(P(a) ∨ R(a, a)) ∧ (Q(a) ∨ R(a, a))"),
    ("∀x (P(x) → ∃y R(x, y))", "∀x ∃y (P(x) → R(x, y))"),
  ]
  static let different: [(String, String)] = [
    ("∀x (P(x) → Q(x))", "∀x (Q(x) → P(x))"),
    ("P(a) ∨ Q(a)", "P(a) ⊕ Q(a)"),
    ("∀x ∃y R(x, y)", "∃y ∀x R(x, y)"),
    ("P(a)", "P(b)"), ("P(a)", "Q(a)"),
    ("∀x (P(x) → Q(x))", "∃x (P(x) ∧ Q(x))"),
    ("∀x ∀y R(x, y)", "∀x R(x, x)"),
    ("¬P(a) ↔ Q(a)", "P(a) ↔ Q(a)"),
  ]

  @Test(arguments: equivalent)
  func equivalentWritingsShareAGroup(_ left: String, _ right: String) throws {
    let problems = try [
      translation("\(left)\nS(c)\n⊢ T(c)"), translation("\(right)\nS(c)\n⊢ T(c)"),
    ]
    #expect(EquivalenceGroups().groups(of: problems) == [0, 0])
    let conclusions = try [translation("S(c)\n⊢ \(left)"), translation("S(c)\n⊢ \(right)")]
    #expect(EquivalenceGroups().groups(of: conclusions) == [0, 0])
  }

  @Test(arguments: different)
  func otherFormulasStayApart(_ left: String, _ right: String) throws {
    let problems = try [
      translation("\(left)\n⊢ T(c)"), translation("\(right)\n⊢ T(c)"),
    ]
    #expect(EquivalenceGroups().groups(of: problems) == [0, 1])
  }

  @Test func groupsAreNumberedInOrderAndSentencesKeepTheirPlaces() throws {
    let problems: [Problem?] = try [
      nil, translation("P(a)\nQ(a)\n⊢ R(a, a)"), translation("Q(a)\nP(a)\n⊢ R(a, a)"), nil,
      translation("P(a)\nQ(a)\n⊢ R(a, a)"), translation("P(a)\n⊢ R(a, a)"),
      translation("P(a)\nQ(a)\n⊢ ¬R(a, a)"), translation("Q(a)\nP(a)\n⊢ ¬¬R(a, a)"),
    ]
    #expect(EquivalenceGroups().groups(of: problems) == [nil, 0, 1, nil, 0, 2, 3, 1])
  }

  @Test func nestedEquivalencesTakeLinearTime() {
    var left = Formula.predicate("P0")
    var right = Formula.predicate("P0")
    for depth in 1..<300 {
      let atom = Formula.predicate("P\(depth)")
      left = .iff(left, atom)
      right = .xor(.not(atom), right)
    }
    let problems = [left, right].map {
      Problem(premises: [], conclusion: Statement(name: "conclusion", formula: $0))
    }
    #expect(EquivalenceGroups().groups(of: problems) == [0, 0])
  }

  // Writes a formula in another way at random places.
  private func rewritten(_ formula: Formula, _ random: inout SeededGenerator) -> Formula {
    let changes = Bool.random(using: &random)
    switch formula {
    case .constant, .atom: return changes ? .not(.not(formula)) : formula
    case .not(let body):
      if changes, case .and(let parts) = body {
        return .or(parts.map { .not(rewritten($0, &random)) })
      }
      return .not(rewritten(body, &random))
    case .and(let parts):
      let parts = parts.map { rewritten($0, &random) }.shuffled(using: &random)
      return changes ? .not(.or(parts.map { .not($0) })) : .and(parts)
    case .or(let parts):
      let parts = parts.map { rewritten($0, &random) }
      return changes
        ? .implies(.not(.or(Array(parts.dropLast()) + [parts[0]])), parts.last!) : .or(parts)
    case .implies(let left, let right):
      let sides = (rewritten(left, &random), rewritten(right, &random))
      return changes ? .or([sides.1, .not(sides.0)]) : .implies(sides.0, sides.1)
    case .iff(let left, let right):
      let sides = (rewritten(left, &random), rewritten(right, &random))
      return changes ? .not(.xor(sides.1, sides.0)) : .iff(.not(sides.0), .not(sides.1))
    case .xor(let left, let right):
      let sides = (rewritten(left, &random), rewritten(right, &random))
      return changes ? .iff(sides.1, .not(sides.0)) : .xor(sides.1, sides.0)
    case .quantified(let quantifier, let name, let body):
      let body = rewritten(body, &random)
      return changes
        ? .not(.quantified(quantifier.dual, name, .not(body))) : .quantified(quantifier, name, body)
    }
  }

  private func problem(_ formula: Formula) -> Problem {
    Problem(premises: [], conclusion: Statement(name: "conclusion", formula: formula))
  }

  @Test func rewrittenFormulasShareAGroup() {
    var generator = FormulaGenerator(seed: 11)
    generator.hasConstants = true
    var random = SeededGenerator(seed: 12)
    for _ in 0..<400 {
      let formula = generator.formula(depth: 4)
      let other = rewritten(formula, &random).withDistinctVariables(keepingNames: false)
      #expect(
        EquivalenceGroups().groups(of: [problem(formula), problem(other)]) == [0, 0],
        "\(formula) and \(other)")
    }
  }

  @Test func whatSharesAGroupIsProvedEquivalent() {
    var generator = FormulaGenerator(seed: 13)
    generator.predicates = [("P", 0), ("Q", 1)]
    generator.functions = [("a", 0)]
    generator.variables = ["x"]
    generator.hasEquality = false
    let formulas = (0..<80).map { _ in generator.formula(depth: 2) }
    let groups = EquivalenceGroups().groups(of: formulas.map(problem))
    let entailer = Entailer(options: EntailmentOptions(prover: .z3))
    var (together, apart) = (0, 0)
    for first in formulas.indices {
      for second in formulas.indices.dropFirst(first + 1)
      where groups[first] == groups[second] || (first + second).isMultiple(of: 17) {
        let verdict = entailer.answer(problem(.iff(formulas[first], formulas[second]))).verdict
        if groups[first] == groups[second] {
          together += 1
          #expect(verdict == .true, "\(formulas[first]) and \(formulas[second])")
        } else if verdict != .true {
          apart += 1
        }
      }
    }
    #expect(together > 20 && apart > 50)
  }
}
