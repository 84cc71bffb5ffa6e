// Reachability against the closure of the adjacency matrix (Warshall 1962); hops and paths by hand.

import Graphs
import TestSupport
import Testing

/// A graph over nodes in order, an edge i -> j for each set bit of the pairs i < j.
func orderedGraph(_ count: Int, _ pairs: UInt64) -> SmallDAG {
  var graph = SmallDAG(count: count)
  var bit: UInt64 = 0
  for effect in 0..<count {
    for cause in 0..<effect {
      if pairs >> bit & 1 == 1 { graph.addEdge(from: cause, to: effect) }
      bit += 1
    }
  }
  return graph
}

/// A random graph over nodes in order.
func randomGraph(_ count: Int, edges: Int, _ generator: inout SeededGenerator) -> SmallDAG {
  var graph = SmallDAG(count: count)
  for _ in 0..<edges {
    let a = Int.random(in: 0..<count, using: &generator)
    let b = Int.random(in: 0..<count, using: &generator)
    if a != b { graph.addEdge(from: min(a, b), to: max(a, b)) }
  }
  return graph
}

@Suite struct SmallDAGTests {
  @Test func reachabilityIsTheMatrixClosure() {
    var generator = SeededGenerator(seed: 1)
    for count in [1, 2, 5, 17, 40, 64] {
      for _ in 0..<20 {
        let graph = randomGraph(count, edges: count * 3 / 2, &generator)
        var closure = (0..<count).map { row in (0..<count).map { row == $0 } }
        for a in 0..<count { for b in graph.children(a).nodes { closure[a][b] = true } }
        for via in 0..<count {
          for a in 0..<count where closure[a][via] {
            for b in 0..<count where closure[via][b] { closure[a][b] = true }
          }
        }
        for node in 0..<count {
          let below = graph.descendants(of: NodeSet(node)).nodes
          #expect(below == (0..<count).filter { closure[node][$0] })
          let above = graph.ancestors(of: NodeSet(node)).nodes
          #expect(above == (0..<count).filter { closure[$0][node] })
        }
      }
    }
  }

  @Test func shortestPathsAreWalksOfTheStatedLength() {
    var generator = SeededGenerator(seed: 2)
    var search = HopSearch()
    var path = NodePath()
    for _ in 0..<100 {
      let graph = randomGraph(20, edges: 28, &generator)
      let source = Int.random(in: 0..<20, using: &generator)
      search.run(from: source, in: graph)
      let descendants = graph.descendants(of: NodeSet(source))
      let reached = search.reached
      #expect(reached == descendants)
      for target in reached.nodes {
        search.writePath(to: target, in: graph, into: &path)
        let nodes = path.array
        let distance = search.distance(to: target)
        #expect(nodes.count - 1 == distance)
        #expect(nodes.first == source && nodes.last == target)
        for (a, b) in zip(nodes, nodes.dropFirst()) {
          let isEdge = graph.hasEdge(from: a, to: b)
          #expect(isEdge)
        }
      }
      for target in 0..<20 where !reached.contains(target) {
        let distance = search.distance(to: target)
        #expect(distance == nil)
      }
    }
  }

  @Test func topologicalOrderPutsCausesFirstAndSeesCycles() throws {
    var graph = SmallDAG(count: 4)
    graph.addEdge(from: 3, to: 1)
    graph.addEdge(from: 1, to: 0)
    graph.addEdge(from: 2, to: 0)
    let order = graph.topologicalOrder()
    let repeated = graph.addEdge(from: 3, to: 1)
    let count = graph.edgeCount
    graph.addEdge(from: 0, to: 3)
    let cyclic = graph.topologicalOrder()
    graph.removeEdge(from: 0, to: 3)
    let again = graph.topologicalOrder()
    graph.reset(count: 2)
    let empty = graph.topologicalOrder()
    let left = graph.edgeCount
    #expect(order == [2, 3, 1, 0] && again == order)
    #expect(!repeated && count == 3)
    #expect(cyclic == nil)
    #expect(empty == [0, 1] && left == 0)
  }
}
