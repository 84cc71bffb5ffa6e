// Draws facts: a random tree over the nodes, so that every node is in a fact, and further facts.
//
// Node t is linked to the node before it or to any earlier one, by even chance: half a chain, half a
// random recursive tree, so that there are deep derivations. In an acyclic draw a node comes above all
// earlier ones three times in four, else below them, and every fact leads upwards; otherwise facts lead
// either way. In two parts no fact joins a node of one with a node of the other: where relations are
// symmetric and transitive, a No needs it.

import Graphs

/// How facts lie.
struct FactShape: Sendable, Equatable, CaseIterable {
  var isAcyclic: Bool
  var parts: Int

  /// In the order of preference.
  static let allCases = [1, 2].flatMap { parts in
    [true, false].map { FactShape(isAcyclic: $0, parts: parts) }
  }

  /// The fewest nodes.
  var minimumNodes: Int { 2 * parts }

  /// How many facts fit whatever the sizes of the parts.
  func capacity(nodes: Int, binary: Int, unary: Int) -> Int {
    let half = nodes / parts
    let pairs = (half * (half - 1) + (parts - 1) * (nodes - half) * (nodes - half - 1))
    return pairs / (isAcyclic ? 2 : 1) * binary + nodes * unary
  }
}

/// The facts of one row at a time, and what a rule could see of its nodes.
struct FactDrawer: ~Copyable {
  private let base: [Int]
  private let binary: [Int]
  private let isBinary: [Bool]
  private(set) var count = 0
  private var facts: FixedStorage<GroundAtom>
  private var position = FixedStorage<Int>(count: 64, repeating: 0)
  private var neighbors = FixedStorage<UInt64>(count: 64, repeating: 0)
  private var roles = FixedStorage<UInt64>(count: 64, repeating: 0)
  private var outs = FixedStorage<Int>(count: 64, repeating: 0)
  private var ins = FixedStorage<Int>(count: 64, repeating: 0)

  /// Most facts of a row.
  static let maximumFacts = 512
  /// A distance that stands for none.
  static let unconnected = 127
  /// Distances of this and more are one.
  static let far = 4

  init(_ program: HornProgram) {
    base = program.base
    binary = program.base.filter { program.predicates[$0].arity == 2 }
    isBinary = program.predicates.map { $0.arity == 2 }
    facts = FixedStorage(
      count: Self.maximumFacts, repeating: GroundAtom(predicate: 0, first: 0, second: 0))
  }

  subscript(place: Int) -> GroundAtom { facts[place] }

  /// Draws facts and states them; nothing is derived yet.
  mutating func draw(
    _ shape: FactShape, nodes: Int, facts wanted: Int, into chaining: inout ForwardChaining,
    _ random: inout RowRandom
  ) {
    chaining.reset(nodes: nodes)
    count = 0
    let boundary = shape.parts == 1 ? nodes : 2 + random.below(nodes - 3)
    var low = 0
    var high = 0
    position[0] = 0
    for node in 1..<nodes {
      let word = random.next()
      let isUp = shape.isAcyclic ? word >> 62 != 0 : word >> 63 == 0
      if isUp { high += 1 } else { low -= 1 }
      position[node] = isUp ? high : low
      guard node != boundary else { continue }
      let start = node > boundary ? boundary : 0
      let isChained = word >> 61 & 1 == 0
      let other =
        isChained ? node - 1 : start + Self.number(word & 0xffff_ffff, below: node - start)
      let relation = binary.count == 1 ? binary[0] : binary[random.below(binary.count)]
      state(relation, isUp ? other : node, isUp ? node : other, &chaining)
    }
    while count < wanted {
      let relation = base.count == 1 ? base[0] : base[random.below(base.count)]
      let word = random.next()
      let a = Self.number(word >> 32, below: nodes)
      guard isBinary[relation] else {
        state(relation, a, a, &chaining)
        continue
      }
      let b = Self.number(word & 0xffff_ffff, below: nodes)
      guard a != b, (a < boundary) == (b < boundary) else { continue }
      let swaps = shape.isAcyclic && position[a] > position[b]
      state(relation, swaps ? b : a, swaps ? a : b, &chaining)
    }
    chaining.begin()
  }

  // A number from 32 random bits, by multiplication.
  private static func number(_ bits: UInt64, below count: Int) -> Int {
    Int(truncatingIfNeeded: (bits &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  private mutating func state(
    _ relation: Int, _ a: Int, _ b: Int, _ chaining: inout ForwardChaining
  ) {
    let fact = GroundAtom(predicate: relation, first: a, second: b)
    guard chaining.insert(fact) else { return }
    facts[count] = fact
    count += 1
  }

  /// Puts the facts in another order.
  mutating func shuffle(_ random: inout RowRandom) {
    for rest in stride(from: count, to: 1, by: -1) {
      let other = random.below(rest)
      let last = facts[rest - 1]
      facts[rest - 1] = facts[other]
      facts[other] = last
    }
  }

  /// Looks at each node's facts.
  mutating func describe(nodes: Int) {
    for node in 0..<nodes {
      neighbors[node] = 0
      roles[node] = 0
      outs[node] = 0
      ins[node] = 0
    }
    for place in 0..<count {
      let fact = facts[place]
      // 16 predicates at most, two places each.
      roles[fact.first] |= 1 << UInt64(2 * fact.predicate)
      guard fact.first != fact.second else { continue }
      roles[fact.second] |= 2 << UInt64(2 * fact.predicate)
      outs[fact.first] += 1
      ins[fact.second] += 1
      neighbors[fact.first] |= 1 << UInt64(fact.second)
      neighbors[fact.second] |= 1 << UInt64(fact.first)
    }
  }

  /// What a rule could see of a node: in which places of which relations it is named, and how often
  /// first and second, up to three.
  func signature(_ node: Int) -> UInt64 {
    roles[node] | UInt64(min(outs[node], 3)) << 32 | UInt64(min(ins[node], 3)) << 34
  }

  /// How often a node is named first, and second.
  func degrees(_ node: Int) -> (out: Int, in: Int) { (outs[node], ins[node]) }

  /// The number of facts on a shortest way between two nodes, up to `far`.
  func distance(_ x: Int, _ y: Int) -> Int {
    var reached = NodeSet(x)
    var front = reached
    var distance = 0
    while !front.isEmpty {
      if front.contains(y) { return min(distance, Self.far) }
      var next = NodeSet()
      while let node = front.popFirst() { next.formUnion(NodeSet(bits: neighbors[node])) }
      front = next.subtracting(reached)
      reached.formUnion(next)
      distance += 1
    }
    return Self.unconnected
  }
}
