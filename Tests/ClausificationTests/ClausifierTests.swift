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

  /// An interpretation satisfies the formula exactly when some extension of it to the new symbols
  /// satisfies the clauses.
  @Test(arguments: 0..<400)
  func clausesMeanTheFormula(_ seed: UInt64) {
    let sample = Sample(seed: seed, depth: seed % 10 == 0 ? 5 : 4, interpretations: 12)
    let clauses = clausified(sample.formula).clauses.map(\.literals)
    for interpretation in sample.interpretations {
      guard let found = interpretation.canBeExtended(to: clauses) else { return }
      #expect(found == interpretation.holds(sample.formula))
    }
  }

  /// Ids ascend from 1, parents come first, clauses are their steps' and are covered by their parent.
  @Test(arguments: 0..<300)
  func stepsAreWellFormed(_ seed: UInt64) {
    let formula = Sample(seed: seed, depth: 6, interpretations: 0).formula
    let clausifier = clausified(formula, seed % 2 == 0 ? .negatedConclusion : .conclusion)
    #expect(clausifier.isComplete)
    #expect(clausifier.steps.map(\.id) == Array(1...clausifier.steps.count))
    for (earlier, step) in zip([nil] + clausifier.steps.map(Optional.some), clausifier.steps) {
      for parent in step.rule.parents { #expect(parent < step.id) }
      if case .negationNormalForm = step.rule { #expect(earlier?.content != step.content) }
      if case .miniscoping = step.rule { #expect(earlier?.content != step.content) }
      if case .clause(let parent, let substitution) = step.rule,
        case .formula(let matrix) = clausifier.steps[parent - 1].content,
        case .clause(let literals) = step.content
      {
        #expect(covers(matrix, literals, substitution))
        #expect(Set(literals).count == literals.count)
      }
    }
    for clause in clausifier.clauses {
      #expect(clausifier.steps[clause.step - 1].content == .clause(clause.literals))
      #expect(clause.isFromConclusion)
    }
  }

  private func covers(
    _ matrix: Formula, _ clause: [Literal], _ substitution: Substitution
  ) -> Bool {
    func has(_ isPositive: Bool, _ atom: Atom) -> Bool {
      let instance = atom.substituting(substitution)
      if clause.contains(Literal(isPositive, instance)) { return true }
      guard case .equality(let left, let right) = instance else { return false }
      return clause.contains(Literal(isPositive, .equality(right, left)))
    }
    switch matrix {
    case .constant(let value): return !value
    case .atom(let atom): return has(true, atom)
    case .not(.atom(let atom)): return has(false, atom)
    case .and(let parts): return parts.contains { covers($0, clause, substitution) }
    case .or(let parts): return parts.allSatisfy { covers($0, clause, substitution) }
    default: return false
    }
  }

  @Test func conclusionsAreMarked() {
    let problem = Problem(
      premises: [Statement(name: "a", formula: p)],
      conclusion: Statement(name: "c", formula: equivalences(10)))
    var clausifier = Clausifier(avoidingSymbolsOf: problem)
    clausifier.add(p, rule: .premise(name: "a"))
    var denied = clausifier
    denied.add(.not(equivalences(10)), rule: .negatedConclusion)
    clausifier.add(equivalences(10), rule: .conclusion)
    for clausifier in [clausifier, denied] {
      #expect(
        clausifier.steps.contains {
          if case .definition = $0.rule { true } else { false }
        })
      #expect(clausifier.clauses.map(\.isFromConclusion).first == false)
      #expect(clausifier.clauses.dropFirst().allSatisfy { $0.isFromConclusion })
    }
  }

  @Test func distinctObjectsDifferPairwise() {
    let objects = ["\"a\"", "\"b\"", "7"].map { Term.distinct($0) }
    let premise = Formula.predicate("p", objects[0], .application("f", [objects[1]]))
    let conclusion = Formula.equal(objects[2], objects[0])
    var clausifier = Clausifier(
      avoidingSymbolsOf: Problem(
        premises: [Statement(name: "a", formula: premise)],
        conclusion: Statement(name: "c", formula: conclusion)))
    clausifier.add(premise, rule: .premise(name: "a"))
    clausifier.addDistinctness()
    clausifier.addDistinctness()
    #expect(clausifier.clauses.count == 2)
    clausifier.add(conclusion, rule: .conclusion)
    clausifier.addDistinctness()
    let inequalities = [(0, 1), (0, 2), (1, 2)].map {
      [Literal(false, .equality(objects[$0.0], objects[$0.1]))]
    }
    #expect(clausifier.clauses.count == 5)
    #expect(Set(clausifier.clauses.map(\.literals)).isSuperset(of: inequalities))
    #expect(clausifier.steps.filter { $0.rule == .distinctness }.count == 3)
  }

  @Test func statementsThatBlowUpAreLeftOut() {
    let names = (0..<1_900).map { "X\($0)" }
    let parts = names.map { Formula.predicate("p", .variable($0), .variable("X1899")) }
    let matrix = Formula.or((0..<10).flatMap { copy in [.predicate("c\(copy)")] + parts })
    let formula = names.enumerated().reversed().reduce(matrix) {
      .quantified($1.offset % 2 == 0 ? .forAll : .exists, $1.element, $0)
    }
    let clausifier = clausified(formula)
    #expect(!clausifier.isComplete)
    #expect(clausifier.clauses.isEmpty)
  }
}
