// The premises and the conclusion of a text in English.
//
//   story ::= {[heading] sentence} [marker] conclusion
//
// The conclusion is the last sentence if it is a question, if a word says so (`Therefore`,
// `Conclusion:`), or if it stands in a paragraph of its own. `Is the following statement true?` only
// announces the sentence behind it.

import Diagnostics

/// Sentences with their roles.
public struct Story: Sendable {
  /// A sentence of the story.
  public struct Part: Hashable, Sendable {
    /// The sentence.
    public var sentence: Sentence
    /// Index into the story's `sources`.
    public var source: Int
    /// Whether it asks (`Is Anne kind?`) and does not state.
    public var isQuestion: Bool

    /// Makes a part.
    public init(sentence: Sentence, source: Int, isQuestion: Bool = false) {
      self.sentence = sentence
      self.source = source
      self.isQuestion = isQuestion
    }
  }

  /// The texts that spans count in: one file, or the fields of a row.
  public var sources: [SourceText]
  /// The premises, in the order written.
  public var premises: [Part]
  /// What is asked.
  public var conclusion: Part?
  /// Faults of the text as a whole.
  public var diagnostics: [Diagnostic]

  /// Makes an empty story.
  public init() {
    sources = []
    premises = []
    conclusion = nil
    diagnostics = []
  }

  /// Finds the sentences of a text and the conclusion among them.
  ///
  /// - Complexity: O(bytes).
  public init(text source: SourceText) {
    self.init()
    sources = [source]
    var isOpen = false
    for piece in StoryPieces(source.bytes).pieces {
      let part = Part(
        sentence: Sentence(text: source.string(piece.span), span: piece.span), source: 0,
        isQuestion: piece.isQuestion)
      if piece.isAnnouncement {
        isOpen = true
      } else if piece.isConclusion || isOpen || piece.isLast && piece.isAlone {
        guard conclusion == nil else {
          diagnostics.append(
            Diagnostic(
              .severalConclusions, in: source, at: piece.span,
              "a second conclusion; only the first is asked about",
              hint: "ask one question a text"))
          continue
        }
        conclusion = part
      } else {
        premises.append(part)
      }
    }
    if conclusion == nil, !premises.isEmpty {
      diagnostics.append(
        Diagnostic(
          .noConclusion, in: source, at: Span(source.bytes.count, source.bytes.count),
          "the text asks nothing",
          hint: "end with a question, with `Therefore, ...`, or with a paragraph of one sentence"))
    }
  }

  /// Adds the sentences of a text as premises.
  public mutating func addPremises(_ source: SourceText) {
    sources.append(source)
    let all = Span(0, source.bytes.count)
    for piece in SentenceSplitter.split(source.bytes, all) {
      premises.append(
        Part(
          sentence: Sentence(text: source.string(piece.span), span: piece.span),
          source: sources.count - 1, isQuestion: piece.isQuestion))
    }
  }

  /// Adds the conclusion of a text: its one sentence that is no announcement.
  public mutating func addConclusion(_ source: SourceText) {
    sources.append(source)
    let pieces = StoryPieces(source.bytes).pieces.filter { !$0.isAnnouncement }
    for (index, piece) in pieces.enumerated() {
      guard index == 0 else {
        diagnostics.append(
          Diagnostic(
            .severalConclusions, in: source, at: piece.span, "more than one sentence is asked"))
        return
      }
      conclusion = Part(
        sentence: Sentence(text: source.string(piece.span), span: piece.span),
        source: sources.count - 1, isQuestion: piece.isQuestion)
    }
    if pieces.isEmpty {
      diagnostics.append(
        Diagnostic(
          .noConclusion, in: source, at: Span(0, source.bytes.count), "there is no statement here"))
    }
  }
}

/// The sentences of a text without headings and markers.
private struct StoryPieces {
  struct Piece {
    var span: Span
    var isQuestion: Bool
    /// Marked as what is asked.
    var isConclusion = false
    /// Only says that a statement follows.
    var isAnnouncement = false
    /// The one sentence of its paragraph, and not of the only one.
    var isAlone = false
    var isLast = false
  }

  private(set) var pieces: [Piece] = []
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for range in Self.withoutComments(bytes) {
      let spans = SentenceSplitter.split(bytes, range)
      for (index, sentence) in spans.enumerated() {
        let endsParagraph = index + 1 == spans.count || spans[index + 1].beginsParagraph
        add(
          sentence,
          isAlone: sentence.beginsParagraph && endsParagraph && !pieces.isEmpty)
      }
    }
    if !pieces.isEmpty { pieces[pieces.count - 1].isLast = true }
  }

  /// The text between lines that begin with `#`.
  private static func withoutComments(_ bytes: [UInt8]) -> [Span] {
    var ranges: [Span] = []
    var start = 0
    var lineStart = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == 0x0A {
      if lineStart < end, bytes[lineStart] == 0x23 {
        ranges.append(Span(start, lineStart))
        start = end
      }
      lineStart = end + 1
    }
    ranges.append(Span(start, bytes.count))
    return ranges.filter { $0.lower < $0.upper }
  }

  private static let headings = [
    "premises:", "premise:", "context:", "facts:", "fact:", "rules:", "rule:", "story:", "text:",
    "given:",
  ]
  private static let markers = [
    "conclusion:", "question:", "query:", "hypothesis:", "statement:", "goal:", "claim:",
    "therefore", "thus", "hence", "consequently", "it follows that", "so", "∴",
  ]
  private static let questionOpenings = [
    "does it follow that", "can we conclude that", "can it be concluded that", "is it true that",
    "is it the case that",
  ]

  private mutating func add(_ sentence: SentenceSpan, isAlone: Bool) {
    var piece = Piece(span: sentence.span, isQuestion: sentence.isQuestion, isAlone: isAlone)
    dropBullet(&piece.span)
    while let heading = Self.headings.first(where: { begins($0, piece.span) }) {
      drop(heading.utf8.count, &piece.span)
    }
    var hasMarker = true
    while hasMarker {
      hasMarker = false
      for marker in Self.markers where begins(marker, piece.span) {
        drop(marker.utf8.count, &piece.span)
        piece.isConclusion = true
        hasMarker = true
      }
    }
    guard piece.span.lower < piece.span.upper else { return }
    if piece.isQuestion {
      piece.isConclusion = true
      let text = String(decoding: bytes[piece.span.lower..<piece.span.upper], as: UTF8.self)
      if text.lowercased().contains("following statement") { piece.isAnnouncement = true }
      if let opening = Self.questionOpenings.first(where: { begins($0, piece.span) }) {
        drop(opening.utf8.count, &piece.span)
        piece.isQuestion = false
      }
    }
    pieces.append(piece)
  }

  /// Whether the span begins with a word, whatever its capitals, that ends there.
  private func begins(_ word: String, _ span: Span) -> Bool {
    let word = Array(word.utf8)
    guard span.upper - span.lower >= word.count else { return false }
    for (index, byte) in word.enumerated() {
      let other = bytes[span.lower + index]
      guard other == byte || (0x41...0x5A).contains(other) && other + 0x20 == byte else {
        return false
      }
    }
    let next = span.lower + word.count
    return next == span.upper || bytes[next] <= 0x20 || bytes[next] == 0x2C
      || word.last == UInt8(ascii: ":")
  }

  private func drop(_ count: Int, _ span: inout Span) {
    span.lower += count
    while span.lower < span.upper,
      bytes[span.lower] <= 0x20 || [0x2C, 0x3A].contains(bytes[span.lower])
    {
      span.lower += 1
    }
  }

  /// `- `, `* `, `1. `, `2) ` before a sentence.
  private func dropBullet(_ span: inout Span) {
    var at = span.lower
    while at < span.upper, (0x30...0x39).contains(bytes[at]) { at += 1 }
    let isNumber = at > span.lower
    guard at + 1 < span.upper, bytes[at + 1] == 0x20,
      isNumber ? [0x2E, 0x29].contains(bytes[at]) : [0x2D, 0x2A].contains(bytes[at])
    else { return }
    drop(at + 1 - span.lower, &span)
  }
}
