// Generated texts: sentences with formulas, the conclusion last.

import Diagnostics
import TestSupport
import Testing

@testable import FirstOrderLogic

@Suite struct GenerationReaderTests {
  func read(_ text: String, premises: Int? = nil) -> GenerationReading {
    GenerationReader.read(
      SourceText(text), premiseCount: premises, options: ReadingOptions(repairs: true))
  }

  @Test func theLastFormulaIsTheConclusion() {
    let reading = read(
      "Sure!\nTEXT:\tAll cats purr.\nFOL:\tall x. (Cat(x) -> Purrs(x))\n"
        + "TEXT:\tTom is a cat.\nFOL:\tCat(Tom)\nTEXT:\tTom purrs.\nFOL:\tPurrs(Tom)\n", premises: 2
    )
    #expect(reading.result.isUsable)
    #expect(reading.result.diagnostics.isEmpty)
    #expect(reading.result.problem.premises.map(\.name) == ["premise1", "premise2"])
    #expect(reading.result.problem.conclusion?.formula == .predicate("Purrs", .constant("Tom")))
    #expect(
      reading.sentences == [
        "premise1": "All cats purr.", "premise2": "Tom is a cat.", "conclusion": "Tom purrs.",
      ])
  }

  @Test func marksMayStandInListsAndBoldType() {
    let reading = read("- **FOL:** `Cat(tom)`\n* **FOL:** ∀x (Cat(x) → Purrs(x))\n")
    #expect(reading.result.problem.premises.first?.formula == .predicate("Cat", .constant("tom")))
    #expect(reading.result.isUsable)
  }

  @Test(arguments: ["", "  \n\n", "I can't translate that.", "TEXT:\tAll cats purr.\n"])
  func withoutFormulasThereIsNoProblem(_ text: String) {
    let reading = read(text)
    #expect(reading.result.diagnostics.map(\.code) == [.noFormulas])
    #expect(!reading.result.isUsable)
  }

  @Test func anotherNumberOfPremisesIsTold() {
    let reading = read("FOL:\tP(a)\nFOL:\tP(b)\n", premises: 2)
    #expect(reading.result.diagnostics.map(\.code) == [.premiseCount])
    #expect(reading.result.isUsable)
  }

  @Test func aFaultHasItsPlaceInTheText() {
    let reading = read("TEXT:\tx\nFOL:\tP(a) & & Q(a)\nFOL:\tQ(a)\n")
    let fault = reading.result.diagnostics.first { $0.code == .missingOperand }
    #expect(fault?.location.line == 2)
    #expect(!reading.result.isUsable)
    #expect(reading.result.problem.conclusion != nil)
  }

  @Test func aTextThatRepeatsItselfIsRefusedAtOnce() {
    let reading = read(String(repeating: "FOL:\tP(a)\n", count: 200_000))
    #expect(reading.result.diagnostics.map(\.code) == [.tooManyFaults])
    #expect(!reading.result.isUsable && reading.result.problem.premises.isEmpty)
  }

  @Test func mutatedTextsAreReadOrRefused() {
    let seed = "TEXT:\tAll cats purr.\nFOL:\tall x. (Cat(x) -> Purrs(x))\nFOL:\tPurrs(Tom)\n"
    var mutator = Mutator(seeds: [Array(seed.utf8)], seed: 7)
    for _ in 0..<2_000 {
      let text = String(decoding: mutator.next(), as: UTF8.self)
      let reading = read(text)
      #expect(reading.result.isUsable || !reading.result.diagnostics.isEmpty)
    }
  }
}
