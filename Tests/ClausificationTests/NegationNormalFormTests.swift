import FirstOrderLogic
import TestSupport
import Testing

@testable import Clausification

@Suite struct NegationNormalFormTests {
  private let a = Formula.predicate("a")
  private let b = Formula.predicate("b")
  private let c = Formula.predicate("c")

  @Test func equivalencesAreConjunctions() {
    let same = Formula.and([.or([.not(a), b]), .or([a, .not(b)])])
    let different = Formula.and([.or([a, b]), .or([.not(a), .not(b)])])
    #expect(Formula.iff(a, b).negationNormalForm() == same)
    #expect(Formula.not(.iff(a, b)).negationNormalForm() == different)
    #expect(Formula.xor(a, b).negationNormalForm() == different)
    #expect(Formula.not(.xor(a, b)).negationNormalForm() == same)
  }

  @Test func connectivesAreFlat() {
    #expect(
      Formula.or([a, .implies(b, .or([c, .not(.and([a, b]))]))]).negationNormalForm()
        == .or([a, .not(b), c, .not(a), .not(b)]))
    #expect(
      Formula.not(.implies(.and([a, b]), .implies(c, a))).negationNormalForm()
        == .and([a, b, c, .not(a)]))
    #expect(
      Formula.and([.iff(a, b), c]).negationNormalForm()
        == .and([.or([.not(a), b]), .or([a, .not(b)]), c]))
  }

  @Test func negationTurnsQuantifiersAndConstants() {
    #expect(
      Formula.not(.forAll("X", .exists("Y", .and([a, .constant(true)])))).negationNormalForm()
        == .exists("X", .forAll("Y", .or([.not(a), .constant(false)]))))
  }

  @Test(arguments: 0..<300)
  func meaningIsKept(_ seed: UInt64) {
    let sample = Sample(seed: seed)
    let result = sample.formula.negationNormalForm()
    #expect(result.isInNegationNormalForm)
    #expect(result.negationNormalForm() == result)
    #expect(sample.formula.isInNegationNormalForm == (result == sample.formula))
    for interpretation in sample.interpretations {
      #expect(interpretation.holds(result) == interpretation.holds(sample.formula))
    }
  }
}
