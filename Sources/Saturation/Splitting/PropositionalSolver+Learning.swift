// Analysis of a conflict up to the first unique implication point (Zhang, Madigan, Moskewicz and Malik
// 2001). The clauses met on the way are the chain of the learned clause: each is resolved with the
// result so far upon the variable whose reason it is, and at last the units of level 0 take the
// variables out that have their value forever.
//
// Learned clauses aren't minimised: that saves little where clauses are few, and lengthens chains.

extension PropositionalSolver {
  private static let activityDecay = 1 / 0.95
  private static let activityLimit = 1e100

  /// Learns a clause from one that is false, goes back and makes its first literal true.
  mutating func learn(from conflict: UInt32) {
    let chain = chains.count
    var unitVariables: [Int] = []
    var seen: [Int] = []
    learned.truncate(to: 0)
    var open = 0
    var reason = conflict
    var position = trail.count
    repeat {
      chains.append(reason)
      for index in 0..<count(reason) {
        let literal = literal(reason, index)
        let variable = literal.variable
        if isSeen[variable] { continue }
        isSeen[variable] = true
        seen.append(variable)
        if levels[variable] == 0 {
          unitVariables.append(variable)
          continue
        }
        bump(variable)
        if Int(levels[variable]) == level { open += 1 } else { learned.append(literal) }
      }
      repeat { position -= 1 } while !isSeen[trail[position].variable]
      reason = reasons[trail[position].variable]
      open -= 1
    } while open > 0
    for variable in unitVariables { chains.append(units[variable]) }
    for variable in seen { isSeen[variable] = false }
    activityStep *= Self.activityDecay
    finish(asserting: trail[position].negated, chain: chain)
  }

  /// Stores the learned clause with a literal to make true.
  private mutating func finish(asserting literal: Assertion, chain: Int) {
    var target = 0
    var highest = 0
    for index in 0..<learned.count {
      let level = Int(levels[learned[index].variable])
      if level > target { (target, highest) = (level, index) }
    }
    let first = literals.count
    literals.append(literal)
    if !learned.isEmpty {
      literals.append(learned[highest])
      for index in 0..<learned.count where index != highest { literals.append(learned[index]) }
    }
    let clause = store(first: first, chain: chain)
    if !learned.isEmpty { watch(clause) }
    backtrack(to: target)
    assign(literal, reason: clause)
  }

  private mutating func bump(_ variable: Int) {
    activities[variable] += activityStep
    guard activities[variable] > Self.activityLimit else { return }
    for index in 0..<activities.count { activities[index] /= Self.activityLimit }
    activityStep /= Self.activityLimit
  }
}
