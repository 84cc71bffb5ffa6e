// Reads a demonstration: sentences that state edges, then a question.
//
//   text      ::= [ ... "Premise" ":" ] { sentence } [ "Question" ":" ] question
//   sentence  ::= name "causes" name "."
//   question  ::= "Does" name "cause" name "?"
//               | "Are" name "and" name "d-separated" [ "given" set ] "?"
//   set       ::= "{" [ name { "," name } ] "}"
//
// Sentences and questions of other phrasings, nodes that are only introduced, and sentences that bear on no
// question are read by their templates (DemonstrationReader+Templates).
//
// The format is that of Vashishtha et al. 2024. Published sets lack full stops (before "Are"
// always, in some sets everywhere); a missing one is accepted and flagged. What the grammar has no
// place for is flagged as unread, never skipped in silence: an answer from half a premise would be
// a guess. The reader keeps its storage from text to text.

import Diagnostics
import Graphs

/// Reads demonstrations, one after the other; what it read last is in its properties.
public struct DemonstrationReader: Sendable {
  /// A fault or an oddity of the text.
  public struct Flag: Hashable, Sendable {
    /// Its kind.
    public var code: DiagnosticCode
    /// Where it stands.
    public var span: Span
  }

  /// The sentences' edges in the order of the text, repeated ones too.
  public internal(set) var edges: [StatedEdge] = []
  /// The question; nil when none was read.
  public private(set) var question: CausalQuestion?
  /// Faults and oddities in the order they were found.
  public private(set) var flags: [Flag] = []
  /// The nodes below this are named by the premise, the others by the question only.
  public internal(set) var premiseNodes = 0
  /// The edges without repetition, on all nodes named.
  public private(set) var graph = DirectedGraph()

  let templates: ReadingTemplates
  private var names = NodeNames()
  var tokens: [DemonstrationToken] = []
  var at = 0

  /// Makes a reader.
  public init(_ templates: ReadingTemplates = .builtIn) { self.templates = templates }

  /// Where each node is named first.
  public var nodes: [Span] { names.spans }

  /// Whether every sentence and the question were read.
  public var isComplete: Bool {
    question != nil && !flags.contains { $0.code == .unreadSentence }
  }

  /// Whether the text has a flag of this kind.
  public func has(_ code: DiagnosticCode) -> Bool { flags.contains { $0.code == code } }

  /// Reads a text.
  public mutating func read(_ bytes: [UInt8], in bounds: Range<Int>? = nil) {
    let bounds = bounds ?? 0..<bytes.count
    names.reset()
    edges.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
    question = nil
    DemonstrationToken.scan(bytes, bounds, into: &tokens)
    at = premiseStart(bytes)
    while at < tokens.count, question == nil {
      if isWord(at, GrammarWord.question, bytes), mark(at + 1) == UInt8(ascii: ":") {
        at += 2
      } else if isCauseQuestion(bytes) {
        readCauseQuestion(bytes)
      } else if isSeparationQuestion(bytes) {
        readSeparationQuestion(bytes)
      } else {
        readSentence(bytes)
      }
    }
    finish(bytes, bounds)
  }

  private mutating func finish(_ bytes: [UInt8], _ bounds: Range<Int>) {
    if question == nil {
      premiseNodes = names.spans.count
      flag(.missingQuestion, Span(bounds.upperBound, bounds.upperBound))
    } else if at < tokens.count {
      flag(.unreadSentence, tokens[at].span.union(tokens[tokens.count - 1].span))
    }
    graph.reset(nodes: names.spans.count)
    for edge in edges where !graph.addEdge(from: edge.from, to: edge.to) {
      flag(.duplicateEdge, edge.span)
    }
    if !graph.isAcyclic { flag(.cyclicPremises, bounds.isEmpty ? Span(0, 0) : cycleSpan()) }
    for span in names.spans where GrammarWord.isReserved(bytes, span) {
      flag(.grammarWordName, span)
    }
    guard let question else { return }
    // A sentence that was not read may have named it.
    if !has(.unreadSentence) {
      for span in names.spans[premiseNodes...] { flag(.unknownNode, span) }
    }
    if question.x == question.y { flag(.sameNode, question.span) }
    if question.given.contains(question.x) || question.given.contains(question.y) {
      flag(.overlappingCondition, question.span)
    }
  }

  // The sentence that closes a cycle with those before it.
  private func cycleSpan() -> Span {
    var partial = DirectedGraph(nodes: graph.count)
    for edge in edges {
      if partial.hops(from: edge.to, to: edge.from) != nil { return edge.span }
      partial.addEdge(from: edge.from, to: edge.to)
    }
    fatalError("a cyclic graph without a closing edge")
  }

  private mutating func flag(_ code: DiagnosticCode, _ span: Span) {
    flags.append(Flag(code: code, span: span))
  }
}

// The grammar.
extension DemonstrationReader {
  // An instruction to the model may stand before the premise.
  private func premiseStart(_ bytes: [UInt8]) -> Int {
    // No sentence has a colon: two tokens of a text without one need no search.
    for index in tokens.indices.dropFirst() where tokens[index].mark == UInt8(ascii: ":") {
      if isWord(index - 1, GrammarWord.premise, bytes) { return index + 1 }
    }
    return 0
  }

  func mark(_ index: Int) -> UInt8? {
    index < tokens.count && tokens[index].mark != 0 ? tokens[index].mark : nil
  }

  func isName(_ index: Int) -> Bool { index < tokens.count && tokens[index].mark == 0 }

  func isWord(_ index: Int, _ word: [UInt8], _ bytes: [UInt8]) -> Bool {
    guard index < tokens.count, tokens[index].mark == 0 else { return false }
    let lower = Int(tokens[index].lower)
    guard Int(tokens[index].upper) - lower == word.count else { return false }
    for offset in word.indices where bytes[lower + offset] != word[offset] { return false }
    return true
  }

  // `Does causes cause.` is a sentence about a node named Does: the question has a name more.
  private func isCauseQuestion(_ bytes: [UInt8]) -> Bool {
    isWord(at, GrammarWord.does, bytes) && isName(at + 1)
      && isWord(at + 2, GrammarWord.cause, bytes) && isName(at + 3)
  }

  private func isSeparationQuestion(_ bytes: [UInt8]) -> Bool {
    isWord(at, GrammarWord.are, bytes) && isName(at + 1)
      && isWord(at + 2, GrammarWord.and, bytes) && isName(at + 3)
      && isWord(at + 4, GrammarWord.separated, bytes)
  }

  mutating func name(_ bytes: [UInt8]) -> Int {
    defer { at += 1 }
    return names.number(bytes, tokens[at].span)
  }

  private mutating func readSentence(_ bytes: [UInt8]) {
    guard isName(at), isWord(at + 1, GrammarWord.causes, bytes), isName(at + 2) else {
      if !readTemplate(bytes) { skipSentence() }
      return
    }
    let span = tokens[at].span.union(tokens[at + 2].span)
    let from = name(bytes)
    at += 1
    let to = name(bytes)
    edges.append(StatedEdge(from: from, to: to, span: span))
    if mark(at) == UInt8(ascii: ".") {
      at += 1
    } else {
      flag(.missingFullStop, Span(span.upper, span.upper))
    }
  }

  private mutating func skipSentence() {
    let start = at
    while at < tokens.count {
      at += 1
      if [UInt8(ascii: "."), UInt8(ascii: "?")].contains(tokens[at - 1].mark) { break }
    }
    // A set that breaks off leaves nothing to skip.
    let first = min(start, at - 1)
    flag(.unreadSentence, tokens[first].span.union(tokens[at - 1].span))
  }

  private mutating func readCauseQuestion(_ bytes: [UInt8]) {
    let start = at
    premiseNodes = names.spans.count
    at += 1
    let x = name(bytes)
    at += 1
    let y = name(bytes)
    close(CausalQuestion(axiom: .transitivity, x: x, y: y, given: [], span: span(from: start)))
  }

  private mutating func readSeparationQuestion(_ bytes: [UInt8]) {
    let start = at
    premiseNodes = names.spans.count
    at += 1
    let x = name(bytes)
    at += 1
    let y = name(bytes)
    at += 1
    var given: [Int] = []
    if isWord(at, GrammarWord.given, bytes) {
      guard let set = readSet(bytes) else { return skipSentence() }
      given = set
    }
    close(CausalQuestion(axiom: .separation, x: x, y: y, given: given, span: span(from: start)))
  }

  private mutating func readSet(_ bytes: [UInt8]) -> [Int]? {
    at += 1
    guard mark(at) == UInt8(ascii: "{") else { return nil }
    at += 1
    var set: [Int] = []
    if mark(at) != UInt8(ascii: "}") {
      while true {
        guard isName(at) else { return nil }
        let node = name(bytes)
        if !set.contains(node) { set.append(node) }
        guard mark(at) == UInt8(ascii: ",") else { break }
        at += 1
      }
    }
    guard mark(at) == UInt8(ascii: "}") else { return nil }
    at += 1
    return set
  }

  func span(from start: Int) -> Span { tokens[start].span.union(tokens[at - 1].span) }

  mutating func close(_ read: CausalQuestion) {
    question = read
    if mark(at) == UInt8(ascii: "?") {
      at += 1
    } else {
      flag(.missingFullStop, Span(read.span.upper, read.span.upper))
    }
  }
}
