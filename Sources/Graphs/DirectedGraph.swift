// Directed graphs of any size: one row of bits a node, for children and for parents.
//
// A premise read from a text has as many nodes as it has, and is read once, asked once and thrown
// away; rows of bits make every question about it a walk over words, and `reset` keeps the storage.
// Lists of neighbours would be smaller for large sparse graphs, but no premise is both.

/// A directed graph whose nodes are 0 ..< `count`; cycles and self-loops are allowed, repeated
/// edges are one edge.
public struct DirectedGraph: Hashable, Sendable {
  /// Number of nodes.
  public private(set) var count = 0
  /// Number of edges.
  public private(set) var edgeCount = 0
  /// Words in a row of bits.
  private(set) var words = 0
  private(set) var childBits: [UInt64] = []
  private(set) var parentBits: [UInt64] = []

  /// A graph without edges.
  public init(nodes: Int = 0) { reset(nodes: nodes) }

  /// A graph with these edges.
  public init(nodes: Int, edges: [(Int, Int)]) {
    reset(nodes: nodes)
    for (from, to) in edges { addEdge(from: from, to: to) }
  }

  /// Drops all edges and sets the number of nodes; the storage is kept.
  public mutating func reset(nodes: Int) {
    count = nodes
    edgeCount = 0
    words = (nodes + 63) / 64
    let size = nodes * words
    childBits.removeAll(keepingCapacity: true)
    parentBits.removeAll(keepingCapacity: true)
    childBits.append(contentsOf: repeatElement(0, count: size))
    parentBits.append(contentsOf: repeatElement(0, count: size))
  }

  /// Adds an edge; false when it was there already.
  @discardableResult
  public mutating func addEdge(from: Int, to: Int) -> Bool {
    precondition(from < count && to < count, "a node outside the graph")
    let place = from * words + to >> 6
    let bit = UInt64(1) << UInt64(to & 63)
    if childBits[place] & bit != 0 { return false }
    childBits[place] |= bit
    parentBits[to * words + from >> 6] |= UInt64(1) << UInt64(from & 63)
    edgeCount += 1
    return true
  }

  /// Removes an edge if it is there.
  public mutating func removeEdge(from: Int, to: Int) {
    guard hasEdge(from: from, to: to) else { return }
    childBits[from * words + to >> 6] &= ~(UInt64(1) << UInt64(to & 63))
    parentBits[to * words + from >> 6] &= ~(UInt64(1) << UInt64(from & 63))
    edgeCount -= 1
  }

  /// Whether the edge is there.
  public func hasEdge(from: Int, to: Int) -> Bool {
    childBits[from * words + to >> 6] >> UInt64(to & 63) & 1 == 1
  }

  /// Whether an edge joins the two, in either direction.
  public func areAdjacent(_ first: Int, _ second: Int) -> Bool {
    hasEdge(from: first, to: second) || hasEdge(from: second, to: first)
  }

  /// The nodes an edge leads to, ascending.
  public func children(of node: Int) -> [Int] { Array(bits(childBits, node)) }

  /// The nodes an edge comes from, ascending.
  public func parents(of node: Int) -> [Int] { Array(bits(parentBits, node)) }

  /// Number of edges out of a node.
  public func outDegree(_ node: Int) -> Int { ones(childBits, node) }

  /// Number of edges into a node.
  public func inDegree(_ node: Int) -> Int { ones(parentBits, node) }

  /// All edges, by source, then by target.
  public var edges: [(from: Int, to: Int)] {
    (0..<count).flatMap { node in children(of: node).map { (from: node, to: $0) } }
  }

  func childRow(_ node: Int) -> Bits { bits(childBits, node) }
  func parentRow(_ node: Int) -> Bits { bits(parentBits, node) }

  private func bits(_ storage: [UInt64], _ node: Int) -> Bits {
    Bits(words: storage, next: node * words, end: (node + 1) * words)
  }

  private func ones(_ storage: [UInt64], _ node: Int) -> Int {
    var total = 0
    for place in node * words..<(node + 1) * words { total += storage[place].nonzeroBitCount }
    return total
  }
}

/// The ones of a row of bits, ascending.
struct Bits: Sequence, IteratorProtocol {
  private let words: [UInt64]
  private var place: Int
  private let end: Int
  private var rest: UInt64 = 0
  private var base = -64

  init(words: [UInt64], next: Int, end: Int) {
    self.words = words
    place = next
    self.end = end
  }

  mutating func next() -> Int? {
    while rest == 0 {
      guard place < end else { return nil }
      rest = words[place]
      place += 1
      base += 64
    }
    defer { rest &= rest &- 1 }
    return base + rest.trailingZeroBitCount
  }
}
