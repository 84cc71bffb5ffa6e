import Graphs
import TestSupport
import Testing

@Suite struct DirectedGraphTests {
  @Test func thereAreAsManySmallAcyclicGraphsAsRobinsonCounted() {
    #expect((1...4).map { GraphSamples.acyclic($0).count } == [1, 3, 25, 543])
  }

  @Test(arguments: [5, 63, 64, 65, 130])
  func pathsAgreeWithTheMatrixClosure(_ nodes: Int) {
    var random = SeededGenerator(seed: UInt64(nodes))
    let graph = GraphSamples.random(nodes, edges: 2 * nodes, &random)
    var reaches = (0..<nodes).map { a in
      (0..<nodes).map { a == $0 || graph.hasEdge(from: a, to: $0) }
    }
    for middle in 0..<nodes {
      for a in 0..<nodes where reaches[a][middle] {
        for b in 0..<nodes where reaches[middle][b] { reaches[a][b] = true }
      }
    }
    for a in 0..<nodes {
      #expect(graph.descendants(of: [a]) == (0..<nodes).filter { reaches[a][$0] })
      #expect(graph.ancestors(of: [a]) == (0..<nodes).filter { reaches[$0][a] })
      for b in 0..<nodes {
        let path = graph.shortestPath(from: a, to: b)
        #expect((path != nil) == reaches[a][b])
        #expect(graph.hops(from: a, to: b) == path.map { $0.count - 1 })
        guard let path else { continue }
        #expect(path.first == a && path.last == b)
        #expect(zip(path, path.dropFirst()).allSatisfy { graph.hasEdge(from: $0, to: $1) })
      }
    }
    let order = graph.topologicalOrder()
    #expect(order.map(graph.isTopologicalOrder) == true && graph.cycle() == nil)
  }

  @Test func aCycleIsFoundAndIsOne() throws {
    for nodes in [3, 70] {
      var graph = DirectedGraph(nodes: nodes)
      for node in 0..<nodes { graph.addEdge(from: node, to: (node + 1) % nodes) }
      #expect(!graph.isAcyclic && graph.topologicalOrder() == nil)
      let cycle = try #require(graph.cycle())
      #expect(cycle.first == cycle.last && cycle.count == nodes + 1)
    }
    #expect(DirectedGraph(nodes: 2, edges: [(1, 1)]).cycle() == [1, 1])
  }

  @Test func repeatedEdgesAreOneAndCanBeRemoved() {
    var graph = DirectedGraph(nodes: 2)
    #expect(graph.addEdge(from: 0, to: 1) && !graph.addEdge(from: 0, to: 1))
    #expect(graph.edgeCount == 1 && graph.outDegree(0) == 1 && graph.inDegree(1) == 1)
    graph.removeEdge(from: 0, to: 1)
    #expect(graph == DirectedGraph(nodes: 2))
  }

  @Test func theSkeletonsDistanceIgnoresDirections() {
    let graph = DirectedGraph(nodes: 4, edges: [(0, 1), (2, 1)])
    #expect(graph.skeletonDistance(from: 0, to: 2) == 2)
    #expect(graph.hops(from: 0, to: 2) == nil && graph.skeletonDistance(from: 0, to: 3) == nil)
  }
}
