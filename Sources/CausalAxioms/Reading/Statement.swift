// Statements about a graph that is not told, and whether a graph is as they say.
//
//   I(A, B | C)   A and B are d-separated given C
//   P(A, B | C)   every causal path from A to B goes through C

import Graphs

/// What statements are about.
enum StatementRelation: String, Sendable {
  /// d-separation, which obeys the graphoid axioms.
  case separated = "graphoid"
  /// Causal paths, which obey the axioms of causal irrelevance.
  case intercepted = "irrelevance"
}

/// A statement about a graph's nodes.
struct Statement: Sendable, Hashable, BitwiseCopyable {
  var left = NodeSet()
  var right = NodeSet()
  var given = NodeSet()
  var isDenied = false

  /// The nodes named.
  var nodes: NodeSet { left.union(right).union(given) }

  /// Whether the two sides and the condition have no node in common.
  var isDisjoint: Bool { nodes.count == left.count + right.count + given.count }

  /// The statement with more nodes given.
  func adding(_ set: NodeSet) -> Statement {
    var statement = self
    statement.given.formUnion(set)
    return statement
  }

  /// Whether the graph is as stated.
  func holds(
    _ relation: StatementRelation, in graph: borrowing SmallDAG, _ trails: inout TrailSearch
  ) -> Bool {
    var isTrue = true
    switch relation {
    case .separated:
      var rest = left
      while isTrue, let node = rest.popFirst() {
        trails.run(from: node, given: given, in: graph)
        isTrue = trails.connected.intersection(right).isEmpty
      }
    case .intercepted:
      var reached = left
      var frontier = left
      while let node = frontier.popFirst() {
        let new = graph.children(node).subtracting(reached).subtracting(given)
        reached.formUnion(new)
        frontier.formUnion(new)
      }
      isTrue = reached.intersection(right).isEmpty
    }
    return isTrue != isDenied
  }
}
