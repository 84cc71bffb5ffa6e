// The finder against the definition of truth: a model is found exactly when one of that size exists,
// and it satisfies the original formula.

import Certificates
import Clausification
import FirstOrderLogic
import TestSupport
import Testing

@testable import FiniteModels

private func clauses(of formulas: [Formula]) -> [InputClause] {
  let statements = formulas.enumerated().map { Statement(name: "s\($0)", formula: $1) }
  let problem = Problem(premises: statements, conclusion: nil)
  var clausifier = Clausifier(avoidingSymbolsOf: problem)
  for statement in statements {
    clausifier.add(
      statement.formula.withDistinctVariables(), rule: .premise(name: statement.name))
  }
  clausifier.addDistinctness()
  return clausifier.clauses
}

private func problem(_ formulas: [Formula]) -> Problem {
  Problem(
    premises: formulas.enumerated().map { Statement(name: "s\($0)", formula: $1) }, conclusion: nil)
}

private let x = Term.variable("x")
private let y = Term.variable("y")
private let z = Term.variable("z")
private func constants(_ count: Int) -> [Term] { (0..<count).map { .constant("c\($0)") } }

/// All constants different, in clauses.
private func different(_ terms: [Term]) -> [Formula] {
  terms.indices.flatMap { i in terms[..<i].map { .not(.equal($0, terms[i])) } }
}

@Suite struct ModelFinderTests {
  @Test(arguments: 0..<120) func agreesWithEnumeration(seed: Int) throws {
    var generator = FormulaGenerator(seed: UInt64(seed))
    let formula = Formula.and(
      (0..<2 + seed % 4).map { _ in generator.formula(depth: 2 + seed % 3) })
    var finder = ModelFinder(clauses: clauses(of: [formula]))
    let smallest = (1...2).first {
      Interpretation.existsModel(
        of: formula, size: $0, predicates: generator.predicates, functions: generator.functions)
    }
    switch finder.search(sizes: 1...2, limits: ModelSearchLimits()) {
    case .model(let model):
      #expect(model.size == smallest)
      let restricted = try #require(model.restricted(to: problem([formula])))
      #expect(Interpretation(restricted).holds(formula))
    case .exhausted(let size):
      #expect(size == 2)
      #expect(smallest == nil)
    case .limit(let limit, _): Issue.record("stopped by \(limit)")
    }
  }

  @Test(arguments: 200..<400) func modelsOfConjunctionsHold(seed: Int) throws {
    var generator = FormulaGenerator(seed: UInt64(seed))
    let formulas = (0..<4).map { _ in generator.formula(depth: 3) }
    var finder = ModelFinder(clauses: clauses(of: formulas))
    if case .model(let model) = finder.search(sizes: 1...4, limits: ModelSearchLimits()) {
      let restricted = try #require(model.restricted(to: problem(formulas)))
      for formula in formulas { #expect(Interpretation(restricted).holds(formula)) }
    } else {
      let all = Formula.and(formulas)
      let exists = Interpretation.existsModel(
        of: all, size: 1, predicates: generator.predicates, functions: generator.functions)
      #expect(!exists)
    }
  }

  @Test func pigeonsNeedAsManyElementsAsTheyAre() {
    var finder = ModelFinder(clauses: clauses(of: different(constants(5))))
    #expect(finder.isEPR)
    #expect(finder.decisiveSize == 5)
    #expect(finder.search(sizes: 1...4, limits: ModelSearchLimits()) == .exhausted(upTo: 4))
    guard case .model(let model) = finder.search(sizes: 1...5, limits: ModelSearchLimits()) else {
      Issue.record("no model")
      return
    }
    #expect(Set(model.functions.map { $0.values[0] }).count == 5)
  }

  @Test func unsatisfiableEPRIsExhaustedAtOnce() {
    let formulas: [Formula] = [
      .forAll("x", .predicate("P", x)), .not(.predicate("P", .constant("a"))),
    ]
    var finder = ModelFinder(clauses: clauses(of: formulas))
    #expect(finder.decisiveSize == 1)
    let outcome = finder.search(sizes: 1...1_000_000, limits: ModelSearchLimits(maximumSize: 100))
    #expect(outcome == .exhausted(upTo: 100))
  }

  @Test func distinctObjectsKeepTheirNamesAndDiffer() throws {
    let objects: [Term] = [.distinct("\"Apple\""), .distinct("2"), .distinct("-3/4")]
    let formulas: [Formula] = objects.map { .predicate("P", $0) }
    var finder = ModelFinder(clauses: clauses(of: formulas))
    guard case .model(let model) = finder.search(sizes: 1...5, limits: ModelSearchLimits()) else {
      Issue.record("no model")
      return
    }
    let restricted = try #require(model.restricted(to: problem(formulas)))
    #expect(restricted.functions.map(\.name) == ["\"Apple\"", "-3/4", "2"])
    #expect(Set(restricted.functions.map { $0.values[0] }).count == 3)
  }

  @Test func groupOfOrderAtLeastFourIsFound() {
    func times(_ a: Term, _ b: Term) -> Term { .application("m", [a, b]) }
    let axioms: [Formula] = [
      .forAll(
        "x",
        .forAll("y", .forAll("z", .equal(times(times(x, y), z), times(x, times(y, z)))))),
      .forAll("x", .equal(times(.constant("c0"), x), x)),
      .forAll("x", .equal(times(.application("i", [x]), x), .constant("c0"))),
      .exists("x", .exists("y", .not(.equal(times(x, y), times(y, x))))),
    ]
    var finder = ModelFinder(clauses: clauses(of: axioms))
    #expect(!finder.isEPR && finder.decisiveSize == nil)
    guard case .model(let model) = finder.search(sizes: 1...6, limits: ModelSearchLimits()) else {
      Issue.record("the symmetric group was not found")
      return
    }
    #expect(model.size == 6)
    for axiom in axioms {
      let restricted = model.restricted(to: problem(axioms))!
      #expect(Interpretation(restricted).holds(axiom))
    }
  }

  @Test func deepTermsAreSplit() {
    let deep = (0..<400).reduce(x) { term, _ in .application("f", [term]) }
    let formulas: [Formula] = [
      .forAll("x", .equal(deep, x)), .exists("x", .not(.equal(.application("f", [x]), x))),
    ]
    var finder = ModelFinder(clauses: clauses(of: formulas))
    let limits = ModelSearchLimits(groundClauses: 200_000)
    guard case .model(let model) = finder.search(sizes: 1...4, limits: limits) else {
      Issue.record("no model")
      return
    }
    #expect(model.size == 2)
  }

  @Test func limitsAreNamed() {
    let arguments = (0..<70).map { Term.constant("c\($0)") }
    let big: [Formula] = [.atom(.predicate("P", arguments))] + different(constants(2))
    var finder = ModelFinder(clauses: clauses(of: big))
    #expect(
      finder.search(sizes: 1...3, limits: ModelSearchLimits()) == .limit(.groundClauses, size: 2))
    #expect(
      finder.search(sizes: 1...3, limits: ModelSearchLimits(), isCancelled: { true })
        == .limit(.cancelled, size: 1))
    #expect(
      finder.search(sizes: 1...3, limits: ModelSearchLimits(cpuSeconds: -1))
        == .limit(.time, size: 1))
    // Pigeons, by a function of three arguments: the symmetry of others is broken.
    var pigeons = ModelFinder(
      clauses: clauses(of: [
        .forAll("x", .forAll("y", .implies(.equal(f(x), f(y)), .equal(x, y)))),
        .exists("x", .forAll("y", .not(.equal(f(y), x)))),
      ]))
    #expect(
      pigeons.search(sizes: 9...9, limits: ModelSearchLimits(conflicts: 20))
        == .limit(.conflicts, size: 9))
  }

  private func f(_ term: Term) -> Term { .application("f", [term, term, term]) }

  @Test func searchIsDeterministic() {
    var generator = FormulaGenerator(seed: 7)
    let formulas = (0..<5).map { _ in generator.formula(depth: 3) }
    var first = ModelFinder(clauses: clauses(of: formulas))
    var second = ModelFinder(clauses: clauses(of: formulas))
    #expect(
      first.search(sizes: 1...4, limits: ModelSearchLimits())
        == second.search(sizes: 1...4, limits: ModelSearchLimits()))
  }
}
