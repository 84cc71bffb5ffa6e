// The Knuth-Bendix order between a term and an instance that isn't built.
//
//   s > rσ      for the term s and a rule's right side r under a match σ
//
// Rewriting by an equation that has no fixed direction asks this for every match, and mostly the answer
// is no: with commutativity f(x, y) = f(y, x) half of all terms match at any time. Building the instances
// took half of the time on lattices, nearly all of it in looking up terms that nobody wanted.
//
// The tests go from cheap to dear: weights, then heads and arguments, and variables last. Other orders
// than the one that counts symbols are asked about the built instance.

/// Compares terms with instances of the right sides of rules.
struct InstanceOrder: ~Copyable {
  private var balance = Arena<Int32>()

  /// Whether a term is greater than the instance of a pattern.
  ///
  /// - Parameters:
  ///   - bindings: the terms of the pattern's variables.
  ///   - isBalanced: whether each variable is known to occur often enough in the term.
  mutating func isGreater(
    _ term: TermID, than pattern: TermID, _ bindings: borrowing Arena<TermID>, isBalanced: Bool,
    _ order: inout TermOrder, _ bank: borrowing TermBank
  ) -> Bool {
    if pattern.isVariable {
      return order.compare(term, bindings[pattern.variableIndex], bank) == .greater
    }
    let node = bank.node(pattern)
    if node.variableBound == 0 { return order.compare(term, pattern, bank) == .greater }
    if term.isVariable { return false }
    let weight = bank.weight(term)
    let other = bank.instanceWeight(of: pattern, bindings)
    if weight < other { return false }
    if weight == other {
      let symbol = bank.node(term).symbol
      if symbol == node.symbol {
        guard hasGreaterArgument(term, than: node, bindings, &order, bank) else { return false }
      } else if order.precedence[Int(symbol)] < order.precedence[Int(node.symbol)] {
        return false
      }
    }
    return isBalanced || hasVariables(of: pattern, bindings, term, bank)
  }

  /// Whether the first argument that differs is greater.
  private mutating func hasGreaterArgument(
    _ term: TermID, than pattern: TermNode, _ bindings: borrowing Arena<TermID>,
    _ order: inout TermOrder, _ bank: borrowing TermBank
  ) -> Bool {
    let node = bank.node(term)
    for index in 0..<Int(node.arity) {
      let argument = bank.argument(node, index)
      let other = bank.argument(pattern, index)
      if bank.isInstance(argument, of: other, bindings) { continue }
      return isGreater(argument, than: other, bindings, isBalanced: false, &order, bank)
    }
    return false
  }

  /// Whether every variable occurs in the term at least as often as in the instance.
  private mutating func hasVariables(
    of pattern: TermID, _ bindings: borrowing Arena<TermID>, _ term: TermID,
    _ bank: borrowing TermBank
  ) -> Bool {
    var bound = bank.variableBound(term)
    for index in 0..<bindings.count { bound = max(bound, bank.variableBound(bindings[index])) }
    balance.extend(to: bound, with: 0)
    count(term, 1, bank)
    let result = spend(pattern, bindings, bank)
    for index in 0..<bound { balance[index] = 0 }
    return result
  }

  private mutating func count(_ term: TermID, _ change: Int32, _ bank: borrowing TermBank) {
    if term.isVariable {
      balance[term.variableIndex] += change
      return
    }
    let node = bank.node(term)
    if node.variableBound == 0 { return }
    for index in 0..<Int(node.arity) { count(bank.argument(node, index), change, bank) }
  }

  /// Takes the variables of the instance off the balance, as long as that lasts.
  private mutating func spend(
    _ pattern: TermID, _ bindings: borrowing Arena<TermID>, _ bank: borrowing TermBank
  ) -> Bool {
    if pattern.isVariable { return spend(bindings[pattern.variableIndex], bank) }
    let node = bank.node(pattern)
    if node.variableBound == 0 { return true }
    for index in 0..<Int(node.arity) {
      if !spend(bank.argument(node, index), bindings, bank) { return false }
    }
    return true
  }

  private mutating func spend(_ term: TermID, _ bank: borrowing TermBank) -> Bool {
    if term.isVariable {
      balance[term.variableIndex] -= 1
      return balance[term.variableIndex] >= 0
    }
    let node = bank.node(term)
    if node.variableBound == 0 { return true }
    for index in 0..<Int(node.arity) {
      if !spend(bank.argument(node, index), bank) { return false }
    }
    return true
  }
}

extension InstanceOrder {
  /// Whether every variable occurs in one term at least as often as in another.
  mutating func hasVariables(
    of other: TermID, in term: TermID, _ bank: borrowing TermBank
  ) -> Bool {
    let bound = max(bank.variableBound(term), bank.variableBound(other))
    balance.extend(to: bound, with: 0)
    count(term, 1, bank)
    let result = spend(other, bank)
    for index in 0..<bound { balance[index] = 0 }
    return result
  }
}

extension TermBank {
  /// The weight of the instance of a pattern.
  func instanceWeight(of pattern: TermID, _ bindings: borrowing Arena<TermID>) -> Int {
    if pattern.isVariable { return weight(bindings[pattern.variableIndex]) }
    let node = self.node(pattern)
    if node.variableBound == 0 { return Int(node.weight) }
    var weight = 1
    for index in 0..<Int(node.arity) {
      weight += instanceWeight(of: argument(node, index), bindings)
    }
    return weight
  }

  /// Whether a term is the instance of a pattern.
  func isInstance(_ term: TermID, of pattern: TermID, _ bindings: borrowing Arena<TermID>) -> Bool {
    if pattern.isVariable { return bindings[pattern.variableIndex] == term }
    let node = self.node(pattern)
    if node.variableBound == 0 { return pattern == term }
    if term.isVariable { return false }
    let other = self.node(term)
    if node.symbol != other.symbol { return false }
    for index in 0..<Int(node.arity)
    where !isInstance(argument(other, index), of: argument(node, index), bindings) {
      return false
    }
    return true
  }

  /// The instance of a pattern.
  mutating func instance(of pattern: TermID, _ bindings: borrowing Arena<TermID>) -> TermID {
    if pattern.isVariable { return bindings[pattern.variableIndex] }
    let node = self.node(pattern)
    if node.variableBound == 0 { return pattern }
    for index in 0..<Int(node.arity) {
      let argument = instance(of: argument(node, index), bindings)
      push(argument)
    }
    return make(node.symbol, arity: Int(node.arity))
  }
}
