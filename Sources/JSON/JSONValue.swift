// JSON values (RFC 8259) that remember where they stood, and keep the order of their keys.
//
// Foundation's decoder has no spans, so a fault in a formula inside a row could not be placed; its
// encoder leaves the order of keys open, so equal runs could differ in bytes. Both are contracts
// here, hence this reader and writer of our own.

import Diagnostics

/// A JSON value and the bytes it was read from (an empty span when it was made by a program).
public struct JSONValue: Hashable, Sendable {
  /// The value itself.
  public var content: Content
  /// Where it stood in the text.
  public var span: Span

  /// The kinds of JSON values. Objects keep their keys' order.
  public indirect enum Content: Hashable, Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number without fraction or exponent that fits.
    case integer(Int)
    /// Any other number.
    case number(Double)
    /// A string, escapes decoded.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object; a repeated key is refused by the reader.
    case object([Member])
  }

  /// One key of an object with its value.
  public struct Member: Hashable, Sendable {
    /// The key, escapes decoded.
    public var key: String
    /// The value.
    public var value: JSONValue

    /// Makes a member.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// Makes a value.
  public init(_ content: Content, span: Span = Span(0, 0)) {
    self.content = content
    self.span = span
  }

  /// Two values are equal when their contents are, wherever they stood.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.content == right.content
  }

  /// Hashes the content only.
  public func hash(into hasher: inout Hasher) { hasher.combine(content) }
}

// Making values.
extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self.init(.string(value)) }
  /// An integer.
  public init(integerLiteral value: Int) { self.init(.integer(value)) }
  /// A Boolean.
  public init(booleanLiteral value: Bool) { self.init(.bool(value)) }
  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self.init(.array(elements)) }
  /// An object, keys in the order written.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(.object(elements.map { Member($0.0, $0.1) }))
  }
  /// `null`.
  public init(nilLiteral: ()) { self.init(.null) }

  /// A string.
  public static func string(_ value: String) -> JSONValue { JSONValue(.string(value)) }
  /// A string, or `null`.
  public static func string(_ value: String?) -> JSONValue {
    value.map { JSONValue(.string($0)) } ?? nil
  }
  /// An integer.
  public static func integer(_ value: Int) -> JSONValue { JSONValue(.integer(value)) }
  /// A Boolean.
  public static func bool(_ value: Bool) -> JSONValue { JSONValue(.bool(value)) }
  /// A number; written with at most three decimals when it is a measured time, so round it first.
  public static func number(_ value: Double) -> JSONValue { JSONValue(.number(value)) }
  /// An array.
  public static func array(_ values: [JSONValue]) -> JSONValue { JSONValue(.array(values)) }
  /// An object, keys in the order given.
  public static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    JSONValue(.object(members.map { Member($0.0, $0.1) }))
  }
}

// Taking values apart; each returns nil when the value is of another kind.
extension JSONValue {
  /// The member of an object with this key.
  ///
  /// - Complexity: O(number of keys).
  public subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }
  /// The string.
  public var string: String? {
    if case .string(let value) = content { value } else { nil }
  }
  /// The integer.
  public var integer: Int? {
    if case .integer(let value) = content { value } else { nil }
  }
  /// The Boolean.
  public var bool: Bool? {
    if case .bool(let value) = content { value } else { nil }
  }
  /// The array.
  public var array: [JSONValue]? {
    if case .array(let values) = content { values } else { nil }
  }
  /// The object's members.
  public var members: [Member]? {
    if case .object(let members) = content { members } else { nil }
  }
  /// Whether this is `null`.
  public var isNull: Bool { content == .null }
}
