// A new propositional model: which clauses step back, and which return.
//
// The solver is asked between two given clauses, so that a clause's inferences are done under one
// model. Clauses that have been active keep their places in the indexes, where what isn't active is
// passed over; they return as passive ones, since what became active meanwhile has not met them.

extension SaturationProver {
  /// Brings the model up to date with the solver's clauses.
  ///
  /// - Returns: false when there is no model, or a limit stopped the solver.
  mutating func updateModel(_ isOver: (Int) -> SaturationLimit?) -> Bool {
    guard strategy.splits else { return true }
    let bytes = memoryBytes
    var limit: SaturationLimit?
    let hasModel = splitting.solver.solve {
      limit = isOver(bytes)
      return limit != nil
    }
    guard hasModel == true else {
      limitReached = limit
      return false
    }
    followModel()
    return true
  }

  private mutating func followModel() {
    splitting.solver.takeTouched(into: &splitting.touched)
    guard !splitting.touched.isEmpty else { return }
    splitting.concerned.truncate(to: 0)
    forEachTouched(isTrue: false) { prover, assertion in
      prover.splitting.takeFrozen(while: assertion)
    }
    let frozenCount = splitting.concerned.count
    var position = frozenCount
    collectClausesOfChangedSets()
    while position < splitting.concerned.count {
      let clause = splitting.concerned[position]
      let place = clauses[clause].place
      if place == .passive || place == .active { clauses[clause].place = .locked }
      position += 1
    }
    for index in 0..<frozenCount {
      let clause = splitting.concerned[index]
      if clauses[clause].place == .frozen { clauses[clause].place = .locked }
    }
    splitting.concerned.truncate(to: frozenCount)
    forEachTouched(isTrue: true) { _, _ in }
    collectClausesOfChangedSets()
    for index in 0..<splitting.concerned.count { unlock(splitting.concerned[index]) }
  }

  private mutating func unlock(_ clause: ClauseID) {
    let record = clauses[clause]
    guard record.place == .locked, splitting.sets.holds(record.assertions) else { return }
    clauses[clause].place = .passive
    // It may have been active and the reason why its own parent is needless: then it's no orphan.
    clauses[clause].hasOtherDerivation = true
    enqueue(clause)
  }

  /// Notes the assertions that have become true, or those that no longer are.
  private mutating func forEachTouched(
    isTrue: Bool, _ body: (inout SaturationProver, Assertion) -> Void
  ) {
    splitting.changedSets.truncate(to: 0)
    for index in 0..<splitting.touched.count {
      for isPositive in [true, false] {
        let assertion = Assertion(Int(splitting.touched[index]), isPositive: isPositive)
        let value = splitting.solver.value(assertion) > 0
        guard value == isTrue, splitting.sets.isAsserted[assertion.index] != value else {
          continue
        }
        splitting.sets.setAsserted(assertion, value, changed: &splitting.changedSets)
        body(&self, assertion)
      }
    }
  }

  private mutating func collectClausesOfChangedSets() {
    for index in 0..<splitting.changedSets.count {
      splitting.sets.collectClauses(
        of: splitting.changedSets[index], into: &splitting.concerned)
    }
  }
}
