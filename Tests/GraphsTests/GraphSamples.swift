// Graphs for the tests: all small acyclic ones, and random ones.

import Graphs
import TestSupport

enum GraphSamples {
  /// Every acyclic graph on this many nodes.
  static func acyclic(_ nodes: Int) -> [DirectedGraph] {
    let pairs = (0..<nodes).flatMap { a in (0..<nodes).filter { $0 != a }.map { (a, $0) } }
    return (0..<(1 << pairs.count)).compactMap { bits in
      let edges = pairs.indices.filter { bits >> $0 & 1 == 1 }.map { pairs[$0] }
      // Two edges between two nodes are a cycle: most candidates go here.
      for (a, b) in edges where edges.contains(where: { $0 == (b, a) }) { return nil }
      let graph = DirectedGraph(nodes: nodes, edges: edges)
      return graph.isAcyclic ? graph : nil
    }
  }

  /// A random graph whose edges go from lower to higher places of a random order.
  static func random(
    _ nodes: Int, edges: Int, _ random: inout SeededGenerator
  ) -> DirectedGraph {
    let order = Array(0..<nodes).shuffled(using: &random)
    var graph = DirectedGraph(nodes: nodes)
    for _ in 0..<edges {
      let pair = (0..<nodes).shuffled(using: &random).prefix(2).sorted()
      graph.addEdge(from: order[pair[0]], to: order[pair[1]])
    }
    return graph
  }

  /// All subsets of a list.
  static func subsets(_ list: [Int]) -> [[Int]] {
    (0..<(1 << list.count)).map { bits in
      list.indices.filter { bits >> $0 & 1 == 1 }.map { list[$0] }
    }
  }
}
