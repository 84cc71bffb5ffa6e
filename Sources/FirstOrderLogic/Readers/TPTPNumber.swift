// TPTP numbers as distinct objects: one string a value, and no string for two objects.
//
//   +5, 5 -> 5      -0 -> 0      4/6 -> 2/3      1.50, 15.0E-1 -> 1.5      1.0E99 -> 1.0E99
//
// Different distinct objects are unequal by definition, so `1.0 != 1.00` must not be derivable: a
// number stands for its value, written in one canonical way. A real is d1.d2... with digits behind the
// point not ending in 0 (but one), with an exponent only where the plain form would need more than
// `maximumZeros` zeros. Integers, rationals and reals stay apart, as TPTP's three sorts do. A rational
// whose parts don't fit a machine word and a real whose exponent doesn't fit 40 bits have no canonical
// form here and are refused.
//
// An object "5" in double quotes isn't the number 5. It keeps its quotes in `Term.distinct` (and so
// does one that already looks like that, which gets one more pair), while "apple" stands without.

/// Canonical forms of numbers and the objects that look like them.
enum TPTPNumber {
  private static let maximumZeros = 30

  /// The canonical spelling of a number's value, or nil when the text is no TPTP number or
  /// too large.
  static func canonical(_ text: String) -> String? {
    var digits = Substring(text)
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits.removeFirst() }
    let magnitude: String?
    if digits.contains("/") {
      magnitude = canonicalRational(digits)
    } else if digits.contains(where: { $0 == "." || $0 == "e" || $0 == "E" }) {
      magnitude = canonicalReal(digits)
    } else {
      magnitude = isNatural(digits) ? String(digits) : nil
    }
    guard let magnitude else { return nil }
    let isZero = magnitude == "0" || magnitude == "0.0" || magnitude == "0/1"
    return isNegative && !isZero ? "-" + magnitude : magnitude
  }

  /// How `Term.distinct` holds an object written in double quotes.
  static func object(quoted content: String) -> String {
    looksLikeNumber(content) ? "\"\(content)\"" : content
  }

  /// What stands between double quotes for an object that is no number; undoes `object(quoted:)`.
  static func quotedContent(of object: String) -> String {
    let bytes = object.utf8
    guard bytes.count >= 2, bytes.first == 0x22, bytes.last == 0x22, looksLikeNumber(object)
    else { return object }
    return String(object.unicodeScalars.dropFirst().dropLast())
  }

  /// Whether it is a canonical number in any count of pairs of double quotes.
  private static func looksLikeNumber(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    let opening = scalars.prefix { $0 == "\"" }.count
    guard scalars.count > 2 * opening, scalars.suffix(opening).allSatisfy({ $0 == "\"" }) else {
      return false
    }
    let core = String(scalars.dropFirst(opening).dropLast(opening))
    return canonical(core) == core
  }

  private static func isNatural(_ digits: Substring) -> Bool {
    !digits.isEmpty && digits.utf8.allSatisfy(\.isDigit) && (digits.first != "0" || digits == "0")
  }

  private static func canonicalRational(_ text: Substring) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, isNatural(parts[0]), isNatural(parts[1]), parts[1] != "0" else {
      return nil
    }
    guard let numerator = Int(parts[0]), let denominator = Int(parts[1]) else { return nil }
    var (divisor, remainder) = (numerator, denominator)
    while remainder != 0 { (divisor, remainder) = (remainder, divisor % remainder) }
    return "\(numerator / divisor)/\(denominator / divisor)"
  }

  private static func canonicalReal(_ text: Substring) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, mantissa.count <= 2, isNatural(mantissa[0]) else { return nil }
    let fraction = mantissa.count == 2 ? mantissa[1] : "0"
    guard !fraction.isEmpty, fraction.utf8.allSatisfy(\.isDigit) else { return nil }
    var exponent = 0
    if parts.count == 2 {
      let sign = parts[1].first == "-" || parts[1].first == "+" ? 1 : 0
      guard parts[1].count > sign, parts[1].dropFirst(sign).utf8.allSatisfy(\.isDigit) else {
        return nil
      }
      guard let value = Int(parts[1]), value.magnitude < 1 << 40 else { return nil }
      exponent = value
    }
    let digits = Array((mantissa[0] + fraction).utf8)
    return decimal(digits, point: mantissa[0].utf8.count + exponent)
  }

  /// The value 0.d1d2... times ten to the `point`.
  private static func decimal(_ digits: [UInt8], point: Int) -> String {
    guard let first = digits.firstIndex(where: { $0 != 0x30 }),
      let last = digits.lastIndex(where: { $0 != 0x30 })
    else { return "0.0" }
    let significant = String(decoding: digits[first...last], as: UTF8.self)
    let count = last - first + 1
    let point = point - first
    func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
    if point <= 0, -point <= maximumZeros { return "0." + zeros(-point) + significant }
    if point >= count, point - count <= maximumZeros {
      return significant + zeros(point - count) + ".0"
    }
    if point > 0, point < count {
      return significant.prefix(point) + "." + significant.dropFirst(point)
    }
    let rest = count == 1 ? "0" : significant.dropFirst()
    return "\(significant.prefix(1)).\(rest)E\(point - 1)"
  }
}
