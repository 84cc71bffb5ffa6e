import Diagnostics
import FirstOrderLogic
import Foundation
import TestSupport
import Testing

@Suite struct GrammarTests {
  static let languages: [String: InputFormat] = [
    "native": .native, "nltk": .nltk, "folio": .folio, "prover9": .prover9, "logic-lm": .logicLM,
    "tptp": .tptp,
  ]

  static var files: [String] {
    let folder = TestData.package.appending(path: "Grammars").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    // English has a reader, and a test of its own, in a module above.
    return names.filter {
      ($0.hasSuffix(".ebnf") || $0.hasSuffix(".gbnf")) && !$0.hasPrefix("english")
    }.sorted()
  }

  /// Conditions on sentences that no context-free grammar states.
  static let contextual: Set<DiagnosticCode> = [
    .freeVariable, .severalConclusions, .includeNotFound, .includeCycle, .arityClash,
    .predicateAsTerm, .noConclusion, .noPremises, .duplicateName,
  ]

  static let doubled: Set<String> = [
    "&", "|", "=>", "<=>", "<~>", "->", "<->", "∧", "∨", "⊕", "→", "↔", "=", "!=", "≠",
  ]

  private func grammar(_ file: String) throws -> (Grammar, InputFormat) {
    let url = TestData.package.appending(path: "Grammars/\(file)")
    let text = try String(contentsOf: url, encoding: .utf8)
    let format = try #require(Self.languages[url.deletingPathExtension().lastPathComponent])
    return (
      try file.hasSuffix(".ebnf") ? GrammarFileReader.ebnf(text) : GrammarFileReader.gbnf(text),
      format
    )
  }

  private func errors(_ text: String, _ format: InputFormat) -> [Diagnostic] {
    ProblemReader.read(SourceText(text), format: format) { _ in nil }.diagnostics.filter {
      $0.severity == .error && !Self.contextual.contains($0.code)
    }
  }

  /// Whether what comes next is read past: a Prover9 attribute, a Logic-LM predicate's declaration.
  private func isSkipped(_ before: ArraySlice<SentenceToken>) -> Bool {
    let opener = before.last { $0.text.hasSuffix("(") }
    let heading = before.last { $0.text.hasSuffix(":\n") }
    return opener?.text.contains("#") == true || heading?.text == "Predicates:\n"
  }

  @Test func theTPTPGrammarIsAmongThem() { #expect(Self.files.contains("tptp.ebnf")) }

  @Test(arguments: files)
  func sentencesAreRead(_ file: String) throws {
    let (grammar, format) = try grammar(file)
    var sampler = GrammarSampler(grammar, seed: 1)
    for number in 0..<200 {
      let text = sampler.sentence(depth: 8 + number % 20).text
      let errors = errors(text, format)
      #expect(errors.isEmpty, "\(file): \(text)\n\(errors.map { $0.rendered() })")
    }
  }

  @Test(arguments: files)
  func brokenSentencesAreRefused(_ file: String) throws {
    let (grammar, format) = try grammar(file)
    var broken = 0
    var sampler = GrammarSampler(grammar, seed: 2)
    var random = SeededGenerator(seed: 3)
    for number in 0..<200 {
      let sentence = sampler.sentence(depth: 8 + number % 20)
      let closers = sentence.indices.filter {
        sentence[$0].text == ")" && !isSkipped(sentence[..<$0])
      }
      let operators = sentence.indices.filter {
        Self.doubled.contains(sentence[$0].text.trimmingCharacters(in: .whitespaces))
      }
      if let index = closers.randomElement(using: &random) {
        var cut = sentence
        cut.remove(at: index)
        #expect(!errors(cut.text, format).isEmpty, "\(file): \(cut.text)")
        broken += 1
      }
      if let index = operators.randomElement(using: &random) {
        var doubled = sentence
        doubled.insert(sentence[index], at: index)
        #expect(!errors(doubled.text, format).isEmpty, "\(file): \(doubled.text)")
        broken += 1
      }
    }
    #expect(broken > 100)
  }

  @Test(arguments: [
    "a = b ;", "a = \"x ;", "a = ? b ? ;", "a = ( \"x\" ;", "a = \"x\" ; a = \"y\" ;",
  ])
  func faultyGrammarsAreRefused(_ text: String) {
    #expect(throws: GrammarFault.self) { try GrammarFileReader.ebnf(text) }
  }

  @Test func bothDialectsDescribeTheSameLanguage() throws {
    let ebnf = try GrammarFileReader.ebnf(
      "s = \"a\" , { n } , [ 'b' ] ; (* Tokens *) n = \"0\" … \"1\" , ? [2-3] ? ;")
    let gbnf = try GrammarFileReader.gbnf(
      "root ::= \"a\" n* \"b\"? # end\nn ::= \" \" [0-1] [\\x32-3]\n")
    let pattern = /a( ?[01][23])* ?b?/
    for seed in 0..<100 as Range<UInt64> {
      var first = GrammarSampler(ebnf, seed: seed)
      var second = GrammarSampler(gbnf, seed: seed)
      #expect(first.sentence(depth: 4).text.wholeMatch(of: pattern) != nil)
      #expect(second.sentence(depth: 4).text.wholeMatch(of: pattern) != nil)
    }
  }
}
