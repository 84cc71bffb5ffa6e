// Broken texts: whatever is done to a story, it is read or diagnosed, and what is read is closed.

import Diagnostics
import FirstOrderLogic
import TestSupport
import Testing

@testable import English

@Suite struct EnglishMutationTests {
  private static let seeds = [
    "Anne is kind. All kind people who like the cat are red. Is Anne red?",
    "If someone is red and they see the cat then they are not kind. Therefore, Bob isn't kind.",
    "Every wumpus is a yumpus. Neither Tom nor Ann is a wumpus.\n\nTom is either red or kind.",
    "# expected: True\nPremises:\n1. Nobody who owns a dog is sad.\nQuestion: Does Zoë own a dog?",
    "It is not true that Tom and Ann are both students, unless Tom can swim. Is Tom young?",
  ].map { Array($0.utf8) }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func mutationsAreReadOrDiagnosed(_ seed: UInt64) {
    var mutator = Mutator(seeds: Self.seeds, seed: seed)
    for _ in 0..<500 {
      let source = SourceText(name: "mutation", bytes: mutator.next(limit: 1_024))
      let story = Story(text: source)
      let readings = EnglishReader.sentences(of: story)
      #expect(readings.count == story.premises.count + (story.conclusion == nil ? 0 : 1))
      for reading in readings {
        #expect((reading.formula == nil) == (reading.diagnostic != nil))
        let span = reading.diagnostic?.span ?? reading.sentence.span
        #expect(span.lower >= 0 && span.upper <= source.bytes.count)
        #expect(reading.formula?.freeVariables.isEmpty != false)
      }
    }
  }

  @Test func longSentencesEnd() {
    let long = "Anne is kind" + String(repeating: " and Bob is red or kind", count: 150) + "."
    #expect(reading(of: long) == DiagnosticCode.unreadSentence.rawValue)
    let wide = "All " + String(repeating: "big cats ", count: 400) + "are red."
    #expect(DiagnosticCode(rawValue: reading(of: wide)) != nil)
  }
}
