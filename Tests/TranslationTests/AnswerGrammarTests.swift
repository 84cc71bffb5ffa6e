import Diagnostics
import FirstOrderLogic
import Foundation
import TestSupport
import Testing

@testable import Translation

@Suite struct AnswerGrammarTests {
  /// Faults that only depend on how names are used across formulas, beyond any grammar.
  static let beyondGrammar: Set<DiagnosticCode> = [.arityClash, .predicateAsTerm]

  /// Whatever the grammar derives is the listing of the sentences, and every formula is read.
  @Test(arguments: [
    ["Socrates is a man."], ["All \"men\" are mortal.", "It's 5\\6 o'clock: é → ∀.", "A\tB [c]"],
    (0..<12).map { "Sentence \($0)." },
  ])
  func whatTheGrammarDerivesIsRead(_ sentences: [String]) throws {
    let grammar = try GrammarFileReader.gbnf(AnswerGrammar.listing(of: sentences))
    var sampler = GrammarSampler(grammar, seed: 3)
    for number in 0..<100 {
      let text = sampler.sentence(depth: 6 + number % 18).text
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 2 * sentences.count + 1 && lines.last == "")
      var formulas: [String] = []
      for (index, sentence) in sentences.enumerated() {
        #expect(lines[2 * index] == "TEXT:\t\(sentence)")
        #expect(lines[2 * index + 1].hasPrefix("FOL:\t"))
        formulas.append(String(lines[2 * index + 1].dropFirst(5)))
      }
      let result = ProblemReader.read(
        SourceText(formulas.joined(separator: "\n")), format: .nltk)
      let errors = result.diagnostics.filter {
        $0.severity == .error && !Self.beyondGrammar.contains($0.code)
      }
      #expect(errors.isEmpty, "\(text)")
      #expect(result.problem.statements.count == sentences.count)
    }
  }

  @Test func sentencesAreQuoted() {
    #expect(AnswerGrammar.literal("a\"b\\c\td") == #""a\"b\\c\td""#)
  }
}
