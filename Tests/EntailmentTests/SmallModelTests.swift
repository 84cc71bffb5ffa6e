import Certificates
import Entailment
import FirstOrderLogic
import Kernel
import TestSupport
import Testing

/// Whether an interpretation is a model of the premises with the conclusion as the stance says.
func isModel(_ model: FiniteModel, of problem: Problem, _ stance: Stance) -> Bool {
  let interpretation = Interpretation(model)
  guard problem.premises.allSatisfy({ interpretation.holds($0.formula) }) else { return false }
  guard stance != .absent, let conclusion = problem.conclusion else { return true }
  return interpretation.holds(conclusion.formula) == (stance == .asserted)
}

/// The built-in deciders against all interpretations of one and of two elements.
@Suite struct SmallModelTests {
  private static let signatures: [(predicates: [(String, Int)], functions: [(String, Int)])] = [
    ([("P", 0), ("Q", 1)], [("a", 0), ("f", 1)]), ([("Q", 1), ("R", 2)], [("a", 0)]),
    ([("P", 0), ("Q", 1), ("S", 1)], [("a", 0), ("b", 0)]),
  ]

  private func problem(_ seed: UInt64) -> Problem {
    var generator = FormulaGenerator(seed: seed)
    let signature = Self.signatures[Int(seed) % Self.signatures.count]
    (generator.predicates, generator.functions) = signature
    generator.hasConstants = seed % 4 == 0
    let premises = (1...Int(1 + seed % 4)).map {
      Statement(name: "premise\($0)", formula: generator.formula(depth: 3))
    }
    return Problem(
      premises: premises,
      conclusion: Statement(name: "conclusion", formula: generator.formula(depth: 2)))
  }

  private func hasSmallModel(_ problem: Problem, _ last: Formula, _ seed: UInt64) -> Bool {
    let signature = Self.signatures[Int(seed) % Self.signatures.count]
    let formula = Formula.and(problem.premises.map(\.formula) + [last])
    return (1...2).contains {
      Interpretation.existsModel(
        of: formula, size: $0, predicates: signature.predicates, functions: signature.functions)
    }
  }

  @Test func verdictsAgreeWithAllSmallInterpretations() throws {
    let entailer = Entailer(options: EntailmentOptions(prover: .resolution, cpuSeconds: 0.5))
    var verdicts: [Verdict: Int] = [:]
    for seed in 0..<UInt64(200) {
      let problem = problem(seed)
      let conclusion = try #require(problem.conclusion).formula
      let isPossible = hasSmallModel(problem, conclusion, seed)
      let isDeniable = hasSmallModel(problem, .not(conclusion), seed)
      let answer = entailer.answer(problem)
      verdicts[answer.verdict, default: 0] += 1
      switch answer.verdict {
      case .true: #expect(!isDeniable, "seed \(seed)")
      case .false: #expect(!isPossible, "seed \(seed)")
      case .contradictory: #expect(!isPossible && !isDeniable, "seed \(seed)")
      case .uncertain, .unknown: break
      }
      if isPossible && isDeniable { #expect(answer.verdict == .uncertain, "seed \(seed)") }
      if let certificate = answer.certificate { #expect(verify(certificate) == .accepted) }
      for evidence in answer.certificate?.models ?? [] {
        #expect(isModel(evidence.model, of: problem, evidence.stance), "seed \(seed)")
      }
    }
    for verdict in [Verdict.true, .false, .uncertain, .contradictory] {
      #expect(verdicts[verdict, default: 0] >= 10, "\(verdicts)")
    }
    #expect(verdicts[.unknown, default: 0] <= 4, "\(verdicts)")
  }
}
