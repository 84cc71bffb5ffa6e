// Draws a graph, a pair to ask about and an order of sentences, in memory that is used again.
//
// A draw that doesn't fit is thrown away and the next one taken from the same row's stream, the cheap
// steps first: another pair of the same graph, then another order of sentences, then another graph.

import Graphs

/// A question about a graph.
struct PairQuery: Sendable, Equatable {
  var x: Int
  var y: Int
  var given = NodeSet()
}

/// The graph, question and order of one row at a time.
struct PairDrawer: ~Copyable {
  var telling: Telling
  var drawer = GraphDrawer()
  var hops = HopSearch()
  var trails = TrailSearch()
  /// The place of each node in the order of first mention.
  var rank = FixedStorage<UInt8>(count: 64, repeating: 0)
  /// Nodes that a sentence names.
  private(set) var mentioned = NodeSet()
  /// Hash of the edges named by first mention, whatever their order: of the graph alone, and with the
  /// question.
  private(set) var graphHash: UInt64 = 0
  private(set) var formHash: UInt64 = 0
  // Whether "X and Y" is the same question as "Y and X".
  private var isSymmetric = false

  /// Distances of this and more are one stratum of d-separation.
  static let deep = 4
  /// The largest set that d-separation is asked for.
  static let largestCondition = 4
  // A form is in the training split four times in five, in another once in ten.
  private static func orderTries(_ split: Split) -> Int { split == .train ? 8 : 32 }
  private static let conditionTries = 6

  init(_ surface: Surface = Surface(), _ table: SentenceTable? = nil) {
    telling = Telling(surface, table ?? SentenceTable(surface))
  }

  /// Draws a graph of the family.
  mutating func drawGraph(
    _ family: Family, size: Int, mode: GenerationMode, _ random: inout RowRandom
  ) -> Bool {
    isSymmetric = family.axiom != .transitivity
    guard drawer.draw(family.shape, nodes: size, covers: mode == .hardened, &random) else {
      return false
    }
    if mode == .paper {
      arrange(telling.order ?? family.order, &random)
      drawer.graph.addNodes(telling.isolated)
    } else if let order = telling.order {
      arrange(order, &random)
    }
    return true
  }

  /// A question of the stratum with the label; nil when this graph has none, or none was hit on.
  mutating func findQuery(
    _ family: Family, _ stratum: Stratum, isYes: Bool, _ random: inout RowRandom
  ) -> PairQuery? {
    if case .dSeparation(let isEmpty) = family.axiom {
      return findSeparation(stratum, isYes: isYes, isEmpty: isEmpty, &random)
    }
    let count = drawer.graph.count
    var x = random.below(count)
    for _ in 0..<count {
      let targets = pathTargets(of: x, stratum, isYes: isYes)
      if !targets.isEmpty {
        return PairQuery(x: x, y: targets.node(rank: random.below(targets.count)))
      }
      x = x + 1 == count ? 0 : x + 1
    }
    return nil
  }

  /// Draws a chain around the pair asked about. Paths grow rare with their length, so for Yes the
  /// edges between the two are turned as needed; the others stay random.
  mutating func drawChain(
    flips: Bool, size: Int, _ stratum: Stratum, isYes: Bool, _ random: inout RowRandom
  ) -> PairQuery? {
    let word = random.next()
    let start = Int(truncatingIfNeeded: ((word >> 32) &* UInt64(size - stratum.distance)) >> 32)
    let between = NodeSet(below: stratum.distance).bits << UInt64(start)
    // Without turned edges Yes leads along the chain, and No against it.
    let isUp = flips ? word & 1 == 0 : isYes
    var turns = flips ? random.next() : 0
    if isYes {
      turns = isUp ? turns & ~between : turns | between
    } else if turns & between == (isUp ? 0 : between) {
      return nil
    }
    let end = start + stratum.distance
    let query = PairQuery(x: isUp ? start : end, y: isUp ? end : start)
    // Most chains have another profile, which the turns show before there is a graph.
    let x = Self.degrees(query.x, size, turns)
    let y = Self.degrees(query.y, size, turns)
    guard
      DegreeProfile.of(outX: x.out, inX: x.in, outY: y.out, inY: y.in) == stratum.profile
    else { return nil }
    isSymmetric = false
    drawer.drawChain(size, turns: turns)
    return query
  }

  // Effects and causes of a node of a chain.
  private static func degrees(_ node: Int, _ size: Int, _ turns: UInt64) -> (out: Int, in: Int) {
    var out = 0
    var sum = 0
    if node > 0 {
      out += Int(truncatingIfNeeded: turns >> UInt64(node - 1) & 1)
      sum += 1
    }
    if node < size - 1 {
      out += 1 - Int(truncatingIfNeeded: turns >> UInt64(node) & 1)
      sum += 1
    }
    return (out, sum - out)
  }

  // The Y of the stratum for which X -> ... -> Y is there, or isn't.
  private mutating func pathTargets(of x: Int, _ stratum: Stratum, isYes: Bool) -> NodeSet {
    // The profile's flags: whether X has a cause; it always has an effect.
    guard !drawer.graph.children(x).isEmpty,
      drawer.graph.parents(x).isEmpty == (stratum.profile & 2 == 0)
    else { return NodeSet() }
    hops.run(
      from: x, in: drawer.graph, isYes ? .forward : .either, limit: stratum.distance)
    var candidates = hops.level(stratum.distance)
    if !isYes, !candidates.isEmpty {
      candidates = candidates.subtracting(drawer.graph.descendants(of: NodeSet(x)))
    }
    var targets = NodeSet()
    while let y = candidates.popFirst() {
      if DegreeProfile.of(x, y, in: drawer.graph) == stratum.profile { targets.insert(y) }
    }
    return targets
  }

  private mutating func findSeparation(
    _ stratum: Stratum, isYes: Bool, isEmpty: Bool, _ random: inout RowRandom
  ) -> PairQuery? {
    let size = stratum.profile >> 1
    let count = drawer.graph.count
    var x = random.below(count)
    for _ in 0..<count {
      x = x + 1 == count ? 0 : x + 1
      var pool = nodes(at: stratum.distance, from: x)
      let openAtOnce = connectedGivenNothing(x)
      let isSeparatedAtOnce = isEmpty ? isYes : stratum.profile & 1 == 1
      pool = isSeparatedAtOnce ? pool.subtracting(openAtOnce) : pool.intersection(openAtOnce)
      guard !pool.isEmpty else { continue }
      if isEmpty { return PairQuery(x: x, y: pool.node(rank: random.below(pool.count))) }
      for _ in 0..<Self.conditionTries {
        let given = drawSet(size: size, without: NodeSet(x), &random)
        trails.run(from: x, given: given, in: drawer.graph)
        let connected = trails.connected
        let targets = (isYes ? pool.subtracting(connected) : pool.intersection(connected))
          .subtracting(given)
        guard !targets.isEmpty else { continue }
        return PairQuery(x: x, y: targets.node(rank: random.below(targets.count)), given: given)
      }
    }
    return nil
  }

  // Nodes at a distance along edges of either direction.
  private mutating func nodes(at distance: Int, from x: Int) -> NodeSet {
    guard distance == Self.deep else {
      hops.run(from: x, in: drawer.graph, .either, limit: distance)
      return hops.level(distance)
    }
    hops.run(from: x, in: drawer.graph, .either)
    var nodes = hops.reached
    for near in 0..<Self.deep { nodes = nodes.subtracting(hops.level(near)) }
    return nodes
  }

  // What X, its ancestors among it, has for descendants: a trail without colliders leads to just these.
  private func connectedGivenNothing(_ x: Int) -> NodeSet {
    drawer.graph.descendants(of: drawer.graph.ancestors(of: NodeSet(x)))
  }

  private func drawSet(size: Int, without excluded: NodeSet, _ random: inout RowRandom) -> NodeSet {
    var set = NodeSet()
    while set.count < size {
      let node = random.below(drawer.graph.count)
      if !excluded.contains(node) { set.insert(node) }
    }
    return set
  }

  /// A question with the label, drawn from all pairs that the sentences mention, as in the paper.
  mutating func findAnyQuery(
    _ family: Family, isYes: Bool, _ random: inout RowRandom
  ) -> PairQuery? {
    let count = drawer.graph.count
    for _ in 0..<4 * count {
      let x = random.below(count)
      let y = random.below(count)
      guard x != y, mentioned.contains(x), mentioned.contains(y) else { continue }
      switch family.axiom {
      case .dSeparation(let isEmpty):
        let most = min(Self.largestCondition, count - 2)
        let size = isEmpty ? 0 : random.below(most + 1)
        let given = drawSet(size: size, without: NodeSet(x).union(NodeSet(y)), &random)
        guard given.subtracting(mentioned).isEmpty else { continue }
        trails.run(from: x, given: given, in: drawer.graph)
        if trails.connected.contains(y) != isYes { return PairQuery(x: x, y: y, given: given) }
      case .transitivity, .rule:
        if drawer.graph.descendants(of: NodeSet(x)).contains(y) == isYes {
          return PairQuery(x: x, y: y)
        }
      }
    }
    return nil
  }

  /// Finds an order of the sentences in which the right node is mentioned first and whose canonical
  /// form belongs to the split; false when there is none nearby.
  mutating func settle(
    _ query: PairQuery, firstMentioned isX: Bool, split: Split, _ random: inout RowRandom
  ) -> Bool {
    for _ in 0..<(telling.isDrawn ? Self.orderTries(split) : 1) {
      if telling.order == nil || telling.order == .shuffled { drawer.edges.shuffle(&random) }
      tell(&random)
      // Which of two d-separated nodes is X depends on their names, and so on nothing.
      guard isSymmetric || (rank[query.x] < rank[query.y]) == isX else { continue }
      hashForm(query)
      if Split(formHash: formHash) == split { return true }
    }
    return false
  }

  /// Takes over which nodes are named.
  mutating func setMentioned(_ nodes: NodeSet) { mentioned = nodes }

  /// Numbers the nodes by first mention.
  mutating func rankNodes() {
    var seen = NodeSet()
    var next: UInt8 = 0
    for place in 0..<drawer.edges.count {
      let edge = drawer.edges[place]
      if !seen.contains(edge.cause) {
        seen.insert(edge.cause)
        rank[edge.cause] = next
        next += 1
      }
      if !seen.contains(edge.effect) {
        seen.insert(edge.effect)
        rank[edge.effect] = next
        next += 1
      }
    }
    mentioned = seen
  }

  /// Hashes the canonical form: equal sets of renamed edges with equal questions hash alike, whatever
  /// the order of sentences, so splitting by the hash keeps every notion of "same up to names" that
  /// keeps the order, or only the first mentions, on one side. d-separation has no first and second.
  mutating func hashForm(_ query: PairQuery) {
    var sum = UInt64(drawer.edges.count)
    for place in 0..<drawer.edges.count {
      let edge = drawer.edges[place]
      sum &+= mix(UInt64(rank[edge.cause]) << 6 | UInt64(rank[edge.effect]) | 1 << 40)
    }
    graphHash = mix(sum)
    var given = NodeSet()
    var rest = query.given
    while let node = rest.popFirst() { given.insert(Int(rank[node])) }
    var first = UInt64(rank[query.x])
    var second = UInt64(rank[query.y])
    if isSymmetric, second < first { (first, second) = (second, first) }
    formHash = mix(graphHash ^ mix(given.bits &* 0x9e37_79b9_7f4a_7c15 ^ first << 6 ^ second))
  }

  /// Takes over the hash of a form that has no told graph.
  mutating func setForm(_ hash: UInt64) {
    graphHash = hash
    formHash = hash
  }
}
