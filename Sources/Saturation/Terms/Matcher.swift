// One-sided matching: a substitution σ with lσ = t, the variables of t being constants.
//
// Pattern and target may use the same variable numbers: a binding is only looked up for a variable
// of the pattern. Bindings can be undone to a mark, for the backtracking of subsumption.

/// Bindings of the pattern's variables to terms of the target.
struct Matcher: ~Copyable {
  private var bindings = Arena<TermID>()
  private var trail = Arena<UInt32>()

  /// The current state, to come back to.
  var mark: Int { trail.count }

  /// Forgets the bindings made since `mark`.
  mutating func undo(to mark: Int) {
    while trail.count > mark { bindings[Int(trail.removeLast())] = .none }
  }

  /// Extends the bindings so that `pattern` becomes `target`.
  ///
  /// - Returns: false when that can't be; bindings may then have been added: undo them.
  mutating func match(_ pattern: TermID, _ target: TermID, _ bank: borrowing TermBank) -> Bool {
    if pattern.isVariable {
      let index = pattern.variableIndex
      bindings.extend(to: index + 1, with: .none)
      if bindings[index] != .none { return bindings[index] == target }
      bindings[index] = target
      trail.append(UInt32(index))
      return true
    }
    if target.isVariable { return false }
    let node = bank.node(pattern)
    if node.variableBound == 0 { return pattern == target }
    let targetNode = bank.node(target)
    if node.symbol != targetNode.symbol || node.weight > targetNode.weight { return false }
    for index in 0..<Int(node.arity) {
      if !match(bank.argument(node, index), bank.argument(targetNode, index), bank) { return false }
    }
    return true
  }

  /// The instance of a term whose variables are all bound; unbound ones stay.
  func apply(_ term: TermID, _ bank: inout TermBank) -> TermID {
    if term.isVariable { return binding(term.variableIndex) ?? term }
    let node = bank.node(term)
    if node.variableBound == 0 { return term }
    for index in 0..<Int(node.arity) { bank.push(apply(bank.argument(node, index), &bank)) }
    return bank.make(node.symbol, arity: Int(node.arity))
  }

  /// What a variable of the pattern is bound to.
  func binding(_ index: Int) -> TermID? {
    index < bindings.count && bindings[index] != .none ? bindings[index] : nil
  }
}
