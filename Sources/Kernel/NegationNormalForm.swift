// Negation normal form N(F, ±), as the table in Documentation/certificates.md has it:
//
//   N(¬A, +) = N(A, −)              N(A → B, +) = or(N(A, −), N(B, +))
//   N(A ∧ B, −) = or(N(A, −), N(B, −))     N(∀x A, −) = ∃x N(A, −)     and their duals;
//   N(A ↔ B, +) = and(or(N(A, −), N(B, +)), or(N(A, +), N(B, −)))
//   N(A ↔ B, −) = and(or(N(A, +), N(B, +)), or(N(A, −), N(B, −)))
//
// ↔ doubles its sides, so nested ones blow up exponentially. A step holds at most
// `Formula.maximumSize` symbols; once the result must be larger the check gives up.

import FirstOrderLogic

struct NegationNormalForm {
  private var work = Work(limit: 4 * Formula.maximumSize)

  /// N(formula, +) or N(formula, −), equivalent to the formula or to its negation.
  mutating func formula(of formula: Formula, positive: Bool) throws(Rejection) -> Formula {
    try work.spend(1)
    switch formula {
    case .constant(let value): return .constant(value == positive)
    case .atom: return positive ? formula : .not(formula)
    case .not(let body): return try self.formula(of: body, positive: !positive)
    case .and(let parts): return try join(parts, isAnd: positive, positive: positive)
    case .or(let parts): return try join(parts, isAnd: !positive, positive: positive)
    case .implies(let left, let right):
      let parts = [
        try self.formula(of: left, positive: !positive),
        try self.formula(of: right, positive: positive),
      ]
      return positive ? .flatOr(parts) : .flatAnd(parts)
    case .iff(let left, let right): return try equivalence(left, right, positive: positive)
    case .xor(let left, let right): return try equivalence(left, right, positive: !positive)
    case .quantified(let quantifier, let variable, let body):
      return .quantified(
        positive ? quantifier : quantifier.dual, variable,
        try self.formula(of: body, positive: positive))
    }
  }

  private mutating func join(
    _ parts: [Formula], isAnd: Bool, positive: Bool
  ) throws(Rejection) -> Formula {
    let results = try parts.map { part throws(Rejection) in
      try formula(of: part, positive: positive)
    }
    return isAnd ? .flatAnd(results) : .flatOr(results)
  }

  private mutating func equivalence(
    _ left: Formula, _ right: Formula, positive: Bool
  ) throws(Rejection) -> Formula {
    let asserted = try formula(of: left, positive: true)
    let denied = try formula(of: left, positive: false)
    let first = try formula(of: right, positive: true)
    let second = try formula(of: right, positive: false)
    return positive
      ? .flatAnd([.flatOr([denied, first]), .flatOr([asserted, second])])
      : .flatAnd([.flatOr([asserted, first]), .flatOr([denied, second])])
  }
}

extension Formula {
  /// ∧ of the parts, a part that is itself an ∧ spliced in.
  static func flatAnd(_ parts: [Formula]) -> Formula {
    .and(parts.flatMap { if case .and(let inner) = $0 { inner } else { [$0] } })
  }

  /// ∨ of the parts, a part that is itself an ∨ spliced in.
  static func flatOr(_ parts: [Formula]) -> Formula {
    .or(parts.flatMap { if case .or(let inner) = $0 { inner } else { [$0] } })
  }

  /// Whether ¬ stands before atoms only, and ∧, ∨ and quantifiers are the only other connectives.
  var isNegationNormal: Bool {
    switch self {
    case .constant, .atom, .not(.atom): true
    case .not, .implies, .iff, .xor: false
    case .and(let parts), .or(let parts): parts.allSatisfy(\.isNegationNormal)
    case .quantified(_, _, let body): body.isNegationNormal
    }
  }
}
