import CausalAxioms
import Testing

@Suite struct AnswerComparisonTests {
  @Test func labelsAreFirstWords() {
    #expect(AnswerComparison.label("Yes.") == .yes && AnswerComparison.label(" no") == .no)
    #expect(AnswerComparison.label("False") == .no && AnswerComparison.label("None") == nil)
    #expect(AnswerComparison.label("") == nil && AnswerComparison.label("yesterday") == nil)
  }

  @Test func setsPathsAndOrdersAreCompared() {
    #expect(AnswerComparison.agrees("{K}", with: "[set(), {'K'}]"))
    #expect(AnswerComparison.agrees("{}", with: "[set(), {'K'}]"))
    #expect(!AnswerComparison.agrees("{H}", with: "[set(), {'K'}]"))
    #expect(AnswerComparison.agrees("A->B, A->C->B", with: "A->C->B, A->B"))
    #expect(!AnswerComparison.agrees("A, B", with: "B, A"))
  }

  @Test func predictionsAreReadWithoutGuessing() {
    #expect(PredictionReading.label("Yes, there is no other way") == .yes)
    #expect(PredictionReading.label("There is no path. The answer is: Yes") == .yes)
    #expect(PredictionReading.label("So it is **No**.") == .no)
    #expect(PredictionReading.label("It may be yes or no") == nil)
    #expect(PredictionReading.label("") == nil)
  }
}
