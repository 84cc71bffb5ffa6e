// Formulas in the infix languages, without the frame of a file.
//
// A formula alone is named by itself: what its language can't write is renamed without regard to
// other formulas. `ProblemWriter` names a whole problem at once.

/// The native notation: Unicode first-order logic.
public enum NativeNotation {
  /// The formula in Unicode; distinct objects are written as constants.
  public static func text(_ formula: Formula) -> String { infixText(formula, .folio) }

  /// The formulas in Unicode, as parts of one text: a symbol has one name in all of them.
  ///
  /// - Complexity: O(size).
  public static func texts(_ formulas: [Formula]) -> [String] {
    let naming = SymbolNaming(formulas, rules: InfixWriting.folio.rules)
    return formulas.map { InfixPrinter.text(naming.renamed($0), .folio) }
  }
}

/// FOLIO's notation.
public enum FOLIONotation {
  /// The formula in FOLIO's notation; distinct objects are written as constants.
  public static func text(_ formula: Formula) -> String { infixText(formula, .folio) }
}

/// NLTK's notation.
public enum NLTKNotation {
  /// The formula in NLTK's notation; A ⊕ B is written `-(A <-> B)`, ⊤ `all x.(x = x)`.
  public static func text(_ formula: Formula) -> String { infixText(formula, .nltk) }
}

/// Prover9's notation.
public enum Prover9Notation {
  /// The formula in Prover9's notation without its full stop; A ⊕ B is written `-(A <-> B)`.
  public static func text(_ formula: Formula) -> String { infixText(formula, .prover9) }
}

private func infixText(_ formula: Formula, _ writing: InfixWriting) -> String {
  let naming = SymbolNaming([formula], rules: writing.rules)
  return InfixPrinter.text(naming.renamed(formula), writing)
}
