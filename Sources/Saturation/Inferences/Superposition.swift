// Superposition (Bachmair and Ganzinger 1994), left and right, in its simultaneous form (Benanav 1990).
//
//   C ∨ l = r        D[u]              σ = mgu(l, u), u not a variable,
//   ---------------------              lσ not less than rσ, l = r eligible,
//      (C ∨ D[r])σ                     u in the side of an eligible literal that isn't the smaller
//
// All occurrences of u in D are replaced at once: terms are shared, so these are one term, and what is
// left has fewer terms that could be rewritten anyway.

extension SaturationProver {
  /// Rewrites active clauses by the given clause's equation.
  mutating func generateSuperpositionsFrom(
    _ given: ClauseID, _ index: Int, _ side: TermID, isReversed: Bool,
    _ isOver: (Int) -> SaturationLimit?
  ) -> Bool {
    partners.truncate(to: 0)
    bank.flatten(side, into: &cells)
    indexes.into.retrieve(.unifiable, cells, into: &partners)
    for position in 0..<partners.count {
      let partner = partners[position]
      guard clauses[partner.clause].place == .active else { continue }
      var origin = Origin(.superposition, given)
      origin.firstLiteral = UInt32(index)
      origin.isReversed = isReversed
      origin.second = partner.clause
      origin.secondLiteral = partner.literal
      origin.subterm = partner.term
      guard attempt(origin, isOver) else { return false }
    }
    return true
  }

  /// Rewrites the given clause's literal by equations of active clauses.
  mutating func generateSuperpositionsInto(
    _ given: ClauseID, _ index: Int, _ literal: ClauseLiteral,
    _ isOver: (Int) -> SaturationLimit?
  ) -> Bool {
    if indexes.from.isEmpty { return true }
    collectRewritableSubterms(literal)
    for subtermIndex in 0..<subterms.count {
      let subterm = subterms[subtermIndex]
      partners.truncate(to: 0)
      bank.flatten(subterm, into: &cells)
      indexes.from.retrieve(.unifiable, cells, into: &partners)
      for position in 0..<partners.count {
        let partner = partners[position]
        // The given clause with itself was met from its equation.
        guard clauses[partner.clause].place == .active, partner.clause != given else { continue }
        var origin = Origin(.superposition, partner.clause)
        origin.firstLiteral = partner.literal
        origin.isReversed = partner.isReversed
        origin.second = given
        origin.secondLiteral = UInt32(index)
        origin.subterm = subterm
        guard attempt(origin, isOver) else { return false }
      }
    }
    return true
  }

  /// The conclusion: the rest of the first clause, then the second clause rewritten.
  mutating func superpose(_ origin: Origin) -> Bool {
    let from = clauses.literal(origin.first, Int(origin.firstLiteral))
    let into = clauses.literal(origin.second, Int(origin.secondLiteral))
    let (left, right) = origin.isReversed ? (from.right, from.left) : (from.left, from.right)
    guard unifier.unify(left, 0, origin.subterm, 1, bank) else { return false }
    if !from.isOriented {
      let comparison = compareInstances(left, 0, right, 0)
      if comparison == .less || comparison == .equal { return false }
    }
    guard !into.isEquation || into.isOriented || mayRewrite(into, origin.subterm),
      staysEligible(origin.first, origin.firstLiteral, side: 0),
      staysEligible(origin.second, origin.secondLiteral, side: 1),
      let contractum = unifier.apply(right, 0, &bank)
    else { return false }
    draft.isGoal = clauses[origin.first].isGoal || clauses[origin.second].isGoal
    return appendInstances(of: origin.first, side: 0, omitting: Int(origin.firstLiteral))
      && appendInstances(
        of: origin.second, side: 1, omitting: -1, hole: origin.subterm, filling: contractum)
  }

  /// Whether the subterm lies in a side of the equation whose instance isn't the smaller one.
  private mutating func mayRewrite(_ literal: ClauseLiteral, _ subterm: TermID) -> Bool {
    switch compareInstances(literal.left, 1, literal.right, 1) {
    case .greater: return bank.contains(literal.left, subterm)
    case .less: return bank.contains(literal.right, subterm)
    case .equal: return false
    case .incomparable: return true
    }
  }
}
