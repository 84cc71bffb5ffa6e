// Unfolding of definitions before the search: a unit equation
//
//   f(x1, ..., xn) = t      x1, ..., xn different variables, all of t's among them, f not in t
//
// is used from left to right in all other clauses, and f and the equation are gone. It keeps
// satisfiability both ways, because f is determined by t. A term order would often turn the equation
// round, t being heavier, and then hide the structure of terms behind f: RNG020-7 is found in a few
// milliseconds with, and not in two seconds without.
//
// Constants stay (n > 0): chains such as a2 = store(a1, i, x) name what would grow in every clause, and
// rewriting from right to left keeps it small (SWV543-1.004: 1 ms, not in 1.5 s with unfolding).
// The alternative, an order in which f is greatest (LPO), does the same only for orders of that kind.

/// An input clause that defines a function, read with the function on the left.
private struct FunctionDefinition {
  var symbol: SymbolID
  var isReversed: Bool
}

extension SaturationProver {
  /// Unfolding may let the input grow to this many times its symbols, and by this many.
  private static let growthFactor = 2
  private static let growthMargin = 400

  /// Replaces defined functions in stored input clauses.
  ///
  /// - Parameter stored: the clauses, not yet in the queues.
  /// - Returns: those that stand for them: definitions are left out, others may be replaced.
  /// - Complexity: linear in the input, and in what the replaced terms grow to.
  mutating func unfoldDefinitions(in stored: [ClauseID]) -> [ClauseID] {
    var current: [ClauseID?] = stored
    var occurrences = [[Int]](repeating: [], count: signature.symbols.count)
    var counts = [Int](repeating: 0, count: signature.symbols.count)
    var weight = 0
    for index in stored.indices {
      noteSymbols(of: stored[index], at: index, &occurrences, &counts)
      weight += Int(clauses[stored[index]].weight)
    }
    var allowance = weight * (Self.growthFactor - 1) + Self.growthMargin
    for index in stored.indices {
      guard let clause = current[index], let definition = definition(clause, counts) else {
        continue
      }
      let defining = startUnfolding(clause, definition)
      var replaced: [(index: Int, clause: ClauseID)] = []
      var growth = 0
      for user in occurrences[Int(definition.symbol)] where user != index {
        guard let old = current[user], hasFunction(definition.symbol, old) else { continue }
        let new = unfold(old)
        replaced.append((user, new))
        growth += Int(clauses[new].weight) - Int(clauses[old].weight)
        if growth > allowance || hasFunction(definition.symbol, new) { break }
      }
      clauses[defining].place = .redundant
      let isGone = replaced.allSatisfy { !hasFunction(definition.symbol, $0.clause) }
      guard growth <= allowance, isGone else { continue }
      allowance -= max(growth, 0)
      clauses[clause].place = .redundant
      current[index] = nil
      for (user, new) in replaced {
        clauses[current[user]!].place = .redundant
        current[user] = new
        noteSymbols(of: new, at: user, &occurrences, &counts)
      }
    }
    indexes.demodulators = RewriteTree()
    return current.compactMap { $0 }
  }

  /// Whether a clause defines a function, the rarer one when both sides would do.
  private func definition(_ clause: ClauseID, _ counts: [Int]) -> FunctionDefinition? {
    guard clauses.size(clause) == 1 else { return nil }
    let literal = clauses.literal(clause, 0)
    guard literal.isPositive, literal.isEquation else { return nil }
    let left = definedSymbol(literal.left, by: literal.right)
    let right = definedSymbol(literal.right, by: literal.left)
    if let left, right.map({ counts[Int(left)] <= counts[Int($0)] }) ?? true {
      return FunctionDefinition(symbol: left, isReversed: false)
    }
    return right.map { FunctionDefinition(symbol: $0, isReversed: true) }
  }

  private func definedSymbol(_ term: TermID, by other: TermID) -> SymbolID? {
    if term.isVariable { return nil }
    let node = bank.node(term)
    guard node.arity > 0, signature.symbols[Int(node.symbol)].kind == .function else { return nil }
    for index in 0..<Int(node.arity) {
      let argument = bank.argument(node, index)
      guard argument.isVariable else { return nil }
      for earlier in 0..<index where bank.argument(node, earlier) == argument { return nil }
    }
    guard bank.hasVariables(of: other, in: term), !bank.hasSymbol(node.symbol, in: other) else {
      return nil
    }
    return node.symbol
  }

  /// Makes the definition the only rewrite rule.
  private mutating func startUnfolding(
    _ clause: ClauseID, _ definition: FunctionDefinition
  ) -> ClauseID {
    startCopy(of: clause)
    var literal = draft.literals[0]
    if definition.isReversed { (literal.left, literal.right) = (literal.right, literal.left) }
    literal.isOriented = true
    draft.literals[0] = literal
    let defining = clauses.store(draft, bank)
    clauses[defining].place = .active
    indexes.demodulators = RewriteTree()
    rewriteVersion += 1
    insertDemodulator(defining, literal, isReversed: false)
    return defining
  }

  private mutating func unfold(_ clause: ClauseID) -> ClauseID {
    startCopy(of: clause)
    unfoldDraft()
    return storeDraft()
  }

  private func hasFunction(_ symbol: SymbolID, _ clause: ClauseID) -> Bool {
    for index in 0..<clauses.size(clause) {
      let literal = clauses.literal(clause, index)
      if bank.hasSymbol(symbol, in: literal.left) || bank.hasSymbol(symbol, in: literal.right) {
        return true
      }
    }
    return false
  }

  private mutating func noteSymbols(
    of clause: ClauseID, at index: Int, _ occurrences: inout [[Int]], _ counts: inout [Int]
  ) {
    bank.startWalk()
    subterms.truncate(to: 0)
    for position in 0..<clauses.size(clause) {
      bank.collectArguments(clauses.literal(clause, position), into: &subterms)
    }
    for position in 0..<subterms.count {
      let symbol = Int(bank.node(subterms[position]).symbol)
      counts[symbol] += 1
      if occurrences[symbol].last != index { occurrences[symbol].append(index) }
    }
  }
}

extension TermBank {
  /// Whether a symbol occurs in a term.
  func hasSymbol(_ symbol: SymbolID, in term: TermID) -> Bool {
    if term.isVariable { return false }
    let node = self.node(term)
    if node.symbol == symbol { return true }
    for index in 0..<Int(node.arity) where hasSymbol(symbol, in: argument(node, index)) {
      return true
    }
    return false
  }
}
