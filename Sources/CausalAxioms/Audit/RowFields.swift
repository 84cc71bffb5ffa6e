// The few members of a JSON row that an audit needs, found without building values.
//
// A general reader makes a value of every member, ten times the work of reading the text itself.
// This one walks over the line once, remembers where the wanted strings stand and decodes only those
// with escapes. It takes lines that are objects; what it steps over it checks for balance only, so a
// line it refuses is no row, and a line it takes may still be no valid JSON in a member not wanted.

/// Finds members of one line after the other.
struct RowFields {
  /// Where a member's string stands: in the line, or decoded.
  struct Text {
    fileprivate(set) var range = 0..<0
    fileprivate(set) var isDecoded = false
    fileprivate(set) var isThere = false
  }

  /// The members that are looked for.
  enum Field: Int, CaseIterable {
    case id, text, question, premise, prompt, description, label, answer, completion
  }

  private(set) var texts = [Text](repeating: Text(), count: Field.allCases.count)
  /// The number of nodes that the row states, as `n` or in its metadata.
  private(set) var statedNodes: Int?
  private(set) var decoded: [UInt8] = []

  /// Reads a line; false when it is no object.
  mutating func read(_ line: [UInt8], _ bounds: Range<Int>) -> Bool {
    for index in texts.indices { texts[index] = Text() }
    statedNodes = nil
    decoded.removeAll(keepingCapacity: true)
    var at = bounds.lowerBound
    guard readObject(line, &at, bounds.upperBound, isOuter: true) else { return false }
    Self.skipBlanks(line, &at, bounds.upperBound)
    return at == bounds.upperBound
  }

  func has(_ field: Field) -> Bool { texts[field.rawValue].isThere }

  /// The bytes of a member and where they stand in them.
  func bytes(_ field: Field, of line: [UInt8]) -> (bytes: [UInt8], range: Range<Int>)? {
    let text = texts[field.rawValue]
    guard text.isThere else { return nil }
    return (text.isDecoded ? decoded : line, text.range)
  }

  private mutating func readObject(
    _ line: [UInt8], _ at: inout Int, _ end: Int, isOuter: Bool
  ) -> Bool {
    Self.skipBlanks(line, &at, end)
    guard at < end, line[at] == UInt8(ascii: "{") else { return false }
    at += 1
    Self.skipBlanks(line, &at, end)
    if at < end, line[at] == UInt8(ascii: "}") {
      at += 1
      return true
    }
    while true {
      Self.skipBlanks(line, &at, end)
      guard let key = Self.string(line, &at, end) else { return false }
      Self.skipBlanks(line, &at, end)
      guard at < end, line[at] == UInt8(ascii: ":") else { return false }
      at += 1
      Self.skipBlanks(line, &at, end)
      guard readMember(key.range, line, &at, end, isOuter: isOuter) else { return false }
      Self.skipBlanks(line, &at, end)
      guard at < end else { return false }
      at += 1
      if line[at - 1] == UInt8(ascii: "}") { return true }
      guard line[at - 1] == UInt8(ascii: ",") else { return false }
    }
  }

  private mutating func readMember(
    _ key: Range<Int>, _ line: [UInt8], _ at: inout Int, _ end: Int, isOuter: Bool
  ) -> Bool {
    guard at < end else { return false }
    switch line[at] {
    case UInt8(ascii: "\""):
      guard let value = Self.string(line, &at, end) else { return false }
      if isOuter, let field = Self.field(line, key) { take(value, field, line) }
      return true
    case UInt8(ascii: "{"):
      if isOuter, Self.isKey(line, key, Self.metadata) {
        return readObject(line, &at, end, isOuter: false)
      }
      return Self.skipNested(line, &at, end)
    case UInt8(ascii: "["): return Self.skipNested(line, &at, end)
    default:
      let start = at
      while at < end, !Self.endsScalar(line[at]) { at += 1 }
      if Self.isKey(line, key, Self.n) || Self.isKey(line, key, Self.nodes) && !isOuter {
        statedNodes = Int(String(decoding: line[start..<at], as: UTF8.self)) ?? statedNodes
      }
      return at > start
    }
  }

  private mutating func take(
    _ value: (range: Range<Int>, hasEscape: Bool), _ field: Field, _ line: [UInt8]
  ) {
    var text = Text(range: value.range, isDecoded: value.hasEscape, isThere: true)
    if value.hasEscape {
      let start = decoded.count
      guard Self.decode(line, value.range, into: &decoded) else { return }
      text.range = start..<decoded.count
    }
    texts[field.rawValue] = text
  }

  private static let keys = Field.allCases.map { Array("\($0)".utf8) }
  private static let metadata = Array("metadata".utf8)
  private static let n = Array("n".utf8)
  private static let nodes = Array("nodes".utf8)

  private static func field(_ line: [UInt8], _ key: Range<Int>) -> Field? {
    guard (2...11).contains(key.count) else { return nil }
    for field in Field.allCases where isKey(line, key, keys[field.rawValue]) { return field }
    return nil
  }

  private static func isKey(_ line: [UInt8], _ key: Range<Int>, _ name: [UInt8]) -> Bool {
    guard key.count == name.count else { return false }
    for offset in name.indices where line[key.lowerBound + offset] != name[offset] { return false }
    return true
  }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
      || byte <= 0x20
  }

  private static func skipBlanks(_ line: [UInt8], _ at: inout Int, _ end: Int) {
    while at < end, line[at] <= 0x20 { at += 1 }
  }

  private static func string(
    _ line: [UInt8], _ at: inout Int, _ end: Int
  ) -> (range: Range<Int>, hasEscape: Bool)? {
    guard at < end, line[at] == UInt8(ascii: "\"") else { return nil }
    let start = at + 1
    var hasEscape = false
    at = start
    while at < end {
      let byte = line[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return (start..<at - 1, hasEscape)
      }
      if byte == UInt8(ascii: "\\") {
        hasEscape = true
        at += 1
      }
      at += 1
    }
    return nil
  }

  private static func skipNested(_ line: [UInt8], _ at: inout Int, _ end: Int) -> Bool {
    var depth = 0
    while at < end {
      switch line[at] {
      case UInt8(ascii: "\""):
        guard string(line, &at, end) != nil else { return false }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          at += 1
          return true
        }
      default: break
      }
      at += 1
    }
    return false
  }

  // RFC 8259, section 7; a lone surrogate is refused.
  private static func decode(
    _ line: [UInt8], _ range: Range<Int>, into out: inout [UInt8]
  ) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = line[at]
      at += 1
      guard byte == UInt8(ascii: "\\") else {
        out.append(byte)
        continue
      }
      guard at < range.upperBound else { return false }
      let kind = line[at]
      at += 1
      switch kind {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "u"):
        guard let scalar = scalar(line, &at, range.upperBound) else { return false }
        out.append(contentsOf: Array(String(scalar).utf8))
      default: out.append(kind)
      }
    }
    return true
  }

  private static func scalar(_ line: [UInt8], _ at: inout Int, _ end: Int) -> Unicode.Scalar? {
    guard let first = hex(line, &at, end) else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard at + 1 < end, line[at] == UInt8(ascii: "\\"), line[at + 1] == UInt8(ascii: "u") else {
      return nil
    }
    at += 2
    guard let second = hex(line, &at, end), (0xDC00..<0xE000).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private static func hex(_ line: [UInt8], _ at: inout Int, _ end: Int) -> UInt32? {
    guard at + 4 <= end else { return nil }
    defer { at += 4 }
    return UInt32(String(decoding: line[at..<at + 4], as: UTF8.self), radix: 16)
  }
}
