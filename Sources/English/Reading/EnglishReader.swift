// The reader of controlled English: sentences in, formulas out, and for each sentence that is not
// certain a diagnostic that says why.
//
//   words -> all readings by Grammars/english.ebnf -> the only one, else refused -> symbols -> formula
//
// No lexicon stands behind it. Function words and endings give the structure; content words become
// symbols. That is the design of controlled languages such as Attempto (Fuchs, Kaljurand and Kuhn
// 2008), which however resolve every ambiguity by rule: a text not written for the reader would then be
// read in ways its author did not mean. Here such a sentence is left to its author, or to a model.

import Diagnostics
import FirstOrderLogic

/// What was made of one sentence.
public struct SentenceReading: Sendable {
  /// `premise1`, `premise2`, ..., `conclusion`.
  public var name: String
  /// The sentence and its place.
  public var sentence: Sentence
  /// Index of the text that the place is in, in the story's `sources`.
  public var source: Int
  /// What it says; nil when it is not certain.
  public var formula: Formula?
  /// Why it is not.
  public var diagnostic: Diagnostic?
}

/// Reads English.
public enum EnglishReader {
  /// Most bytes of a sentence.
  static let maximumSentence = 4_096

  /// Reads a text: premises, then the conclusion.
  ///
  /// - Complexity: O(bytes), and O(symbols squared) for the relations between them.
  public static func read(_ source: SourceText) -> ReadResult { read(Story(text: source)) }

  /// Reads a story.
  public static func read(_ story: Story) -> ReadResult {
    let readings = sentences(of: story)
    var problem = Problem(premises: [], conclusion: nil)
    var diagnostics = story.diagnostics
    for reading in readings {
      if let diagnostic = reading.diagnostic { diagnostics.append(diagnostic) }
      guard let formula = reading.formula else { continue }
      let statement = Statement(
        name: reading.name, formula: formula, span: reading.sentence.span)
      if reading.name == "conclusion" {
        problem.conclusion = statement
      } else {
        problem.premises.append(statement)
      }
    }
    return ReadResult(problem: problem, diagnostics: diagnostics)
  }

  /// Reads each sentence of a story: the premises in their order, then the conclusion.
  public static func sentences(of story: Story) -> [SentenceReading] {
    let parts = story.premises + (story.conclusion.map { [$0] } ?? [])
    let splits = parts.map {
      WordSplitter(story.sources[$0.source].bytes, in: $0.sentence.span)
    }
    let evidence = Evidence(sentences: splits.map(\.words))
    var results: [Result<Clause, MeaningFault>] = []
    for (index, part) in parts.enumerated() {
      results.append(
        clause(splits[index], part, evidence, known: { knownNames(results) }))
    }
    let vocabulary = Vocabulary(results.map { try? $0.get() })
    return parts.indices.map { index in
      var result: Result<Formula, MeaningFault>
      switch results[index] {
      case .failure(let fault): result = .failure(fault)
      case .success(let clause):
        var interpreter = Interpreter(vocabulary: vocabulary)
        do throws(MeaningFault) {
          result = .success(try interpreter.formula(clause))
        } catch {
          result = .failure(error)
        }
        if let fault = vocabulary.faults[index] { result = .failure(fault) }
      }
      let isConclusion = index == story.premises.count
      return reading(
        result, parts[index], splits[index].words,
        name: isConclusion ? "conclusion" : "premise\(index + 1)", story)
    }
  }

  private static func reading(
    _ result: Result<Formula, MeaningFault>, _ part: Story.Part, _ words: [Word], name: String,
    _ story: Story
  ) -> SentenceReading {
    var reading = SentenceReading(
      name: name, sentence: part.sentence, source: part.source, formula: nil, diagnostic: nil)
    switch result {
    case .success(let formula): reading.formula = formula
    case .failure(let fault):
      let span =
        fault.word.map { words.indices.contains($0) ? words[$0].span : part.sentence.span }
        ?? part.sentence.span
      reading.diagnostic = Diagnostic(
        fault.code, in: story.sources[part.source], at: span, fault.message, hint: fault.hint)
    }
    return reading
  }

  /// The one reading of a sentence.
  private static func clause(
    _ split: WordSplitter, _ part: Story.Part, _ evidence: Evidence,
    known: () -> Set<[String]>
  ) -> Result<Clause, MeaningFault> {
    let words = split.words
    if let stray = split.stray {
      let next = words.firstIndex { $0.span.lower >= stray.lower } ?? max(words.count - 1, 0)
      return .failure(
        MeaningFault(
          code: .unreadSentence, word: next, message: "a character that belongs to no word",
          hint: "brackets, colons and quotes are not read"))
    }
    guard !words.isEmpty, part.sentence.span.upper - part.sentence.span.lower <= maximumSentence
    else {
      return .failure(
        MeaningFault(code: .unreadSentence, message: "the sentence is empty or too long"))
    }
    guard part.isQuestion else {
      var parser = ClauseParser(words: words, evidence: evidence)
      return only(parser.sentence(), parser)
    }
    return question(words, evidence, known: known)
  }

  private static func only(
    _ readings: [Clause], _ parser: ClauseParser
  ) -> Result<Clause, MeaningFault> {
    if readings.count == 1, parser.fuel > 0 { return .success(readings[0]) }
    if readings.isEmpty || parser.fuel <= 0 {
      let text = parser.words.indices.contains(parser.stop) ? parser.words[parser.stop].text : nil
      let message =
        parser.reason
        ?? text.map { "reading stops at `\($0)`" } ?? "the sentence ends too early"
      return .failure(
        MeaningFault(
          code: .unreadSentence, word: min(parser.stop, max(parser.words.count - 1, 0)),
          message: message, hint: "Documentation/english.md says what is read"))
    }
    return .failure(
      MeaningFault(
        code: .ambiguousSentence, message: "there are \(readings.count) readings",
        hint: "`either`, `both`, `who` or a second sentence can tell them apart"))
  }

  /// The statement that a question asks about: `Is Anne kind?`, `Does the cat like Anne?`
  private static func question(
    _ words: [Word], _ evidence: Evidence, known: () -> Set<[String]>
  ) -> Result<Clause, MeaningFault> {
    guard words[0].kind.isAuxiliary else {
      return .failure(
        MeaningFault(
          code: .unreadSentence, word: 0, message: "only questions for yes or no are read",
          hint: "begin with `is`, `are`, `does` or `do`"))
    }
    var found: [Clause] = []
    var last = ClauseParser(words: words, evidence: evidence)
    for end in 2..<max(words.count, 2) {
      let turned = Array(words[1..<end]) + [words[0]] + words[end...]
      var parser = ClauseParser(words: turned, evidence: evidence)
      for clause in parser.sentence() where !found.contains(clause) { found.append(clause) }
      last = parser
    }
    if found.count > 1 {
      let names = known()
      let sure = found.filter { $0.subjectName.map { names.contains($0.words) } == true }
      if !sure.isEmpty { found = sure }
    }
    return only(found, last)
  }

  private static func knownNames(_ results: [Result<Clause, MeaningFault>]) -> Set<[String]> {
    var names: Set<[String]> = []
    for case .success(let clause) in results { clause.forEachName { names.insert($0.words) } }
    return names
  }
}

extension Clause {
  /// The name that the clause is about.
  fileprivate var subjectName: Name? {
    if case .says(.name(let name), _) = self { return name }
    return nil
  }

  /// Calls `visit` with the names that are subjects.
  fileprivate func forEachName(_ visit: (Name) -> Void) {
    switch self {
    case .says(.name(let name), _): visit(name)
    case .says, .exists: break
    case .not(let part): part.forEachName(visit)
    case .and(let parts), .or(let parts): for part in parts { part.forEachName(visit) }
    case .eitherOr(let left, let right), .implies(let left, let right), .iff(let left, let right):
      left.forEachName(visit)
      right.forEachName(visit)
    }
  }
}
