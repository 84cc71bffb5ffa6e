// Reads rows of a program back: facts and a question in the words of its predicates.
//
//   text     ::= { sentence "." } question "?"
//   sentence ::= name WORDS name | name WORDS | a rule of the program in its own words
//   question ::= AUXILIARY name WORDS name | AUXILIARY name WORDS
//
// A name is any word without blanks and punctuation. Where a predicate's words begin and end is told by
// their number, so that any word may be a name; the file's reader refuses predicates that sound alike.

import Diagnostics

/// A row's facts and question, nodes numbered by first mention.
struct AxiomText {
  var names: [String] = []
  var facts: [GroundAtom] = []
  var question: GroundAtom?
  var diagnostics: [Diagnostic] = []
}

/// Reads texts in the words of a program.
public struct AxiomReader: Sendable {
  /// The program.
  public let program: HornProgram
  private let statements: [Key: Int]
  private let questions: [Key: Int]
  private let rules: Set<String>

  /// Words of a sentence but its names, and how many names it has.
  private struct Key: Hashable {
    var words: [String]
    var arity: Int
  }

  /// Most nodes of a text.
  public static let maximumNames = 256

  /// Makes a reader.
  public init(program: HornProgram) {
    self.program = program
    var statements: [Key: Int] = [:]
    var questions: [Key: Int] = [:]
    for (place, predicate) in program.predicates.enumerated() {
      let phrase = predicate.phrase
      statements[Key(words: phrase.words, arity: predicate.arity)] = place
      let words = [phrase.auxiliary] + phrase.questionWords
      questions[Key(words: words, arity: predicate.arity)] = place
    }
    self.statements = statements
    self.questions = questions
    rules = Set(program.ruleSentences)
  }

  /// Reads a text.
  func read(_ source: SourceText) -> AxiomText {
    var text = AxiomText()
    var numbers: [String: Int] = [:]
    var tokens: [DemonstrationToken] = []
    DemonstrationToken.scan(source.bytes, 0..<source.bytes.count, into: &tokens)
    var start = 0
    var seen: Set<GroundAtom> = []
    while start < tokens.count {
      let end = tokens[start...].firstIndex { $0.mark == 0x2E || $0.mark == 0x3F } ?? tokens.count
      let sentence = tokens[start..<end]
      let span = Span(
        tokens[start].span.lower, tokens[max(start, min(end, tokens.count) - 1)].span.upper)
      let isQuestion = end < tokens.count && tokens[end].mark == 0x3F
      start = end + 1
      if sentence.isEmpty { continue }
      guard text.question == nil else {
        text.report(.unreadSentence, source, span, "there is text after the question")
        break
      }
      if end == tokens.count {
        text.report(
          .missingFullStop, source, span, "the sentence has no full stop or question mark")
      }
      let words = sentence.map { source.string($0.span) }
      if !isQuestion, rules.contains(Self.joined(words)) { continue }
      guard let (predicate, arguments) = atom(words, isQuestion: isQuestion) else {
        text.report(
          .unreadSentence, source, span,
          isQuestion ? "no question about a relation of the axioms" : "no fact of the axioms",
          hint: isQuestion ? example(\.question) : example(\.statement))
        continue
      }
      var nodes: [Int] = []
      for name in arguments {
        if let known = numbers[name] {
          nodes.append(known)
          continue
        }
        if isQuestion {
          text.report(
            .unknownNode, source, span,
            "no fact mentions \(name), of which thus nothing follows")
        }
        numbers[name] = text.names.count
        nodes.append(text.names.count)
        text.names.append(name)
      }
      let found = GroundAtom(
        predicate: predicate, first: nodes[0], second: nodes[nodes.count - 1])
      if isQuestion {
        text.question = found
      } else if seen.insert(found).inserted {
        text.facts.append(found)
      } else {
        text.report(.duplicateEdge, source, span, "the fact is stated before")
      }
    }
    check(&text, source)
    return text
  }

  private func check(_ text: inout AxiomText, _ source: SourceText) {
    let whole = Span(source.bytes.count, source.bytes.count)
    if text.question == nil, text.diagnostics.allSatisfy({ $0.severity < .error }) {
      text.report(
        .missingQuestion, source, whole, "no question is asked", hint: example(\.question))
    }
    if text.names.count > Self.maximumNames {
      text.report(
        .axiomLimit, source, whole,
        "\(text.names.count) names; at most \(Self.maximumNames) are taken")
    }
  }

  private func atom(_ words: [String], isQuestion: Bool) -> (Int, [String])? {
    let table = isQuestion ? questions : statements
    let subject = isQuestion ? 1 : 0
    guard words.count > subject + 1 else { return nil }
    var inner = words
    let name = inner.remove(at: subject)
    if let found = table[Key(words: inner, arity: 1)] { return (found, [name]) }
    let object = inner.removeLast()
    return table[Key(words: inner, arity: 2)].map { ($0, [name, object]) }
  }

  // The words of a sentence as a rule is written.
  private static func joined(_ words: [String]) -> String {
    var text = ""
    for word in words {
      if !text.isEmpty, word != "," { text += " " }
      text += word
    }
    return text + "."
  }

  private func example(_ form: KeyPath<Examples, String>) -> String {
    "write `" + Examples(program)[keyPath: form] + "`"
  }

  private struct Examples {
    var statement: String
    var question: String

    init(_ program: HornProgram) {
      func phrase(_ place: Int) -> (RelationPhrase, String?) {
        let predicate = program.predicates[place]
        return (predicate.phrase, predicate.arity == 2 ? "Y" : nil)
      }
      let (fact, object) = phrase(program.base[0])
      statement = fact.sentence("X", object) + "."
      let (asked, other) = phrase(program.asked[0])
      question = asked.question("X", other)
    }
  }
}

extension AxiomText {
  fileprivate mutating func report(
    _ code: DiagnosticCode, _ source: SourceText, _ span: Span, _ message: String,
    hint: String? = nil
  ) {
    diagnostics.append(Diagnostic(code, in: source, at: span, message, hint: hint))
  }
}
