// Whether a statement follows from others in every DAG: a derivation says Yes, a counterexample No.
//
// Neither leaves it open, which is a value and no guess. A counterexample is checked once more by code that
// took no part in the search: moral graphs for d-separation, and reachability without the condition for
// paths.

import Graphs

/// What was found out about a question.
enum StatementFinding: Sendable {
  case follows([DerivationStep])
  /// Edges of a graph, the nodes beyond the named ones numbered after them.
  case refuted([(cause: Int, effect: Int)])
  case open

  /// Yes, No, or nothing.
  var label: Label? {
    switch self {
    case .follows: .yes
    case .refuted: .no
    case .open: nil
    }
  }
}

extension StatementClosure {
  /// Decides what a text asks; open when it asks nothing that is defined.
  mutating func decide(_ text: StatementReader) -> StatementFinding {
    guard text.isDefined, let conclusion = text.conclusion, let relation = text.relation else {
      return .open
    }
    let nodes = text.nodes.count
    if let steps = derive(conclusion, from: text.premises, relation, nodes: nodes) {
      return .follows(steps)
    }
    var refuter = StatementRefuter(conclusion, from: text.premises, relation, nodes: nodes)
    guard let edges = refuter.search() else { return .open }
    precondition(
      Counterexample(edges, nodes).refutes(conclusion, text.premises, relation),
      "the counterexample is none")
    return .refuted(edges)
  }
}

/// A graph to be checked.
private struct Counterexample {
  let edges: [(cause: Int, effect: Int)]
  let graph: DirectedGraph

  init(_ edges: [(cause: Int, effect: Int)], _ nodes: Int) {
    self.edges = edges
    let count = edges.reduce(nodes) { max($0, $1.cause + 1, $1.effect + 1) }
    graph = Self.graph(edges, count)
  }

  private static func graph(
    _ edges: [(cause: Int, effect: Int)], _ count: Int
  ) -> DirectedGraph {
    var graph = DirectedGraph(nodes: count)
    for edge in edges { graph.addEdge(from: edge.cause, to: edge.effect) }
    return graph
  }

  func refutes(
    _ conclusion: Statement, _ premises: [Statement], _ relation: StatementRelation
  ) -> Bool {
    graph.isAcyclic && !holds(conclusion, relation)
      && premises.allSatisfy { holds($0, relation) }
  }

  private func holds(_ statement: Statement, _ relation: StatementRelation) -> Bool {
    let given = statement.given.nodes
    let left = statement.left.nodes
    let right = statement.right.nodes
    let isTrue: Bool
    switch relation {
    case .separated:
      isTrue = left.allSatisfy { x in
        right.allSatisfy { graph.separatingArgument(x, $0, given: given) != nil }
      }
    case .intercepted:
      let free = edges.filter { !given.contains($0.cause) && !given.contains($0.effect) }
      let reached = Self.graph(free, graph.count).descendants(of: left)
      isTrue = !right.contains { reached.contains($0) }
    }
    return isTrue != statement.isDenied
  }
}
