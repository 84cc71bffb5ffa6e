// The three infix notations, and how a line shows which one it is in.
//
//   FOLIO      ∀x (Dog(x) → ∃y Owner(y, x))             (Han et al. 2022)
//   NLTK       all x. (Dog(x) -> exists y. Owner(y, x))  (Bird, Klein and Loper 2009)
//   Prover9    all x (Dog(x) -> exists y Owner(y, x)).   (McCune 2005)
//
// All three are read by one parser, which takes the union of their tokens: people and language
// models mix them. What a line's own notation doesn't have is accepted and reported. Three parsers
// would each refuse what the others accept, and say less about why.

import Diagnostics

/// A notation with infix connectives.
enum InfixNotation: String, CaseIterable, Sendable {
  case nltk
  case folio
  case prover9
}

/// A set of notations: those in which a spelling is at home.
struct InfixNotations: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let nltk = InfixNotations(rawValue: 1)
  static let folio = InfixNotations(rawValue: 2)
  static let prover9 = InfixNotations(rawValue: 4)
  static let ascii: InfixNotations = [.nltk, .prover9]

  /// Whether a spelling is at home in this notation.
  func contains(_ notation: InfixNotation) -> Bool {
    switch notation {
    case .nltk: isSuperset(of: .nltk)
    case .folio: isSuperset(of: .folio)
    case .prover9: isSuperset(of: .prover9)
    }
  }
}

extension InfixNotation {
  /// The notation of one formula.
  ///
  /// The first quantifier decides: a symbol is FOLIO's, a word with a dot after its variables
  /// NLTK's, a word without one Prover9's. Without quantifiers a Unicode operator means FOLIO and a
  /// word for an operator NLTK; what is left is ASCII that all notations read alike.
  ///
  /// - Complexity: O(length).
  static func detect(_ bytes: [UInt8], _ span: Span) -> InfixNotation {
    var lexer = InfixLexer(bytes, span)
    let tokens = lexer.tokens()
    if let notation = byQuantifier(tokens) { return notation }
    var hasWord = false
    for token in tokens {
      if token.kind == .name {
        hasWord = hasWord || token.word.isOperator
      } else if token.kind.isOperator, token.homes.contains(InfixNotation.folio),
        !token.homes.contains(InfixNotation.nltk)
      {
        return .folio
      }
    }
    return hasWord ? .nltk : .prover9
  }

  private static func byQuantifier(_ tokens: [InfixToken]) -> InfixNotation? {
    for (index, token) in tokens.enumerated() {
      if token.kind == .forAll || token.kind == .exists { return .folio }
      guard token.kind == .name, token.word.isQuantifier, tokens[index + 1].kind == .name,
        !tokens[index + 1].word.isOperator
      else { continue }
      var end = index + 1
      while tokens[end].kind == .name || tokens[end].kind == .comma { end += 1 }
      let isDotted = tokens[end].kind == .dot && tokens[end + 1].kind != .end
      return isDotted ? .nltk : .prover9
    }
    return nil
  }
}
