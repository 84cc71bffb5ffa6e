import FirstOrderLogic
import TestSupport
import Testing

@testable import Clausification

@Suite struct MiniscopingTests {
  private let p = Formula.predicate("p", .variable("X"))
  private let q = Formula.predicate("q", .variable("X"))
  private let r = Formula.predicate("r", .variable("Y"))
  private let s = Formula.predicate("s", .variable("X"), .variable("Y"))
  private let c = Formula.predicate("c")

  @Test func universalQuantifiersGoIntoConjunctions() {
    #expect(
      Formula.forAll("X", .and([p, c, q])).miniscoped()
        == .and([.forAll("X", p), c, .forAll("X", q)]))
    #expect(
      Formula.forAll("X", .or([c, .and([p, q])])).miniscoped()
        == .or([c, .and([.forAll("X", p), .forAll("X", q)])]))
  }

  @Test func partsWithoutTheVariableComeFirst() {
    for quantifier in [Quantifier.forAll, .exists] {
      #expect(
        Formula.quantified(quantifier, "X", .or([p, c, q])).miniscoped()
          == .or([c, .quantified(quantifier, "X", .or([p, q]))]))
    }
    #expect(
      Formula.exists("X", .and([p, c, r])).miniscoped() == .and([c, r, .exists("X", p)]))
  }

  @Test func innerQuantifiersGoFirst() {
    #expect(
      Formula.forAll("X", .exists("Y", .and([p, r]))).miniscoped()
        == .and([.forAll("X", p), .exists("Y", r)]))
    #expect(
      Formula.exists("Y", .exists("X", .or([c, .and([p, r])]))).miniscoped()
        == .or([c, .and([.exists("X", p), .exists("Y", r)])]))
  }

  @Test func idleQuantifiersGo() {
    #expect(Formula.forAll("X", .exists("Y", p)).miniscoped() == .forAll("X", p))
    #expect(Formula.exists("X", .constant(true)).miniscoped() == .constant(true))
  }

  @Test func whatCannotMoveStays() {
    let formulas: [Formula] = [
      p, .forAll("X", .or([p, q])), .exists("X", .or([p, q])), .exists("X", .and([p, q])),
      .forAll("X", .exists("Y", s)), .and([.forAll("X", p), c]),
    ]
    for formula in formulas { #expect(formula.miniscoped() == nil) }
  }

  @Test(arguments: 0..<300)
  func meaningIsKept(_ seed: UInt64) {
    let sample = Sample(seed: seed)
    let before = sample.formula.negationNormalForm()
    guard let result = before.miniscoped() else { return }
    #expect(result != before)
    #expect(result.isInNegationNormalForm)
    #expect(result.miniscoped() == nil)
    for interpretation in sample.interpretations {
      #expect(interpretation.holds(result) == interpretation.holds(sample.formula))
    }
  }

  @Test func formulasMadeToBeSlowAreLeftAsTheyAre() {
    let names = (0..<400).map { "X\($0)" }
    let parts = (0..<400).map { Formula.atom(.predicate("p\($0)", names.map { .variable($0) })) }
    let formula = names.reduce(.and(parts)) { Formula.forAll($1, $0) }
    #expect(formula.miniscoped() == nil)
  }
}
