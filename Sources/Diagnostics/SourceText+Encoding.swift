// Checks that bytes are the UTF-8 of a text (RFC 3629; the table of Unicode, section 3.9), and finds
// the first that isn't.
//
//   00..7F | C2..DF t | E0 A0..BF t | E1..EC t t | ED 80..9F t | EE..EF t t      t = 80..BF
//   | F0 90..BF t t | F1..F3 t t t | F4 80..8F t t
//
// `String(validating:)` says only yes or no; a diagnostic needs the byte.

extension SourceText {
  /// Offset of the first byte at which the text stops being well-formed UTF-8, or nil.
  ///
  /// - Complexity: O(bytes).
  public var firstInvalidByte: Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count {
        if buffer[at] < 0x80 {
          at += 1
        } else if let length = Self.multibyteLength(buffer, at) {
          at += length
        } else {
          return at
        }
      }
      return nil
    }
  }

  private static func multibyteLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    let length: Int
    let second: ClosedRange<UInt8>
    switch bytes[at] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return nil }
    for offset in 2..<max(2, length) where bytes[at + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
