// Whether the problem of a certificate is the one that was asked.
//
// Certificates hold formulas whose bound variables have been renamed apart, so formulas are compared
// up to the names of bound variables. The names of statements carry no meaning; their order is kept.

import FirstOrderLogic

/// Whether two problems state the same, formula by formula, up to the names of bound variables.
///
/// - Parameters:
///   - certified: the problem a certificate is about.
///   - asked: the problem as it was read.
/// - Complexity: O(size) for formulas of bounded quantifier depth.
public func matches(certificate certified: Problem, file asked: Problem) -> Bool {
  func canonical(_ statement: Statement) -> Formula {
    statement.formula.withDistinctVariables(keepingNames: false)
  }
  return certified.premises.map(canonical) == asked.premises.map(canonical)
    && certified.conclusion.map(canonical) == asked.conclusion.map(canonical)
}
