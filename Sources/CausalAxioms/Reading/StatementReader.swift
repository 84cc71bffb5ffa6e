// Reads statements about a graph that is not told, and the question what follows from them.
//
//   text    ::= [ ... "Premise" ":" ] { clause "." } [ "Question" ":" ]
//               "Does it follow that" clause "?"
//   clause  ::= side "and" side "are d-separated" [ "given" set ]
//             | ("Every" | "every") "causal path from" side "to" side "goes through" set
//             | ("Some" | "some") "causal path from" side "to" side "avoids" set
//             | ("There is" | "there is") ("no" | "a") "causal path from" side "to" side
//   side    ::= name | set
//   set     ::= "{" [ name { "," name } ] "}"
//
// A word's place tells whether it is a name, as in the reader of graphs: `Every and to are
// d-separated.` is about two nodes. What is not of the grammar makes the text unread.

import Diagnostics
import Graphs

/// Reads one text after the other; what it read last is in its properties.
struct StatementReader: Sendable {
  /// What the statements are about; nil when none was read.
  private(set) var relation: StatementRelation?
  /// What is stated, in the order of the text.
  private(set) var premises: [Statement] = []
  /// What is asked.
  private(set) var conclusion: Statement?
  /// Where the premises stand as a whole.
  private(set) var premiseSpan = Span(0, 0)
  /// Faults and oddities in the order they were found.
  private(set) var flags: [DemonstrationReader.Flag] = []

  private var names = NodeNames()
  private var tokens: [DemonstrationToken] = []
  private var at = 0

  /// More nodes don't fit a word.
  static let maximumNodes = 64

  /// Where each node is named first.
  var nodes: [Span] { names.spans }

  /// Whether every statement and the question were read.
  var isComplete: Bool {
    conclusion != nil && !has(.unreadSentence) && !has(.unsupported)
  }

  /// Whether all statements mean something: no node stands in two of a statement's sets.
  var isDefined: Bool { isComplete && !has(.overlappingCondition) }

  /// Whether the text has a flag of this kind.
  func has(_ code: DiagnosticCode) -> Bool { flags.contains { $0.code == code } }

  /// Reads a text; false when it does not ask what follows.
  mutating func read(_ bytes: [UInt8], in bounds: Range<Int>) -> Bool {
    DemonstrationToken.scan(bytes, bounds, into: &tokens)
    guard let question = questionPlace(bytes) else { return false }
    names.reset()
    premises.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
    relation = nil
    conclusion = nil
    at = start(bytes, before: question)
    let first = at
    while at < question { readSentence(bytes, before: question) }
    premiseSpan = first < at ? tokens[first].span.union(tokens[at - 1].span) : Span(0, 0)
    readQuestion(bytes, question)
    if nodes.count > Self.maximumNodes { flag(.unsupported, nodes[Self.maximumNodes]) }
    for span in nodes where GrammarWord.isReserved(bytes, span) { flag(.grammarWordName, span) }
    return true
  }

  // Names stand before, so the last of these words are the question's.
  private func questionPlace(_ bytes: [UInt8]) -> Int? {
    guard tokens.count > 3 else { return nil }
    for place in stride(from: tokens.count - 4, through: 0, by: -1)
    where spells(StatementWord.question, bytes, at: place) {
      return place
    }
    return nil
  }

  private func start(_ bytes: [UInt8], before question: Int) -> Int {
    for place in 1..<max(1, question) where tokens[place].mark == UInt8(ascii: ":") {
      if spells([GrammarWord.premise], bytes, at: place - 1) { return place + 1 }
    }
    return 0
  }

  private mutating func flag(_ code: DiagnosticCode, _ span: Span) {
    flags.append(DemonstrationReader.Flag(code: code, span: span))
  }

  private mutating func readSentence(_ bytes: [UInt8], before question: Int) {
    if spells([GrammarWord.question], bytes, at: at), mark(at + 1) == UInt8(ascii: ":") {
      at += 2
      return
    }
    let first = at
    guard let statement = clause(bytes), at <= question else {
      at = first
      repeat { at += 1 } while at < question && mark(at - 1) != UInt8(ascii: ".")
      return flag(.unreadSentence, tokens[first].span.union(tokens[at - 1].span))
    }
    close(statement, first, UInt8(ascii: "."))
    premises.append(statement)
  }

  private mutating func readQuestion(_ bytes: [UInt8], _ place: Int) {
    at = place + StatementWord.question.count
    let last = tokens[tokens.count - 1].span
    guard let statement = clause(bytes) else {
      return flag(.unreadSentence, tokens[place].span.union(last))
    }
    close(statement, place, UInt8(ascii: "?"))
    conclusion = statement
    if at < tokens.count { flag(.unreadSentence, tokens[at].span.union(last)) }
  }

  private mutating func close(_ statement: Statement, _ first: Int, _ stop: UInt8) {
    let span = tokens[first].span.union(tokens[at - 1].span)
    if !statement.isDisjoint { flag(.overlappingCondition, span) }
    if mark(at) == stop { at += 1 } else { flag(.missingFullStop, Span(span.upper, span.upper)) }
  }
}

// The grammar.
extension StatementReader {
  private func mark(_ place: Int) -> UInt8? {
    place < tokens.count && tokens[place].mark != 0 ? tokens[place].mark : nil
  }

  private func spells(_ words: [[UInt8]], _ bytes: [UInt8], at place: Int) -> Bool {
    guard place + words.count <= tokens.count else { return false }
    for offset in words.indices {
      let token = tokens[place + offset]
      guard token.mark == 0, bytes[token.span.lower..<token.span.upper].elementsEqual(words[offset])
      else { return false }
    }
    return true
  }

  private mutating func accept(_ words: [[UInt8]], _ bytes: [UInt8]) -> Bool {
    guard spells(words, bytes, at: at) else { return false }
    at += words.count
    return true
  }

  private mutating func clause(_ bytes: [UInt8]) -> Statement? {
    for form in StatementWord.pathForms where accept(form.opening, bytes) {
      guard isOf(.intercepted), let left = side(bytes), accept([StatementWord.to], bytes),
        let right = side(bytes)
      else { return nil }
      var statement = Statement(left: left, right: right, isDenied: form.isDenied)
      guard !form.closing.isEmpty else { return statement }
      guard accept(form.closing, bytes), let given = set(bytes) else { return nil }
      statement.given = given
      return statement
    }
    guard isOf(.separated), let left = side(bytes), accept([GrammarWord.and], bytes),
      let right = side(bytes), accept(StatementWord.separated, bytes)
    else { return nil }
    var statement = Statement(left: left, right: right)
    guard accept([GrammarWord.given], bytes) else { return statement }
    guard let given = set(bytes) else { return nil }
    statement.given = given
    return statement
  }

  // All statements of a text are about the same: rules that join the two relations are not known.
  private mutating func isOf(_ wanted: StatementRelation) -> Bool {
    if relation == nil { relation = wanted }
    return relation == wanted
  }

  private mutating func side(_ bytes: [UInt8]) -> NodeSet? {
    guard mark(at) == nil, at < tokens.count else {
      guard let set = set(bytes), !set.isEmpty else { return nil }
      return set
    }
    return NodeSet(name(bytes))
  }

  private mutating func set(_ bytes: [UInt8]) -> NodeSet? {
    guard mark(at) == UInt8(ascii: "{") else { return nil }
    at += 1
    var set = NodeSet()
    while mark(at) != UInt8(ascii: "}") {
      guard at < tokens.count, mark(at) == nil else { return nil }
      set.insert(name(bytes))
      guard mark(at) == UInt8(ascii: ",") else { break }
      at += 1
    }
    guard mark(at) == UInt8(ascii: "}") else { return nil }
    at += 1
    return set
  }

  // Numbers beyond the last are flagged at the end.
  private mutating func name(_ bytes: [UInt8]) -> Int {
    defer { at += 1 }
    return min(names.number(bytes, tokens[at].span), Self.maximumNodes - 1)
  }
}

/// Words of statements.
enum StatementWord {
  static let question = words("Does it follow that")
  static let separated = words("are d-separated")
  static let to = Array("to".utf8)

  /// A way of speaking of causal paths.
  struct PathForm: Sendable {
    var opening: [[UInt8]]
    /// What stands before the condition; nothing where there is none.
    var closing: [[UInt8]]
    var isDenied: Bool
  }

  static let pathForms: [PathForm] = ["E|very", "S|ome", "T|here is no", "T|here is a"].flatMap {
    form -> [PathForm] in
    let isDenied = form == "S|ome" || form == "T|here is a"
    let closing = form == "E|very" ? "goes through" : form == "S|ome" ? "avoids" : ""
    let rest = form.dropFirst(2)
    return [form.prefix(1), form.prefix(1).lowercased()[...]].map { first in
      PathForm(
        opening: words(first + rest + " causal path from"), closing: words(closing),
        isDenied: isDenied)
    }
  }

  private static func words(_ text: some StringProtocol) -> [[UInt8]] {
    text.split(separator: " ").map { Array($0.utf8) }
  }
}
