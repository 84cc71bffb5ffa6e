// Equality factoring (Bachmair and Ganzinger 1994).
//
//   C ∨ s = t ∨ s' = t'
//   -------------------------      σ = mgu(s, s'), s = t eligible, tσ not greater than sσ
//   (C ∨ t ≠ t' ∨ s' = t')σ
//
// The alternative, merging paramodulation with ordered factoring, needs one rule more.

extension SaturationProver {
  /// Factors the given clause's equation with its other positive equations.
  mutating func generateEqualityFactors(
    _ given: ClauseID, _ index: Int, _ literal: ClauseLiteral,
    _ isOver: (Int) -> SaturationLimit?
  ) -> Bool {
    for other in 0..<clauses.size(given) where other != index {
      let candidate = clauses.literal(given, other)
      guard candidate.isPositive, candidate.isEquation else { continue }
      for choice in 0..<4 where choice & 1 == 0 || !literal.isOriented {
        var origin = Origin(.equalityFactoring, given)
        origin.firstLiteral = UInt32(index)
        origin.secondLiteral = UInt32(other)
        origin.isReversed = choice & 1 != 0
        origin.otherIsReversed = choice & 2 != 0
        guard attempt(origin, isOver) else { return false }
      }
    }
    return true
  }

  /// The conclusion: the literals but the first, then t ≠ t'.
  mutating func factorEquality(_ origin: Origin) -> Bool {
    let first = clauses.literal(origin.first, Int(origin.firstLiteral))
    let other = clauses.literal(origin.first, Int(origin.secondLiteral))
    let (source, target) =
      origin.isReversed ? (first.right, first.left) : (first.left, first.right)
    let (otherSource, otherTarget) =
      origin.otherIsReversed ? (other.right, other.left) : (other.left, other.right)
    guard unifier.unify(source, 0, otherSource, 0, bank),
      staysEligible(origin.first, origin.firstLiteral, side: 0),
      let left = unifier.apply(target, 0, &bank),
      let right = unifier.apply(otherTarget, 0, &bank)
    else { return false }
    if !first.isOriented {
      guard let instance = unifier.apply(source, 0, &bank) else { return false }
      if order.compare(left, instance, bank) == .greater { return false }
    }
    guard appendInstances(of: origin.first, side: 0, omitting: Int(origin.firstLiteral)) else {
      return false
    }
    draft.literals.append(ClauseLiteral(false, left, right))
    return true
  }
}
