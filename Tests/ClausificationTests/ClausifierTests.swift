import Certificates
import FirstOrderLogic
import TestSupport
import Testing

@testable import Clausification

@Suite struct ClausifierTests {
  private let p = Formula.predicate("p")

  private func clausified(_ formula: Formula, _ rule: Rule = .premise(name: "a")) -> Clausifier {
    let problem = Problem(premises: [Statement(name: "a", formula: formula)], conclusion: nil)
    var clausifier = Clausifier(avoidingSymbolsOf: problem)
    clausifier.add(formula, rule: rule)
    return clausifier
  }

  private func propositions(_ stem: String, _ count: Int) -> [Formula] {
    (0..<count).map { .predicate("\(stem)\($0)") }
  }

  /// A0 ↔ (A1 ↔ (... ↔ An)).
  private func equivalences(_ depth: Int) -> Formula {
    propositions("a", depth).reduce(p) { .iff($1, $0) }
  }

  @Test func statementsWithoutWorkTakeNoNeedlessSteps() {
    let clausifier = clausified(p)
    #expect(
      clausifier.steps == [
        Step(id: 1, content: .formula(p), rule: .premise(name: "a")),
        Step(id: 2, content: .formula(p), rule: .skolemization(parent: 1, symbols: [])),
        Step(
          id: 3, content: .clause([Literal(true, .predicate("p", []))]),
          rule: .clause(parent: 2, substitution: [:])),
      ])
    #expect(clausifier.isComplete)
  }

  @Test func nestedEquivalencesAreLinear() {
    for depth in [5, 30, 300] {
      let clausifier = clausified(equivalences(depth))
      #expect(clausifier.isComplete)
      #expect(clausifier.clauses.count <= 4 * depth)
      #expect(clausifier.clauses.reduce(0) { $0 + $1.literals.count } <= 16 * depth)
    }
  }

  @Test func disjunctionsOfConjunctionsAreLinear() {
    let parts = (0..<20).map { Formula.and(propositions("p\($0)_", 20)) }
    let clausifier = clausified(.or(parts))
    #expect(clausifier.isComplete)
    #expect(clausifier.clauses.count <= 450)
  }

  @Test func formulasOfGreatestDepthAreDone() {
    let depth = Formula.maximumDepth - 2
    for step in 0..<3 {
      var formula = Formula.predicate("q", .variable("X0"))
      for level in (0..<depth).reversed() {
        switch step {
        case 0: formula = .not(formula)
        case 1: formula = .iff(.predicate("p\(level)"), formula)
        default:
          let quantifier: Quantifier = level % 2 == 0 ? .forAll : .exists
          formula = .quantified(quantifier, "X\(level)", formula)
        }
      }
      if step < 2 { formula = .forAll("X0", formula) }
      #expect(clausified(formula).isComplete)
    }
  }
}
