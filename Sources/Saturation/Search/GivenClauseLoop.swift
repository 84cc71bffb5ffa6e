// The given-clause loop in the manner of DISCOUNT (Denzinger, Kronenburg and Schulz 1997): only active
// clauses simplify; a new clause is simplified once when made and again when picked.
//
//   pick a passive clause, simplify it by the active ones, drop it if subsumed
//   activate it, and simplify or drop active clauses by it
//   draw all conclusions from it and active clauses; they become passive
//
// Otter's loop, in which passive clauses simplify too, spends most of its time on clauses that are never
// picked. What a strategy may drop of the passive ones is in LimitedResource.swift.

extension SaturationProver {
  /// Takes the next clause.
  mutating func pickGiven() -> ClauseID? {
    while let clause = passive.removeNext(pick: picks, clauses) {
      resource.remove(weight: clauses[clause].weight)
      if isOrphan(clause) {
        clauses[clause].place = .redundant
        continue
      }
      picks += 1
      return clause
    }
    return nil
  }

  /// Whether a parent has become redundant: what replaced the parent yields a clause at least as good.
  private func isOrphan(_ clause: ClauseID) -> Bool {
    if clauses[clause].hasOtherDerivation { return false }
    let origin = clauses[clause].origin
    switch origin.rule {
    case .input, .copy, .component: return false
    case .resolution, .superposition:
      return clauses[origin.first].place == .redundant
        || clauses[origin.second].place == .redundant
    case .factoring, .equalityResolution, .equalityFactoring:
      return clauses[origin.first].place == .redundant
    }
  }

  /// One round of the loop.
  mutating func process(_ picked: ClauseID, _ isOver: (Int) -> SaturationLimit?) {
    startCopy(of: picked)
    guard simplifyDraft(isFull: true) else { return discard(picked) }
    var given = picked
    if !draft.simplifications.isEmpty {
      discard(picked)
      given = storeDraft()
      if clauses.size(given) == 0 { return }
    }
    if isSplit(given) { return }
    activate(given)
    simplifyActive(with: given)
    if strategy.usesSetOfSupport, !clauses[given].isGoal {
      isIncomplete = true
    } else if emptyClause == nil {
      generate(given, isOver)
    }
  }

  /// Makes the draft a copy of a clause.
  mutating func startCopy(of clause: ClauseID) {
    draft.start(Origin(.copy, clause))
    draft.isGoal = clauses[clause].isGoal
    draft.assertions = clauses[clause].assertions
    for index in 0..<clauses.size(clause) {
      draft.literals.append(clauses.literal(clause, index))
    }
  }

  /// Puts a stored clause of the input into the queues; it's stored once more if it can be
  /// simplified.
  mutating func addInput(_ clause: ClauseID) {
    startCopy(of: clause)
    if !simplifyDraft(isFull: false) {
      clauses[clause].place = .redundant
    } else if draft.simplifications.isEmpty {
      retain(clause)
    } else {
      clauses[clause].place = .redundant
      retain(storeDraft())
    }
  }

  /// Simplifies the conclusion in the draft and makes it a passive clause.
  mutating func addConclusion() {
    generatedCount += 1
    guard resource.tries(weight: draftWeight) else {
      isIncomplete = true
      return
    }
    let origin = draft.origin
    let assertions = draft.assertions
    let isKept = simplifyDraft(isFull: false)
    let assumed = draft.assertions
    if isKept, let clause = storeNewConclusion() { retain(clause) }
    keepUnsimplified(origin, assertions, under: assumed)
  }

  /// Stores the conclusion in the draft unless it's too heavy or was drawn before.
  mutating func storeNewConclusion() -> ClauseID? {
    guard resource.keeps(weight: draftWeight) else {
      isIncomplete = true
      return nil
    }
    finishDraft()
    if let known = variants.find(draft, clauses) {
      clauses[known].hasOtherDerivation = true
      return nil
    }
    let clause = storeFinishedDraft()
    variants.insert(clause, clauses)
    return clause
  }

  /// Number of symbols and variables of the draft.
  private var draftWeight: UInt32 {
    var weight = 0
    for index in 0..<draft.literals.count {
      let literal = draft.literals[index]
      weight += bank.weight(literal.left) + (literal.isEquation ? bank.weight(literal.right) : 0)
    }
    return UInt32(clamping: weight)
  }

  /// Stores the draft, variables numbered from 0 and equations oriented.
  mutating func storeDraft() -> ClauseID {
    finishDraft()
    return storeFinishedDraft()
  }

  private mutating func storeFinishedDraft() -> ClauseID {
    let clause = clauses.store(draft, bank)
    if draft.assertions != AssertionSets.empty {
      splitting.sets.append(clause, to: draft.assertions)
      if !splitting.sets.holds(draft.assertions) { clauses[clause].place = .locked }
    }
    if draft.literals.isEmpty { noteEmptyClause(clause) }
    return clause
  }

  /// Numbers the draft's variables from 0 and turns equations so that the left side isn't smaller.
  mutating func finishDraft() {
    if !draft.simplifications.isEmpty, isDraftRenumberable {
      unifier.reset()
      for index in 0..<draft.literals.count {
        var literal = draft.literals[index]
        guard let left = unifier.apply(literal.left, 0, &bank),
          let right = unifier.apply(literal.right, 0, &bank)
        else { fatalError("a renaming exceeds the limits of the search") }
        literal.left = left
        literal.right = right
        draft.literals[index] = literal
      }
    }
    for index in 0..<draft.literals.count {
      draft.literals[index].isEligible = false
      var literal = draft.literals[index]
      guard literal.isEquation else { continue }
      let comparison = order.compare(literal.left, literal.right, bank)
      if comparison == .less { (literal.left, literal.right) = (literal.right, literal.left) }
      literal.isOriented = comparison == .less || comparison == .greater
      draft.literals[index] = literal
    }
  }

  /// Whether all of the draft can be renamed within the unifier's budget of steps; in a larger one
  /// the variables keep their numbers, since renaming some literals only would confuse them.
  var isDraftRenumberable: Bool {
    var weight = 0
    for index in 0..<draft.literals.count {
      let literal = draft.literals[index]
      weight += bank.weight(literal.left) + bank.weight(literal.right)
    }
    return weight <= Unifier.stepBudget
  }

  /// Looks at the limits, every time or every few hundred attempts.
  mutating func poll(_ isOver: (Int) -> SaturationLimit?) {
    if limitReached == nil { limitReached = isOver(memoryBytes) }
  }

  /// Counts an attempted inference.
  ///
  /// - Returns: false when a limit is reached or the empty clause is found.
  mutating func mayContinue(_ isOver: (Int) -> SaturationLimit?) -> Bool {
    attempts &+= 1
    if attempts & 0xFF == 0 { poll(isOver) }
    return limitReached == nil && emptyClause == nil
  }
}
