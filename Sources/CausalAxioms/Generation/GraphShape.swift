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

  /// Fisher and Yates's shuffle (Durstenfeld 1964), two steps a random word.
  mutating func shuffle(_ random: inout RowRandom) {
    var rest = count
    while rest > 1 {
      let word = random.next()
      swapLast(of: rest, word & 0xffff_ffff)
      rest -= 1
      if rest > 1 {
        swapLast(of: rest, word >> 32)
        rest -= 1
      }
    }
  }

  private mutating func swapLast(of rest: Int, _ bits: UInt64) {
    let other = Int(truncatingIfNeeded: (bits &* UInt64(truncatingIfNeeded: rest)) >> 32)
    (codes[rest - 1], codes[other]) = (codes[other], codes[rest - 1])
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
  ///   edge between two nodes that have others; redrawing would throw most graphs away.
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
      drawRandom(nodes, count: shape.edgeCount(nodes: nodes), &random)
      return covers ? coverAll(&random) : true
    case .tree:
      permute(nodes, &random)
      for k in 1..<nodes { addPlaced(random.below(k), k) }
    case .forkCollider:
      permute(nodes, &random)
      growForksAndColliders(nodes, &random)
    case .layered:
      permute(nodes, &random)
      drawLayers(nodes, &random)
    case .scaleFree:
      permute(nodes, &random)
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

  private mutating func add(_ cause: Int, _ effect: Int) {
    if graph.addEdge(from: cause, to: effect) { edges.append(cause, effect) }
  }

  private mutating func addPlaced(_ earlier: Int, _ later: Int) {
    add(Int(order[earlier]), Int(order[later]))
  }

  // The order of the nodes, causes first: which number a node has says nothing.
  private mutating func permute(_ nodes: Int, _ random: inout RowRandom) {
    for place in 0..<nodes {
      let other = random.below(place + 1)
      order[place] = order[other]
      order[other] = UInt8(truncatingIfNeeded: place)
    }
  }

  private mutating func drawRandom(_ nodes: Int, count: Int, _ random: inout RowRandom) {
    permute(nodes, &random)
    while edges.count < count {
      let word = random.next()
      let a = Int(truncatingIfNeeded: ((word & 0xffff_ffff) &* UInt64(nodes)) >> 32)
      let b = Int(truncatingIfNeeded: ((word >> 32) &* UInt64(nodes)) >> 32)
      if a != b { addPlaced(min(a, b), max(a, b)) }
    }
  }

  private mutating func coverAll(_ random: inout RowRandom) -> Bool {
    for place in 0..<graph.count where graph.neighbours(Int(order[place])).isEmpty {
      var tries = 0
      var taken = 0
      repeat {
        tries += 1
        if tries > 64 { return false }
        taken = random.below(edges.count)
      } while graph.neighbours(edges[taken].cause).count < 2
        || graph.neighbours(edges[taken].effect).count < 2
      var other = random.below(graph.count - 1)
      if other >= place { other += 1 }
      let cause = Int(order[min(place, other)])
      let effect = Int(order[max(place, other)])
      graph.removeEdge(from: edges[taken].cause, to: edges[taken].effect)
      graph.addEdge(from: cause, to: effect)
      edges.replace(taken, cause, effect)
    }
    return true
  }

  private mutating func growForksAndColliders(_ nodes: Int, _ random: inout RowRandom) {
    var next = 1
    while next < nodes {
      let old = Int(order[random.below(next)])
      let kind = random.below(3)
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
      addPlaced(first + random.below(width), k)
      if random.next() & 1 == 1 { addPlaced(first + random.below(width), k) }
    }
  }

  private mutating func attachByDegree(_ nodes: Int, _ random: inout RowRandom) {
    addPlaced(0, 1)
    for k in 2..<nodes {
      var chosen = 0
      while chosen < 2 {
        // An end of a random edge is a node drawn by its degree.
        let edge = edges[random.below(edges.count)]
        let cause = random.next() & 1 == 1 ? edge.cause : edge.effect
        let new = Int(order[k])
        guard cause != new, !graph.hasEdge(from: cause, to: new) else { continue }
        add(cause, new)
        chosen += 1
      }
    }
  }
}
