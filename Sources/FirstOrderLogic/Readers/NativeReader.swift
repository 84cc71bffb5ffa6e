// Readers of files with one formula a line: the native `.fol` file, and lists in NLTK's or FOLIO's
// notation.
//
//   native        premises, and a conclusion behind a marker such as `⊢`; the notation is told apart
//                 line by line
//   NLTK, FOLIO   the last formula is the conclusion, unless a marker says otherwise
//
// The grammars are `Grammars/native.ebnf`, `nltk.ebnf` and `folio.ebnf`.

import Diagnostics

/// Reads the native `.fol` file.
enum NativeReader {
  /// Reads a problem.
  static func read(_ source: SourceText, options: ReadingOptions) -> ReadResult {
    var reader = FormulaListReader(source, notation: nil, options: options)
    return reader.problem(lastIsConclusion: false)
  }
}

/// Reads a list of formulas in NLTK's notation.
enum NLTKReader {
  /// Reads a problem.
  static func read(_ source: SourceText, options: ReadingOptions) -> ReadResult {
    var reader = FormulaListReader(source, notation: .nltk, options: options)
    return reader.problem(lastIsConclusion: true)
  }
}

/// Reads a list of formulas in FOLIO's notation.
enum FOLIOReader {
  /// Reads a problem.
  static func read(_ source: SourceText, options: ReadingOptions) -> ReadResult {
    var reader = FormulaListReader(source, notation: .folio, options: options)
    return reader.problem(lastIsConclusion: true)
  }
}

/// What the three have in common.
private struct FormulaListReader {
  let source: SourceText
  let notation: InfixNotation?
  var collector: ProblemCollector
  var names = StatementNames()

  init(_ source: SourceText, notation: InfixNotation?, options: ReadingOptions) {
    self.source = source
    self.notation = notation
    collector = ProblemCollector(options: options)
  }

  mutating func problem(lastIsConclusion: Bool) -> ReadResult {
    let index = collector.add(source)
    var lines = FormulaLine.all(of: source)
    guard !lines.isEmpty else {
      collector.session.report(
        .emptyFile, source: index, at: Span(0, 0), "the file has no formula")
      return collector.finished()
    }
    let marked = lines.indices.filter { lines[$0].marker != nil }
    for extra in marked.dropFirst() {
      collector.session.report(
        .severalConclusions, source: index, at: lines[extra].marker ?? lines[extra].span,
        "a problem has one conclusion, and this is another one",
        hint: "ask about each in a problem of its own")
    }
    let conclusion = marked.first ?? (lastIsConclusion ? lines.count - 1 : nil)
    if conclusion == nil {
      collector.session.report(
        .noConclusion, source: index, at: Span(source.bytes.count, source.bytes.count),
        "no line is marked as the conclusion", hint: "put `⊢` before the conclusion")
    }
    let extra = Set(marked.dropFirst())
    if let conclusion { lines[conclusion].marker = lines[conclusion].span }
    for (at, line) in lines.enumerated() where !extra.contains(at) {
      let isConclusion = at == conclusion
      let name = names.name(
        label: line.label, isConclusion: isConclusion, source: index, in: &collector.session)
      collector.addFormula(
        source: index, span: line.span, name: name, notation: notation, isConclusion: isConclusion)
    }
    return collector.finished()
  }
}

/// Gives statements their names: the label, else `premise1`, `premise2`, ..., `conclusion`.
struct StatementNames {
  private var taken: Set<String> = []
  private var premises = 0

  /// The next statement's name; a label used before is reported and numbered.
  mutating func name(
    label: Span?, isConclusion: Bool, source: Int, in session: inout ReadingSession
  ) -> String {
    if !isConclusion { premises += 1 }
    let wanted =
      label.map { session.sources[source].string($0) }
      ?? (isConclusion ? "conclusion" : "premise\(premises)")
    if taken.insert(wanted).inserted { return wanted }
    var number = 2
    while !taken.insert("\(wanted)_\(number)").inserted { number += 1 }
    let name = "\(wanted)_\(number)"
    if let label {
      session.report(
        .duplicateName, source: source, at: label,
        "another statement is named `\(wanted)`; this one is called `\(name)`")
    }
    return name
  }
}
