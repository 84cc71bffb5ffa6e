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

  /// Known formulas stand as they are, and their names may be used elsewhere.
  @Test func knownFormulasAreFixed() throws {
    let known = "all x. (cat(x) -> likes_fish(x, bob))"
    let text = AnswerGrammar.listing(of: ["A.", "B."], known: [known, nil])
    var sampler = GrammarSampler(try GrammarFileReader.gbnf(text), seed: 4)
    let samples = (0..<200).map { _ in sampler.sentence(depth: 12).text }
    #expect(samples.allSatisfy { $0.hasPrefix("TEXT:\tA.\nFOL:\t\(known)\nTEXT:\tB.\nFOL:\t") })
    for name in ["cat", "likes_fish", "bob"] {
      #expect(samples.contains { $0.dropFirst(known.count + 20).contains(name) })
    }
    for sample in samples {
      let formula = String(sample.split(separator: "\n")[3].dropFirst(5))
      let result = ProblemReader.read(SourceText("\(known)\n\(formula)"), format: .nltk)
      #expect(
        result.diagnostics.allSatisfy {
          $0.severity < .error || Self.beyondGrammar.contains($0.code)
        }, "\(sample)")
    }
  }

  @Test func sentencesAreQuoted() {
    #expect(AnswerGrammar.literal("a\"b\\c\td") == #""a\"b\\c\td""#)
  }
}
