// What the infix languages can write: their signs and their names.
//
//                    not and or xor implies iff  forAll    true   quotes
//   native, FOLIO    ¬   ∧   ∨  ⊕   →       ↔    ∀x F      ⊤      "..." or '...'
//   NLTK             -   &   |      ->      <->  all x.F          none
//   Prover9          -   &   |      ->      <->  all x F   $T     "..."
//
// The reader of these languages takes a name in quotes for an individual, so propositions are never
// written in quotes but renamed. Prover9 takes an unbound name from `u` to `z` for a variable; NLTK
// binds only variables of one letter (not `e`) and digits.

/// The signs of an infix language.
struct InfixWriting: Sendable {
  var not: String
  var and: String
  var or: String
  /// Nil where exclusive or is written as the negation of the biconditional.
  var xor: String?
  var implies: String
  var iff: String
  var forAll: String
  var exists: String
  /// What stands between a quantifier's variable and its scope.
  var separator: String
  var unequal: String
  /// Nil where truth is written ∀x x = x.
  var top: String?
  /// Nil where falsehood is written ¬∀x x = x.
  var bottom: String?
  /// The quotes that names can stand in.
  var quotes: [Character]
  var rules: NameRules

  static let folio = InfixWriting(
    not: "¬", and: "∧", or: "∨", xor: "⊕", implies: "→", iff: "↔", forAll: "∀", exists: "∃",
    separator: " ", unequal: "≠", top: "⊤", bottom: "⊥", quotes: ["\"", "'"],
    rules: rules(quotes: ["\"", "'"], isVariable: { isPlain($0) && !startsWithDigit($0) }))

  static let nltk = InfixWriting(
    not: "-", and: "&", or: "|", xor: nil, implies: "->", iff: "<->", forAll: "all ",
    exists: "exists ", separator: ".", unequal: "!=", top: nil, bottom: nil, quotes: [],
    rules: rules(quotes: [], isVariable: isNLTKVariable))

  static let prover9 = InfixWriting(
    not: "-", and: "&", or: "|", xor: nil, implies: "->", iff: "<->", forAll: "all ",
    exists: "exists ", separator: " ", unequal: "!=", top: "$T", bottom: "$F", quotes: ["\""],
    rules: NameRules(
      isSymbol: { name, arity, isPredicate in
        let isVariable = !isPredicate && arity == 0 && isProver9Variable(name)
        return !isVariable && isWritable(name, arity, isPredicate, quotes: ["\""], isASCII: true)
      },
      isVariable: { isPlain($0) && isProver9Variable($0) && isASCII($0) }))

  /// The name as it is written: in quotes when it needs them.
  func quotedIfNeeded(_ name: String) -> String {
    if Self.isPlain(name), quotes.count != 1 || Self.isASCII(name) { return name }
    guard let quote = quotes.first(where: { !name.contains($0) }) else { return name }
    return "\(quote)\(name)\(quote)"
  }

  private static func rules(
    quotes: [Character], isVariable: @escaping @Sendable (String) -> Bool
  ) -> NameRules {
    NameRules(
      isSymbol: { isWritable($0, $1, $2, quotes: quotes, isASCII: false) }, isVariable: isVariable)
  }

  private static func isWritable(
    _ name: String, _ arity: Int, _ isPredicate: Bool, quotes: [Character], isASCII: Bool
  ) -> Bool {
    let isPlain = isPlain(name) && (!isASCII || Self.isASCII(name))
    if isPredicate, arity == 0 { return isPlain && !startsWithDigit(name) }
    if isPlain { return true }
    let isOneLine = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    return isOneLine && !name.isEmpty && quotes.contains { !name.contains($0) }
  }

  /// Whether a name is letters, digits and `_`, and no word that stands for an operator.
  private static func isPlain(_ name: String) -> Bool {
    guard !name.isEmpty, !reserved.contains(name.lowercased()) else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      if scalar.isASCII { return UInt8(scalar.value).isWordByte }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .otherLetter: return true
      default: return false
      }
    }
  }

  private static let reserved: Set<String> = [
    "all", "forall", "exists", "exist", "some", "not", "and", "or", "implies", "iff", "xor",
    "true", "false",
  ]

  private static func startsWithDigit(_ name: String) -> Bool {
    name.utf8.first?.isDigit ?? false
  }

  private static func isASCII(_ name: String) -> Bool { name.utf8.allSatisfy { $0 < 0x80 } }

  private static func isProver9Variable(_ name: String) -> Bool {
    (UInt8(ascii: "u")...UInt8(ascii: "z")).contains(name.utf8.first ?? 0)
  }

  private static func isNLTKVariable(_ name: String) -> Bool {
    guard let first = name.utf8.first, first.isLowerLetter, first != UInt8(ascii: "e") else {
      return false
    }
    return name.utf8.dropFirst().allSatisfy(\.isDigit)
  }
}
