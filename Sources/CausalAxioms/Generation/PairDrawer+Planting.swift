// Draws graphs around the pair that is asked about.
//
// In a graph drawn first, a pair at a given distance, with given numbers of causes and effects, and with
// the label, is rare: one in five to fifty graphs of 20 nodes has one. So X, Y, their edges and a path
// between them come first and the rest is drawn as the shape draws it, but for edges that would make the
// path from X to Y shorter: up to distance 4 they are between a neighbour of X and one of Y. What is spoilt
// all the same (for No, by a directed path) is thrown away. Graphs then are as likely as such paths are
// many in them.

import Graphs

/// Edges that would shorten the path that is planted.
struct EdgeBan {
  /// The pair: it has its edges.
  var pair: NodeSet
  /// Neighbours of X and of Y, for Yes along the edges, that are not to be joined.
  var from = NodeSet()
  var to = NodeSet()
  var isDirected: Bool

  /// How many edges between other nodes are banned, at most.
  var count: Int { from.count * to.count }

  /// Whether an edge between other nodes may be.
  func allows(_ cause: Int, _ effect: Int) -> Bool {
    let bits = from.bits &>> UInt64(cause) & to.bits &>> UInt64(effect)
    let turned = isDirected ? 0 : from.bits &>> UInt64(effect) & to.bits &>> UInt64(cause)
    return (bits | turned) & 1 == 0
  }
}

extension PairDrawer {
  /// Draws a chain around the pair asked about: for Yes the edges between the two are turned one way,
  /// those at the two as their degrees want it; the others are random.
  mutating func drawChain(
    flips: Bool, size: Int, _ stratum: Stratum, isYes: Bool, _ random: inout RowRandom
  ) -> PairQuery? {
    let (x, y) = stratum.degrees
    var turns = flips ? random.next() : 0
    // Without turned edges Yes leads along the chain, and No against it.
    let isUp = flips ? random.small(2) == 0 : isYes
    // A node on one edge is an end of the chain.
    let (low, high) = isUp ? (x, y) : (y, x)
    let last = size - 1 - stratum.distance
    var start = 0
    if low.sum > 1 {
      guard high.sum == 1 || last > 1 else { return nil }
      start = high.sum == 1 ? last : 1 + random.small(last - 1)
    }
    let end = start + stratum.distance
    let query = PairQuery(x: isUp ? start : end, y: isUp ? end : start)
    let between = NodeSet(below: stratum.distance).bits << UInt64(start)
    if flips {
      turns = Self.turn(turns, at: query.x, of: size, x.out, random.small(2) == 0 ? turns : ~turns)
      turns = Self.turn(turns, at: query.y, of: size, y.out, random.small(2) == 0 ? turns : ~turns)
      if isYes {
        let towards: UInt64 = isUp ? 0 : ~0
        turns = turns & ~between | between & towards
        turns = Self.turn(turns, at: query.x, of: size, x.out, towards)
        turns = Self.turn(turns, at: query.y, of: size, y.out, towards)
      }
    }
    // All the edges between the two along the way from X to Y.
    let isPath = turns & between == (isUp ? 0 : between)
    guard isPath == isYes, Self.degrees(query.x, size, turns) == x,
      Self.degrees(query.y, size, turns) == y
    else { return nil }
    drawer.drawChain(size, turns: turns)
    return query
  }

  // Turns a node's edges so that it has so many effects; if one way is as good as the other, as the
  // bits of `towards` are there.
  private static func turn(
    _ turns: UInt64, at node: Int, of size: Int, _ effects: Int, _ towards: UInt64
  ) -> UInt64 {
    // Bit i is set when the edge between i and i + 1 leads down.
    let below: UInt64 = node > 0 ? 1 << UInt64(node - 1) : 0
    let above: UInt64 = node < size - 1 ? 1 << UInt64(node) : 0
    let rest = turns & ~(below | above)
    guard below != 0, above != 0 else { return rest | (effects == 1 ? below : above) }
    switch effects {
    case 0: return rest | above
    case 1: return rest | (towards & above == 0 ? 0 : below | above)
    default: return rest | below
    }
  }

  // Effects and causes of a node of a chain.
  private static func degrees(_ node: Int, _ size: Int, _ turns: UInt64) -> Degrees {
    var degrees = Degrees(out: 0, in: 0)
    if node > 0 {
      degrees.add(isOut: turns >> UInt64(node - 1) & 1 == 1)
    }
    if node < size - 1 {
      degrees.add(isOut: turns >> UInt64(node) & 1 == 0)
    }
    return degrees
  }

  /// Draws a graph with a fixed number of edges around the pair, nodes numbered causes first.
  mutating func plant(
    _ shape: GraphShape, size: Int, _ stratum: Stratum, isYes: Bool, _ random: inout RowRandom
  ) -> PairQuery? {
    let distance = stratum.distance
    guard drawWalk(size, distance, isYes: isYes, &random) else { return nil }
    let x = Int(walk[0])
    let y = Int(walk[distance])
    drawer.graph.reset(count: size)
    drawer.edges.removeAll()
    for place in 0..<distance {
      let (a, b) = (Int(walk[place]), Int(walk[place &+ 1]))
      drawer.add(min(a, b), max(a, b))
    }
    guard let ban = complete(stratum, isYes: isYes, &random),
      fill(to: shape.edgeCount(nodes: size), distance, ban, &random)
    else { return nil }
    if distance > 4 {
      hops.run(from: x, in: drawer.graph, isYes ? .forward : .either, limit: distance)
      guard hops.level(distance).contains(y) else { return nil }
    }
    guard isYes || !drawer.graph.descendants(of: NodeSet(x)).contains(y) else { return nil }
    return PairQuery(x: x, y: y)
  }

  // A path of different nodes: for Yes in causal order, for No in any other.
  private mutating func drawWalk(
    _ size: Int, _ distance: Int, isYes: Bool, _ random: inout RowRandom
  ) -> Bool {
    guard distance < size else { return false }
    var chosen = NodeSet()
    var isAscending = true
    for place in 0...distance {
      var node = random.small(size)
      while chosen.contains(node) { node = random.small(size) }
      chosen.insert(node)
      walk[place] = UInt8(truncatingIfNeeded: node)
      if place > 0, walk[place] < walk[place &- 1] { isAscending = false }
    }
    guard isYes else { return !isAscending }
    for place in 0...distance {
      walk[place] = UInt8(truncatingIfNeeded: chosen.popFirst() ?? 0)
    }
    return true
  }

  // Gives the pair the missing causes and effects, none of them on the path or, from distance 3 on, next
  // to both; nil when one has too many, or there is nobody to be.
  private mutating func complete(
    _ stratum: Stratum, isYes: Bool, _ random: inout RowRandom
  ) -> EdgeBan? {
    let (x, y) = (Int(walk[0]), Int(walk[stratum.distance]))
    var taken = NodeSet()
    for place in 0...stratum.distance { taken.insert(Int(walk[place])) }
    var ban = EdgeBan(pair: NodeSet(x).union(NodeSet(y)), isDirected: isYes)
    guard complete(x, stratum.degrees.x, without: taken, taken, &random) else { return nil }
    let near = isYes ? drawer.graph.children(x) : drawer.graph.neighbours(x)
    let shared = stratum.distance > 2 ? taken.union(near) : taken
    guard complete(y, stratum.degrees.y, without: isYes ? taken : shared, shared, &random) else {
      return nil
    }
    if stratum.distance > 3 {
      ban.from = near
      ban.to = isYes ? drawer.graph.parents(y) : drawer.graph.neighbours(y)
    }
    return ban
  }

  private mutating func complete(
    _ node: Int, _ degrees: Degrees, without noEffects: NodeSet, _ noCauses: NodeSet,
    _ random: inout RowRandom
  ) -> Bool {
    let before = NodeSet(below: node)
    let after = drawer.graph.nodes.subtracting(before)
    let effects = degrees.out &- drawer.graph.children(node).count
    let causes = degrees.in &- drawer.graph.parents(node).count
    return join(node, after.subtracting(noEffects), effects, isCause: true, &random)
      && join(node, before.subtracting(noCauses), causes, isCause: false, &random)
  }

  private mutating func join(
    _ node: Int, _ pool: NodeSet, _ missing: Int, isCause: Bool, _ random: inout RowRandom
  ) -> Bool {
    guard missing >= 0 else { return false }
    var pool = pool
    for _ in 0..<missing {
      guard !pool.isEmpty else { return false }
      let other = pool.node(rank: random.small(pool.count))
      pool.remove(other)
      if isCause { drawer.add(node, other) } else { drawer.add(other, node) }
    }
    return true
  }

  // Draws the other edges, none of which touches the pair, and sees to it that no node is left alone.
  private mutating func fill(
    to count: Int, _ distance: Int, _ ban: EdgeBan, _ random: inout RowRandom
  ) -> Bool {
    let others = drawer.graph.count &- 2
    let start = drawer.edges.count
    let free = others &* (others &- 1) / 2 &- max(0, distance &- 2) &- ban.count
    guard start <= count, count &- start <= free else { return false }
    let low = ban.pair.node(rank: 0)
    let high = ban.pair.node(rank: 1)
    while drawer.edges.count < count {
      let (a, b) = random.smallPair(others)
      let cause = skip(skip(a, low), high)
      let effect = skip(skip(b, low), high)
      if ban.allows(cause, effect) { drawer.add(cause, effect) }
    }
    return drawer.coverAll(from: start, sparing: ban.pair, &random)
  }
}
