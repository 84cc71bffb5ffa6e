import Certificates
import Diagnostics
import Entailment
import FirstOrderLogic
import Testing

@testable import English

/// What a text leaves open must not decide an answer.
@Suite struct AlternativeReadingTests {
  private func verdicts(_ text: String) -> Set<Verdict> {
    let result = EnglishReader.read(SourceText(text))
    #expect(result.isUsable, "\(result.diagnostics.map(\.message))")
    let entailer = Entailer(options: EntailmentOptions())
    return Set(([result.problem] + result.alternatives).map { entailer.answer($0).verdict })
  }

  @Test func eitherOrMatters() {
    #expect(
      verdicts("Anne is either kind or red. Anne is kind. Is Anne red?") == [.false, .uncertain])
    #expect(verdicts("Anne is either kind or red. Anne is not kind. Is Anne red?") == [.true])
    #expect(
      verdicts("Either Anne is kind or Anne is red, but not both. Anne is kind. Is Anne red?")
        == [.false])
    #expect(
      verdicts("If Anne is either kind or red then Bob is sad. Anne is kind. Is Bob sad?")
        == [.true, .uncertain])
    #expect(verdicts("Anne is kind. Anne is red. Is Anne either kind or red?") == [.true, .false])
  }

  @Test func wordsThatArePartsOfOthersMatter() {
    #expect(
      verdicts("Anne is a jazz singer. All singers are happy. Is Anne happy?")
        == [.true, .uncertain])
    #expect(
      verdicts(
        "Anne is a jazz singer. All jazz singers are happy. No singers are rich. Is Anne happy?")
        == [.true])
    #expect(
      verdicts("Herbie is red. Herbie is a car. All red cars are fast. Is Herbie fast?")
        == [.true, .uncertain])
    #expect(
      verdicts("Bob played. Everyone who plays is happy. Is Bob happy?") == [.true, .uncertain])
    #expect(
      verdicts("Bob flew. Everyone who can fly is happy. Is Bob happy?") == [.true, .uncertain])
  }

  @Test func plainTextsHaveNoAlternatives() {
    let text = "Anne is kind. All kind people are red. Is Anne red?"
    #expect(EnglishReader.read(SourceText(text)).alternatives.isEmpty)
    #expect(verdicts(text) == [.true])
  }
}
