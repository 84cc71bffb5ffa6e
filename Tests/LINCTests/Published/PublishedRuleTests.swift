// The flaws of the published pipeline, one test each, its error codes and its vote.

import LINC
import TestSupport
import Testing

@Suite struct PublishedRuleTests {
  private func result(_ formulas: String..., seconds: Double = 10) -> SampleResult {
    let lines = formulas.map { "TEXT:\ta sentence\nFOL:\t\($0)" }
    return PublishedRule(cpuSeconds: seconds).result(of: lines.joined(separator: "\n"))
  }

  @Test func theThreeLabels() {
    let rule = "all x. (Cat(x) -> Animal(x))"
    #expect(result(rule, "Cat(Tom)", "Animal(Tom)").label == .true)
    #expect(result(rule, "Cat(Tom)", "-Animal(Tom)").label == .false)
    #expect(result(rule, "Cat(Tom)", "Cat(Felix)").label == .uncertain)
    #expect(result("Wet | -Wet").label == .true)
  }

  @Test func contradictoryPremisesProveEverything() {
    #expect(result("Wet(Rome)", "-Wet(Rome)", "Cold(Rome)").label == .true)
    #expect(result("Wet(Rome)", "-Wet(Rome)", "-Cold(Rome)").label == .true)
  }

  @Test func aNameFromUToZIsAVariable() {
    #expect(result("Barks(wolf)", "all x. (Barks(x))").label == .true)
    #expect(result("Barks(fox)", "all x. (Barks(x))").label == .uncertain)
    #expect(result("Barks(Wolf)", "all x. (Barks(x))").label == .uncertain)
  }

  @Test func aFreeVariableOfTheConclusionIsClosedAfterItsNegation() {
    #expect(result("Cat(Tom)", "-Cat(Rex)", "all x. (Cat(x))").label == .false)
    #expect(result("Cat(Tom)", "-Cat(Rex)", "Cat(x)").label == .uncertain)
    #expect(result("all x. (-Cat(x))", "Cat(x)").label == .false)
  }

  @Test func aLimitIsAnError() {
    let result = result("all x. (P(x) | Q(x))", "P(A)", seconds: 0)
    #expect(result.label == .error)
    #expect(result.errorCode == "limit")
  }

  @Test func exclusiveOrHasNoSymbol() {
    #expect(result("Wet ⊕ Dry", "Wet", "Dry").errorCode == "nltk-syntax")
    #expect(result("(Wet(A) & -Dry(A)) | (-Wet(A) & Dry(A))", "Wet(A)", "Dry(A)").label == .false)
  }

  @Test func aBracketWithoutInnerOnesIsTakenForAnArgumentList() {
    let port = "all x. (Port(x) -> (x = Oslo | x = Bergen))"
    let either = "Narvik = Oslo | Narvik = Bergen"
    #expect(result(port, "Port(Narvik)", either).label == .uncertain)
    let plain = "all x. (Port(x) -> x = Oslo | x = Bergen | Closed(x))"
    #expect(result(plain, "Port(Narvik)", either + " | Closed(Narvik)").label == .true)
  }

  @Test func aMinusBelongsToTheThingBeforeTheEquals() {
    #expect(result("-Rome = Oslo", "-(Rome = Oslo)").label == .uncertain)
    #expect(result("Rome != Oslo", "Oslo != Rome").label == .true)
  }

  @Test func aMarkWithoutTabIsNone() {
    let text = "TEXT: Tom is a cat.\nFOL: Cat(Tom)\nTEXT: Tom is a cat.\nFOL: Cat(Tom)"
    #expect(PublishedRule().result(of: text).errorCode == "no-formulas")
    let mended = text.replacing("FOL: ", with: "FOL:\t")
    #expect(PublishedRule().result(of: mended).label == .true)
  }

  @Test(arguments: [
    ("P(A) P(B)", "nltk-syntax"), ("x(A)", "nltk-name"), ("~P(A)", "prover9-syntax"),
    ("P(A, B)", "prover9-arity"), ("R(P(A))", "prover9-symbol-kind"),
  ])
  func errorsHaveCodes(_ premise: String, _ code: String) {
    let result = result(premise, "P(A)")
    #expect(result.label == .error)
    #expect(result.errorCode == code)
  }

  @Test func scratchpadTextsEndBeforeTheirAnswer() {
    let text = "FOL:\tCat(Tom)\nFOL:\tCat(Tom)\nANSWER:\tFalse"
    #expect(PublishedRule().result(of: text, isScratchpad: true).label == .true)
  }

  @Test(arguments: [
    ([SampleLabel](), SampleLabel.error),
    ([.error, .error], .error),
    ([.error, .error, .false], .false),
    ([.true, .false, .false], .false),
    ([.uncertain, .true, .true, .uncertain], .uncertain),
    ([.error, .false, .uncertain, .true], .false),
  ])
  func theVote(_ labels: [SampleLabel], _ expected: SampleLabel) {
    #expect(PublishedRule.vote(labels) == expected)
  }

  @Test func errorsNeverChangeAVote() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let labels = (0..<10).map { _ in
        [SampleLabel.true, .false, .uncertain, .error].randomElement(using: &random)!
      }
      #expect(PublishedRule.vote(labels) == PublishedRule.vote(labels.filter { $0 != .error }))
    }
  }
}
