// The tokens of TPTP, found over bytes one at a time.
//
//   lower_word ::= [a-z][A-Za-z0-9_]*        upper_word ::= [A-Z][A-Za-z0-9_]*
//   single_quoted, distinct_object: any bytes but a line's end between ' or "; `\` escapes
//   number ::= integer | integer/integer | integer.digits, with a sign and an exponent
//
// Sutcliffe's BNF of the TPTP (release 9) allows printable ASCII between quotes; any Unicode text is
// taken here, and control characters stand as `\xHH`, so that every name of ours can be written.
// The lexer never fails: what is no token becomes a token of a kind that no rule takes.

import Diagnostics

/// One token: its kind and its bytes.
struct TPTPToken {
  enum Kind: UInt8 {
    case lowerWord, upperWord, singleQuoted, distinctObject, number, dollarWord
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, comma, fullStop, colon
    case not, and, or, implies, impliedBy, iff, xor, nor, nand, equal, unequal, forAll, exists
    case unterminatedQuote, unterminatedComment, foreign, unknown, end
  }

  var kind: Kind
  var lower: Int
  var upper: Int

  var span: Span { Span(lower, upper) }
}

extension TPTPToken.Kind {
  /// Whether it joins two formulas.
  var isBinaryConnective: Bool {
    switch self {
    case .and, .or, .implies, .impliedBy, .iff, .xor, .nor, .nand: true
    default: false
    }
  }

  /// Whether a formula can begin with it.
  var beginsFormula: Bool {
    switch self {
    case .lowerWord, .upperWord, .singleQuoted, .distinctObject, .number, .dollarWord,
      .leftParenthesis, .not, .forAll, .exists:
      true
    default: false
    }
  }
}

/// A cursor over the tokens of a text.
struct TPTPLexer {
  /// The text.
  let bytes: [UInt8]
  /// The token under the cursor.
  private(set) var token = TPTPToken(kind: .end, lower: 0, upper: 0)
  /// Where the token before it ended.
  private(set) var previousEnd = 0

  init(_ bytes: [UInt8], startingAt start: Int = 0) {
    self.bytes = bytes
    token = TPTPToken(kind: .end, lower: start, upper: start)
    advance()
  }

  /// Moves to the next token.
  mutating func advance() {
    previousEnd = token.upper
    var at = token.upper
    if let open = skipBlanks(&at) {
      token = TPTPToken(kind: .unterminatedComment, lower: open, upper: bytes.count)
      return
    }
    guard at < bytes.count else {
      token = TPTPToken(kind: .end, lower: bytes.count, upper: bytes.count)
      return
    }
    let byte = bytes[at]
    if byte.isLowerLetter {
      token = TPTPToken(kind: .lowerWord, lower: at, upper: wordEnd(at + 1))
    } else if byte.isUpperLetter {
      token = TPTPToken(kind: .upperWord, lower: at, upper: wordEnd(at + 1))
    } else if byte.isDigit || ((byte == 0x2D || byte == 0x2B) && self[at + 1].isDigit) {
      token = number(at)
    } else {
      token = symbol(at, byte)
    }
  }

  /// The byte at an offset, 0 behind the end.
  subscript(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Skips blanks and comments; returns where a block comment opens that nothing closes.
  private func skipBlanks(_ at: inout Int) -> Int? {
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        at += 1
      } else if byte == UInt8(ascii: "%") {
        while at < bytes.count, bytes[at] != 0x0A { at += 1 }
      } else if byte == UInt8(ascii: "/"), self[at + 1] == UInt8(ascii: "*") {
        let open = at
        at += 2
        while at < bytes.count, bytes[at] != UInt8(ascii: "*") || self[at + 1] != UInt8(ascii: "/")
        { at += 1 }
        if at >= bytes.count { return open }
        at += 2
      } else {
        return nil
      }
    }
    return nil
  }

  private func wordEnd(_ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at].isWordByte { at += 1 }
    return at
  }

  private func digitsEnd(_ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at].isDigit { at += 1 }
    return at
  }

  private func number(_ start: Int) -> TPTPToken {
    let digits = bytes[start].isDigit ? start : start + 1
    var end = digitsEnd(digits)
    var isWellFormed = bytes[digits] != 0x30 || end == digits + 1
    if self[end] == UInt8(ascii: "/"), self[end + 1].isDigit {
      isWellFormed = isWellFormed && self[end + 1] != 0x30
      end = digitsEnd(end + 1)
    } else {
      if self[end] == UInt8(ascii: "."), self[end + 1].isDigit { end = digitsEnd(end + 1) }
      let letter = self[end]
      if letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E") {
        let sign = self[end + 1] == 0x2D || self[end + 1] == 0x2B ? 1 : 0
        if self[end + 1 + sign].isDigit { end = digitsEnd(end + 1 + sign) }
      }
    }
    if self[end].isWordByte {
      isWellFormed = false
      end = wordEnd(end)
    }
    return TPTPToken(kind: isWellFormed ? .number : .unknown, lower: start, upper: end)
  }

  private func symbol(_ at: Int, _ byte: UInt8) -> TPTPToken {
    func token(_ kind: TPTPToken.Kind, _ length: Int) -> TPTPToken {
      TPTPToken(kind: kind, lower: at, upper: min(bytes.count, at + length))
    }
    let next = self[at + 1]
    switch Character(UnicodeScalar(byte)) {
    case "(": return token(.leftParenthesis, 1)
    case ")": return token(.rightParenthesis, 1)
    case "[": return token(.leftBracket, 1)
    case "]": return token(.rightBracket, 1)
    case ",": return token(.comma, 1)
    case ".": return token(.fullStop, 1)
    case ":": return token(.colon, 1)
    case "!": return next == UInt8(ascii: "=") ? token(.unequal, 2) : token(.forAll, 1)
    case "?": return token(.exists, 1)
    case "~":
      if next == UInt8(ascii: "|") { return token(.nor, 2) }
      return next == UInt8(ascii: "&") ? token(.nand, 2) : token(.not, 1)
    case "&": return next == byte ? token(.foreign, 2) : token(.and, 1)
    case "|": return next == byte ? token(.foreign, 2) : token(.or, 1)
    case "=":
      if next == UInt8(ascii: ">") { return token(.implies, 2) }
      return next == byte ? token(.foreign, 2) : token(.equal, 1)
    case "<": return lessThan(at)
    case "-": return next == UInt8(ascii: ">") ? token(.foreign, 2) : token(.unknown, 1)
    case "$": return dollarWord(at)
    case "'": return quoted(at, .singleQuoted)
    case "\"": return quoted(at, .distinctObject)
    default: return byte < 0x80 ? token(.unknown, 1) : foreignScalar(at)
    }
  }

  private func lessThan(_ at: Int) -> TPTPToken {
    let (second, third) = (self[at + 1], self[at + 2])
    let closes = third == UInt8(ascii: ">")
    if second == UInt8(ascii: "=") {
      return TPTPToken(
        kind: closes ? .iff : .impliedBy, lower: at, upper: at + (closes ? 3 : 2))
    }
    if second == UInt8(ascii: "~"), closes {
      return TPTPToken(kind: .xor, lower: at, upper: at + 3)
    }
    if second == UInt8(ascii: "-") {
      return TPTPToken(kind: .foreign, lower: at, upper: at + (closes ? 3 : 2))
    }
    return TPTPToken(kind: .unknown, lower: at, upper: at + 1)
  }

  private func dollarWord(_ at: Int) -> TPTPToken {
    let letters = self[at + 1] == UInt8(ascii: "$") ? at + 2 : at + 1
    guard self[letters].isLowerLetter else {
      return TPTPToken(kind: .unknown, lower: at, upper: letters)
    }
    return TPTPToken(kind: .dollarWord, lower: at, upper: wordEnd(letters))
  }

  /// A quoted token; one that its line doesn't close ends with the line.
  private func quoted(_ start: Int, _ kind: TPTPToken.Kind) -> TPTPToken {
    let quote = bytes[start]
    var at = start + 1
    while at < bytes.count, bytes[at] != 0x0A {
      if bytes[at] == quote { return TPTPToken(kind: kind, lower: start, upper: at + 1) }
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return TPTPToken(kind: .unterminatedQuote, lower: start, upper: min(at, bytes.count))
  }

  private func foreignScalar(_ start: Int) -> TPTPToken {
    var at = start + 1
    while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
    return TPTPToken(kind: .foreign, lower: start, upper: at)
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isLowerLetter: Bool { self &- 0x61 < 26 }
  var isUpperLetter: Bool { self &- 0x41 < 26 }
  /// Whether a TPTP word goes on with it: a letter, a digit or `_`.
  var isWordByte: Bool { (self | 0x20).isLowerLetter || isDigit || self == 0x5F }
}
