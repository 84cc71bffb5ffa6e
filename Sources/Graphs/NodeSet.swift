// A set of nodes of a graph with at most 64 nodes, in one machine word.

/// A set of nodes numbered 0 to 63.
@frozen public struct NodeSet: Hashable, Sendable, BitwiseCopyable {
  /// Bit i stands for node i.
  public var bits: UInt64

  /// Makes a set from its bits.
  @inlinable public init(bits: UInt64 = 0) { self.bits = bits }

  /// The set of one node.
  @inlinable public init(_ node: Int) { bits = 1 &<< UInt64(node) }

  /// The nodes below a number.
  @inlinable public init(below count: Int) { bits = count >= 64 ? ~0 : 1 &<< UInt64(count) &- 1 }

  /// Whether a node is in the set.
  @inlinable public func contains(_ node: Int) -> Bool { bits &>> UInt64(node) & 1 == 1 }

  /// Whether there is no node.
  @inlinable public var isEmpty: Bool { bits == 0 }

  /// How many nodes.
  @inlinable public var count: Int { bits.nonzeroBitCount }

  /// Adds a node.
  @inlinable public mutating func insert(_ node: Int) { bits |= 1 &<< UInt64(node) }

  /// Takes a node out.
  @inlinable public mutating func remove(_ node: Int) { bits &= ~(1 &<< UInt64(node)) }

  /// Adds the nodes of another set.
  @inlinable public mutating func formUnion(_ other: NodeSet) { bits |= other.bits }

  /// The nodes of both.
  @inlinable public func union(_ other: NodeSet) -> NodeSet { NodeSet(bits: bits | other.bits) }

  /// The nodes in both.
  @inlinable public func intersection(_ other: NodeSet) -> NodeSet {
    NodeSet(bits: bits & other.bits)
  }

  /// The nodes that are not in the other set.
  @inlinable public func subtracting(_ other: NodeSet) -> NodeSet {
    NodeSet(bits: bits & ~other.bits)
  }

  /// All numbers if a node is in the set, none otherwise; no branch.
  @inlinable public func all(if node: Int) -> NodeSet {
    NodeSet(bits: 0 &- (bits &>> UInt64(node) & 1))
  }

  /// Whether there are two nodes or more. Counting them takes longer.
  @inlinable public var hasSeveral: Bool { bits & (bits &- 1) != 0 }

  /// The lowest node, taken out; nil when the set is empty.
  @inlinable public mutating func popFirst() -> Int? {
    guard bits != 0 else { return nil }
    let node = bits.trailingZeroBitCount
    bits &= bits &- 1
    return node
  }

  /// The node that has `rank` lower ones in the set.
  ///
  /// - Complexity: O(rank).
  @inlinable public func node(rank: Int) -> Int {
    var rest = bits
    for _ in 0..<rank { rest &= rest &- 1 }
    return rest.trailingZeroBitCount
  }

  /// The nodes, ascending.
  public var nodes: [Int] { (0..<64).filter(contains) }
}
