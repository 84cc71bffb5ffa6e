// The Knuth-Bendix order between instances under a unifier that aren't built, in linear time (Löchner
// 2006, algorithm 5): one walk over both terms keeps the balance of weights and of each variable.
//
// Inferences are refused for order reasons after their unifier is known: most of those that an equation
// without a fixed direction offers. Building instances to compare them means looking up terms in a large
// table, which is most of what an inference costs; the walk only reads terms that are stored.
//
// Instances can be exponentially large; a walk that exceeds its budget says `incomparable`, and that
// refuses nothing. The path order is asked about instances that are built.

/// Compares instances of terms of two clauses.
struct UnifierOrder: ~Copyable {
  /// The walk may be as deep as it is long, and it recurses.
  private static let stepBudget = TermBank.maximumDepth

  private var balance = Arena<Int32>()
  private var touched = Arena<UInt32>()
  private var positiveBalances = 0
  private var negativeBalances = 0
  private var weight = 0
  private var steps = 0

  /// Compares two instances.
  mutating func compare(
    _ first: Unifier.Instance, _ second: Unifier.Instance, _ unifier: borrowing Unifier,
    _ order: inout TermOrder, _ bank: borrowing TermBank
  ) -> Comparison {
    if order.hasSymbolWeights { order.weights.update(bank) }
    steps = 0
    let result = walk(first, second, unifier, order, bank)
    while !touched.isEmpty { balance[Int(touched.removeLast())] = 0 }
    positiveBalances = 0
    negativeBalances = 0
    weight = 0
    return steps > Self.stepBudget ? .incomparable : result
  }

  private mutating func walk(
    _ first: Unifier.Instance, _ second: Unifier.Instance, _ unifier: borrowing Unifier,
    _ order: borrowing TermOrder, _ bank: borrowing TermBank
  ) -> Comparison {
    steps += 1
    if steps > Self.stepBudget { return .incomparable }
    let one = unifier.resolve(first)
    let other = unifier.resolve(second)
    if one.term == other.term, one.side == other.side || bank.isGround(one.term) { return .equal }
    if one.term.isVariable || other.term.isVariable {
      let isOneInOther = count(other, -1, unifier, order, bank, seeking: one)
      let isOtherInOne = count(one, 1, unifier, order, bank, seeking: other)
      if one.term.isVariable { return isOneInOther ? .less : .incomparable }
      return isOtherInOne ? .greater : .incomparable
    }
    let node = bank.node(one.term)
    let otherNode = bank.node(other.term)
    var candidate = Comparison.equal
    if node.symbol == otherNode.symbol {
      for index in 0..<Int(node.arity) {
        let argument = Unifier.Instance(term: bank.argument(node, index), side: one.side)
        let otherArgument = Unifier.Instance(
          term: bank.argument(otherNode, index), side: other.side)
        if candidate == .equal {
          candidate = walk(argument, otherArgument, unifier, order, bank)
        } else {
          count(argument, 1, unifier, order, bank)
          count(otherArgument, -1, unifier, order, bank)
        }
      }
    } else {
      count(one, 1, unifier, order, bank)
      count(other, -1, unifier, order, bank)
      let isGreater =
        order.precedence[Int(node.symbol)] > order.precedence[Int(otherNode.symbol)]
      candidate = isGreater ? .greater : .less
    }
    if weight != 0 { candidate = weight > 0 ? .greater : .less }
    switch candidate {
    case .greater: return negativeBalances == 0 ? .greater : .incomparable
    case .less: return positiveBalances == 0 ? .less : .incomparable
    case .equal, .incomparable: return candidate
    }
  }

  /// Adds an instance to the balances.
  ///
  /// - Returns: whether the variable `sought` occurs in it.
  @discardableResult
  private mutating func count(
    _ instance: Unifier.Instance, _ change: Int, _ unifier: borrowing Unifier,
    _ order: borrowing TermOrder, _ bank: borrowing TermBank,
    seeking sought: Unifier.Instance? = nil
  ) -> Bool {
    steps += 1
    if steps > Self.stepBudget { return false }
    let current = unifier.resolve(instance)
    if current.term.isVariable {
      weight += change * order.weight(current.term, bank)
      let slot = unifier.slot(current)
      add(Int32(change), to: slot)
      return sought.map { $0.term.isVariable && unifier.slot($0) == slot } ?? false
    }
    let node = bank.node(current.term)
    if node.variableBound == 0 {
      weight += change * order.weight(current.term, bank)
      return false
    }
    weight += change * order.weight(ofSymbol: node.symbol)
    var isFound = false
    for index in 0..<Int(node.arity) {
      let argument = Unifier.Instance(term: bank.argument(node, index), side: current.side)
      if count(argument, change, unifier, order, bank, seeking: sought) { isFound = true }
    }
    return isFound
  }

  private mutating func add(_ change: Int32, to slot: Int) {
    balance.extend(to: slot + 1, with: 0)
    let old = balance[slot]
    if old == 0 { touched.append(UInt32(slot)) }
    let new = old + change
    balance[slot] = new
    positiveBalances += (new > 0 ? 1 : 0) - (old > 0 ? 1 : 0)
    negativeBalances += (new < 0 ? 1 : 0) - (old < 0 ? 1 : 0)
  }
}

extension SaturationProver {
  /// Compares the instances of two terms of clauses 0 or 1 under the unifier.
  mutating func compareInstances(
    _ first: TermID, _ side: Int, _ second: TermID, _ otherSide: Int
  ) -> Comparison {
    if order.isPathOrder {
      defer { unifier.resetNames() }
      guard let left = unifier.apply(first, side, &bank),
        let right = unifier.apply(second, otherSide, &bank)
      else { return .incomparable }
      return order.compare(left, right, bank)
    }
    return unifierOrder.compare(
      Unifier.Instance(term: first, side: UInt32(side)),
      Unifier.Instance(term: second, side: UInt32(otherSide)), unifier, &order, bank)
  }
}
