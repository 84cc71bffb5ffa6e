// Reads Logic-LM programs (Pan, Albalak, Wang and Wang 2023).
//
//   program ::= section*
//   section ::= heading line*            heading ::= ("Predicates" | "Premises" | "Conclusion"
//   line    ::= statement [":::" sentence]             | "Facts" | "Rules" | "Query") ":"
//
// Premises and the conclusion are formulas in FOLIO's notation; facts, rules and the query are in the
// Pyke style that `RuleParser` reads. A program is what a language model answered, so text of another
// kind round the sections is reported and skipped. See Grammars/logic-lm.ebnf.

import Diagnostics

/// Reads Logic-LM programs.
public enum LogicLMReader {
  /// Reads a program.
  ///
  /// - Parameters:
  ///   - source: the program; its bytes may stand in a row.
  ///   - options: how faults are treated.
  /// - Returns: facts, rules and premises in the order written, the query as the conclusion.
  /// - Complexity: O(bytes).
  public static func read(_ source: SourceText, options: ReadingOptions) -> ReadResult {
    var reader = ProgramReader(source: source, options: options)
    for line in lines(of: source) { reader.line(line) }
    return reader.finished()
  }

  /// The lines without their ends and without the blanks around them; empty ones are left out.
  static func lines(of source: SourceText) -> [Span] {
    var lines: [Span] = []
    var start = 0
    for end in 0...source.bytes.count where end == source.bytes.count || source.bytes[end] == 0x0A {
      let line = source.trimmed(Span(start, end))
      if line.lower < line.upper { lines.append(line) }
      start = end + 1
    }
    return lines
  }
}

/// The sections of a program.
private enum ProgramSection: String, CaseIterable {
  case predicates, premises, conclusion, facts, rules, query

  /// Reads a heading's word; the singular or the plural will do.
  init?(heading: String) {
    let word = heading.lowercased()
    let match = Self.allCases.first { section in
      section.rawValue == word || section.rawValue == word + "s" || section.rawValue + "s" == word
    }
    guard let match else { return nil }
    self = match
  }
}

private struct ProgramReader {
  let source: SourceText
  let options: ReadingOptions
  var collector: ProblemCollector
  var declarations = PredicateDeclarations()
  /// Nil before the first heading and in sections of other names.
  var section: ProgramSection?
  var hasSection = false
  var askedAt: Span?
  var premises = 0
  var wording = ProblemWording()

  init(source: SourceText, options: ReadingOptions) {
    self.source = source
    self.options = options
    collector = ProblemCollector(options: options)
    _ = collector.add(source)
  }

  mutating func line(_ line: Span) {
    guard let colon = source.headingColon(in: line) else {
      content(line)
      return
    }
    let word = source.headingWord(Span(line.lower, colon))
    let rest = source.trimmed(Span(colon + 1, line.upper))
    let isAlone = source.bytes[rest.lower..<rest.upper].allSatisfy { $0 == UInt8(ascii: "*") }
    if let known = ProgramSection(heading: word) {
      (section, hasSection) = (known, true)
      if !isAlone { content(rest) }
    } else if isAlone {
      section = nil
      // What follows the question is the model's own answer; before it, premises could be lost.
      collector.session.report(
        .unknownSection, hasSection && askedAt == nil ? .error : .warning, source: 0, at: line,
        "`\(word)` is no section of a Logic-LM program; its lines are skipped",
        hint: "sections are Predicates, Premises, Conclusion, Facts, Rules, Query")
      hasSection = true
    } else {
      content(line)
    }
  }

  private mutating func content(_ line: Span) {
    let mark = source.sentenceMark(in: line)
    let statement = source.trimmed(Span(line.lower, mark ?? line.upper))
    let words = mark.map { source.string(source.trimmed(Span($0 + 3, line.upper))) }
    // Where no sentence is known writers repeat the formula, which says nothing in words.
    let sentence = words.flatMap { $0.isEmpty || $0 == source.string(statement) ? nil : $0 }
    switch section {
    case .predicates: declare(statement, meaning: sentence)
    case .premises, .facts, .rules: premise(statement, sentence)
    case .conclusion, .query: question(statement, sentence)
    case nil:
      guard !hasSection else { return }
      collector.session.report(
        .strayText, .warning, source: 0, at: line, "text before the first section is skipped")
    }
  }

  private mutating func declare(_ statement: Span, meaning: String?) {
    guard statement.lower < statement.upper else { return }
    if let declaration = declarations.declare(source, statement) {
      if let meaning {
        wording.meanings.append(
          PredicateMeaning(
            name: declaration.name, parameters: declaration.parameters, text: meaning))
      }
    } else {
      collector.session.report(
        .strayText, .warning, source: 0, at: statement, "this declares no predicate; skipped",
        hint: "write `Name(x, y) ::: meaning`")
    }
  }

  private mutating func premise(_ statement: Span, _ sentence: String?) {
    premises += 1
    wording.sentences["premise\(premises)"] = sentence
    add(statement, name: "premise\(premises)", isConclusion: false)
  }

  private mutating func question(_ statement: Span, _ sentence: String?) {
    guard askedAt != nil else {
      askedAt = statement
      wording.sentences["conclusion"] = sentence
      add(statement, name: "conclusion", isConclusion: true)
      return
    }
    let isProse = !source.bytes[statement.lower..<statement.upper].contains(UInt8(ascii: "("))
    collector.session.report(
      isProse ? .strayText : .severalConclusions, isProse ? .warning : .error, source: 0,
      at: statement,
      isProse
        ? "text after the question is skipped" : "a second question; a program asks one only")
  }

  private mutating func add(_ statement: Span, name: String, isConclusion: Bool) {
    guard statement.lower < statement.upper else {
      let drops = options.repairs && !isConclusion
      collector.session.report(
        .emptyFormula, source: 0, at: statement, "the formula is missing",
        hint: isConclusion ? "write the question's formula" : "drop the line",
        repair: isConclusion ? nil : .dropEmpty, applied: drops)
      return
    }
    guard section == .premises || section == .conclusion else {
      collector.addStatement(source: 0, span: statement, name: name, isConclusion: isConclusion) {
        [declarations] session, number in
        var parser = RuleParser(
          source: session.sources[0], bounds: statement, statement: number,
          declarations: declarations, isQuery: isConclusion)
        return parser.parse(&session)
      }
      return
    }
    collector.addFormula(
      source: 0, span: statement, name: name, notation: nil, isConclusion: isConclusion)
  }

  consuming func finished() -> ReadResult {
    if askedAt == nil {
      collector.session.report(
        .noConclusion, source: 0, at: Span(source.bytes.count, source.bytes.count),
        "the program asks nothing", hint: "add a `Conclusion:` or `Query:` section")
    }
    declarations.check(&collector.session)
    var result = collector.finished()
    result.wording = wording
    return result
  }
}

extension SourceText {
  /// The span without the blanks at its ends.
  func trimmed(_ span: Span) -> Span {
    var (lower, upper) = (span.lower, span.upper)
    while lower < upper, isBlank(lower) { lower += 1 }
    while lower < upper, isBlank(upper - 1) { upper -= 1 }
    return Span(lower, upper)
  }

  private func isBlank(_ at: Int) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) }

  /// Where `:::` stands.
  fileprivate func sentenceMark(in line: Span) -> Int? {
    guard line.upper - line.lower >= 3 else { return nil }
    return (line.lower..<line.upper - 2).first { at in
      bytes[at..<at + 3].allSatisfy { $0 == UInt8(ascii: ":") }
    }
  }

  /// The first colon when only letters, blanks and Markdown's marks stand before it, and no `::`.
  fileprivate func headingColon(in line: Span) -> Int? {
    var at = line.lower
    while at < line.upper, bytes[at] != UInt8(ascii: ":") {
      let byte = bytes[at]
      let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      guard isLetter || byte == 0x20 || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#")
      else { return nil }
      at += 1
    }
    guard at < line.upper, at + 1 == line.upper || bytes[at + 1] != UInt8(ascii: ":") else {
      return nil
    }
    return at
  }

  /// A heading's words without Markdown's marks.
  fileprivate func headingWord(_ span: Span) -> String {
    var (lower, upper) = (span.lower, span.upper)
    func isMark(_ at: Int) -> Bool { [0x20, 0x2A, 0x23].contains(bytes[at]) }
    while lower < upper, isMark(lower) { lower += 1 }
    while lower < upper, isMark(upper - 1) { upper -= 1 }
    return string(Span(lower, upper))
  }
}
