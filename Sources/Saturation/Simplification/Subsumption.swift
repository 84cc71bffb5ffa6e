// Subsumption and subsumption resolution by clauses of several literals.
//
//   C subsumes D             if Cσ ⊆ D for some σ, different literals of C going to different ones
//   C ∨ L resolves K off D   if Lσ = ¬K and Cσ ⊆ D \ {K} in the same sense; D \ {K} replaces D
//
// Deciding it is NP-complete; candidates are few (one literal of C must be found in the index, and C's
// symbols must lie within D's), and a budget of attempts bounds each test: giving up keeps D.
// C is never longer than D, so a factor isn't dropped in favour of its parent.

extension SaturationProver {
  private static let attemptBudget = 4_000
  private static let largestSubsumer = 40

  /// Tests the draft against the active clauses of several literals.
  ///
  /// - Returns: false when one subsumes the draft.
  mutating func simplifyBySubsumers() -> Bool {
    if indexes.subsumers.isEmpty { return true }
    var isChanged = true
    while isChanged {
      isChanged = false
      for isSwapped in [false, true] {
        gatherSubsumers(isSwapped: isSwapped)
        for position in 0..<candidates.count {
          let clause = candidates[position].clause
          if subsumes(clause, flipping: nil) {
            assume(clause)
            return false
          }
          if !isChanged, let (flipped, target) = resolvableLiteral(clause) {
            var step = Simplification(.resolution, literal: target)
            step.clause = clause
            step.clauseLiteral = UInt32(flipped)
            draft.simplifications.append(step)
            draft.removeLiteral(target)
            assume(clause)
            isChanged = true
          }
        }
      }
    }
    return true
  }

  /// Fills `candidates` with the active clauses one of whose literals fits one of the draft.
  private mutating func gatherSubsumers(isSwapped: Bool) {
    candidates.truncate(to: 0)
    for index in 0..<draft.literals.count {
      let literal = draft.literals[index]
      guard literal.isEquation || !isSwapped else { continue }
      bank.flatten(literal, isSwapped: isSwapped, into: &cells)
      indexes.subsumers.retrieve(.generalizations, cells, into: &candidates)
    }
  }

  /// A literal of the clause, and one of the draft, upon which they can be resolved so that only the
  /// draft without its literal remains.
  private mutating func resolvableLiteral(_ clause: ClauseID) -> (flipped: Int, target: Int)? {
    let size = clauses.size(clause)
    guard size <= draft.literals.count else { return nil }
    for flipped in 0..<size {
      for target in 0..<draft.literals.count {
        if clauses.literal(clause, flipped).isPositive != draft.literals[target].isPositive,
          subsumes(clause, flipping: (flipped, target))
        {
          return (flipped, target)
        }
      }
    }
    return nil
  }

  /// Whether an active clause subsumes the draft, or does so once `flipping`'s literal is negated and
  /// goes to its target.
  private mutating func subsumes(_ clause: ClauseID, flipping: (literal: Int, target: Int)?) -> Bool
  {
    let record = clauses[clause]
    guard record.place == .active, record.literalCount <= draft.literals.count else { return false }
    if flipping == nil {
      var mask: UInt64 = 0
      for index in 0..<draft.literals.count { mask |= bank.symbolMask(draft.literals[index]) }
      if record.symbolMask & ~mask != 0 { return false }
    }
    let isSubsumed = matchLiterals(of: clause, flipping: flipping)
    matcher.undo(to: 0)
    return isSubsumed
  }

  /// Matches the clause into the draft; the bindings are left for the caller.
  mutating func matchLiterals(of clause: ClauseID, flipping: (literal: Int, target: Int)?) -> Bool {
    guard clauses.size(clause) <= Self.largestSubsumer else { return false }
    usedLiterals.truncate(to: 0)
    usedLiterals.extend(to: draft.literals.count, with: false)
    subsumptionAttempts = 0
    guard let flipping else { return matchLiterals(of: clause, from: 0, omitting: -1) }
    let pattern = clauses.literal(clause, flipping.literal)
    let target = draft.literals[flipping.target]
    usedLiterals[flipping.target] = true
    for isSwapped in target.isEquation ? [false, true] : [false] {
      if matchAtom(pattern, target, isSwapped: isSwapped),
        matchLiterals(of: clause, from: 0, omitting: flipping.literal)
      {
        return true
      }
      matcher.undo(to: 0)
    }
    return false
  }

  private mutating func matchLiterals(of clause: ClauseID, from index: Int, omitting: Int) -> Bool {
    if index == clauses.size(clause) { return true }
    if index == omitting { return matchLiterals(of: clause, from: index + 1, omitting: omitting) }
    let pattern = clauses.literal(clause, index)
    for target in 0..<draft.literals.count where !usedLiterals[target] {
      let literal = draft.literals[target]
      guard literal.isPositive == pattern.isPositive, literal.isEquation == pattern.isEquation
      else { continue }
      for swap in 0..<(literal.isEquation ? 2 : 1) {
        subsumptionAttempts += 1
        if subsumptionAttempts > Self.attemptBudget { return false }
        let mark = matcher.mark
        if matchAtom(pattern, literal, isSwapped: swap == 1) {
          usedLiterals[target] = true
          if matchLiterals(of: clause, from: index + 1, omitting: omitting) { return true }
          usedLiterals[target] = false
        }
        matcher.undo(to: mark)
      }
    }
    return false
  }

  /// Drops the active clauses that a newly activated one subsumes.
  mutating func dropSubsumedActive(by given: ClauseID) {
    let pattern = clauses.literal(given, 0)
    for isSwapped in pattern.isEquation ? [false, true] : [false] {
      partners.truncate(to: 0)
      bank.flatten(pattern, isSwapped: isSwapped, into: &cells)
      indexes.atoms.retrieve(.instances, cells, into: &partners)
      for position in 0..<partners.count {
        let entry = partners[position]
        let record = clauses[entry.clause]
        guard entry.clause != given, record.place == .active,
          clauses[given].symbolMask & ~record.symbolMask == 0,
          clauses[given].literalCount <= record.literalCount,
          clauses.literal(entry.clause, Int(entry.literal)).isPositive == pattern.isPositive
        else { continue }
        startCopy(of: entry.clause)
        if matchLiterals(of: given, flipping: nil) {
          assume(given)
          discard(entry.clause)
        }
        matcher.undo(to: 0)
      }
    }
  }
}
