import Certificates
import Clausification
import FirstOrderLogic
import Kernel
import TestSupport
import Testing

/// Every step that the clausifier makes is one of the kernel's.
@Suite struct ClausificationKernelTests {
  /// A certificate of True that holds all steps of the formulas' clausification, and ends with a
  /// contradiction between the premise `goal` and its denial.
  private func certificate(_ formulas: [Formula]) -> (Certificate, Clausifier) {
    let goal = Formula.predicate("goal")
    let premises = (formulas + [goal]).enumerated().map {
      Statement(name: "premise\($0)", formula: $1.withDistinctVariables())
    }
    let problem = Problem(
      premises: premises, conclusion: Statement(name: "conclusion", formula: goal))
    var clausifier = Clausifier(avoidingSymbolsOf: problem)
    for premise in premises { clausifier.add(premise.formula, rule: .premise(name: premise.name)) }
    clausifier.add(.not(goal), rule: .negatedConclusion)
    clausifier.addDistinctness()
    let ends = [true, false].map { isPositive in
      let clause = [Literal(isPositive, .predicate("goal", []))]
      let step = clausifier.clauses.last { $0.literals == clause }?.step ?? 0
      return Premiss(step: step, literal: 0, substitution: [:])
    }
    let last = Step(
      id: clausifier.steps.count + 1, content: .clause([]),
      rule: .resolution(left: ends[0], right: ends[1]))
    return (
      Certificate(
        problem: problem, verdict: .true,
        refutation: Refutation(stance: .denied, steps: clausifier.steps + [last]), models: []),
      clausifier
    )
  }

  @Test(arguments: 0..<300)
  func stepsAreAccepted(_ seed: UInt64) throws {
    var generator = FormulaGenerator(seed: seed)
    generator.hasConstants = seed % 3 == 0
    let formulas = (0..<2).map { _ in generator.formula(depth: 3 + Int(seed % 5)) }
    let (certificate, clausifier) = certificate(formulas)
    #expect(clausifier.isComplete)
    #expect(verify(certificate) == .accepted)
    let copy = try Certificate(json: certificate.json)
    #expect(copy == certificate)
  }

  @Test func definitionsAndDistinctnessAreAmongThem() {
    let objects = (0..<4).map { Term.distinct("object\($0)") }
    let facts = Formula.and(objects.map { .predicate("holds", $0) })
    let cells = (0..<8).map { row in
      Formula.and((0..<4).map { .predicate("cell\(row)\($0)", .variable("x")) })
    }
    let ladder = (0..<12).reduce(Formula.predicate("p", .variable("x"))) {
      .iff(.predicate("step\($1)", .variable("x")), $0)
    }
    let (certificate, _) = certificate([facts, .forAll("x", .or(cells)), .forAll("x", ladder)])
    #expect(verify(certificate) == .accepted)
    let steps = certificate.refutation?.steps ?? []
    #expect(steps.filter { $0.rule == .distinctness }.count == 6)
    #expect(
      steps.filter { if case .definition = $0.rule { true } else { false } }.count >= 10)
  }
}
