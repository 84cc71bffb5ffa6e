// Instantiation against Z3 and the kernel: refutations are accepted, corrupted ones are not, and what is
// saturated has a model.

import Certificates
import Clausification
import FirstOrderLogic
import Kernel
import SMT
import Saturation
import TestSupport
import Testing

@testable import Instantiation

private struct Question {
  var problem: Problem
  var clausifier: Clausifier

  init(_ formulas: [Formula]) {
    problem = Problem(
      premises: formulas.enumerated().map {
        Statement(name: "s\($0)", formula: $1.withDistinctVariables())
      }, conclusion: nil)
    clausifier = Clausifier(avoidingSymbolsOf: problem)
    for premise in problem.premises {
      clausifier.add(premise.formula, rule: .premise(name: premise.name))
    }
    clausifier.addDistinctness()
  }

  var firstStep: Int { clausifier.steps.last!.id + 1 }

  func run(inferences: Int = 20_000) -> InstantiationOutcome {
    var prover = InstantiationProver(clauses: clausifier.clauses, firstStep: firstStep)
    return prover.run(limits: InstantiationLimits(inferences: inferences))
  }

  func certificate(_ steps: [Step]) -> Certificate {
    var all = clausifier.steps + steps
    if steps.isEmpty {
      let last = all.firstIndex { $0.content == .clause([]) }!
      all.removeSubrange((last + 1)...)
    }
    return Certificate(
      problem: problem, verdict: .contradictory,
      refutation: Refutation(stance: .absent, steps: all), models: [])
  }

  /// The steps of a refutation, those of superposition on the instances among them.
  func refutation(_ outcome: InstantiationOutcome) -> [Step]? {
    switch outcome {
    case .refutation(let steps): return steps
    case .contradiction(let found):
      var prover = SaturationProver(
        clauses: found.clauses, firstStep: (found.steps.last?.id ?? firstStep - 1) + 1)
      guard case .refutation(let steps) = prover.run(limits: SaturationLimits()) else { return nil }
      return found.steps + steps
    case .saturated, .limit: return nil
    }
  }
}

private func isAccepted(_ certificate: Certificate) -> Bool {
  if case .accepted = verify(certificate) { true } else { false }
}

@Suite struct InstantiationProverTests {
  /// Universal closures of quantifier-free formulas: the Bernays-Schönfinkel fragment.
  private func nearPropositional(seed: Int, hasEquality: Bool) -> [Formula] {
    var generator = FormulaGenerator(seed: UInt64(seed))
    generator.hasEquality = hasEquality
    generator.functions = [("a", 0), ("b", 0), ("c", 0)]
    generator.predicates = [("P", 1), ("R", 2), ("S", 2), ("T", 3)]
    let scope = ["x", "y", "z"]
    return (0..<6 + seed % 14).map { _ in
      let literals = (0..<Int.random(in: 1...3, using: &generator.random)).map { _ in
        let atom = generator.atom(scope)
        return Bool.random(using: &generator.random) ? atom : .not(atom)
      }
      return scope.reduce(literals.count == 1 ? literals[0] : .or(literals)) { .forAll($1, $0) }
    }
  }

  @Test(arguments: [false, true]) func decidesNearPropositionalProblems(hasEquality: Bool) {
    let solver = Z3Solver()
    var counts = [0, 0]
    for seed in 0..<150 {
      let formulas = nearPropositional(seed: seed, hasEquality: hasEquality)
      let question = Question(formulas)
      let truth = solver.check(
        formulas.enumerated().map { ("s\($0)", $1) }, cpuSeconds: 5, resourceLimit: 5_000_000,
        memoryBytes: 1 << 30)
      switch question.run(inferences: 2_000_000) {
      case .saturated:
        counts[0] += 1
        if case .unsatisfiable = truth { Issue.record("seed \(seed) has no model") }
      case .limit(let limit): Issue.record("seed \(seed) met \(limit)")
      case let outcome:
        counts[1] += 1
        if let steps = question.refutation(outcome) {
          let isAccepted = isAccepted(question.certificate(steps))
          #expect(isAccepted, "seed \(seed)")
        } else {
          Issue.record("the instances of seed \(seed) were not refuted")
        }
      }
    }
    #expect(counts.allSatisfy { $0 > 20 })
  }

  @Test func agreesWithZ3OnFirstOrderProblems() {
    let solver = Z3Solver()
    var refuted = 0
    for seed in 0..<150 {
      var generator = FormulaGenerator(seed: UInt64(seed))
      generator.hasEquality = seed % 2 == 0
      let formulas = (0..<2 + seed % 6).map { _ in generator.formula(depth: 2 + seed % 3) }
      let question = Question(formulas)
      let truth = solver.check(
        formulas.enumerated().map { ("s\($0)", $1) }, cpuSeconds: 5, resourceLimit: 2_000_000,
        memoryBytes: 1 << 30)
      switch question.run() {
      case .saturated:
        if case .unsatisfiable = truth { Issue.record("seed \(seed) has no model") }
      case .limit: break
      case let outcome:
        refuted += 1
        if case .satisfiable = truth { Issue.record("seed \(seed) has a model") }
        if let steps = question.refutation(outcome) {
          let isAccepted = isAccepted(question.certificate(steps))
          #expect(isAccepted, "seed \(seed)")
        }
      }
    }
    #expect(refuted > 15)
  }

  @Test func corruptedRefutationsAreRejected() {
    var corruptions = 0
    for seed in 0..<40 {
      let question = Question(nearPropositional(seed: seed, hasEquality: false))
      guard case .refutation(let steps) = question.run() else { continue }
      let certificate = question.certificate(steps)
      for kind in Corruptor.Kind.allCases {
        var corruptor = Corruptor(seed: UInt64(seed))
        guard let corrupted = corruptor.corruption(of: certificate, kind) else { continue }
        corruptions += 1
        let isAccepted = isAccepted(corrupted)
        #expect(!isAccepted, "\(kind) of seed \(seed)")
      }
    }
    #expect(corruptions > 50)
  }

  @Test func slicesGiveWhatOneRunGives() {
    for seed in 0..<20 {
      let question = Question(nearPropositional(seed: seed, hasEquality: true))
      var sliced = InstantiationProver(
        clauses: question.clausifier.clauses, firstStep: question.firstStep)
      var limits = InstantiationLimits(inferences: 0)
      var outcome = InstantiationOutcome.limit(.inferences)
      while case .limit(.inferences) = outcome {
        limits.inferences += 10
        outcome = sliced.run(limits: limits)
      }
      let isSame = outcome == question.run(inferences: .max)
      #expect(isSame)
    }
  }

  @Test func limitsAreNamed() {
    let question = Question([
      .forAll(
        "x",
        .implies(
          .predicate("P", .variable("x")),
          .predicate("P", .application("f", [.variable("x")])))),
      .predicate("P", .constant("a")),
      .not(.predicate("Q", .constant("a"))),
      .forAll("x", .or([.not(.predicate("P", .variable("x"))), .predicate("R", .variable("x"))])),
    ])
    var prover = InstantiationProver(
      clauses: question.clausifier.clauses, firstStep: question.firstStep)
    #expect(prover.run(limits: InstantiationLimits(inferences: 0)) == .limit(.inferences))
    #expect(prover.run(limits: InstantiationLimits(memoryBytes: 0)) == .limit(.memory))
    #expect(
      prover.run(limits: InstantiationLimits(), isCancelled: { true }) == .limit(.cancelled))
    #expect(prover.run(limits: InstantiationLimits(cpuSeconds: -1)) == .limit(.time))
  }
}
