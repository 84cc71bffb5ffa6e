import Certificates
import Entailment
import FirstOrderLogic
import Kernel
import TestSupport
import Testing

/// One side of a question, against all small models; `prover-fuzz` does this for many more problems.
@Suite struct RefuterTests {
  private static let predicates = [("P", 0), ("Q", 1)]
  private static let functions = [("a", 0), ("f", 1)]

  private func formulas(_ seed: UInt64, count: Int) -> [Formula] {
    var generator = FormulaGenerator(seed: seed)
    generator.predicates = Self.predicates
    generator.functions = Self.functions
    return (0..<count).map { _ in generator.formula(depth: 3) }
  }

  @Test func theRefereeAgreesWithAllInterpretations() {
    for seed in 0..<UInt64(150) {
      let formula = Formula.and(formulas(seed, count: 3))
      for size in 1...2 {
        let exists = Interpretation.existsModel(
          of: formula, size: size, predicates: Self.predicates, functions: Self.functions)
        let found = SmallModelSearch.search(formula, size: size, budget: 100_000)
        #expect(found == (exists ? .model : .none), "seed \(seed), size \(size)")
      }
    }
  }

  @Test func outcomesAgreeWithTheReferee() throws {
    let refuter = Refuter(options: EntailmentOptions(cpuSeconds: 0.5))
    var counts = (refuted: 0, models: 0)
    for seed in 0..<UInt64(100) {
      let formulas = formulas(seed, count: 4)
      let problem = Problem(
        premises: formulas.dropLast().enumerated().map {
          Statement(name: "premise\($0)", formula: $1)
        }, conclusion: Statement(name: "conclusion", formula: formulas[3]))
      let denied = Formula.and(problem.denied.premises.map(\.formula))
      let smallest = (1...3).first {
        SmallModelSearch.search(denied, size: $0, budget: 10_000) == .model
      }
      switch refuter.refute(problem) {
      case .refuted(let certificate):
        counts.refuted += 1
        #expect(smallest == nil, "seed \(seed)")
        #expect(verify(certificate) == .accepted)
      case .model(let certificate):
        counts.models += 1
        #expect(verify(certificate) == .accepted)
        #expect(isModel(certificate.models[0].model, of: problem.denied, .absent))
        guard case .model(let alone) = refuter.findModel(problem) else {
          Issue.record("seed \(seed): the model finder alone finds none")
          continue
        }
        #expect(alone.models[0].model.size == smallest ?? alone.models[0].model.size)
      case .saturated, .limit: break
      case .rejected(_, let reason): Issue.record("seed \(seed): \(reason)")
      }
    }
    #expect(counts.refuted >= 20 && counts.models >= 20, "\(counts)")
  }
}
