import Certificates
import Clausification
import FirstOrderLogic
import Kernel
import SMT
import Saturation
import TestSupport
import Testing

/// Searches with splitting on random problems: their refutations against the kernel, their verdicts
/// against Z3.
@Suite struct SplittingKernelTests {
  // Clauses that aren't Horn over few variables, so that there is something to split; the symbol sp1 is
  // taken, which a component's name must then avoid.
  private func problem(_ seed: UInt64) -> Problem {
    var generator = FormulaGenerator(seed: seed)
    generator.predicates = [("P", 1), ("Q", 1), ("R", 2), ("sp1", 0)]
    generator.hasEquality = seed % 2 == 0
    let premises = (0..<Int(6 + seed % 7)).map { number in
      let literals = (0..<Int.random(in: 1...3, using: &generator.random)).map { _ in
        let atom = generator.atom(generator.variables)
        return Bool.random(using: &generator.random) ? atom : .not(atom)
      }
      let matrix = literals.count == 1 ? literals[0] : .or(literals)
      return Statement(
        name: "premise\(number)",
        formula: matrix.freeVariables.sorted().reduce(matrix) { .forAll($1, $0) })
    }
    return Problem(premises: premises, conclusion: nil)
  }

  @Test func refutationsAreAcceptedAndVerdictsAreThoseOfZ3() throws {
    var refuted = 0
    var saturated = 0
    var split = 0
    for seed in 0..<UInt64(500) {
      let problem = problem(seed)
      var clausifier = Clausifier(avoidingSymbolsOf: problem)
      for premise in problem.premises {
        clausifier.add(premise.formula, rule: .premise(name: premise.name))
      }
      var strategy = SaturationStrategy()
      strategy.splits = true
      strategy.selection = seed % 3 == 0 ? .none : .heaviest
      var prover = SaturationProver(
        clauses: clausifier.clauses, firstStep: clausifier.steps.count + 1,
        componentPrefix: clausifier.componentPrefix, strategy: strategy)
      let outcome = prover.run(limits: SaturationLimits(givenClauses: 200))
      let expected = Z3Solver().check(
        problem.premises.map { ($0.name, $0.formula) }, cpuSeconds: 1, resourceLimit: 400_000,
        memoryBytes: 1 << 30)
      switch outcome {
      case .refutation(let steps):
        refuted += 1
        if steps.contains(where: { if case .splitting = $0.rule { true } else { false } }) {
          split += 1
        }
        let certificate = Certificate(
          problem: problem, verdict: .contradictory,
          refutation: Refutation(stance: .absent, steps: clausifier.steps + steps), models: [])
        #expect(verify(certificate) == .accepted, "seed \(seed)")
        if case .satisfiable = expected { Issue.record("seed \(seed) is satisfiable") }
      case .saturated:
        saturated += 1
        if case .unsatisfiable = expected { Issue.record("seed \(seed) is unsatisfiable") }
      case .limit: break
      }
    }
    #expect(refuted > 30 && saturated > 30 && split > 5, "\(refuted) \(saturated) \(split)")
  }
}
