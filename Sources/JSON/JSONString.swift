// Decodes the escapes of a JSON string, and keeps the way back from the decoded bytes to the file.
//
// Formulas arrive as strings in rows, with `∀` for ∀; a reader of formulas works on the decoded
// bytes, and a diagnostic must still name the column of the row.

import Diagnostics

enum JSONString {
  /// Decodes the string whose opening quote stands at `from`.
  ///
  /// - Returns: the decoded bytes, for each of them the offset it came from, and the offset after the
  ///   closing quote; nil when the string has a bad escape, a raw control character or no end.
  static func decode(
    _ bytes: [UInt8], from: Int, end: Int, offsets wantsOffsets: Bool = false
  ) -> (bytes: [UInt8], offsets: [Int], end: Int)? {
    var decoded: [UInt8] = []
    var offsets: [Int] = []
    var at = from + 1
    while at < end {
      let start = at
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") { return (decoded, offsets, at) }
      if byte < 0x20 { return nil }
      if byte == UInt8(ascii: "\\") {
        guard let scalar = escape(bytes, at: &at, end: end) else { return nil }
        decoded.append(contentsOf: Array(String(scalar).utf8))
      } else {
        decoded.append(byte)
      }
      if wantsOffsets {
        while offsets.count < decoded.count { offsets.append(start) }
      }
    }
    return nil
  }

  private static func escape(_ bytes: [UInt8], at: inout Int, end: Int) -> Unicode.Scalar? {
    guard at < end else { return nil }
    let kind = bytes[at]
    at += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(kind)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return unicodeEscape(bytes, at: &at, end: end)
    default: return nil
    }
  }

  // Four hexadecimal digits; a high surrogate must be followed by the escape of a low one. A lone
  // surrogate is no scalar: refused rather than replaced.
  private static func unicodeEscape(_ bytes: [UInt8], at: inout Int, end: Int) -> Unicode.Scalar? {
    guard let first = hex4(bytes, at: &at, end: end) else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard at + 1 < end, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
      return nil
    }
    at += 2
    guard let second = hex4(bytes, at: &at, end: end), (0xDC00..<0xE000).contains(second) else {
      return nil
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private static func hex4(_ bytes: [UInt8], at: inout Int, end: Int) -> UInt32? {
    guard at + 4 <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[at..<at + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    at += 4
    return value
  }
}

extension JSONValue {
  /// The string as a source text of its own, whose diagnostics name the line and column of the row.
  ///
  /// - Parameters:
  ///   - source: the text this value was read from.
  ///   - field: what to call the string, for example `premises-FOL[3]`.
  /// - Returns: nil when this value is not a string read from `source`.
  /// - Complexity: O(length of the line up to the string).
  public func sourceText(in source: SourceText, field: String) -> SourceText? {
    guard case .string = content, span.upper <= source.bytes.count,
      let decoded = JSONString.decode(
        source.bytes, from: span.lower, end: span.upper, offsets: true)
    else { return nil }
    let place = source.location(of: span.lower)
    var columns: [Int32] = []
    columns.reserveCapacity(decoded.offsets.count + 1)
    var column = Int32(clamping: place.column)
    var at = span.lower
    for offset in decoded.offsets + [decoded.end - 1] {
      while at < offset {
        at += 1
        if source.bytes[at] & 0xC0 != 0x80 { column += 1 }
      }
      columns.append(column)
    }
    return SourceText(
      name: source.name, bytes: decoded.bytes,
      origin: SourceText.Origin(
        field: field, line: place.line, column: place.column, columns: columns))
  }
}
