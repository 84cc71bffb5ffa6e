// Lexer of the infix notations, over bytes.
//
//   name   ::= start { start | "'" | "’" | joint }         start: letter of any script, digit, _, $
//   joint  ::= "." between digits, or letters except after a quantifier
//            | "-" before a letter or digit, except in a quantifier's variable
//            | "+" at the end of a name
//   quoted ::= '"' ... '"' | "'" ... "'" | “...”
//
// Data sets have names such as `c++`, `l-2021`, `Companies’Stocks` and `y42.3billion`, and `-` is
// also negation and half of `->`: only a `-` glued to both its neighbours joins. A dot after the
// variables of `all x.P(x)` ends them, so the lexer remembers that a quantifier came before.

import Diagnostics

/// Cuts a span of bytes into tokens; never fails: what it doesn't know is an `unknown` token.
struct InfixLexer {
  private let bytes: [UInt8]
  private let end: Int
  private let joinsLetters: Bool
  private let comment: UInt8?
  private var at: Int
  private var place = Place.elsewhere

  /// Where the next name stands.
  private enum Place {
    case variable, afterVariable, elsewhere
  }

  /// - Parameters:
  ///   - comment: a byte that starts a comment up to the end of its line.
  ///   - endsStatements: whether a full stop between letters ends a statement rather than joins them.
  init(_ bytes: [UInt8], _ span: Span, comment: UInt8? = nil, endsStatements: Bool = false) {
    self.bytes = bytes
    self.end = min(span.upper, bytes.count)
    self.at = span.lower
    self.joinsLetters = !endsStatements
    self.comment = comment
  }

  /// All tokens, the last one `end`.
  mutating func tokens() -> [InfixToken] {
    var result: [InfixToken] = []
    while let token = next() { result.append(token) }
    result.append(InfixToken(kind: .end, lower: end, upper: end))
    return result
  }

  private mutating func next() -> InfixToken? {
    skipBlanks()
    guard at < end else { return nil }
    let start = at
    var token = spelled() ?? InfixToken(kind: .unknown, lower: start, upper: start)
    if token.kind == .unknown { token = nameOrQuoted(start) }
    at = token.upper
    switch token.kind {
    case .forAll, .exists, .existsUnique: place = .variable
    case .name where token.word.isQuantifier: place = .variable
    case .name: place = place == .variable ? .afterVariable : place
    case .comma: place = place == .afterVariable ? .variable : place
    default: place = .elsewhere
    }
    return token
  }

  /// The longest spelling of the table that stands here.
  private func spelled() -> InfixToken? {
    for spelling in InfixSpelling.byFirstByte[Int(bytes[at])] {
      let upper = at + spelling.bytes.count
      guard upper <= end, bytes[at..<upper].elementsEqual(spelling.bytes) else { continue }
      if isLetter(spelling.bytes[spelling.bytes.count - 1]), letterOrDigit(upper) != nil {
        continue
      }
      return InfixToken(kind: spelling.kind, homes: spelling.homes, lower: at, upper: upper)
    }
    return nil
  }

  private func nameOrQuoted(_ start: Int) -> InfixToken {
    if let token = quoted(start) { return token }
    var upper = start
    while let next = nameContinuation(upper, start) { upper = next }
    if upper == start { return unknown(start) }
    let isShort = upper - start <= 7
    let meaning =
      isShort
      ? InfixWord.meaning(of: String(decoding: bytes[start..<upper], as: UTF8.self))
      : (.none, [])
    return InfixToken(
      kind: .name, word: meaning.word, homes: meaning.homes, lower: start, upper: upper)
  }

  /// The end of the scalar at `offset` when it goes on with a name that began at `start`.
  private func nameContinuation(_ offset: Int, _ start: Int) -> Int? {
    guard offset < end else { return nil }
    if let next = letterOrDigit(offset) { return next }
    if bytes[offset] == 0x24 { return offset + 1 }
    guard offset > start else { return nil }
    switch bytes[offset] {
    case 0x27: return offset + 1
    case 0xE2 where hasBytes([0xE2, 0x80, 0x99], at: offset): return offset + 3
    case 0x2D where place != .variable && letterOrDigit(offset + 1) != nil: return offset + 1
    case 0x2E where dotJoins(offset): return offset + 1
    case 0x2B where place != .variable: return plusesEndingName(offset)
    default: return nil
    }
  }

  private func dotJoins(_ offset: Int) -> Bool {
    guard letterOrDigit(offset + 1) != nil else { return false }
    if isDigit(bytes[offset - 1]), isDigit(bytes[offset + 1]) { return place != .variable }
    return joinsLetters && place == .elsewhere && bytes[offset - 1] != 0x2E
  }

  /// The end of a run of `+` that no operand follows, as in `c++` and `2000+`.
  private func plusesEndingName(_ offset: Int) -> Int? {
    var upper = offset
    while upper < end, bytes[upper] == 0x2B { upper += 1 }
    var following = upper
    while following < end, bytes[following] == 0x20 { following += 1 }
    let isOperand = following < end && (letterOrDigit(following) != nil || bytes[following] == 0x28)
    return isOperand && !(following > upper && upper - offset > 1) ? nil : upper
  }

  private func quoted(_ start: Int) -> InfixToken? {
    let pairs: [(open: [UInt8], close: [UInt8])] = [
      ([0x22], [0x22]), ([0x27], [0x27]), ([0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9D]),
    ]
    guard let pair = pairs.first(where: { hasBytes($0.open, at: start) }) else { return nil }
    var offset = start + pair.open.count
    while offset < end, bytes[offset] != 0x0A {
      if hasBytes(pair.close, at: offset) {
        return InfixToken(kind: .quoted, lower: start, upper: offset + pair.close.count)
      }
      offset += 1
    }
    return InfixToken(kind: .unterminatedQuote, lower: start, upper: offset)
  }

  private func unknown(_ start: Int) -> InfixToken {
    let length = Self.scalar(bytes, start, end)?.length ?? 1
    return InfixToken(kind: .unknown, lower: start, upper: start + length)
  }

  private mutating func skipBlanks() {
    while at < end {
      let byte = bytes[at]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        at += 1
      } else if byte == comment {
        while at < end, bytes[at] != 0x0A { at += 1 }
      } else if byte >= 0x80, let (scalar, length) = Self.scalar(bytes, at, end),
        scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0xFEFF
      {
        at += length
      } else {
        return
      }
    }
  }
}

extension InfixLexer {
  private func hasBytes(_ wanted: [UInt8], at offset: Int) -> Bool {
    offset + wanted.count <= end && bytes[offset..<offset + wanted.count].elementsEqual(wanted)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
  }

  /// The end of the letter, mark, digit or `_` at `offset`.
  private func letterOrDigit(_ offset: Int) -> Int? {
    guard offset < end else { return nil }
    let byte = bytes[offset]
    if byte < 0x80 { return isLetter(byte) || isDigit(byte) || byte == 0x5F ? offset + 1 : nil }
    guard let (scalar, length) = Self.scalar(bytes, offset, end) else { return nil }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return offset + length
    default: return nil
    }
  }

  /// The scalar at `offset`, nil when the bytes there aren't well-formed UTF-8.
  static func scalar(
    _ bytes: [UInt8], _ offset: Int, _ end: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    var decoder = UTF8()
    var iterator = bytes[offset..<min(end, offset + 4)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }
}
