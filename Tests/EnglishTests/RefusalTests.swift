import Diagnostics
import FirstOrderLogic
import Testing

@testable import English

/// What is not certain is refused by name.
@Suite struct RefusalTests {
  /// A sentence, the code, and the word that the diagnostic points at; nil for the whole sentence.
  static let sentences: [(String, DiagnosticCode, String?)] = [
    ("Most cats are red.", .unreadSentence, "Most"),
    ("Anne is taller than Bob.", .unreadSentence, "than"),
    ("Tom owns two dogs.", .unreadSentence, "two"),
    ("Anne is red and kind or quiet.", .unreadSentence, "and"),
    ("Anne is kind and Bob is red or Tom is old.", .unreadSentence, "and"),
    ("Anne is not red and kind.", .unreadSentence, "and"),
    ("Anne is not red or kind.", .unreadSentence, "or"),
    ("Tom and Ann are friends.", .unreadSentence, "are"),
    ("Pets are cats and dogs.", .unreadSentence, "and"),
    ("Anne is the mayor.", .unreadSentence, "the"),
    ("Anne is French.", .unreadSentence, "French"),
    ("Anne likes “cats”.", .unreadSentence, nil),
    ("Anne fixed the car (again).", .unreadSentence, nil),
    ("Someone is either a cook or a singer.", .ambiguousSentence, nil),
    ("A cat is in the garden.", .ambiguousSentence, nil),
    ("If people are kind, Bob is sad.", .ambiguousSentence, nil),
    ("Animals can swim.", .ambiguousSentence, nil),
    ("Some student likes every dog.", .unreadSentence, nil),
    ("It is not true that Anne is kind and Bob is red.", .unreadSentence, nil),
    ("Tom wins or loses at the fair.", .unreadSentence, "or"),
    ("Tom is a village and port in England.", .unreadSentence, "port"),
    ("She is kind.", .unclearReference, "She"),
    ("If Tom sees Ann, then he is happy.", .unclearReference, "he"),
    ("The person is kind.", .unclearReference, nil),
    ("Only people are kind.", .ambiguousSentence, nil),
    ("If the price is high, then Tom is sad.", .unclearVocabulary, nil),
    ("Tom eats meat and drink.", .unreadSentence, "and"),
    ("Tom sees art between the left and the right hands.", .unreadSentence, nil),
    ("Tom does homework.", .unreadSentence, nil),
    ("People are late and tired members of the club.", .unreadSentence, "and"),
    ("Tom includes Roman and Islamic Art.", .unreadSentence, nil),
    ("If cooks send letters, then Tom reads them.", .unclearReference, "them"),
    ("If letters are red, then it is sad.", .unclearReference, "it"),
    ("They attend and are engaged with school events.", .unreadSentence, nil),
    ("Time flies like an arrow.", .ambiguousSentence, nil),
    ("Everyone loves someone.", .unreadSentence, nil),
    ("Cats chase some dog.", .unreadSentence, nil),
    ("Only Anne is kind.", .unreadSentence, nil),
    ("Visiting relatives can be boring.", .unreadSentence, nil),
    ("Tom does not like some dogs.", .unreadSentence, nil),
    ("It is not true that anyone is kind.", .ambiguousSentence, nil),
    ("Either Tom is kind or Ann is red or Bob is old.", .ambiguousSentence, nil),
    ("Hello there.", .unreadSentence, nil),
    ("Is", .unreadSentence, nil),
  ]

  @Test(arguments: sentences)
  func refusedWithCodeAndPlace(
    _ sentence: String, _ code: DiagnosticCode, _ word: String?
  ) throws {
    var story = Story()
    let source = SourceText(sentence)
    story.addPremises(source)
    let reading = try #require(EnglishReader.sentences(of: story).last)
    #expect(reading.formula == nil, "\(sentence)")
    let diagnostic = try #require(reading.diagnostic)
    #expect(diagnostic.code == code, "\(sentence): \(diagnostic.message)")
    if let word { #expect(source.string(diagnostic.span) == word, "\(sentence)") }
    #expect(
      diagnostic.hint?.isEmpty == false || code == .ambiguousSentence || code == .unclearReference)
  }

  /// A second sentence whose words are related to the first's in a way that is not clear.
  @Test(arguments: [
    ("The cat is red.", "All cats are animals."),
    ("Bob is old. Bob drinks water.", "Water is wet."),
    ("Bob is kind.", "Bob Smith is red."), ("The eagle is red.", "The bald eagle is kind."),
    ("Anne is a former cook.", "Anne is a cook."), ("Anne paints barns.", "Some barns are red."),
    ("Open-source software is free.", "Tom is open-source."),
  ])
  func unclearVocabulary(_ first: String, _ second: String) {
    #expect(reading(of: second, after: first) == DiagnosticCode.unclearVocabulary.rawValue)
  }

  @Test func everySentenceIsReadOrDiagnosed() {
    let story = Story(text: SourceText("Anne is kind. Most cats purr. Bob is red. Is Anne kind?"))
    let readings = EnglishReader.sentences(of: story)
    #expect(readings.map(\.name) == ["premise1", "premise2", "premise3", "conclusion"])
    #expect(readings.map { $0.formula != nil } == [true, false, true, true])
    #expect(readings.map { $0.diagnostic != nil } == [false, true, false, false])
    #expect(readings[1].sentence.text == "Most cats purr")
    let result = EnglishReader.read(story)
    #expect(result.problem.premises.map(\.name) == ["premise1", "premise3"])
    #expect(!result.isUsable)
  }
}
