// Drawing a graph of a shape: the edges, in the order in which the shape makes them, and the graph.

import Graphs

/// A kind of graph.
enum GraphShape: Sendable, Equatable {
  /// A chain; with flips each edge is turned with probability one half.
  case chain(flips: Bool)
  /// A fixed number of edges, int(nodes * factor), over a random order (Erdős and Rényi 1959).
  case random(edgesPerNode: Double)
  /// Each node is caused by one of those before it (a random recursive tree).
  case tree
  /// Two new nodes at a time join an old one as its effects, its causes, or one of each.
  case forkCollider
  /// Layers of about the root of the node count; one or two causes in the layer before.
  case layered
  /// Each node has two causes among those before it, drawn by their degree (Barabási and Albert 1999).
  case scaleFree

  /// The number of edges of `.random`, at most one a pair.
  func edgeCount(nodes: Int) -> Int {
    guard case .random(let factor) = self else { return 2 * nodes }
    return min(Int(Double(nodes) * factor), nodes * (nodes - 1) / 2)
  }

  var isChain: Bool {
    if case .chain = self { return true }
    return false
  }
}

/// Edges in order, without allocation.
struct EdgeList: ~Copyable {
  private(set) var count = 0
  private var codes = FixedStorage<UInt16>(count: 2016, repeating: 0)

  subscript(place: Int) -> (cause: Int, effect: Int) {
    let code = Int(codes[place])
    return (code >> 6, code & 63)
  }

  mutating func removeAll() { count = 0 }

  mutating func append(_ cause: Int, _ effect: Int) {
    codes[count] = UInt16(truncatingIfNeeded: cause << 6 | effect)
    count += 1
  }

  mutating func replace(_ place: Int, _ cause: Int, _ effect: Int) {
    codes[place] = UInt16(truncatingIfNeeded: cause << 6 | effect)
  }

  mutating func reverse() {
    var low = 0
    var high = count - 1
    while low < high {
      (codes[low], codes[high]) = (codes[high], codes[low])
      low += 1
      high -= 1
    }
  }

  /// Fisher and Yates's shuffle (Durstenfeld 1964).
  mutating func shuffle(_ random: inout RowRandom) {
    var rest = count
    while rest > 1 {
      let other = random.small(rest)
      rest &-= 1
      let code = codes[rest]
      codes[rest] = codes[other]
      codes[other] = code
    }
  }

  /// Sees to it that the edges name a node before another; false when none can.
  ///
  /// Which is named first depends on the first edge of either. When it is a wrong one, a random one of
  /// the right ones changes places with it: all orders that are right stay equally likely.
  mutating func name(_ node: Int, before other: Int, _ random: inout RowRandom) -> Bool {
    let either = NodeSet(node).union(NodeSet(other))
    var first = 0
    while first < count, !either.contains(self[first].cause), !either.contains(self[first].effect) {
      first &+= 1
    }
    guard first < count else { return false }
    if isRight(first, node, other) { return true }
    var found = 0
    for place in first &+ 1..<count where isRight(place, node, other) { found &+= 1 }
    guard found > 0 else { return false }
    var rank = random.small(found)
    for place in first &+ 1..<count where isRight(place, node, other) {
      if rank == 0 {
        let code = codes[place]
        codes[place] = codes[first]
        codes[first] = code
        return true
      }
      rank &-= 1
    }
    return false
  }

  private func isRight(_ place: Int, _ node: Int, _ other: Int) -> Bool {
    let edge = self[place]
    return edge.cause == node || edge.effect == node && edge.cause != other
  }
}

/// A graph that is drawn again and again in the same memory.
struct GraphDrawer: ~Copyable {
  var graph = SmallDAG(count: 0)
  var edges = EdgeList()
  private var order = FixedStorage<UInt8>(count: 64, repeating: 0)

  /// Draws a graph.
  ///
  /// - Parameter covers: every node is to be on an edge. A node that is not takes over a random
  ///   edge between two nodes that have others; redrawing would throw most graphs away. The numbers
  ///   of the nodes then are a causal order: nothing in a text with shuffled sentences shows them.
  /// - Returns: false when a node is left alone; the caller draws again.
  mutating func draw(
    _ shape: GraphShape, nodes: Int, covers: Bool, _ random: inout RowRandom
  ) -> Bool {
    graph.reset(count: nodes)
    edges.removeAll()
    switch shape {
    case .chain(let flips):
      drawChain(nodes, turns: flips ? random.next() : 0)
      return true
    case .random:
      order(nodes, permutes: !covers, &random)
      drawRandom(nodes, count: shape.edgeCount(nodes: nodes), &random)
      return covers ? coverAll(from: 0, sparing: NodeSet(), &random) : true
    case .tree:
      order(nodes, permutes: !covers, &random)
      for k in 1..<nodes { addPlaced(random.small(k), k) }
    case .forkCollider:
      order(nodes, permutes: !covers, &random)
      growForksAndColliders(nodes, &random)
    case .layered:
      order(nodes, permutes: !covers, &random)
      drawLayers(nodes, &random)
    case .scaleFree:
      order(nodes, permutes: !covers, &random)
      attachByDegree(nodes, &random)
    }
    return true
  }

  /// Makes the chain in which edge i goes from node i + 1 to node i when bit i is set.
  mutating func drawChain(_ nodes: Int, turns: UInt64) {
    graph.reset(count: nodes)
    edges.removeAll()
    for node in 0..<nodes - 1 {
      if turns >> UInt64(node) & 1 == 1 { add(node + 1, node) } else { add(node, node + 1) }
    }
  }

  /// Lists the edges grouped by cause, causes and effects ascending.
  mutating func listByCause() {
    edges.removeAll()
    for cause in 0..<graph.count {
      var effects = graph.children(cause)
      while let effect = effects.popFirst() { edges.append(cause, effect) }
    }
  }

  /// Adds an edge unless it is there.
  mutating func add(_ cause: Int, _ effect: Int) {
    if graph.addEdge(from: cause, to: effect) { edges.append(cause, effect) }
  }

  private mutating func addPlaced(_ earlier: Int, _ later: Int) {
    add(Int(order[earlier]), Int(order[later]))
  }

  // The order of the nodes, causes first.
  private mutating func order(_ nodes: Int, permutes: Bool, _ random: inout RowRandom) {
    guard permutes else {
      for place in 0..<nodes { order[place] = UInt8(truncatingIfNeeded: place) }
      return
    }
    for place in 0..<nodes {
      let other = random.small(place &+ 1)
      order[place] = order[other]
      order[other] = UInt8(truncatingIfNeeded: place)
    }
  }

  private mutating func drawRandom(_ nodes: Int, count: Int, _ random: inout RowRandom) {
    while edges.count < count {
      let (earlier, later) = random.smallPair(nodes)
      addPlaced(earlier, later)
    }
  }

  /// Gives each node without edges one of the edges from a place on, unless it is between these nodes;
  /// false when there is none to be had. The order must be that of the numbers.
  mutating func coverAll(
    from start: Int, sparing spared: NodeSet, _ random: inout RowRandom
  ) -> Bool {
    var alone = NodeSet()
    for node in 0..<graph.count where graph.neighbours(node).isEmpty { alone.insert(node) }
    while let node = alone.popFirst() {
      guard edges.count > start else { return false }
      var tries = 0
      var taken = 0
      repeat {
        tries &+= 1
        if tries > 64 { return false }
        taken = start &+ random.small(edges.count &- start)
      } while !graph.neighbours(edges[taken].cause).hasSeveral
        || !graph.neighbours(edges[taken].effect).hasSeveral
      var other = node
      while other == node || spared.contains(other) { other = random.small(graph.count) }
      let cause = min(node, other)
      let effect = max(node, other)
      graph.removeEdge(from: edges[taken].cause, to: edges[taken].effect)
      graph.addEdge(from: cause, to: effect)
      edges.replace(taken, cause, effect)
      alone.remove(other)
    }
    return true
  }

  private mutating func growForksAndColliders(_ nodes: Int, _ random: inout RowRandom) {
    var next = 1
    while next < nodes {
      let old = Int(order[random.small(next)])
      let kind = random.small(3)
      for arm in 0..<2 where next < nodes {
        let new = Int(order[next])
        if kind == 0 || kind == 2 && arm == 0 { add(old, new) } else { add(new, old) }
        next += 1
      }
    }
  }

  private mutating func drawLayers(_ nodes: Int, _ random: inout RowRandom) {
    let width = max(2, Int(Double(nodes).squareRoot().rounded()))
    for k in 0..<nodes {
      let layer = k / width
      if layer == 0 {
        // Each node of the first layer has an effect, so that none stands alone.
        let wanted = width + k
        if wanted < nodes { addPlaced(k, wanted) } else { addPlaced(k, nodes - 1) }
        continue
      }
      let first = (layer - 1) * width
      addPlaced(first + random.small(width), k)
      if random.next() & 1 == 1 { addPlaced(first + random.small(width), k) }
    }
  }

  private mutating func attachByDegree(_ nodes: Int, _ random: inout RowRandom) {
    addPlaced(0, 1)
    for k in 2..<nodes {
      var chosen = 0
      while chosen < 2 {
        // An end of a random edge is a node drawn by its degree.
        let edge = edges[random.small(edges.count)]
        let cause = random.next() & 1 == 1 ? edge.cause : edge.effect
        let new = Int(order[k])
        guard cause != new, !graph.hasEdge(from: cause, to: new) else { continue }
        add(cause, new)
        chosen += 1
      }
    }
  }
}
