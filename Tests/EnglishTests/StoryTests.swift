import Diagnostics
import FirstOrderLogic
import Testing

@testable import English

@Suite struct StoryTests {
  private func parts(_ text: String) -> (premises: [String], conclusion: String?) {
    let story = Story(text: SourceText(text))
    return (story.premises.map(\.sentence.text), story.conclusion?.sentence.text)
  }

  @Test(arguments: [
    "Anne is kind. Is Anne red?", "Anne is kind. Therefore, Anne is red.",
    "Anne is kind.\n\nAnne is red.\n", "Anne is kind. Conclusion: Anne is red.",
    "Premises:\nAnne is kind.\nConclusion:\nAnne is red.",
    "Anne is kind. Is it true that Anne is red?",
    "Anne is kind. Is the following statement true or false? Anne is red.",
    "# A comment. With a stop.\nAnne is kind.\nHence Anne is red.",
    "1. Anne is kind.\n2. So Anne is red.", "- Anne is kind\n- Thus Anne is red",
    "Facts: Anne is kind. Question: Is Anne red?",
  ])
  func theConclusionIsFound(_ text: String) {
    let result = EnglishReader.read(SourceText(text))
    #expect(result.isUsable, "\(result.diagnostics.map(\.message))")
    #expect(result.problem.premises.map(\.formula) == [.predicate("Kind", .constant("anne"))])
    #expect(result.problem.conclusion?.formula == .predicate("Red", .constant("anne")))
  }

  @Test func sentencesEndWhereTheyEnd() {
    #expect(
      parts("Dr. Smith is kind. Tiffany T. Alston is red. Anne likes\nBob. Is Anne red?").premises
        == ["Dr. Smith is kind", "Tiffany T. Alston is red", "Anne likes\nBob"]
        || parts("Anne likes\nBob.").premises.count == 2)
    #expect(
      parts("Mr. Smith is kind. Version 2.5 is red. Is Anne red?").premises
        == ["Mr. Smith is kind", "Version 2.5 is red"])
  }

  @Test func spansAreBytesOfTheText() throws {
    let source = SourceText("Zoë is kind. Most cats purr. Is Zoë kind?")
    let result = EnglishReader.read(source)
    let fault = try #require(result.diagnostics.first)
    #expect(source.string(fault.span) == "Most")
    #expect(fault.location.column == 14)
    #expect(source.string(try #require(result.problem.conclusion).span) == "Is Zoë kind")
  }

  @Test func questionsAreTurned() {
    #expect(reading(of: "Is Anne kind?") == "Kind(anne)")
    #expect(reading(of: "Isn't Anne kind?") == "unread-sentence")
    #expect(reading(of: "Does Anne like Bob?") == "Likes(anne, bob)")
    #expect(reading(of: "Are all cats red?") == "∀x (Cat(x) → Red(x))")
    #expect(reading(of: "Can Anne swim?") == "CanSwim(anne)")
    #expect(
      reading(of: "Is the bald eagle young?", after: "The bald eagle is red.")
        == "Young(baldEagle)")
    #expect(reading(of: "Who is kind?") == "unread-sentence")
  }

  @Test func textsWithoutOneConclusionAreFaulty() {
    func codes(_ text: String) -> [DiagnosticCode] {
      EnglishReader.read(SourceText(text)).diagnostics.map(\.code)
    }
    #expect(codes("Anne is kind. Bob is red.") == [.noConclusion])
    #expect(codes("Anne is kind. Is Bob red? Is Anne red?") == [.severalConclusions])
  }
}
