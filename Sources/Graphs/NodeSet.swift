// A set of nodes of a graph with at most 64 nodes, in one machine word.

/// A set of nodes numbered 0 to 63.
public struct NodeSet: Hashable, Sendable {
  /// Bit i stands for node i.
  public var bits: UInt64

  /// Makes a set from its bits.
  public init(bits: UInt64 = 0) { self.bits = bits }

  /// Whether a node is in the set.
  public func contains(_ node: Int) -> Bool { bits >> UInt64(node) & 1 == 1 }
}
