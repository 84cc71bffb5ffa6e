// What data from a causal graph can tell: its neighbourhoods and its Markov equivalence class.
//
// Two acyclic graphs imply the same independences exactly when they have the same skeleton and the
// same v-structures (Verma and Pearl 1990). The completed partially directed graph of the class
// keeps the skeleton, orients the v-structures and what Meek's rules 1 to 3 force (Meek 1995; rule
// 4 is needed with background knowledge only).

extension DirectedGraph {
  /// Parents, children and the children's other parents of a node, ascending.
  public func markovBlanket(of node: Int) -> [Int] {
    var blanket = Set(parents(of: node))
    for child in children(of: node) {
      blanket.insert(child)
      blanket.formUnion(parents(of: child))
    }
    blanket.remove(node)
    return blanket.sorted()
  }

  /// The v-structures a → c ← b with a < b not adjacent, by c.
  public var vStructures: [(a: Int, collider: Int, b: Int)] {
    (0..<count).flatMap { collider in
      let parents = parents(of: collider)
      return parents.indices.flatMap { first in
        parents[(first + 1)...].filter { !areAdjacent(parents[first], $0) }
          .map { (a: parents[first], collider: collider, b: $0) }
      }
    }
  }

  /// The pairs a < b that an edge joins.
  public var skeleton: [(a: Int, b: Int)] {
    (0..<count).flatMap { a in
      (a + 1..<max(a + 1, count)).filter { areAdjacent(a, $0) }.map { (a: a, b: $0) }
    }
  }

  /// The completed partially directed graph of an acyclic graph's equivalence class.
  public var equivalenceClass: EquivalenceClass { EquivalenceClass(of: self) }
}

/// A partially directed graph that stands for a Markov equivalence class.
public struct EquivalenceClass: Hashable, Sendable {
  /// An edge without direction is here in both directions.
  private var marks: DirectedGraph

  init(of graph: DirectedGraph) {
    marks = DirectedGraph(nodes: graph.count)
    for (from, to) in graph.edges {
      marks.addEdge(from: from, to: to)
      marks.addEdge(from: to, to: from)
    }
    for structure in graph.vStructures {
      orient(structure.a, structure.collider)
      orient(structure.b, structure.collider)
    }
    while orientOnce() {}
  }

  /// Whether every graph of the class has this edge.
  public func isDirected(from: Int, to: Int) -> Bool {
    marks.hasEdge(from: from, to: to) && !marks.hasEdge(from: to, to: from)
  }

  /// Whether the edge between the two has both directions in the class.
  public func isUndirected(_ first: Int, _ second: Int) -> Bool {
    marks.hasEdge(from: first, to: second) && marks.hasEdge(from: second, to: first)
  }

  private mutating func orient(_ from: Int, _ to: Int) { marks.removeEdge(from: to, to: from) }

  private mutating func orientOnce() -> Bool {
    for (from, to) in marks.edges where isUndirected(from, to) && isForced(from, to) {
      orient(from, to)
      return true
    }
    return false
  }

  private func isForced(_ b: Int, _ c: Int) -> Bool {
    let nodes = 0..<marks.count
    // Rule 1: a → b — c with a, c not adjacent: c → b would be a new v-structure.
    if nodes.contains(where: { isDirected(from: $0, to: b) && $0 != c && !marks.areAdjacent($0, c) }
    ) {
      return true
    }
    // Rule 2: b → a → c with b — c: c → b would close a cycle.
    if nodes.contains(where: { isDirected(from: b, to: $0) && isDirected(from: $0, to: c) }) {
      return true
    }
    // Rule 3: b — a → c and b — d → c with a, d not adjacent: c → b would force both into b.
    let middles = nodes.filter { isUndirected(b, $0) && isDirected(from: $0, to: c) }
    return middles.contains { a in middles.contains { $0 != a && !marks.areAdjacent(a, $0) } }
  }
}
