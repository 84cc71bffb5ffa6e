// Miniscoping M(F): quantifiers move inwards, bottom-up.
//
//   ∀x (A ∧ B) = ∀x A ∧ ∀x B          Qx (A ∘ B) = A ∘ Qx B   where x isn't free in A, ∘ is ∧ or ∨
//
// ∃ isn't distributed over ∨ (one Skolem symbol serves both parts). Each law is an equivalence;
// domains aren't empty. See Nonnengart and Weidenbach 2001, section 5.

import FirstOrderLogic

extension RefutationChecker {
  /// M(formula), for a formula in negation normal form.
  mutating func miniscoped(_ formula: Formula) throws(Rejection) -> Formula {
    try work.spend(1)
    switch formula {
    case .and(let parts):
      return .flatAnd(try parts.map { part throws(Rejection) in try miniscoped(part) })
    case .or(let parts):
      return .flatOr(try parts.map { part throws(Rejection) in try miniscoped(part) })
    case .quantified(let quantifier, let variable, let body):
      return try push(quantifier, variable, try miniscoped(body))
    default: return formula
    }
  }

  private mutating func push(
    _ quantifier: Quantifier, _ variable: String, _ body: Formula
  ) throws(Rejection) -> Formula {
    guard try occursFree(variable, in: body) else { return body }
    switch body {
    case .and(let parts) where quantifier == .forAll:
      return .flatAnd(
        try parts.map { part throws(Rejection) in try push(quantifier, variable, part) })
    case .and(let parts):
      let pushed = try pushPast(parts, quantifier, variable) { .flatAnd($0) }
      return pushed ?? .quantified(quantifier, variable, body)
    case .or(let parts):
      let pushed = try pushPast(parts, quantifier, variable) { .flatOr($0) }
      return pushed ?? .quantified(quantifier, variable, body)
    default: return .quantified(quantifier, variable, body)
    }
  }

  // The parts without the variable in their order, then the quantifier over the others; nil when
  // every part has the variable.
  private mutating func pushPast(
    _ parts: [Formula], _ quantifier: Quantifier, _ variable: String,
    join: ([Formula]) -> Formula
  ) throws(Rejection) -> Formula? {
    var outside: [Formula] = []
    var inside: [Formula] = []
    for part in parts {
      if try occursFree(variable, in: part) { inside.append(part) } else { outside.append(part) }
    }
    if outside.isEmpty { return nil }
    let rest = inside.count == 1 ? inside[0] : join(inside)
    return join(outside + [try push(quantifier, variable, rest)])
  }

  private mutating func occursFree(
    _ variable: String, in formula: Formula
  ) throws(Rejection) -> Bool {
    let shape = try Shape(formula)
    try work.spend(shape.size)
    return shape.freeVariables[variable] != nil
  }
}
