// The binary connectives of the infix notations with their precedence, and how each is written.

/// A binary connective.
enum Connective: Int, Sendable {
  // The order is the precedence, the loosest first.
  case iff, impliedBy, implies, xor, or, and

  /// Its token.
  var kind: InfixTokenKind {
    switch self {
    case .iff: .iff
    case .impliedBy: .impliedBy
    case .implies: .implies
    case .xor: .xor
    case .or: .or
    case .and: .and
    }
  }

  /// Whether an equal connective on the left takes the operand between the two: `a ⊕ b ⊕ c` is
  /// (a ⊕ b) ⊕ c, `a → b → c` a → (b → c) but in NLTK's notation. ∧ and ∨ are gathered instead.
  func associatesLeft(in notation: InfixNotation) -> Bool {
    switch self {
    case .iff, .impliedBy, .xor: true
    case .implies: notation == .nltk
    case .and, .or: false
    }
  }
}

extension InfixNotation {
  /// How the notation itself writes an operator, or the nearest it has.
  func spelling(_ kind: InfixTokenKind) -> String {
    let spellings: (nltk: String, folio: String, prover9: String) =
      switch kind {
      case .not: ("-", "¬", "-")
      case .and: ("&", "∧", "&")
      case .or: ("|", "∨", "|")
      case .xor: ("-(A <-> B)", "⊕", "-(A <-> B)")
      case .implies: ("->", "→", "->")
      case .impliedBy: ("B -> A", "←", "<-")
      case .iff: ("<->", "↔", "<->")
      case .equal: ("=", "=", "=")
      case .notEqual: ("!=", "≠", "!=")
      case .top: ("P | -P", "⊤", "$T")
      case .bottom: ("P & -P", "⊥", "$F")
      case .forAll: ("all x.", "∀x", "all x")
      case .exists: ("exists x.", "∃x", "exists x")
      default: ("", "", "")
      }
    return switch self {
    case .nltk: spellings.nltk
    case .folio: spellings.folio
    case .prover9: spellings.prover9
    }
  }

  /// What people call it.
  var title: String {
    switch self {
    case .nltk: "NLTK's notation"
    case .folio: "FOLIO's notation"
    case .prover9: "Prover9's notation"
    }
  }
}
