// A directed graph of at most 64 nodes as one word of parents and one of children a node.
//
// All questions asked of it (ancestors, hops, d-separation) then go over whole sets of nodes in a few
// machine operations. The words lie in the value itself: a generator that makes millions of graphs
// reuses one and allocates nothing. Edge i -> j means that i causes j. Adding edges does not look for
// cycles; `topologicalOrder` does.

/// A directed graph of at most 64 nodes, meant to be acyclic.
@frozen public struct SmallDAG: ~Copyable {
  /// The most nodes.
  public static let maximumCount = 64

  /// How many nodes, numbered from 0.
  public internal(set) var count: Int
  /// How many edges.
  @inlinable public var edgeCount: Int { edges }
  @usableFromInline var edges = 0
  @usableFromInline var parentWords = FixedStorage<UInt64>(count: 64, repeating: 0)
  @usableFromInline var childWords = FixedStorage<UInt64>(count: 64, repeating: 0)

  /// Makes a graph without edges.
  public init(count: Int) {
    precondition((0...Self.maximumCount).contains(count))
    self.count = count
  }

  /// Takes all edges out and sets the number of nodes.
  public mutating func reset(count: Int) {
    precondition((0...Self.maximumCount).contains(count))
    for node in 0..<max(count, self.count) {
      parentWords[node] = 0
      childWords[node] = 0
    }
    self.count = count
    edges = 0
  }

  /// Adds nodes without edges.
  public mutating func addNodes(_ more: Int) {
    precondition((0...Self.maximumCount - count).contains(more))
    count += more
  }

  /// Adds an edge; false when it is there already.
  @discardableResult @inlinable
  public mutating func addEdge(from cause: Int, to effect: Int) -> Bool {
    let bit: UInt64 = 1 &<< UInt64(effect)
    guard childWords[cause] & bit == 0 else { return false }
    childWords[cause] |= bit
    parentWords[effect] |= 1 &<< UInt64(cause)
    edges += 1
    return true
  }

  /// Takes an edge out that is there.
  public mutating func removeEdge(from cause: Int, to effect: Int) {
    childWords[cause] &= ~(1 &<< UInt64(effect))
    parentWords[effect] &= ~(1 &<< UInt64(cause))
    edges -= 1
  }

  /// The causes of a node.
  @inlinable public func parents(_ node: Int) -> NodeSet { NodeSet(bits: parentWords[node]) }

  /// The effects of a node.
  @inlinable public func children(_ node: Int) -> NodeSet { NodeSet(bits: childWords[node]) }

  /// The causes and effects of a node.
  @inlinable public func neighbours(_ node: Int) -> NodeSet {
    NodeSet(bits: parentWords[node] | childWords[node])
  }

  /// Whether the edge is there.
  @inlinable public func hasEdge(from cause: Int, to effect: Int) -> Bool {
    children(cause).contains(effect)
  }

  /// All nodes.
  @inlinable public var nodes: NodeSet { NodeSet(below: count) }

  /// The nodes that some directed path from these reaches, these among them.
  ///
  /// - Complexity: one word operation a node reached.
  @inlinable public func descendants(of sources: NodeSet) -> NodeSet {
    var reached = sources
    var frontier = sources
    // Two at a time: each turn waits for the one before it, and a node taken twice adds nothing.
    while !frontier.isEmpty {
      let low = frontier.bits.trailingZeroBitCount
      let high = 63 &- frontier.bits.leadingZeroBitCount
      frontier.remove(low)
      frontier.remove(high)
      let new = children(low).union(children(high)).subtracting(reached)
      reached.formUnion(new)
      frontier.formUnion(new)
    }
    return reached
  }

  /// The nodes from which some directed path leads to these, these among them.
  ///
  /// - Complexity: one word operation a node reached.
  @inlinable public func ancestors(of targets: NodeSet) -> NodeSet {
    var reached = targets
    var frontier = targets
    // Two at a time: each turn waits for the one before it, and a node taken twice adds nothing.
    while !frontier.isEmpty {
      let low = frontier.bits.trailingZeroBitCount
      let high = 63 &- frontier.bits.leadingZeroBitCount
      frontier.remove(low)
      frontier.remove(high)
      let new = parents(low).union(parents(high)).subtracting(reached)
      reached.formUnion(new)
      frontier.formUnion(new)
    }
    return reached
  }

  /// The nodes, every cause before its effects, the lowest number first among those that are free
  /// (Kahn 1962); nil when there is a cycle.
  public func topologicalOrder() -> [Int]? {
    var order: [Int] = []
    var placed = NodeSet()
    while order.count < count {
      var rest = nodes.subtracting(placed)
      var next: Int?
      while next == nil, let node = rest.popFirst() {
        if parents(node).subtracting(placed).isEmpty { next = node }
      }
      guard let next else { return nil }
      order.append(next)
      placed.insert(next)
    }
    return order
  }
}
