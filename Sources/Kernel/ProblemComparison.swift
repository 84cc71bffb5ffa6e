// Whether the problem of a certificate is the one that was asked.
//
// Certificates hold formulas whose bound variables have been renamed apart, so formulas are compared
// up to the names of bound variables. The names of statements carry no meaning; their order is kept.

import FirstOrderLogic

extension Problem {
  /// Whether both problems state the same, formula by formula, up to the names of bound variables.
  ///
  /// - Complexity: O(size) for formulas of bounded quantifier depth.
  public func isSameProblem(as other: Problem) -> Bool {
    func canonical(_ statement: Statement) -> Formula {
      statement.formula.withDistinctVariables(keepingNames: false)
    }
    return premises.map(canonical) == other.premises.map(canonical)
      && conclusion.map(canonical) == other.conclusion.map(canonical)
  }
}
