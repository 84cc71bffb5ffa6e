// Breadth-first search by whole levels: the nodes at each distance from a source, and a shortest path
// to any of them.
//
// A level is one word. No predecessor is stored: on the way back from the target, any node of the
// level before that has an edge to the node at hand will do, and a path is asked for once in many
// searches.

/// The order of nodes on a path.
@frozen public struct NodePath: ~Copyable {
  /// How many nodes are on it.
  public internal(set) var count = 0
  @usableFromInline var nodes = FixedStorage<UInt8>(count: 64, repeating: 0)

  /// Makes an empty path.
  public init() {}

  /// The node at a place, from 0.
  @inlinable public subscript(place: Int) -> Int { Int(nodes[place]) }

  /// The nodes in order.
  public var array: [Int] { (0..<count).map { self[$0] } }
}

/// Nodes by their distance from a source.
@frozen public struct HopSearch: ~Copyable {
  /// Which way edges are followed.
  public enum Direction: Sendable {
    /// From cause to effect.
    case forward
    /// Both ways.
    case either
  }

  /// The greatest distance found.
  public private(set) var depth = 0
  /// All nodes found, the source among them.
  public private(set) var reached = NodeSet()
  private var direction = Direction.forward
  @usableFromInline var levels = FixedStorage<UInt64>(count: 64, repeating: 0)

  /// Makes a search that has not run.
  public init() {}

  /// Finds the nodes at each distance up to a limit.
  ///
  /// - Complexity: one word operation a node reached.
  public mutating func run(
    from source: Int, in graph: borrowing SmallDAG, _ direction: Direction = .forward,
    limit: Int = 63
  ) {
    self.direction = direction
    var frontier = NodeSet(source)
    reached = frontier
    levels[0] = frontier.bits
    depth = 0
    while depth < limit {
      var next = NodeSet()
      while let node = frontier.popFirst() {
        next.formUnion(direction == .forward ? graph.children(node) : graph.neighbours(node))
      }
      next = next.subtracting(reached)
      guard !next.isEmpty else { return }
      depth += 1
      levels[depth] = next.bits
      reached.formUnion(next)
      frontier = next
    }
  }

  /// The nodes at a distance; none beyond `depth`.
  @inlinable public func level(_ distance: Int) -> NodeSet {
    distance <= depth ? NodeSet(bits: levels[distance]) : NodeSet()
  }

  /// A node's distance; nil when it wasn't found.
  public func distance(to target: Int) -> Int? {
    guard reached.contains(target) else { return nil }
    return (0...depth).first { level($0).contains(target) }
  }

  /// Writes a shortest path to a node that was found.
  public func writePath(to target: Int, in graph: borrowing SmallDAG, into path: inout NodePath) {
    guard var distance = distance(to: target) else {
      path.count = 0
      return
    }
    path.count = distance + 1
    var node = target
    path.nodes[distance] = UInt8(node)
    while distance > 0 {
      distance -= 1
      let before = direction == .forward ? graph.parents(node) : graph.neighbours(node)
      node = before.intersection(level(distance)).node(rank: 0)
      path.nodes[distance] = UInt8(node)
    }
  }
}
