// How names and objects stand between quotes in TPTP, in both directions.
//
//   name N:    N itself when it is a lower_word, else 'N' with `\` before `\` and `'`
//   object S:  a number in canonical form as it is, else "S" with `\` before `\` and `"`
//
// A control character, which TPTP has no way to write, stands as `\xHH`; so every string can be
// written on one line, and different strings are written differently.

/// Quoted text of TPTP.
enum TPTPQuoting {
  /// Appends a symbol's name, in quotes when it needs them.
  static func appendName(_ name: String, to text: inout String) {
    if isLowerWord(name) { text += name } else { appendQuoted(name, UInt8(ascii: "'"), to: &text) }
  }

  /// Appends a distinct object.
  static func appendObject(_ object: String, to text: inout String) {
    if TPTPNumber.canonical(object) == object {
      text += object
    } else {
      appendQuoted(TPTPNumber.quotedContent(of: object), UInt8(ascii: "\""), to: &text)
    }
  }

  /// Whether a name needs no quotes.
  static func isLowerWord(_ name: String) -> Bool {
    guard let first = name.utf8.first, first.isLowerLetter else { return false }
    return name.utf8.allSatisfy(\.isWordByte)
  }

  /// Whether a name is a variable of TPTP.
  static func isVariable(_ name: String) -> Bool {
    guard let first = name.utf8.first, first.isUpperLetter else { return false }
    return name.utf8.allSatisfy(\.isWordByte)
  }

  private static func appendQuoted(_ content: String, _ quote: UInt8, to text: inout String) {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes = [quote]
    for byte in content.utf8 {
      if byte < 0x20 || byte == 0x7F {
        bytes += [UInt8(ascii: "\\"), UInt8(ascii: "x")]
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        if byte == quote || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      }
    }
    bytes.append(quote)
    text += String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes that escaped ones stand for, or nil at an unknown escape.
  static func unescaped(_ escaped: ArraySlice<UInt8>, quote: UInt8) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(escaped.count)
    var rest = escaped
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      guard let next = rest.popFirst() else { return nil }
      if next == quote || next == UInt8(ascii: "\\") {
        bytes.append(next)
      } else if next == UInt8(ascii: "x"), let high = rest.popFirst().flatMap(hexadecimal),
        let low = rest.popFirst().flatMap(hexadecimal), high < 8
      {
        bytes.append(high << 4 | low)
      } else {
        return nil
      }
    }
    return bytes
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    if byte.isDigit { return byte - 0x30 }
    let lower = byte | 0x20
    return (0x61...0x66).contains(lower) ? lower - 0x61 + 10 : nil
  }
}
