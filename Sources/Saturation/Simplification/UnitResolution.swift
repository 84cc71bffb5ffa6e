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
      let (left, right) =
        isSwapped ? (literal.right, literal.left) : (literal.left, literal.right)
      indexes.units.start(left, newerThan: 0, bank)
      while let rule = indexes.units.next(bank) {
        guard clauses[rule.clause].place == .active, isInstance(right, of: rule, left) else {
          continue
        }
        return (
          rule.clause, clauses.literal(rule.clause, 0).isPositive == literal.isPositive
        )
      }
    }
    return nil
  }

  /// Whether the right side, too, is that of a rule whose left side matches.
  private mutating func isInstance(_ right: TermID, of rule: RewriteRule, _ left: TermID) -> Bool {
    // An atom is no instance of x = y.
    guard (rule.right == .top) == (right == .top) else { return false }
    if bank.variableBound(rule.right) <= indexes.units.bindings.count {
      return bank.isInstance(right, of: rule.right, indexes.units.bindings)
    }
    // The right side has variables of its own.
    let isMatch =
      matcher.match(rule.left, left, bank) && matcher.match(rule.right, right, bank)
    matcher.undo(to: 0)
    return isMatch
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
