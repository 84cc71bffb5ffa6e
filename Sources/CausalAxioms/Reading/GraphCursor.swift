// Words of a description or question about a graph, and a place among them.
//
//   word   ::= letters, digits, `_`, and `-` between letters (d-separated)
//   arrow  ::= "<->" | "->" | "<-"
//   other  ::= one character; quotes are dropped

import Diagnostics

/// A step of a path: its arrowheads.
enum PathMark: String {
  case forward = "->"
  case backward = "<-"
  case both = "<->"
}

/// Walks over the words.
struct GraphCursor {
  struct Token {
    var text: String
    var span: Span
    var isWord: Bool
  }

  private var tokens: [Token] = []
  private let end: Int
  var at = 0

  init(_ source: SourceText, _ bounds: Range<Int>) {
    end = bounds.upperBound
    let bytes = source.bytes
    var place = bounds.lowerBound
    func isWord(_ offset: Int) -> Bool {
      guard offset < bounds.upperBound else { return false }
      let byte = bytes[offset]
      return byte >= 0x80 || byte == UInt8(ascii: "_")
        || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    while place < bounds.upperBound {
      let start = place
      if isWord(place) {
        repeat {
          place += 1
        } while isWord(place)
          || (place < bounds.upperBound && bytes[place] == UInt8(ascii: "-") && isWord(place + 1))
      } else {
        let marks = ["<->", "->", "<-"]
        let mark = marks.first { bytes[place..<bounds.upperBound].starts(with: $0.utf8) }
        place += mark?.utf8.count ?? 1
      }
      let text = source.string(Span(start, place))
      if [" ", "\n", "\t", "\r", "'", "\""].contains(text) { continue }
      tokens.append(Token(text: text, span: Span(start, place), isWord: isWord(start)))
    }
  }

  var isAtEnd: Bool { at >= tokens.count }
  var rest: Range<Int> { (isAtEnd ? end : tokens[at].span.lower)..<end }

  func isAt(_ text: String) -> Bool { !isAtEnd && tokens[at].text == text }

  mutating func next() -> Token? {
    guard !isAtEnd else { return nil }
    at += 1
    return tokens[at - 1]
  }

  mutating func accept(_ text: String) -> Bool {
    guard isAt(text) else { return false }
    at += 1
    return true
  }

  /// Takes these words, or nothing.
  mutating func accept(words: String) -> Bool {
    let start = at
    for word in words.split(separator: " ") where !accept(String(word)) {
      at = start
      return false
    }
    return true
  }

  mutating func name() -> Token? {
    guard !isAtEnd, tokens[at].isWord else { return nil }
    return next()
  }

  mutating func arrow() -> PathMark? {
    guard !isAtEnd, let mark = PathMark(rawValue: tokens[at].text) else { return nil }
    at += 1
    return mark
  }
}
