// Unification with occurs check (Robinson 1965) of terms of two clauses whose variables are told apart by
// an offset into the slots of bindings (Boyer and Moore 1972), so that nothing is renamed or copied.

/// Bindings of variables.
struct Unifier: Sendable {
  private var terms: [TermID] = []
  private var offsets: [Int32] = []
  private var trail: [Int] = []

  private static let unbound = TermID.min

  /// Number of variables there is room for.
  var slotCount: Int { terms.count }

  /// What a variable is bound to.
  func binding(_ slot: Int) -> (TermID, Int)? {
    terms[slot] == Self.unbound ? nil : (terms[slot], Int(offsets[slot]))
  }

  /// Makes room for so many variables and forgets all bindings.
  mutating func reset(slots: Int) {
    for slot in trail { terms[slot] = Self.unbound }
    trail.removeAll(keepingCapacity: true)
    if terms.count < slots {
      terms += Array(repeating: Self.unbound, count: slots - terms.count)
      offsets += Array(repeating: 0, count: slots - offsets.count)
    }
  }

  /// Makes two terms equal; bindings of a failed attempt stay until the next `reset`.
  mutating func unify(
    _ left: TermID, _ leftOffset: Int, _ right: TermID, _ rightOffset: Int, _ bank: InstanceTerms
  ) -> Bool {
    let (left, leftOffset) = walk(left, leftOffset)
    let (right, rightOffset) = walk(right, rightOffset)
    if left == right, leftOffset == rightOffset || bank.isGround(left) { return true }
    if left < 0 { return bind(leftOffset + Int(~left), right, rightOffset, bank) }
    if right < 0 { return bind(rightOffset + Int(~right), left, leftOffset, bank) }
    if bank.isGround(left), bank.isGround(right) { return false }
    guard bank.symbols[Int(left)] == bank.symbols[Int(right)] else { return false }
    for index in 0..<bank.arity(left) {
      guard
        unify(
          bank.argument(left, index), leftOffset, bank.argument(right, index), rightOffset, bank)
      else { return false }
    }
    return true
  }

  private func walk(_ term: TermID, _ offset: Int) -> (TermID, Int) {
    var (term, offset) = (term, offset)
    while term < 0, let next = binding(offset + Int(~term)) { (term, offset) = next }
    return (term, offset)
  }

  private mutating func bind(
    _ slot: Int, _ term: TermID, _ offset: Int, _ bank: InstanceTerms
  ) -> Bool {
    if occurs(slot, term, offset, bank) { return false }
    terms[slot] = term
    offsets[slot] = Int32(offset)
    trail.append(slot)
    return true
  }

  private func occurs(_ slot: Int, _ term: TermID, _ offset: Int, _ bank: InstanceTerms) -> Bool {
    let (term, offset) = walk(term, offset)
    if term < 0 { return offset + Int(~term) == slot }
    if bank.isGround(term) { return false }
    for index in 0..<bank.arity(term) where occurs(slot, bank.argument(term, index), offset, bank) {
      return true
    }
    return false
  }

  /// Binds the variables of a pattern so that it becomes the term, whose variables are constants here.
  mutating func match(_ pattern: TermID, _ term: TermID, _ bank: InstanceTerms) -> Bool {
    if pattern < 0 {
      let slot = Int(~pattern)
      if let (bound, _) = binding(slot) { return bound == term }
      terms[slot] = term
      offsets[slot] = 0
      trail.append(slot)
      return true
    }
    if bank.isGround(pattern) { return pattern == term }
    guard term >= 0, bank.symbols[Int(pattern)] == bank.symbols[Int(term)] else { return false }
    for index in 0..<bank.arity(pattern) {
      guard match(bank.argument(pattern, index), bank.argument(term, index), bank) else {
        return false
      }
    }
    return true
  }
}
