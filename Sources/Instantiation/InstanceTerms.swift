// Shared terms: structurally equal terms have the same number (hash consing), atoms among them.
//
//   term ::= ~i, variable number i  |  the index of a node f(t1, ..., tn)
//
// A clause's instance is a tuple of terms, one for each variable of the clause, stored as a term of a
// symbol of its own. Its variables are numbered by first occurrence, so that two instances are the
// same up to renaming exactly when their tuples have one number.

/// The number of a term; negative for a variable.
typealias TermID = Int32

/// All terms of a search.
struct InstanceTerms: Sendable {
  private(set) var symbols: [Int32] = []
  private var starts: [Int32] = [0]
  private var arguments: [TermID] = []
  private var grounds: [Bool] = []
  /// Number of symbols, each occurrence counted, but for variables.
  private(set) var weights: [Int32] = []
  private var table: [Int32] = Array(repeating: -1, count: 1_024)
  private var pending: [TermID] = []
  /// Renaming of the instance under construction: variables of bindings to its own.
  private var renamed: [Int32] = []
  private var renamedSlots: [Int] = []
  private var nextVariable: Int32 = 0

  /// Bytes held.
  var bytes: Int { symbols.count * 28 + arguments.count * 4 + table.count * 4 }
  /// Number of terms.
  var count: Int { symbols.count }

  func arity(_ term: TermID) -> Int { Int(starts[Int(term) + 1] - starts[Int(term)]) }
  func argument(_ term: TermID, _ index: Int) -> TermID {
    arguments[Int(starts[Int(term)]) + index]
  }
  func isGround(_ term: TermID) -> Bool { term >= 0 && grounds[Int(term)] }

  /// The term of a symbol with arguments.
  mutating func make(_ symbol: Int32, _ parts: [TermID]) -> TermID {
    let start = pending.count
    pending.append(contentsOf: parts)
    return make(symbol, pendingFrom: start)
  }

  private mutating func make(_ symbol: Int32, pendingFrom start: Int) -> TermID {
    var slot = hash(symbol, start) & (table.count - 1)
    while table[slot] >= 0 {
      if matches(table[slot], symbol, start) {
        pending.removeLast(pending.count - start)
        return table[slot]
      }
      slot = (slot + 1) & (table.count - 1)
    }
    let term = TermID(symbols.count)
    var isGround = true
    var weight: Int32 = 1
    for part in pending[start...] {
      isGround = isGround && self.isGround(part)
      if part >= 0 { weight = min(weight, 1 << 28) + min(weights[Int(part)], 1 << 28) }
    }
    symbols.append(symbol)
    arguments.append(contentsOf: pending[start...])
    starts.append(Int32(arguments.count))
    grounds.append(isGround)
    weights.append(weight)
    pending.removeLast(pending.count - start)
    table[slot] = term
    if symbols.count * 2 > table.count { rehash() }
    return term
  }

  private func matches(_ candidate: TermID, _ symbol: Int32, _ start: Int) -> Bool {
    guard symbols[Int(candidate)] == symbol, arity(candidate) == pending.count - start else {
      return false
    }
    let first = Int(starts[Int(candidate)])
    for index in 0..<pending.count - start where arguments[first + index] != pending[start + index]
    {
      return false
    }
    return true
  }

  private func hash(_ symbol: Int32, _ start: Int) -> Int {
    var state = Self.mix(0, symbol)
    for index in start..<pending.count { state = Self.mix(state, pending[index]) }
    return Int(truncatingIfNeeded: state >> 33)
  }

  private static func mix(_ state: UInt64, _ value: Int32) -> UInt64 {
    let mixed = (state ^ UInt64(UInt32(bitPattern: value))) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }

  private mutating func rehash() {
    table = Array(repeating: -1, count: table.count * 2)
    for term in symbols.indices {
      var state = Self.mix(0, symbols[term])
      for index in Int(starts[term])..<Int(starts[term + 1]) {
        state = Self.mix(state, arguments[index])
      }
      var slot = Int(truncatingIfNeeded: state >> 33) & (table.count - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(term)
    }
  }
}

// MARK: Instances

extension InstanceTerms {
  /// A term with its variables replaced by terms at once: those of a tuple.
  mutating func apply(_ tuple: TermID, to term: TermID) -> TermID {
    if term < 0 { return argument(tuple, Int(~term)) }
    if isGround(term) { return term }
    let start = pending.count
    for index in 0..<arity(term) {
      let part = apply(tuple, to: argument(term, index))
      pending.append(part)
    }
    return make(symbols[Int(term)], pendingFrom: start)
  }

  /// A term with all variables replaced by one term.
  mutating func grounded(_ term: TermID, _ constant: TermID) -> TermID {
    if term < 0 { return constant }
    if isGround(term) { return term }
    let start = pending.count
    for index in 0..<arity(term) {
      let part = grounded(argument(term, index), constant)
      pending.append(part)
    }
    return make(symbols[Int(term)], pendingFrom: start)
  }

  /// Instance of a tuple under a unifier, its variables numbered by first occurrence.
  mutating func instance(of tuple: TermID, _ unifier: Unifier, offset: Int) -> TermID {
    if renamed.count < unifier.slotCount {
      renamed += Array(repeating: -1, count: unifier.slotCount - renamed.count)
    }
    nextVariable = 0
    let result = instantiate(tuple, unifier, offset)
    for slot in renamedSlots { renamed[slot] = -1 }
    renamedSlots.removeAll(keepingCapacity: true)
    return result
  }

  private mutating func instantiate(_ term: TermID, _ unifier: Unifier, _ offset: Int) -> TermID {
    if term < 0 {
      let slot = offset + Int(~term)
      if let (bound, boundOffset) = unifier.binding(slot) {
        return instantiate(bound, unifier, boundOffset)
      }
      if renamed[slot] < 0 {
        renamed[slot] = nextVariable
        renamedSlots.append(slot)
        nextVariable += 1
      }
      return ~renamed[slot]
    }
    if isGround(term) { return term }
    let start = pending.count
    for index in 0..<arity(term) {
      let part = instantiate(argument(term, index), unifier, offset)
      pending.append(part)
    }
    return make(symbols[Int(term)], pendingFrom: start)
  }
}

extension InstanceTerms {
  /// Number of variables of a tuple, which are numbered from 0.
  func variableCount(_ term: TermID) -> Int {
    if term < 0 { return Int(~term) + 1 }
    if isGround(term) { return 0 }
    var count = 0
    for index in 0..<arity(term) { count = max(count, variableCount(argument(term, index))) }
    return count
  }
}
