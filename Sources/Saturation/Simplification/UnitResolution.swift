// Simplification by units, the cheap and most frequent case of subsumption (resolution).
//
//   A unit L with Lσ in the clause subsumes it; with ¬Lσ in it, that literal is resolved away.

extension SaturationProver {
  /// Resolves literals of the draft away by active units.
  ///
  /// - Returns: false when a unit subsumes the draft.
  mutating func resolveWithUnits() -> Bool {
    if indexes.units.isEmpty { return true }
    var index = 0
    while index < draft.literals.count {
      guard let (unit, isSubsumed) = unit(for: draft.literals[index]) else {
        index += 1
        continue
      }
      assume(unit)
      if isSubsumed { return false }
      var step = Simplification(.resolution, literal: index)
      step.clause = unit
      draft.simplifications.append(step)
      draft.removeLiteral(index)
    }
    return true
  }

  /// An active unit of which the literal, or its negation, is an instance.
  private mutating func unit(for literal: ClauseLiteral) -> (ClauseID, isSubsumed: Bool)? {
    for isSwapped in literal.isEquation ? [false, true] : [false] {
      candidates.truncate(to: 0)
      bank.flatten(literal, isSwapped: isSwapped, into: &cells)
      indexes.units.retrieve(.generalizations, cells, into: &candidates)
      for position in 0..<candidates.count {
        let clause = candidates[position].clause
        guard clauses[clause].place == .active else { continue }
        let pattern = clauses.literal(clause, 0)
        let isInstance = matchAtom(pattern, literal, isSwapped: isSwapped)
        matcher.undo(to: 0)
        if isInstance { return (clause, pattern.isPositive == literal.isPositive) }
      }
    }
    return nil
  }

  /// Matches the atom of a literal to another's, the sides of the other swapped if asked.
  mutating func matchAtom(
    _ pattern: ClauseLiteral, _ literal: ClauseLiteral, isSwapped: Bool
  ) -> Bool {
    guard pattern.isEquation == literal.isEquation else { return false }
    guard pattern.isEquation else { return matcher.match(pattern.left, literal.left, bank) }
    return matcher.match(pattern.left, isSwapped ? literal.right : literal.left, bank)
      && matcher.match(pattern.right, isSwapped ? literal.left : literal.right, bank)
  }

  /// Simplifies the active clauses that hold the negation of an instance of a unit.
  mutating func resolveActive(withUnit given: ClauseID) {
    let unit = clauses.literal(given, 0)
    for isSwapped in unit.isEquation ? [false, true] : [false] {
      partners.truncate(to: 0)
      bank.flatten(unit, isSwapped: isSwapped, into: &cells)
      indexes.atoms.retrieve(.instances, cells, into: &partners)
      for position in 0..<partners.count {
        let entry = partners[position]
        guard entry.clause != given, clauses[entry.clause].place == .active else { continue }
        let literal = clauses.literal(entry.clause, Int(entry.literal))
        guard literal.isPositive != unit.isPositive else { continue }
        let isInstance = matchAtom(unit, literal, isSwapped: isSwapped)
        matcher.undo(to: 0)
        if isInstance { simplifyAgain(entry.clause) }
      }
    }
  }
}
