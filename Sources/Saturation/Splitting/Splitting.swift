// Splitting in the style of AVATAR (Voronkov, CAV 2014; Reger, Suda and Voronkov, CADE 2015).
//
//   C1 ∨ ... ∨ Cn ← A       becomes the propositional clause  s1 ∨ ... ∨ sn ∨ ¬A
//   ⊥ ← A                   becomes the propositional clause  ¬A
//
// where the components Ci have no variables in common and si says that Ci holds. The search works under
// a propositional model: Ci ← {si} is searched with as long as the model makes si true, and so is every
// clause whose assertions are all true. When the model changes, the clauses whose assertions fail step
// back, and others return. Without a propositional model there is none of the input.
//
// A case split by backtracking (SPASS; Weidenbach 2001) explores cases in a fixed order and forgets
// what it learned on the way back; the solver learns which cases are alike.
//
// What a conditional clause makes needless is needless only as long as its assertions hold: unless these
// are among the needless clause's own it's set aside, "frozen", and returns when one of them fails.

extension SaturationProver {
  /// Makes a stored clause passive, or hands its components to the solver.
  mutating func retain(_ clause: ClauseID) {
    if clauses.size(clause) > 0, !isSplit(clause) { enqueue(clause) }
  }

  /// Hands the components of a clause to the solver.
  ///
  /// - Returns: whether they take the clause's place. A clause with a single component stays, unless
  ///   it holds under assertions only and the component is known, as then the solver can tell when it
  ///   holds.
  mutating func isSplit(_ clause: ClauseID) -> Bool {
    guard strategy.splits else { return false }
    let assertions = clauses[clause].assertions
    guard clauses.size(clause) > 1 || assertions != AssertionSets.empty else { return false }
    let components = components(of: clause)
    if components.isEmpty { return false }
    if components.count == 1 {
      guard assertions != AssertionSets.empty, splitting.variable(components[0].key) != nil else {
        return false
      }
    }
    let parts = components.map { (component: $0, assertion: assertion($0)) }
    if parts.contains(where: { splitting.sets.contains(assertions, $0.assertion) }) {
      // The component's own clause stays; a clause that contains the component is subsumed by it.
      if parts.count > 1 { clauses[clause].place = .redundant }
      return parts.count > 1
    }
    for (component, assertion) in parts { makeClause(of: component, assertion, from: clause) }
    tellSolver(clause, parts.map(\.assertion))
    clauses[clause].place = .split
    return true
  }

  /// Stores the clause that holds under a component's assertion.
  private mutating func makeClause(
    of component: Component, _ assertion: Assertion, from clause: ClauseID
  ) {
    guard splitting.clause(of: assertion) == nil else { return }
    draft.start(Origin(.component, assertion.code))
    draft.isGoal = clauses[clause].isGoal
    for literal in component.literals { draft.literals.append(literal) }
    draft.assertions = splitting.sets.singleton(assertion)
    let stored = storeDraft()
    splitting.setClause(stored, of: assertion)
    if clauses[stored].place == .passive { enqueue(stored) }
  }

  /// Gives the solver the clause that some assertions hold, or one of a clause's own fails.
  private mutating func tellSolver(_ clause: ClauseID, _ assertions: [Assertion]) {
    let denied = splitting.sets.elements(clauses[clause].assertions).map(\.negated)
    var literals: [Assertion] = []
    for literal in assertions + denied where !literals.contains(literal) {
      literals.append(literal)
    }
    if literals.contains(where: { literals.contains($0.negated) }) { return }
    splitting.solver.add(literals, source: clause)
  }

  /// Notes an empty clause: it refutes the input, or its assertions.
  mutating func noteEmptyClause(_ clause: ClauseID) {
    if clauses[clause].assertions != AssertionSets.empty {
      clauses[clause].place = .split
      tellSolver(clause, [])
    } else if emptyClause == nil {
      emptyClause = clause
    }
  }

  /// Notes that a clause takes part in the draft's simplification.
  mutating func assume(_ clause: ClauseID) {
    draft.assertions = splitting.sets.union(draft.assertions, clauses[clause].assertions)
  }

  /// Takes a clause of which the draft is the simplified copy, or which the draft has been found
  /// needless as, out of the search.
  mutating func discard(_ clause: ClauseID) { discard(clause, under: draft.assertions) }

  private mutating func discard(_ clause: ClauseID, under assertions: AssertionSetID) {
    let own = clauses[clause].assertions
    if own == assertions {
      clauses[clause].place = .redundant
      return
    }
    clauses[clause].place = .frozen
    for assertion in splitting.sets.elements(assertions)
    where !splitting.sets.contains(own, assertion) {
      splitting.freeze(clause, while: assertion)
    }
  }

  /// Keeps a conclusion as it was before its simplification, should that have been under assertions.
  mutating func keepUnsimplified(
    _ origin: Origin, _ own: AssertionSetID, under assertions: AssertionSetID
  ) {
    guard own != assertions, perform(origin) else { return }
    if let clause = storeNewConclusion() { discard(clause, under: assertions) }
  }
}
