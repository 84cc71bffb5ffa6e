// Writes JSON: compact on one line, or indented for people. The same value gives the same bytes.

extension JSONValue {
  /// The value on one line, without blanks.
  public var text: String { String(decoding: bytes(), as: UTF8.self) }

  /// The value with one member a line, indented by two blanks; short arrays stay on their line.
  public var indentedText: String {
    var writer = JSONWriter()
    writer.writeIndented(self, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The value on one line as bytes.
  public func bytes() -> [UInt8] {
    var writer = JSONWriter()
    writer.write(self)
    return writer.bytes
  }
}

private struct JSONWriter {
  var bytes: [UInt8] = []

  mutating func write(_ value: JSONValue) {
    switch value.content {
    case .null: put("null")
    case .bool(let flag): put(flag ? "true" : "false")
    case .integer(let number): put(String(number))
    case .number(let number): write(number)
    case .string(let string): write(string)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(element)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(member.key)
        bytes.append(UInt8(ascii: ":"))
        write(member.value)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  mutating func writeIndented(_ value: JSONValue, depth: Int) {
    switch value.content {
    case .array(let values) where !values.isEmpty && value.bytes().count > 88:
      put("[\n")
      for (index, element) in values.enumerated() {
        indent(depth + 1)
        writeIndented(element, depth: depth + 1)
        put(index + 1 < values.count ? ",\n" : "\n")
      }
      indent(depth)
      put("]")
    case .object(let members) where !members.isEmpty && (depth == 0 || value.bytes().count > 88):
      put("{\n")
      for (index, member) in members.enumerated() {
        indent(depth + 1)
        write(member.key)
        put(": ")
        writeIndented(member.value, depth: depth + 1)
        put(index + 1 < members.count ? ",\n" : "\n")
      }
      indent(depth)
      put("}")
    default:
      write(value)
    }
  }

  // JSON has no word for these; a reader sees null and not a fault.
  private mutating func write(_ number: Double) {
    put(number.isFinite ? "\(number)" : "null")
  }

  private mutating func write(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): put("\\\"")
      case UInt8(ascii: "\\"): put("\\\\")
      case 0x0A: put("\\n")
      case 0x0D: put("\\r")
      case 0x09: put("\\t")
      case 0..<0x20:
        let hex = String(byte, radix: 16)
        put("\\u00" + (hex.count == 1 ? "0" + hex : hex))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func indent(_ depth: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }
}
