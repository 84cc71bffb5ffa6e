// Tokens of the infix notations and the table of their spellings.
//
// Words (`and`, `all`, ...) are lexed as names: they are operators only where an operator may stand,
// so that `all` or `or` can still be the name of a constant.

import Diagnostics

/// What a token is.
enum InfixTokenKind: UInt8, Sendable {
  case name, quoted
  case not, and, or, xor, implies, impliedBy, iff
  case equal, notEqual
  case top, bottom
  case forAll, exists, existsUnique
  case open, close, openSquare, closeSquare, openBrace, closeBrace
  case comma, dot, colon, ellipsis, hash
  case arithmetic
  case unterminatedQuote, unknown
  case end

  /// Whether it is a connective, quantifier, equality sign or truth value.
  var isOperator: Bool { rawValue >= Self.not.rawValue && rawValue <= Self.existsUnique.rawValue }
  /// Whether it closes a group.
  var isCloser: Bool { self == .close || self == .closeSquare || self == .closeBrace }

  /// The opener's closer.
  var closer: InfixTokenKind {
    switch self {
    case .openSquare: .closeSquare
    case .openBrace: .closeBrace
    default: .close
    }
  }
}

/// What a name may mean where an operator or a quantifier may stand.
enum InfixWord: UInt8, Sendable {
  case none
  case not, and, or, xor, implies, iff
  case all, exists
  case top, bottom

  /// Whether it is a connective.
  var isOperator: Bool { rawValue >= Self.not.rawValue && rawValue <= Self.iff.rawValue }
  /// Whether it stands between two formulas.
  var isInfix: Bool { isOperator && self != .not }
  /// Whether it is a quantifier.
  var isQuantifier: Bool { self == .all || self == .exists }

  /// The word's meaning and the notations it is at home in; capitals are nobody's.
  static func meaning(of name: String) -> (word: InfixWord, homes: InfixNotations) {
    switch name {
    case "all": (.all, .ascii)
    case "forall": (.all, .nltk)
    case "exists": (.exists, .ascii)
    case "some", "exist": (.exists, .nltk)
    case "not": (.not, .nltk)
    case "and": (.and, .nltk)
    case "or": (.or, .nltk)
    case "implies": (.implies, .nltk)
    case "iff": (.iff, .nltk)
    case "xor": (.xor, [])
    case "All", "ALL", "Forall", "ForAll", "FORALL", "forAll": (.all, [])
    case "Exists", "EXISTS", "Exist", "Some", "SOME": (.exists, [])
    case "Not", "NOT": (.not, [])
    case "And", "AND": (.and, [])
    case "Or", "OR": (.or, [])
    case "Implies", "IMPLIES": (.implies, [])
    case "Iff", "IFF": (.iff, [])
    case "Xor", "XOR": (.xor, [])
    case "True", "true": (.top, [])
    case "False", "false": (.bottom, [])
    default: (.none, [])
    }
  }
}

/// A token with its bytes.
struct InfixToken: Hashable, Sendable {
  var kind: InfixTokenKind
  var word: InfixWord = .none
  /// The notations in which this spelling is at home.
  var homes: InfixNotations = []
  var lower: Int
  var upper: Int

  var span: Span { Span(lower, upper) }
}

/// A spelling that stands for itself wherever it occurs outside names and quotes.
struct InfixSpelling: Sendable {
  let bytes: [UInt8]
  let kind: InfixTokenKind
  let homes: InfixNotations

  /// Spellings by first byte, the longest first, so that `<->` wins over `<-` and `<`.
  static let byFirstByte: [[InfixSpelling]] = {
    var table = [[InfixSpelling]](repeating: [], count: 256)
    for (kind, homes, spellings) in all {
      for spelling in spellings.split(separator: " ") {
        let bytes = Array(spelling.utf8)
        table[Int(bytes[0])].append(InfixSpelling(bytes: bytes, kind: kind, homes: homes))
      }
    }
    return table.map { $0.sorted { $0.bytes.count > $1.bytes.count } }
  }()

  private static let all: [(InfixTokenKind, InfixNotations, String)] = [
    (.not, .folio, "¬"), (.not, .ascii, "-"), (.not, .nltk, "!"),
    (.not, [], #"~ − ∼ \neg \lnot"#),
    (.and, .folio, "∧"), (.and, .ascii, "&"), (.and, .nltk, "^"),
    (.and, [], #"&& /\ ⋀ \land \wedge"#),
    (.or, .folio, "∨"), (.or, .ascii, "|"), (.or, [], #"|| \/ ⋁ \lor \vee"#),
    (.xor, .folio, "⊕"), (.xor, [], #"⊻ <~> \oplus"#),
    (.implies, .folio, "→"), (.implies, .ascii, "->"), (.implies, .nltk, "=>"),
    (.implies, [], #"⇒ ⟶ ⟹ ⊃ \rightarrow \to \implies \Rightarrow"#),
    (.impliedBy, .folio, "←"), (.impliedBy, .prover9, "<-"), (.impliedBy, [], #"⇐ \leftarrow"#),
    (.iff, .folio, "↔ ⟷"), (.iff, .ascii, "<->"), (.iff, .nltk, "<=>"),
    (.iff, [], #"⇔ ⟺ ≡ \leftrightarrow \iff \Leftrightarrow"#),
    (.equal, [.folio, .nltk, .prover9], "="), (.equal, .nltk, "=="),
    (.notEqual, .folio, "≠"), (.notEqual, [.folio, .nltk, .prover9], "!="),
    (.notEqual, [], #"\neq \ne"#),
    (.top, .folio, "⊤"), (.top, .prover9, "$T"), (.top, [], #"$true \top"#),
    (.bottom, .folio, "⊥"), (.bottom, .prover9, "$F"), (.bottom, [], #"$false \bot"#),
    (.forAll, .folio, "∀"), (.forAll, [], #"\forall"#),
    (.exists, .folio, "∃"), (.exists, [], #"\exists"#),
    (.existsUnique, [], "∃! ∃!! \\exists!"),
    (.open, [], "("), (.close, [], ")"), (.openSquare, [], "["), (.closeSquare, [], "]"),
    (.openBrace, [], "{"), (.closeBrace, [], "}"),
    (.comma, [], ","), (.ellipsis, [], "... …"), (.dot, [], "."), (.colon, [], ":"),
    (.hash, [], "#"),
    (.arithmetic, [], #"> < >= <= ≥ ≤ + * / × ÷ ∈ ∉ ⊂ ⊆ \in \leq \geq \le \ge"#),
  ]
}
