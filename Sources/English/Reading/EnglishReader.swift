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
  /// Whether it is what is asked.
  public var isConclusion: Bool { name == "conclusion" }
  /// What it says; nil when it is not certain.
  public var formula: Formula?
  /// Why it is not.
  public var diagnostic: Diagnostic?
  /// What it says with each `either` as strong and as weak as it can be meant; nil where it has none.
  var extremes: (strongest: Formula, weakest: Formula)?
  /// Whether the sentence can be meant in one way only.
  public var isSettled: Bool { formula != nil && extremes == nil }
}

/// Reads English.
public enum EnglishReader {
  /// Most bytes of a sentence.
  static let maximumSentence = 4_096

  /// Reads a text: premises, then the conclusion.
  ///
  /// - Complexity: O(bytes), and O(symbols squared) for the relations between them.
  public static func read(
    _ source: SourceText, semantics: EnglishSemantics = .classical
  ) -> ReadResult {
    read(Story(text: source), semantics: semantics)
  }

  /// Reads a story.
  public static func read(
    _ story: Story, semantics: EnglishSemantics = .classical
  ) -> ReadResult {
    let (readings, hypotheses) = read(parts: story)
    let problem = problem(readings) { $0.formula }
    let result = ReadResult(
      problem: problem, alternatives: alternatives(readings, hypotheses, besides: problem),
      diagnostics: story.diagnostics + readings.compactMap(\.diagnostic))
    guard semantics != .classical, result.isUsable else { return result }
    return forwards(result, story, isRequired: semantics == .forwardRules)
  }

  private static func forwards(
    _ result: ReadResult, _ story: Story, isRequired: Bool
  ) -> ReadResult {
    let problems = ([result.problem] + result.alternatives).map(\.asForwardRules)
    guard let problem = problems[0], problems.allSatisfy({ $0 != nil }) else {
      guard isRequired else { return result }
      var faulty = result
      faulty.diagnostics.append(
        Diagnostic(
          .unsupported, in: story.sources[0], at: Span(0, 0),
          "not all sentences are facts or rules, which alone can be applied forwards"))
      return faulty
    }
    var encoded = ReadResult(
      problem: problem, alternatives: problems.dropFirst().compactMap(\.self),
      diagnostics: result.diagnostics)
    encoded.appliesRulesForwards = true
    return encoded
  }

  private static func problem(
    _ readings: [SentenceReading], _ formula: (SentenceReading) -> Formula?
  ) -> Problem {
    var problem = Problem(premises: [], conclusion: nil)
    for reading in readings {
      guard let formula = formula(reading) else { continue }
      let statement = Statement(
        name: reading.name, formula: formula, span: reading.sentence.span)
      if reading.isConclusion {
        problem.conclusion = statement
      } else {
        problem.premises.append(statement)
      }
    }
    return problem
  }

  /// The problem as strong and as weak as its words can be meant, where that is not settled.
  private static func alternatives(
    _ readings: [SentenceReading], _ hypotheses: [Formula], besides problem: Problem
  ) -> [Problem] {
    guard !hypotheses.isEmpty || readings.contains(where: { $0.extremes != nil }) else { return [] }
    var found: [Problem] = []
    for isStrongPremise in [true, false] {
      for isStrongConclusion in [true, false] {
        var other = Self.problem(readings) { reading in
          guard let extremes = reading.extremes else { return reading.formula }
          let isStrong = reading.isConclusion ? isStrongConclusion : isStrongPremise
          return isStrong ? extremes.strongest : extremes.weakest
        }
        if isStrongPremise {
          other.premises += hypotheses.enumerated().map { index, formula in
            Statement(name: "hypothesis\(index + 1)", formula: formula)
          }
        }
        if other != problem, !found.contains(other) { found.append(other) }
      }
    }
    return found
  }

  /// Reads each sentence of a story: the premises in their order, then the conclusion.
  public static func sentences(of story: Story) -> [SentenceReading] { read(parts: story).readings }

  private static func read(
    parts story: Story
  ) -> (readings: [SentenceReading], hypotheses: [Formula]) {
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
    let readings = parts.indices.map { index in
      let isConclusion = index == story.premises.count
      var reading = SentenceReading(
        name: isConclusion ? "conclusion" : "premise\(index + 1)",
        sentence: parts[index].sentence, source: parts[index].source)
      do throws(MeaningFault) {
        let clause = try results[index].get()
        if let fault = vocabulary.faults[index] { throw fault }
        try interpret(clause, vocabulary, into: &reading)
      } catch {
        reading.diagnostic = diagnostic(error, parts[index], splits[index].words, story)
      }
      return reading
    }
    return (readings, vocabulary.hypotheses)
  }

  private static func interpret(
    _ clause: Clause, _ vocabulary: Vocabulary, into reading: inout SentenceReading
  ) throws(MeaningFault) {
    var interpreter = Interpreter(vocabulary: vocabulary, eitherReading: .exclusive)
    reading.formula = try interpreter.formula(clause)
    guard interpreter.hasEither else { return }
    var strong = Interpreter(vocabulary: vocabulary, eitherReading: .strongest)
    var weak = Interpreter(vocabulary: vocabulary, eitherReading: .weakest)
    reading.extremes = (try strong.formula(clause), try weak.formula(clause))
  }

  private static func diagnostic(
    _ fault: MeaningFault, _ part: Story.Part, _ words: [Word], _ story: Story
  ) -> Diagnostic {
    let word = fault.word.flatMap { words.indices.contains($0) ? words[$0].span : nil }
    return Diagnostic(
      fault.code, in: story.sources[part.source], at: word ?? part.sentence.span, fault.message,
      hint: fault.hint)
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
      parser.isQuestion = true
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
    case .eitherOr(let left, let right), .exclusive(let left, let right),
      .implies(let left, let right), .iff(let left, let right):
      left.forEachName(visit)
      right.forEachName(visit)
    }
  }
}
