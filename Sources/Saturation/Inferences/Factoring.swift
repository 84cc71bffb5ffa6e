// Ordered factoring of positive literals that aren't equations (Bachmair and Ganzinger 1994). It is
// equality factoring for p(t̄) = ⊤, where ⊤ ≠ ⊤ is dropped.
//
//   C ∨ A ∨ B
//   ---------       σ = mgu(A, B), A eligible
//   (C ∨ A)σ

extension SaturationProver {
  /// Factors the given clause's literal with its other positive literals.
  mutating func generateFactors(
    _ given: ClauseID, _ index: Int, _ literal: ClauseLiteral,
    _ isOver: (Int) -> SaturationLimit?
  ) -> Bool {
    for other in 0..<clauses.size(given) where other != index {
      let candidate = clauses.literal(given, other)
      // Of two eligible literals the pair is met once.
      guard candidate.isPositive, !candidate.isEquation, !(candidate.isEligible && other < index)
      else { continue }
      var origin = Origin(.factoring, given)
      origin.firstLiteral = UInt32(index)
      origin.secondLiteral = UInt32(other)
      guard attempt(origin, isOver) else { return false }
    }
    return true
  }

  /// The factor in which the second literal has become the first.
  mutating func factor(_ origin: Origin) -> Bool {
    let first = clauses.literal(origin.first, Int(origin.firstLiteral))
    let second = clauses.literal(origin.first, Int(origin.secondLiteral))
    return unifier.unify(first.left, 0, second.left, 0, bank)
      && staysEligible(origin.first, origin.firstLiteral, side: 0)
      && appendInstances(of: origin.first, side: 0, omitting: Int(origin.secondLiteral))
  }
}
