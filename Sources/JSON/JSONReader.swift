// Reads JSON (RFC 8259) from bytes: strict, one pass, with the span of every value.
//
// Nesting is limited because the reader recurses; a repeated key is refused because which of the two
// counts would depend on who reads.

import Diagnostics

/// Reads one JSON value that fills the text (blanks around it allowed).
///
/// - Parameters:
///   - source: the text.
///   - bounds: the bytes to read, for example one line of a JSONL file; default the whole text.
/// - Returns: the value, or the first fault as a diagnostic.
/// - Complexity: O(bytes).
public func readJSON(_ source: SourceText, in bounds: Span? = nil) -> Result<JSONValue, JSONFault> {
  let bounds = bounds ?? Span(0, source.bytes.count)
  var reader = JSONReader(source: source, at: bounds.lower, end: bounds.upper)
  do throws(JSONFault) {
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    if reader.at < reader.end { throw reader.fault("text after the end of the value") }
    return .success(value)
  } catch {
    return .failure(error)
  }
}

/// Why a text is not JSON.
public struct JSONFault: Error, Sendable {
  /// The fault with its place.
  public var diagnostic: Diagnostic
}

private struct JSONReader {
  let source: SourceText
  var at: Int
  let end: Int

  static let maximumDepth = 256

  func fault(_ message: String, _ code: DiagnosticCode = .invalidJSON) -> JSONFault {
    JSONFault(
      diagnostic: Diagnostic(code, in: source, at: Span(at, min(at + 1, end)), message))
  }

  mutating func skipBlanks() {
    while at < end, [0x20, 0x09, 0x0A, 0x0D].contains(source.bytes[at]) { at += 1 }
  }

  mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    skipBlanks()
    guard at < end else { throw fault("a value is missing") }
    let start = at
    let content: JSONValue.Content
    switch source.bytes[at] {
    case UInt8(ascii: "{"): content = try object(depth: depth)
    case UInt8(ascii: "["): content = try array(depth: depth)
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "t"): content = try word("true", .bool(true))
    case UInt8(ascii: "f"): content = try word("false", .bool(false))
    case UInt8(ascii: "n"): content = try word("null", .null)
    default: content = try number()
    }
    return JSONValue(content, span: Span(start, at))
  }

  private mutating func word(
    _ text: StaticString, _ content: JSONValue.Content
  ) throws(JSONFault) -> JSONValue.Content {
    let bytes = text.withUTF8Buffer { Array($0) }
    guard at + bytes.count <= end, source.bytes[at..<at + bytes.count].elementsEqual(bytes) else {
      throw fault("not a JSON value")
    }
    at += bytes.count
    return content
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSONValue.Content {
    guard depth < Self.maximumDepth else { throw fault("nested too deep", .nestingTooDeep) }
    at += 1
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    skipBlanks()
    if accept("}") { return .object(members) }
    while true {
      skipBlanks()
      guard at < end, source.bytes[at] == UInt8(ascii: "\"") else {
        throw fault("a key is missing")
      }
      let keyStart = at
      let key = try string()
      guard keys.insert(key).inserted else {
        at = keyStart
        throw fault("the key \"\(key)\" stands twice in one object")
      }
      skipBlanks()
      guard accept(":") else { throw fault("`:` is missing after a key") }
      members.append(JSONValue.Member(key, try value(depth: depth + 1)))
      skipBlanks()
      if accept("}") { return .object(members) }
      guard accept(",") else { throw fault("`,` or `}` is missing") }
    }
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSONValue.Content {
    guard depth < Self.maximumDepth else { throw fault("nested too deep", .nestingTooDeep) }
    at += 1
    var values: [JSONValue] = []
    skipBlanks()
    if accept("]") { return .array(values) }
    while true {
      values.append(try value(depth: depth + 1))
      skipBlanks()
      if accept("]") { return .array(values) }
      guard accept(",") else { throw fault("`,` or `]` is missing") }
    }
  }

  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard at < end, source.bytes[at] == UInt8(ascii: scalar) else { return false }
    at += 1
    return true
  }

  private mutating func number() throws(JSONFault) -> JSONValue.Content {
    let start = at
    var isInteger = true
    _ = accept("-")
    let digits = at
    skipDigits()
    guard at > digits, at - digits == 1 || source.bytes[digits] != UInt8(ascii: "0") else {
      at = start
      throw fault("not a JSON value")
    }
    if accept(".") {
      isInteger = false
      let fraction = at
      skipDigits()
      guard at > fraction else { throw fault("digits are missing after the decimal point") }
    }
    if accept("e") || accept("E") {
      isInteger = false
      if !accept("+") { _ = accept("-") }
      let exponent = at
      skipDigits()
      guard at > exponent else { throw fault("digits are missing in the exponent") }
    }
    let text = String(decoding: source.bytes[start..<at], as: UTF8.self)
    if isInteger, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      at = start
      throw fault("a number out of range")
    }
    return .number(number)
  }

  private mutating func skipDigits() {
    while at < end, (0x30...0x39).contains(source.bytes[at]) { at += 1 }
  }

  private mutating func string() throws(JSONFault) -> String {
    let quote = at
    guard let decoded = JSONString.decode(source.bytes, from: at, end: end) else {
      throw fault("a string with a bad escape, a control character or no end")
    }
    at = decoded.end
    guard let text = String(validating: decoded.bytes, as: UTF8.self) else {
      at = quote
      throw fault("a string that is not valid UTF-8", .invalidUTF8)
    }
    return text
  }
}
