// Ordered resolution with selection (Bachmair and Ganzinger 1994).
//
//   C ∨ A        D ∨ ¬B            σ = mgu(A, B), A and ¬B eligible in their clauses
//   --------------------
//        (C ∨ D)σ

extension SaturationProver {
  /// Resolves the given clause's literal with those of active clauses.
  mutating func generateResolvents(
    _ given: ClauseID, _ index: Int, _ literal: ClauseLiteral,
    _ isOver: (Int) -> SaturationLimit?
  ) -> Bool {
    partners.truncate(to: 0)
    bank.flatten(literal.left, into: &cells)
    if literal.isPositive {
      indexes.negative.retrieve(.unifiable, cells, into: &partners)
    } else {
      indexes.positive.retrieve(.unifiable, cells, into: &partners)
    }
    for position in 0..<partners.count {
      let partner = partners[position]
      guard clauses[partner.clause].place == .active else { continue }
      // The given clause with itself is met from its positive literal.
      if partner.clause == given, !literal.isPositive { continue }
      var origin = Origin(.resolution, literal.isPositive ? given : partner.clause)
      origin.firstLiteral = literal.isPositive ? UInt32(index) : partner.literal
      origin.second = literal.isPositive ? partner.clause : given
      origin.secondLiteral = literal.isPositive ? partner.literal : UInt32(index)
      guard attempt(origin, isOver) else { return false }
    }
    return true
  }

  /// The resolvent of `first`'s positive and `second`'s negative literal.
  mutating func resolve(_ origin: Origin) -> Bool {
    let positive = clauses.literal(origin.first, Int(origin.firstLiteral))
    let negative = clauses.literal(origin.second, Int(origin.secondLiteral))
    guard unifier.unify(positive.left, 0, negative.left, 1, bank),
      staysEligible(origin.first, origin.firstLiteral, side: 0),
      staysEligible(origin.second, origin.secondLiteral, side: 1)
    else { return false }
    draft.isGoal = clauses[origin.first].isGoal || clauses[origin.second].isGoal
    return appendInstances(of: origin.first, side: 0, omitting: Int(origin.firstLiteral))
      && appendInstances(of: origin.second, side: 1, omitting: Int(origin.secondLiteral))
  }
}
