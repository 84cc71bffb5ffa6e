// A new clause under an assignment that is kept: only the levels that make it false, or in which it
// should have had a consequence already, are undone.

extension PropositionalSolver {
  /// Begins to watch a given clause and repairs the assignment if the clause is false or unit.
  mutating func install(_ clause: UInt32) {
    let count = count(clause)
    guard count > 0 else { return fail(clause) }
    let first = Int(records[Int(clause)].first)
    for position in 0..<min(2, count) {
      var best = position
      for other in (position + 1)..<max(count, position + 1)
      where rank(literals[first + other]) > rank(literals[first + best]) { best = other }
      let moved = literals[first + position]
      literals[first + position] = literals[first + best]
      literals[first + best] = moved
    }
    if count > 1 {
      watch(clause)
    } else {
      // No watch would tell when its literal loses its value.
      backtrack(to: 0)
    }
    let literal = literals[first]
    let second = count > 1 ? rank(literals[first + 1]) : 0
    switch value(literal) {
    case 1: break
    case 0:
      if second < .max - 1 {
        backtrack(to: second)
        assign(literal, reason: clause)
      }
    default:
      let highest = rank(literal)
      if highest == 0 {
        fail(clause)
      } else if second < highest {
        backtrack(to: second)
        assign(literal, reason: clause)
      } else {
        backtrack(to: highest - 1)
      }
    }
  }

  // True and open literals first, then false ones from the highest level down.
  private func rank(_ literal: Assertion) -> Int {
    switch value(literal) {
    case 1: .max
    case 0: .max - 1
    default: Int(levels[literal.variable])
    }
  }
}
