// Theories whose rules fire forwards only: what is one, and what follows.

import Testing

@testable import FirstOrderLogic

@Suite struct RuleTheoryTests {
  func problem(_ premises: [String], _ conclusion: String) -> Problem {
    func formula(_ text: String) -> Formula { InfixReading(text).formula! }
    return Problem(
      premises: premises.enumerated().map { index, text in
        Statement(name: "premise\(index + 1)", formula: formula(text))
      }, conclusion: Statement(name: "conclusion", formula: formula(conclusion)))
  }

  @Test func deniedAtomsArePredicatesOfTheirOwn() throws {
    let theory = try #require(
      problem(["∀x (¬P(x) ∧ Q(x) → ¬R(x) ∧ S(x))", "¬P(a)"], "¬R(a)").ruleTheory())
    let meant = problem(
      ["∀x (not_P(x) ∧ Q(x) → not_R(x) ∧ S(x))", "not_P(a)", "¬(R(a) ∧ not_R(a))"], "not_R(a)")
    #expect(theory.premises.map(\.formula) == meant.premises.map(\.formula))
    #expect(theory.conclusion?.formula == meant.conclusion?.formula)
    #expect(theory.premises.map(\.name) == ["premise1", "premise2", Problem.exclusionName])
  }

  @Test func aNameInUseIsLeftAlone() throws {
    let theory = try #require(problem(["not_P(a)", "¬P(b)"], "P(a)").ruleTheory())
    #expect(theory.premises[1].formula == .predicate("not_P_", .constant("b")))
  }

  @Test(arguments: [
    ("∃x P(x)", "P(a)"), ("P(a) ∨ Q(a)", "P(a)"), ("∀x (P(x) → Q(x) ∨ R(x))", "P(a)"),
    ("¬∃x (P(x) ∧ Q(x))", "P(a)"), ("a = b", "P(a)"), ("∀x (P(x) ↔ Q(x))", "P(a)"),
    ("P(a)", "∀x P(x)"), ("P(a)", "P(a) ∧ Q(a)"), ("P(a)", "a = b"),
  ])
  func otherProblemsAreNone(_ premise: String, _ conclusion: String) {
    #expect(problem([premise], conclusion).ruleTheory() == nil)
  }

  @Test func withoutAConclusionThereIsNone() {
    var asked = problem(["P(a)"], "P(a)")
    asked.conclusion = nil
    #expect(asked.ruleTheory() == nil)
  }
}
