// Equality resolution (Bachmair and Ganzinger 1994).
//
//   C ∨ s ≠ t
//   ---------       σ = mgu(s, t), s ≠ t eligible
//      Cσ

extension SaturationProver {
  /// Drops the first literal under the unifier of its sides.
  mutating func resolveEquality(_ origin: Origin) -> Bool {
    let literal = clauses.literal(origin.first, Int(origin.firstLiteral))
    return unifier.unify(literal.left, 0, literal.right, 0, bank)
      && staysEligible(origin.first, origin.firstLiteral, side: 0)
      && appendInstances(of: origin.first, side: 0, omitting: Int(origin.firstLiteral))
  }
}
