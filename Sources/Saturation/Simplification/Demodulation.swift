// Rewriting by unit equations (demodulation; Bachmair and Ganzinger 1994).
//
//   l = r     D[lσ]
//   ---------------         lσ > rσ; D[lσ] is replaced by the conclusion
//       D[rσ]
//
// A positive equation lσ = t may be rewritten at the top of its greater side only if l = r stays
// smaller: rσ < t, or σ is no mere renaming (the condition of unfailing completion; Bachmair,
// Dershowitz and Plaisted 1989). Terms are normalised innermost first; an irreducible term remembers
// the state of the rewrite system, and from then on only newer rules are tried.

extension SaturationProver {
  private static let rewriteBudget = 2_000

  /// Rewrites the draft by definitions, which hold everywhere and have no order to respect.
  mutating func unfoldDraft() {
    for index in 0..<draft.literals.count {
      let literal = draft.literals[index]
      if literal.isEquation {
        draft.literals[index].left = normalize(literal.left, index, .literal)
        draft.literals[index].right = normalize(literal.right, index, .literal)
      } else {
        draft.literals[index].left = normalizeAtom(literal.left, index)
      }
    }
  }

  /// Rewrites all literals of the draft to normal form.
  mutating func demodulateDraft() {
    if indexes.demodulators.isEmpty { return }
    for index in 0..<draft.literals.count {
      let literal = draft.literals[index]
      if literal.isPositive, literal.isEquation {
        let left = normalizeSide(literal.left, other: literal.right, index, isRight: false)
        draft.literals[index].left = left
        draft.literals[index].right = normalizeSide(
          literal.right, other: left, index, isRight: true)
      } else if literal.isEquation {
        draft.literals[index].left = normalize(literal.left, index, .literal)
        draft.literals[index].right = normalize(literal.right, index, .literal)
      } else {
        draft.literals[index].left = normalizeAtom(literal.left, index)
      }
    }
  }

  /// Normalises the arguments of an atom. The atom itself is no term: x = c doesn't make it c.
  private mutating func normalizeAtom(_ atom: TermID, _ literal: Int) -> TermID {
    if bank.node(atom).irreducibleAt == rewriteVersion { return atom }
    let normal = normalizeArguments(atom, literal, .literal)
    noteIrreducible(normal)
    return normal
  }

  private mutating func normalize(
    _ term: TermID, _ literal: Int, _ scope: Simplification.Scope
  ) -> TermID {
    var current = term
    while !current.isVariable, bank.node(current).irreducibleAt != rewriteVersion {
      current = normalizeArguments(current, literal, scope)
      guard let next = rewrite(current, literal, scope, other: nil) else { return current }
      current = next
    }
    return current
  }

  /// Normalises a side of a positive equation whose other side is `other`.
  private mutating func normalizeSide(
    _ term: TermID, other: TermID, _ literal: Int, isRight: Bool
  ) -> TermID {
    let inside: Simplification.Scope = isRight ? .rightArguments : .leftArguments
    let whole: Simplification.Scope = isRight ? .rightSide : .leftSide
    var current = term
    while !current.isVariable, bank.node(current).irreducibleAt != rewriteVersion {
      current = normalizeArguments(current, literal, inside)
      guard let next = rewrite(current, literal, whole, other: other) else { return current }
      current = next
    }
    return current
  }

  private mutating func noteIrreducible(_ term: TermID) {
    if !isRewriteSystemPartial, draft.simplifications.count < Self.rewriteBudget {
      bank.setIrreducible(term, at: rewriteVersion)
    }
  }

  private mutating func normalizeArguments(
    _ term: TermID, _ literal: Int, _ scope: Simplification.Scope
  ) -> TermID {
    let node = bank.node(term)
    var isChanged = false
    for index in 0..<Int(node.arity) {
      let argument = bank.argument(node, index)
      let normal = normalize(argument, literal, scope)
      if normal != argument { isChanged = true }
      bank.push(normal)
    }
    if isChanged { return bank.make(node.symbol, arity: Int(node.arity)) }
    bank.dropPending(Int(node.arity))
    return term
  }

  /// Rewrites a term at its top, its arguments being irreducible; nil if no equation applies.
  private mutating func rewrite(
    _ term: TermID, _ literal: Int, _ scope: Simplification.Scope, other: TermID?
  ) -> TermID? {
    let irreducibleAt = bank.node(term).irreducibleAt
    if irreducibleAt == rewriteVersion { return nil }
    guard draft.simplifications.count < Self.rewriteBudget, bank.isWithinLimits(term) else {
      return nil
    }
    var isProtected = false
    indexes.demodulators.start(term, newerThan: irreducibleAt, bank)
    while let rule = indexes.demodulators.next(bank) {
      guard clauses[rule.clause].place == .active, let result = contractum(of: term, by: rule)
      else { continue }
      if let other, indexes.demodulators.isRenaming(),
        order.compare(other, result, bank) != .greater
      {
        isProtected = true
        continue
      }
      var step = Simplification(.demodulation, literal: literal)
      step.scope = scope
      step.clause = rule.clause
      step.isReversed = rule.isReversed
      step.redex = term
      step.contractum = result
      draft.simplifications.append(step)
      return result
    }
    if !isProtected { noteIrreducible(term) }
    return nil
  }

  /// What a rule that matches makes of a term; nil if that isn't smaller.
  private mutating func contractum(of term: TermID, by rule: RewriteRule) -> TermID? {
    if !rule.isOriented, !order.countsSymbols {
      let result = bank.instance(of: rule.right, indexes.demodulators.bindings)
      guard bank.isWithinLimits(result) else { return nil }
      return order.compare(term, result, bank) == .greater ? result : nil
    }
    guard
      rule.isOriented
        || instanceOrder.isGreater(
          term, than: rule.right, indexes.demodulators.bindings, isBalanced: rule.isBalanced,
          &order, bank)
    else { return nil }
    return bank.instance(of: rule.right, indexes.demodulators.bindings)
  }

  /// Rewrites active clauses by a newly activated unit equation.
  mutating func demodulateActive(with given: ClauseID) {
    let equation = clauses.literal(given, 0)
    rewriteSubtermsOfActive(equation.left, equation.right, equation.isOriented, given)
    if !equation.isOriented {
      rewriteSubtermsOfActive(equation.right, equation.left, false, given)
    }
  }

  private mutating func rewriteSubtermsOfActive(
    _ left: TermID, _ right: TermID, _ isOriented: Bool, _ given: ClauseID
  ) {
    guard isOriented || bank.hasVariables(of: right, in: left) else { return }
    partners.truncate(to: 0)
    bank.flatten(left, into: &cells)
    indexes.subterms.retrieve(.instances, cells, into: &partners)
    for position in 0..<partners.count {
      let entry = partners[position]
      guard entry.clause != given, clauses[entry.clause].place == .active,
        matcher.match(left, entry.term, bank)
      else {
        matcher.undo(to: 0)
        continue
      }
      let result = matcher.apply(right, &bank)
      matcher.undo(to: 0)
      if isOriented || order.compare(entry.term, result, bank) == .greater {
        simplifyAgain(entry.clause)
      }
    }
  }
}
