import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import English

/// The grammar file and the reader describe the same language.
@Suite struct EnglishGrammarTests {
  private func grammar() throws -> Grammar {
    let url = TestData.package.appending(path: "Grammars/english.ebnf")
    return try GrammarFileReader.ebnf(String(contentsOf: url, encoding: .utf8))
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func sentencesAreRead(_ seed: UInt64) throws {
    var sampler = GrammarSampler(try grammar(), seed: seed)
    for number in 0..<400 {
      let text = sampler.sentence(depth: 8 + number % 20).text
      let result = reading(of: text, after: "The bear is quiet.")
      #expect(DiagnosticCode(rawValue: result) == nil, "\(text): \(result)")
    }
  }

  /// With a word of its structure dropped or doubled a sentence is mostly another or none; it is
  /// never read as the one it was.
  @Test func brokenSentencesAreNotReadAsBefore() throws {
    var sampler = GrammarSampler(try grammar(), seed: 9)
    var random = SeededGenerator(seed: 9)
    let structure: Set<String> = [
      "not", "no", "neither", "only", "unless", "some", "if", "or", "and", "nothing", "nobody",
    ]
    var broken = 0
    for number in 0..<600 {
      let text = sampler.sentence(depth: 8 + number % 20).text
      var words = text.split(separator: " ")
      let places = words.indices.filter { structure.contains(String(words[$0])) }
      guard let place = places.randomElement(using: &random) else { continue }
      words.remove(at: place)
      let before = reading(of: text, after: "The bear is quiet.")
      let after = reading(of: words.joined(separator: " "), after: "The bear is quiet.")
      #expect(before != after || DiagnosticCode(rawValue: before) != nil, "\(text)")
      broken += 1
    }
    #expect(broken > 200)
  }
}
