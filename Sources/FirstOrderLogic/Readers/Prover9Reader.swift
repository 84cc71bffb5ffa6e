// Reader of Prover9 (LADR) input (McCune 2005).
//
//   file      ::= { command "." | list | statement }
//   list      ::= "formulas" "(" name ")" "." { statement } "end_of_list" "."
//   statement ::= formula { "#" attribute } "."
//
// A full stop ends a statement, a `%` starts a comment. `goals` holds the conclusion, every other list
// that Prover9 proves from holds premises; without lists the last statement is the conclusion.
// Commands steer Prover9's search and say nothing about the problem: they are skipped with a note.
// Prover9 reads unbound names from u to z as variables; here they are constants, and a later check
// warns of those that look like variables.

import Diagnostics

/// Reads Prover9 input.
enum Prover9Reader {
  /// Reads a problem.
  static func read(_ source: SourceText, options: ReadingOptions) -> ReadResult {
    var reader = Prover9FileReader(source, options: options)
    return reader.problem()
  }
}

private struct Prover9FileReader {
  /// A formula of the file.
  private struct Entry {
    var tokens: Range<Int>
    var isGoal: Bool
  }

  let source: SourceText
  let tokens: [InfixToken]
  var collector: ProblemCollector
  let index: Int
  private var entries: [Entry] = []
  private var list: Span?
  private var listIsGoals = false
  private var listIsSkipped = false
  private var hasLists = false

  private static let premiseLists: Set<String> = ["assumptions", "sos", "usable", "axioms"]
  private static let skippedLists: Set<String> = ["hints", "demodulators"]
  private static let commands: Set<String> = [
    "set", "clear", "assign", "assoc_comm", "lex", "function_order", "predicate_order", "if",
    "end_if", "else", "interpretation", "op", "redeclare",
  ]

  init(_ source: SourceText, options: ReadingOptions) {
    self.source = source
    var lexer = InfixLexer(
      source.bytes, Span(0, source.bytes.count), comment: 0x25, endsStatements: true)
    tokens = lexer.tokens()
    collector = ProblemCollector(options: options)
    index = collector.add(source)
  }

  mutating func problem() -> ReadResult {
    var start = 0
    while tokens[start].kind != .end {
      let end = statementEnd(start)
      if tokens[end].kind == .end {
        collector.session.report(
          .unterminatedStatement, source: index, at: span(start..<end),
          "no full stop ends this statement", hint: "write `.` after it")
      }
      if start < end { sort(start..<end) }
      start = min(end + 1, tokens.count - 1)
    }
    if let list {
      collector.session.report(
        .unterminatedStatement, source: index, at: list, "this list is never ended",
        hint: "write `end_of_list.` after it")
    }
    addStatements()
    return collector.finished()
  }

  /// The full stop that ends the statement; the dot of `all x. F`, which has no body before it, doesn't.
  private func statementEnd(_ start: Int) -> Int {
    var at = start
    while tokens[at].kind != .end {
      let isAfterVariable =
        at >= start + 2 && tokens[at - 1].kind == .name && tokens[at - 2].kind == .name
        && tokens[at - 2].word.isQuantifier
      if tokens[at].kind == .dot, !isAfterVariable { return at }
      at += 1
    }
    return at
  }

  /// Takes a statement as a command, the start or end of a list, or a formula.
  private mutating func sort(_ range: Range<Int>) {
    let word = text(range.lowerBound)
    let isCall = range.count > 1 && tokens[range.lowerBound + 1].kind == .open
    if word == "end_of_list", range.count == 1 {
      list = nil
      listIsSkipped = false
    } else if list == nil, isCall, word == "formulas" || word == "clauses" {
      begin(range)
    } else if list == nil, Self.commands.contains(word), isCall || range.count == 1 {
      let changesSyntax = word == "op" || word == "redeclare"
      collector.session.report(
        changesSyntax ? .unsupported : .strayText, changesSyntax ? .error : .note, source: index,
        at: span(range),
        changesSyntax
          ? "`\(word)` changes the notation, which isn't supported"
          : "the command `\(word)` steers Prover9's search and is skipped")
    } else if !listIsSkipped {
      if hasLists, list == nil {
        collector.session.report(
          .strayText, source: index, at: span(range), "this statement stands outside every list",
          hint: "move it into `formulas(assumptions).` or `formulas(goals).`")
      } else {
        entries.append(Entry(tokens: range, isGoal: listIsGoals))
      }
    }
  }

  private mutating func begin(_ range: Range<Int>) {
    hasLists = true
    list = span(range)
    let name = range.count > 2 ? text(range.lowerBound + 2) : ""
    listIsGoals = name == "goals"
    listIsSkipped = false
    let isClauses = text(range.lowerBound) == "clauses"
    if Self.skippedLists.contains(name) {
      listIsSkipped = true
      collector.session.report(
        .strayText, .note, source: index, at: span(range),
        "the list `\(name)` steers Prover9's search and is skipped")
    } else if isClauses || !(listIsGoals || Self.premiseLists.contains(name)) {
      listIsSkipped = true
      collector.session.report(
        isClauses ? .unsupported : .unknownSection, source: index, at: span(range),
        isClauses ? "lists of clauses aren't supported" : "`\(name)` is no list of Prover9",
        hint: "write `formulas(assumptions).` or `formulas(goals).`")
    }
  }

  private mutating func addStatements() {
    guard !entries.isEmpty else {
      collector.session.report(
        .emptyFile, source: index, at: Span(0, 0), "the file has no formula")
      return
    }
    if !hasLists { entries[entries.count - 1].isGoal = true }
    let goals = entries.indices.filter { entries[$0].isGoal }
    if goals.isEmpty {
      collector.session.report(
        .noConclusion, source: index, at: Span(source.bytes.count, source.bytes.count),
        "the file has no goal", hint: "write it between `formulas(goals).` and `end_of_list.`")
    }
    for extra in goals.dropFirst() {
      collector.session.report(
        .severalConclusions, source: index, at: span(entries[extra].tokens),
        "a problem has one conclusion, and this is another one",
        hint: "ask about each in a problem of its own")
    }
    let left = Set(goals.dropFirst())
    var names = StatementNames()
    for (at, entry) in entries.enumerated() where !left.contains(at) {
      let formula = entry.tokens.first { tokens[$0].kind == .hash } ?? entry.tokens.upperBound
      let name = names.name(
        label: label(formula..<entry.tokens.upperBound), isConclusion: entry.isGoal, source: index,
        in: &collector.session)
      collector.addFormula(
        source: index, span: span(entry.tokens.lowerBound..<formula), name: name,
        notation: .prover9, isConclusion: entry.isGoal)
    }
  }

  /// The name in `# label(name)` among a statement's attributes; others are noted.
  private mutating func label(_ range: Range<Int>) -> Span? {
    var found: Span?
    for at in range where tokens[at].kind == .hash {
      if at + 3 < range.upperBound, text(at + 1) == "label", tokens[at + 2].kind == .open {
        let token = tokens[at + 3]
        found = token.kind == .quoted ? Span(token.lower + 1, token.upper - 1) : token.span
      } else {
        collector.session.report(
          .strayText, .note, source: index, at: tokens[at].span,
          "an attribute other than `label` is skipped")
      }
    }
    return found
  }

  private func text(_ token: Int) -> String { source.string(tokens[token].span) }

  private func span(_ range: Range<Int>) -> Span {
    guard let last = range.last else { return tokens[range.lowerBound].span }
    return Span(tokens[range.lowerBound].lower, tokens[last].upper)
  }
}
