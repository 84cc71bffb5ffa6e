// Words of a text and their places.
//
//   word ::= (letter | digit | - | ' | . inside | _ | + | & | other non-ASCII scalar)+
//
// A contraction is read as what it stands for (`isn't` as `is not`); one with two readings (`he's`)
// stays one word that the grammar refuses.

import Diagnostics

/// One word of a sentence, or a comma.
struct Word: Hashable, Sendable {
  /// As written.
  var text: String
  /// In lower case.
  var lower: String
  var kind: WordKind
  var span: Span
  /// Whether it begins with a capital or has a digit: part of a name.
  var isCapitalized: Bool

  init(text: String, span: Span) {
    self.text = text
    lower = text.lowercased()
    self.span = span
    let first = text.unicodeScalars.first
    let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    isCapitalized =
      !isNumber
      && (first.map { $0.properties.isUppercase } == true
        || text.unicodeScalars.contains { (0x30...0x39).contains($0.value) })
    kind = isNumber ? .number : WordKind.kind(of: lower)
  }

  /// A word that the text has not got: what a contraction stands for.
  init(_ lower: String, kind: WordKind, span: Span) {
    text = lower
    self.lower = lower
    self.kind = kind
    self.span = span
    isCapitalized = false
  }
}

/// Splits a sentence into words.
struct WordSplitter {
  let bytes: [UInt8]
  private(set) var words: [Word] = []
  /// The first character that no word has, such as a bracket or a colon.
  private(set) var stray: Span?

  init(_ bytes: [UInt8], in span: Span) {
    self.bytes = bytes
    var at = span.lower
    while at < span.upper {
      let byte = bytes[at]
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        at += 1
      } else if byte == 0x2C {
        words.append(Word(",", kind: .comma, span: Span(at, at + 1)))
        at += 1
      } else if isQuoteOrDash(at) {
        if stray == nil { stray = Span(at, at + 3) }
        at += 3
      } else if isWordByte(at, span.upper) {
        var end = at + 1
        while end < span.upper, isWordByte(end, span.upper), !isQuoteOrDash(end) { end += 1 }
        add(Span(at, end))
        at = end
      } else {
        if stray == nil { stray = Span(at, at + 1) }
        at += 1
      }
    }
    joinPairs()
  }

  /// A quotation mark or a dash of Unicode's General Punctuation; `’` belongs to its word.
  private func isQuoteOrDash(_ at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x80
      && [0x93, 0x94, 0x98, 0x9C, 0x9D, 0xA6].contains(bytes[at + 2])
  }

  private func isWordByte(_ at: Int, _ end: Int) -> Bool {
    switch bytes[at] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, 0x5F, 0x2B, 0x26, 0x23: true
    // A hyphen, an apostrophe or a full stop belongs to the word that it stands inside of; and inside
    // of a sentence a full stop ends an abbreviation.
    case 0x2D, 0x27, 0x2E, 0x2F:
      at > 0 && at + 1 < end && isLetter(bytes[at - 1]) && isLetter(bytes[at + 1])
        || bytes[at] == 0x2E && at > 0 && isLetter(bytes[at - 1])
    default: false
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }

  private mutating func add(_ span: Span) {
    var text = String(decoding: bytes[span.lower..<span.upper], as: UTF8.self)
    if text.utf8.contains(0xE2) { text = Self.plainApostrophes(text) }
    guard text.utf8.contains(0x27) else {
      return words.append(Word(text: text, span: span))
    }
    let lower = text.lowercased()
    let irregular = ["can't": "can", "won't": "will", "shan't": "shall"]
    if let verb = irregular[lower] {
      words.append(Word(verb, kind: .modal, span: span))
      words.append(Word("not", kind: .not, span: span))
    } else if lower.hasSuffix("n't") {
      words.append(Word(text: String(text.dropLast(3)), span: span))
      words.append(Word("not", kind: .not, span: span))
    } else {
      words.append(Word(text: text, span: span))
    }
  }

  private static func plainApostrophes(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value == 0x2019 || $0.value == 0x2018 ? "'" : $0 }))
  }

  /// `no one` is one word, `cannot` two. A capital inside of a sentence makes a name of any word
  /// that does not build sentences: `Inside Out`, `US`.
  private mutating func joinPairs() {
    for index in words.indices.dropFirst() where words[index].isCapitalized {
      switch words[index].kind {
      case .refused, .adverb, .preposition, .possessive: words[index].kind = .content
      // `Tower A`: inside of a sentence the article has no capital.
      case .article where words[index - 1].isCapitalized && words[index - 1].kind == .content:
        words[index].kind = .content
      default: break
      }
    }
    for index in words.indices.dropFirst() where words[index].lower == "but" {
      let before = words[index - 1].kind
      words[index].kind =
        before == .all || before == .nobody || before == .everybody ? .refused : .and
    }
    var index = 0
    while index < words.count {
      if words[index].kind == .no, index + 1 < words.count, words[index + 1].lower == "one" {
        words[index].kind = .nobody
        words[index].lower = "no-one"
        words[index].span = words[index].span.union(words[index + 1].span)
        words.remove(at: index + 1)
      } else if words[index].lower == "cannot" {
        let span = words[index].span
        words[index] = Word("can", kind: .modal, span: span)
        words.insert(Word("not", kind: .not, span: span), at: index + 1)
      }
      index += 1
    }
  }
}
