// Shared terms: structurally equal terms have the same number (hash consing).
//
//   term ::= variable i  (the high bit with i; never stored)  |  index of a node f(t1, ..., tn)
//
// Equality is one comparison; weight, depth and a bound on the variables are computed once a term.
// Own open addressing: `Dictionary` costs four times as much here (measured). Making terms is the
// search's most frequent access to memory that isn't in a cache, so a slot of the table holds half of
// the hash, and a node holds its arguments when they are two at most: a lookup reads one slot and one
// node.

/// The number of a term.
struct TermID: Hashable, BitwiseCopyable, Sendable {
  var raw: UInt32

  /// The term ⊤, stored first.
  static let top = TermID(raw: 0)
  /// No term.
  static let none = TermID(raw: .max)

  /// Variable number `index`.
  static func variable(_ index: Int) -> TermID { TermID(raw: 0x8000_0000 | UInt32(index)) }

  var isVariable: Bool { raw >= 0x8000_0000 }
  var variableIndex: Int { Int(raw & 0x7FFF_FFFF) }
  var index: Int { Int(raw) }
}

/// A stored term.
struct TermNode: BitwiseCopyable {
  let symbol: SymbolID
  let arity: UInt32
  /// The arguments when they are two at most, else where they start in the bank.
  let first: UInt32
  let second: UInt32
  /// Number of symbols and variables, each occurrence counted.
  let weight: UInt32
  /// Greater than the index of each of its variables; 0 for a ground term.
  let variableBound: UInt32
  let depth: UInt32
  /// The state of the rewrite system in which the term was last seen to be irreducible.
  var irreducibleAt: UInt32
}

/// All terms of a search.
struct TermBank: ~Copyable {
  /// Deepest term kept; walks over terms may recurse.
  static let maximumDepth = 3_000
  /// Heaviest term kept.
  static let maximumWeight = 1 << 22

  private(set) var nodes = Arena<TermNode>(capacity: 256)
  private var arguments = Arena<TermID>(capacity: 512)
  /// The upper half of a term's hash and its number.
  private var table = Arena<UInt64>(repeating: .max, count: 512)
  /// Arguments of the terms under construction.
  private var pending = Arena<TermID>()
  /// For each term the walk that last met it.
  private var walks = Arena<UInt32>()
  private var walk: UInt32 = 0

  init() { _ = make(Signature.top, arity: 0) }

  /// Bytes held; a table that will soon be doubled counts as doubled, so that a limit is seen before
  /// it is passed and not after.
  var bytes: Int {
    let isNearlyFull = nodes.count * 2 > table.count / 8 * 7
    return nodes.bytes + arguments.bytes + table.bytes * (isNearlyFull ? 2 : 1) + walks.bytes
  }

  /// Argument number `index` of a stored term.
  func argument(_ node: TermNode, _ index: Int) -> TermID {
    if node.arity <= 2 { return TermID(raw: index == 0 ? node.first : node.second) }
    return arguments[Int(node.first) + index]
  }
  /// The node of a term that isn't a variable.
  func node(_ term: TermID) -> TermNode { nodes[term.index] }
  /// Number of symbols and variables.
  func weight(_ term: TermID) -> Int { term.isVariable ? 1 : Int(nodes[term.index].weight) }
  /// Greater than the index of each variable of the term.
  func variableBound(_ term: TermID) -> Int {
    term.isVariable ? term.variableIndex + 1 : Int(nodes[term.index].variableBound)
  }
  /// Whether the term has no variables.
  func isGround(_ term: TermID) -> Bool {
    !term.isVariable && nodes[term.index].variableBound == 0
  }
  /// Whether a walk over the term may recurse, and its weight is exact.
  func isWithinLimits(_ term: TermID) -> Bool {
    term.isVariable
      || (nodes[term.index].depth <= Self.maximumDepth
        && nodes[term.index].weight <= Self.maximumWeight)
  }

  /// Notes that no rule of the rewrite system's state `version` applies within the term.
  mutating func setIrreducible(_ term: TermID, at version: UInt32) {
    nodes[term.index].irreducibleAt = version
  }

  /// Gives one more argument to the term under construction.
  mutating func push(_ argument: TermID) { pending.append(argument) }

  /// Takes the last pushed arguments off.
  mutating func dropPending(_ count: Int) { pending.truncate(to: pending.count - count) }

  /// The term of `symbol` with the last `arity` pushed arguments, which are taken off.
  mutating func make(_ symbol: SymbolID, arity: Int) -> TermID {
    let start = pending.count - arity
    let hash = hash(symbol, pendingFrom: start)
    let tag = hash >> 32
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = table[slot]
      if entry == .max { break }
      if entry >> 32 == tag {
        let term = TermID(raw: UInt32(truncatingIfNeeded: entry))
        if matches(term, symbol, arity, start) {
          pending.truncate(to: start)
          return term
        }
      }
      slot = (slot + 1) & mask
    }
    let term = store(symbol, arity, start)
    table[slot] = tag << 32 | UInt64(term.raw)
    if nodes.count * 2 > table.count { rehash() }
    return term
  }

  private func matches(_ candidate: TermID, _ symbol: SymbolID, _ arity: Int, _ start: Int) -> Bool
  {
    let node = nodes[candidate.index]
    guard node.symbol == symbol else { return false }
    for index in 0..<arity where argument(node, index) != pending[start + index] { return false }
    return true
  }

  private mutating func store(_ symbol: SymbolID, _ arity: Int, _ start: Int) -> TermID {
    var weight = 1
    var bound = 0
    var depth = 0
    let first = arity <= 2 ? TermID.top : TermID(raw: UInt32(arguments.count))
    for index in 0..<arity {
      let argument = pending[start + index]
      weight = min(weight + self.weight(argument), Self.maximumWeight + 1)
      bound = max(bound, variableBound(argument))
      if !argument.isVariable { depth = max(depth, Int(nodes[argument.index].depth)) }
      if arity > 2 { arguments.append(argument) }
    }
    let isInline = arity == 1 || arity == 2
    let inlined = isInline ? pending[start] : first
    let second = arity == 2 ? pending[start + 1] : .top
    pending.truncate(to: start)
    nodes.append(
      TermNode(
        symbol: symbol, arity: UInt32(arity), first: inlined.raw, second: second.raw,
        weight: UInt32(weight), variableBound: UInt32(bound),
        depth: UInt32(min(depth + 1, Self.maximumDepth + 1)), irreducibleAt: 0))
    return TermID(raw: UInt32(nodes.count - 1))
  }

  private func hash(_ symbol: SymbolID, pendingFrom start: Int) -> UInt64 {
    var state = Self.mix(0, symbol)
    for index in start..<pending.count { state = Self.mix(state, pending[index].raw) }
    return state
  }

  private static func mix(_ state: UInt64, _ value: UInt32) -> UInt64 {
    let mixed = (state ^ UInt64(value)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 32)
  }

  private mutating func rehash() {
    let size = table.count * 2
    // The old one goes first: both together would be the peak of the search's memory.
    table = Arena(capacity: 1)
    table = Arena(repeating: .max, count: size)
    for id in 0..<nodes.count {
      let node = nodes[id]
      var hash = Self.mix(0, node.symbol)
      for index in 0..<Int(node.arity) { hash = Self.mix(hash, argument(node, index).raw) }
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while table[slot] != .max { slot = (slot + 1) & (size - 1) }
      table[slot] = (hash & ~0xFFFF_FFFF) | UInt64(id)
    }
  }
}

extension TermBank {
  /// Starts a walk that meets every term once.
  mutating func startWalk() {
    walk &+= 1
    walks.extend(to: nodes.count, with: 0)
  }

  /// Appends the subterms of `term` that aren't variables, those not yet met on this walk.
  mutating func collectSubterms(_ term: TermID, into found: inout Arena<TermID>) {
    if term.isVariable || walks[term.index] == walk { return }
    walks[term.index] = walk
    found.append(term)
    let node = self.node(term)
    for index in 0..<Int(node.arity) { collectSubterms(argument(node, index), into: &found) }
  }

  /// The term with every occurrence of `redex` replaced.
  mutating func replacing(_ redex: TermID, by contractum: TermID, in term: TermID) -> TermID {
    if term == redex { return contractum }
    if term.isVariable { return term }
    let node = self.node(term)
    for index in 0..<Int(node.arity) {
      let old = argument(node, index)
      let new = replacing(redex, by: contractum, in: old)
      push(new)
    }
    return make(node.symbol, arity: Int(node.arity))
  }

  /// Whether `part` occurs in `term`.
  func contains(_ term: TermID, _ part: TermID) -> Bool {
    if term == part { return true }
    if term.isVariable { return false }
    let node = self.node(term)
    if !part.isVariable, self.node(part).weight >= node.weight { return false }
    for index in 0..<Int(node.arity) where contains(argument(node, index), part) { return true }
    return false
  }

  /// The path of the first occurrence of `part` in `term`, outermost and leftmost; nil if none.
  func path(to part: TermID, in term: TermID) -> [Int]? {
    if term == part { return [] }
    if term.isVariable { return nil }
    let node = self.node(term)
    for index in 0..<Int(node.arity) {
      if let rest = path(to: part, in: argument(node, index)) { return [index] + rest }
    }
    return nil
  }

  /// The term with what stands at `path` replaced.
  mutating func replacing(at path: ArraySlice<Int>, by new: TermID, in term: TermID) -> TermID {
    guard let first = path.first else { return new }
    let node = self.node(term)
    for index in 0..<Int(node.arity) {
      let old = argument(node, index)
      push(index == first ? replacing(at: path.dropFirst(), by: new, in: old) : old)
    }
    return make(node.symbol, arity: Int(node.arity))
  }
}
