// Z3 against the definition of truth: its models satisfy the original formulas, and what it refutes
// has no model over one or two elements. The memory limit is the whole process's, so a test of it here
// would disturb the others.

import Certificates
import FirstOrderLogic
import Foundation
import TestSupport
import Testing

@testable import SMT

extension Z3Solver {
  fileprivate func check(_ formulas: [Formula], seconds: Double = 5, resources: UInt32 = 0)
    -> SMTOutcome
  {
    check(
      formulas.enumerated().map { ("s\($0)", $1) }, cpuSeconds: seconds, resourceLimit: resources,
      memoryBytes: 1 << 30)
  }
}

private let x = Term.variable("x")
private let y = Term.variable("y")
private func f(_ term: Term) -> Term { .application("f", [term]) }

@Suite struct Z3SolverTests {
  @Test func agreesWithEnumeration() {
    let solver = Z3Solver()
    var refuted = 0
    var models = 0
    for seed in 0..<300 {
      var generator = FormulaGenerator(seed: UInt64(seed))
      let formulas = (0..<1 + seed % 6).map { _ in generator.formula(depth: 2 + seed % 3) }
      switch solver.check(formulas, resources: 2_000_000) {
      case .satisfiable(let model?):
        models += 1
        let read = Interpretation(model)
        for formula in formulas { #expect(read.holds(formula), "seed \(seed)") }
      case .satisfiable(nil): break
      case .unsatisfiable(let core):
        refuted += 1
        let used = formulas.indices.filter { core.contains("s\($0)") }.map { formulas[$0] }
        #expect(used.count == core.count)
        let all = used.reduce(Formula.constant(true)) { .and([$0, $1]) }
        for size in 1...2 {
          #expect(
            !Interpretation.existsModel(
              of: all, size: size, predicates: generator.predicates,
              functions: generator.functions), "seed \(seed)")
        }
      case .unknown: break
      }
    }
    #expect(models > 100)
    #expect(refuted > 20)
  }

  @Test func coreNamesOnlyWhatIsNeeded() {
    let outcome = Z3Solver().check([
      .forAll("x", .implies(.predicate("man", x), .predicate("mortal", x))),
      .predicate("wise", .constant("plato")),
      .predicate("man", .constant("socrates")),
      .not(.predicate("mortal", .constant("socrates"))),
    ])
    #expect(outcome == .unsatisfiable(core: ["s0", "s2", "s3"]))
  }

  @Test func symbolsAreToldApartByArityAndKind() {
    let p = Term.constant("p")
    let outcome = Z3Solver().check([
      .predicate("p"), .predicate("p", p), .not(.predicate("p", .application("p", [p]))),
      .predicate("p", .distinct("p")), .not(.equal(p, .distinct("p"))),
    ])
    guard case .satisfiable(let model?) = outcome else {
      Issue.record("no model: \(outcome)")
      return
    }
    #expect(model.functions.map(\.arity).sorted() == [0, 0, 1])
    #expect(model.predicates.map(\.arity).sorted() == [0, 1])
  }

  @Test func distinctObjectsDiffer() {
    let apple = Term.distinct("\"Apple\"")
    let solver = Z3Solver()
    #expect(solver.check([.equal(apple, .distinct("2"))]) == .unsatisfiable(core: ["s0"]))
    guard case .satisfiable(let model?) = solver.check([.equal(apple, apple), .equal(y2, y2)])
    else {
      Issue.record("no model")
      return
    }
    #expect(model.size >= 2)
    #expect(Set(model.functions.map(\.name)) == ["\"Apple\"", "2"])
    #expect(Set(model.functions.map { $0.values[0] }).count == 2)
  }
  private var y2: Term { .distinct("2") }

  @Test func propositionsNeedOneElement() {
    #expect(
      Z3Solver().check([.not(.predicate("p"))])
        == .satisfiable(
          FiniteModel(
            size: 1, functions: [],
            predicates: [FiniteModel.Table(name: "p", arity: 0, values: [false])])))
    #expect(
      Z3Solver().check([]) == .satisfiable(FiniteModel(size: 1, functions: [], predicates: [])))
  }

  @Test func infiniteModelsAreNotMadeUp() {
    // An injection that is not onto: no finite model.
    let outcome = Z3Solver().check(
      [
        .forAll("x", .forAll("y", .implies(.equal(f(x), f(y)), .equal(x, y)))),
        .exists("x", .forAll("y", .not(.equal(f(y), x)))),
      ], resources: 300_000)
    switch outcome {
    case .unknown, .satisfiable(nil): break
    default: Issue.record("\(outcome)")
    }
  }

  @Test func deepFormulasAndTermsAreTranslated() {
    var formula = Formula.predicate("p")
    for level in 0..<(Formula.maximumDepth - 2) {
      formula =
        level % 2 == 0
        ? .not(formula)
        : .forAll("x\(level)", .or([formula, .predicate("q", .variable("x\(level)"))]))
    }
    let deep = (0..<Formula.maximumDepth - 2).reduce(Term.constant("a")) { term, _ in f(term) }
    let outcome = Z3Solver().check(
      [formula, .predicate("q", deep), .not(.predicate("q", deep))], seconds: 20)
    #expect(outcome == .unsatisfiable(core: ["s1", "s2"]))
  }

  @Test func limitsGiveUnknownAndLeaveTheSolverUsable() {
    let solver = Z3Solver()
    // Without a finite model, and without a short refutation.
    func m(_ a: Term, _ b: Term) -> Term { .application("m", [a, b]) }
    let hard: [Formula] = [
      .forAll("x", .forAll("y", .equal(m(m(x, y), y), m(x, m(f(y), x))))),
      .forAll("x", .not(.equal(f(m(x, f(x))), x))),
      .forAll("x", .forAll("y", .implies(.equal(f(x), f(y)), .equal(x, y)))),
      .exists("x", .forAll("y", .not(.equal(f(y), x)))),
    ]
    if case .unknown = solver.check(hard, resources: 20_000) {
    } else {
      Issue.record("the resource limit did not hold")
    }
    if case .unknown = solver.check(hard, seconds: 0.05) {
    } else {
      Issue.record("the time limit did not hold")
    }
    #expect(
      solver.check([.predicate("p"), .not(.predicate("p"))])
        == .unsatisfiable(core: ["s0", "s1"]))
    if case .unknown = solver.check(hard, seconds: 0) {
    } else {
      Issue.record("no time is no time")
    }
    if case .unknown = solver.check([.predicate("p", x)]) {
    } else {
      Issue.record("a free variable was accepted")
    }
  }

  // A thread, not a task: the pool of tasks may be busy with other tests for longer than the limit.
  @Test func interruptionFromAnotherThreadEndsTheQuestion() {
    let solver = Z3Solver()
    let interruption = solver.interruption
    let injection: [Formula] = [
      .forAll("x", .forAll("y", .implies(.equal(f(x), f(y)), .equal(x, y)))),
      .exists("x", .forAll("y", .not(.equal(f(y), x)))),
    ]
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.3)
      interruption.interrupt()
    }
    let start = ContinuousClock.now
    #expect(solver.check(injection, seconds: 10) == .unknown("interrupted"))
    #expect(ContinuousClock.now - start < .seconds(8))
    #expect(
      solver.check([.predicate("p"), .not(.predicate("p"))])
        == .unsatisfiable(core: ["s0", "s1"]))
  }

  // Z3's own flag would survive and make it answer "satisfiable" without having read the statements.
  @Test func interruptionBetweenQuestionsHasNoEffect() {
    let solver = Z3Solver()
    let contradiction: [Formula] = [.predicate("p"), .not(.predicate("p"))]
    for _ in 0..<3 {
      #expect(solver.check(contradiction) == .unsatisfiable(core: ["s0", "s1"]))
      solver.interruption.interrupt()
    }
  }
}
