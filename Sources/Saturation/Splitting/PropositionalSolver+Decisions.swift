// Decisions: only a clause that has no true literal yet asks for one, so that no more is assigned than
// the clauses need. They are looked at in the order in which they were given; a level remembers how far
// its decision had come.

extension PropositionalSolver {
  /// Makes a literal true in the first clause that has no true one.
  mutating func decide() -> Bool {
    while cursor < given.count {
      let clause = given[cursor]
      var best: Assertion?
      var isSatisfied = false
      for index in 0..<count(clause) {
        let candidate = literal(clause, index)
        let value = value(candidate)
        if value > 0 {
          isSatisfied = true
          break
        }
        if value == 0, best.map({ isPreferred(candidate, to: $0) }) ?? true { best = candidate }
      }
      if !isSatisfied {
        guard let best else { preconditionFailure("a false clause was overlooked") }
        levelStarts.append(UInt32(trail.count))
        cursors.append(UInt32(cursor))
        assign(best, reason: Self.none)
        return true
      }
      cursor += 1
    }
    return false
  }

  // What was true before, then a denial, which mostly brings no clause into the search, then what took
  // part in recent conflicts, then what is cheap.
  private func isPreferred(_ first: Assertion, to second: Assertion) -> Bool {
    func phase(_ literal: Assertion) -> Int8 {
      literal.isPositive ? phases[literal.variable] : -phases[literal.variable]
    }
    if phase(first) != phase(second) { return phase(first) > phase(second) }
    if first.isPositive != second.isPositive { return second.isPositive }
    let activity = activities[first.variable] - activities[second.variable]
    if activity != 0 { return activity > 0 }
    return costs[first.variable] < costs[second.variable]
  }
}
