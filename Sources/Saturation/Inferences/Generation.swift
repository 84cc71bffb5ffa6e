// All inferences between a given clause and the active ones, the given clause among them.
//
// Each rule is one function from an `Origin` to a conclusion in the draft. The search and the writing
// of a proof call the same function, so a proof needs no more than the origin.

extension SaturationProver {
  /// Draws all conclusions from a clause and the active clauses.
  mutating func generate(_ given: ClauseID, _ isOver: (Int) -> SaturationLimit?) {
    for index in 0..<clauses.size(given) where clauses.literal(given, index).isEligible {
      let literal = clauses.literal(given, index)
      let isDone =
        literal.isEquation
        ? generateEqualityInferences(given, index, literal, isOver)
        : generateResolvents(given, index, literal, isOver)
          && (!literal.isPositive || generateFactors(given, index, literal, isOver))
      guard isDone, generateSuperpositionsInto(given, index, literal, isOver) else {
        interruptedGiven = given
        return
      }
    }
  }

  private mutating func generateEqualityInferences(
    _ given: ClauseID, _ index: Int, _ literal: ClauseLiteral,
    _ isOver: (Int) -> SaturationLimit?
  ) -> Bool {
    guard literal.isPositive else {
      var origin = Origin(.equalityResolution, given)
      origin.firstLiteral = UInt32(index)
      return attempt(origin, isOver)
    }
    return generateSuperpositionsFrom(given, index, literal.left, isReversed: false, isOver)
      && (literal.isOriented
        || generateSuperpositionsFrom(given, index, literal.right, isReversed: true, isOver))
      && generateEqualityFactors(given, index, literal, isOver)
  }

  /// Draws one conclusion if the inference is possible.
  ///
  /// - Returns: false when the search must stop.
  mutating func attempt(_ origin: Origin, _ isOver: (Int) -> SaturationLimit?) -> Bool {
    if perform(origin) { addConclusion() }
    return mayContinue(isOver)
  }

  /// Puts the conclusion of an inference into the draft.
  ///
  /// The unifier keeps the substitution: side 0 is the first parent, side 1 the second.
  ///
  /// - Returns: false when the inference isn't possible.
  mutating func perform(_ origin: Origin) -> Bool {
    unifier.reset()
    draft.start(origin)
    draft.isGoal = clauses[origin.first].isGoal
    let isPossible: Bool
    switch origin.rule {
    case .input, .copy, .component: preconditionFailure("not an inference")
    case .resolution: isPossible = resolve(origin)
    case .superposition: isPossible = superpose(origin)
    case .factoring: isPossible = factor(origin)
    case .equalityResolution: isPossible = resolveEquality(origin)
    case .equalityFactoring: isPossible = factorEquality(origin)
    }
    if unifier.isExhausted {
      isIncomplete = true
      unifier.isExhausted = false
    }
    if isPossible { assume(origin.first) }
    if isPossible, origin.hasTwoPremises { assume(origin.second) }
    return isPossible
  }

  /// Appends the instances of a parent's literals to the draft.
  ///
  /// - Returns: false when an instance is too large.
  mutating func appendInstances(
    of clause: ClauseID, side: Int, omitting omitted: Int, hole: TermID = .none,
    filling: TermID = .none
  ) -> Bool {
    for index in 0..<clauses.size(clause) where index != omitted {
      let literal = clauses.literal(clause, index)
      guard
        let left = unifier.apply(literal.left, side, &bank, hole: hole, filling: filling),
        let right = literal.isEquation
          ? unifier.apply(literal.right, side, &bank, hole: hole, filling: filling) : .top
      else { return false }
      draft.literals.append(ClauseLiteral(literal.isPositive, left, right))
    }
    return true
  }
}
