// Most general unifiers of terms of two clauses, without copying either (structure sharing, Boyer
// and Moore 1972).
//
// A variable of clause k (k = 0 or 1) lives in slot 2 * index + k; a binding is a term with the
// number of the clause its variables belong to. `apply` builds instances whose variables are numbered
// in the order in which they are met, so a conclusion comes out with its variables normalised.
//
// Robinson's algorithm is exponential in the worst case, and so are the instances; a budget of steps
// stops both. A unifier that ran out is reported through `isExhausted`: the search then no longer
// claims that it was exhaustive.

/// A substitution over the variables of two clauses, with undo.
struct Unifier: ~Copyable {
  /// A term with the clause its variables belong to.
  struct Instance: BitwiseCopyable {
    var term: TermID
    var side: UInt32
  }

  /// Steps that one unifier and the instances under it may take: never more than the symbols built.
  static let stepBudget = 50_000

  private var bindings = Arena<Instance>()
  private var trail = Arena<UInt32>()
  private var names = Arena<UInt32>()
  private var namedSlots = Arena<UInt32>()
  private var left = Arena<Instance>()
  private var right = Arena<Instance>()
  private var steps = 0
  /// Whether a budget was ever exceeded since the flag was last cleared.
  var isExhausted = false

  /// Forgets all bindings and the numbering of variables.
  mutating func reset() {
    while !trail.isEmpty {
      bindings[Int(trail.removeLast())] = Instance(term: .none, side: 0)
    }
    resetNames()
    steps = 0
  }

  /// Numbers variables anew, from 0.
  mutating func resetNames() {
    while !namedSlots.isEmpty { names[Int(namedSlots.removeLast())] = .max }
  }

  /// Where the binding of a variable is.
  func slot(_ instance: Instance) -> Int {
    instance.term.variableIndex * 2 + Int(instance.side)
  }

  private func binding(_ slot: Int) -> Instance {
    slot < bindings.count ? bindings[slot] : Instance(term: .none, side: 0)
  }

  /// Follows bindings of variables.
  func resolve(_ instance: Instance) -> Instance {
    var current = instance
    while current.term.isVariable {
      let next = binding(slot(current))
      if next.term == .none { return current }
      current = next
    }
    return current
  }

  private mutating func bind(_ slot: Int, to instance: Instance) {
    bindings.extend(to: slot + 1, with: Instance(term: .none, side: 0))
    bindings[slot] = instance
    trail.append(UInt32(slot))
  }

  /// Extends the substitution to a most general one that makes both terms equal.
  ///
  /// - Returns: false when there is none; the bindings are then useless until `reset`.
  mutating func unify(
    _ first: TermID, _ firstSide: Int, _ second: TermID, _ secondSide: Int,
    _ bank: borrowing TermBank
  ) -> Bool {
    left.truncate(to: 0)
    right.truncate(to: 0)
    left.append(Instance(term: first, side: UInt32(firstSide)))
    right.append(Instance(term: second, side: UInt32(secondSide)))
    while !left.isEmpty {
      guard spendStep() else { return false }
      let one = resolve(left.removeLast())
      let other = resolve(right.removeLast())
      if one.term == other.term, one.side == other.side || bank.isGround(one.term) { continue }
      if one.term.isVariable {
        if occurs(slot(one), in: other, bank) { return false }
        bind(slot(one), to: other)
      } else if other.term.isVariable {
        if occurs(slot(other), in: one, bank) { return false }
        bind(slot(other), to: one)
      } else {
        let node = bank.node(one.term)
        let otherNode = bank.node(other.term)
        if node.symbol != otherNode.symbol { return false }
        if node.variableBound == 0, otherNode.variableBound == 0 { return false }
        for index in stride(from: Int(node.arity) - 1, through: 0, by: -1) {
          left.append(Instance(term: bank.argument(node, index), side: one.side))
          right.append(Instance(term: bank.argument(otherNode, index), side: other.side))
        }
      }
    }
    return true
  }

  private mutating func spendStep() -> Bool {
    steps += 1
    if steps > Self.stepBudget { isExhausted = true }
    return steps <= Self.stepBudget
  }

  /// Occurs check; the work list lies above that of `unify`.
  private mutating func occurs(_ slot: Int, in instance: Instance, _ bank: borrowing TermBank)
    -> Bool
  {
    let base = left.count
    left.append(instance)
    while left.count > base {
      guard spendStep() else {
        left.truncate(to: base)
        return true
      }
      let current = resolve(left.removeLast())
      if current.term.isVariable {
        if self.slot(current) == slot {
          left.truncate(to: base)
          return true
        }
        continue
      }
      let node = bank.node(current.term)
      if node.variableBound == 0 { continue }
      for index in 0..<Int(node.arity) {
        left.append(Instance(term: bank.argument(node, index), side: current.side))
      }
    }
    return false
  }

  /// The instance of a term of clause `side`; occurrences of `hole` become `filling`, which is an
  /// instance already.
  ///
  /// - Returns: nil when the budget is exceeded.
  mutating func apply(
    _ term: TermID, _ side: Int, _ bank: inout TermBank, hole: TermID = .none,
    filling: TermID = .none
  ) -> TermID? {
    let result = build(Instance(term: term, side: UInt32(side)), &bank, hole, filling, 0)
    guard steps <= Self.stepBudget, bank.isWithinLimits(result) else {
      isExhausted = true
      return nil
    }
    return result
  }

  private mutating func build(
    _ instance: Instance, _ bank: inout TermBank, _ hole: TermID, _ filling: TermID, _ depth: Int
  ) -> TermID {
    if instance.term == hole { return filling }
    var current = instance
    var hole = hole
    if current.term.isVariable {
      current = resolve(current)
      hole = .none
      if current.term.isVariable { return name(slot(current)) }
    }
    let node = bank.node(current.term)
    if node.variableBound == 0, hole == .none { return current.term }
    steps += 1
    guard steps <= Self.stepBudget, depth <= TermBank.maximumDepth else {
      steps = Self.stepBudget + 1
      return .top
    }
    for index in 0..<Int(node.arity) {
      let argument = Instance(term: bank.argument(node, index), side: current.side)
      bank.push(build(argument, &bank, hole, filling, depth + 1))
    }
    return bank.make(node.symbol, arity: Int(node.arity))
  }

  private mutating func name(_ slot: Int) -> TermID {
    names.extend(to: slot + 1, with: .max)
    if names[slot] == .max {
      names[slot] = UInt32(namedSlots.count)
      namedSlots.append(UInt32(slot))
    }
    return .variable(Int(names[slot]))
  }
}
