// d-separation against its definition (every path blocked) and against the moral graph.

import Graphs
import TestSupport
import Testing

@Suite struct SeparationTests {
  /// By definition: a path is blocked by a non-collider in Z, or by a collider without a descendant
  /// in Z.
  private func hasActivePath(_ graph: DirectedGraph, _ x: Int, _ y: Int, _ given: [Int]) -> Bool {
    let opened = Set(graph.ancestors(of: given))
    func extend(_ path: [Int]) -> Bool {
      let last = path[path.count - 1]
      if last == y { return isActive(graph, path, given, opened) }
      return (0..<graph.count).contains {
        !path.contains($0) && graph.areAdjacent(last, $0) && extend(path + [$0])
      }
    }
    return extend([x])
  }

  private func isActive(
    _ graph: DirectedGraph, _ path: [Int], _ given: [Int], _ opened: Set<Int>
  ) -> Bool {
    path.indices.dropFirst().dropLast().allSatisfy { index in
      let node = path[index]
      let isCollider =
        graph.hasEdge(from: path[index - 1], to: node)
        && graph.hasEdge(from: path[index + 1], to: node)
      return isCollider ? opened.contains(node) : !given.contains(node)
    }
  }

  private func check(_ graph: DirectedGraph, _ x: Int, _ y: Int, _ given: [Int]) {
    let path = graph.activePath(x, y, given: given)
    let argument = graph.separatingArgument(x, y, given: given)
    #expect((path == nil) == (argument != nil), "\(graph.edges) \(x) \(y) \(given)")
    #expect(graph.areSeparated(x, y, given: given) == (path == nil))
    #expect(
      graph.activePath(y, x, given: given).map(\.nodes.count) == path.map(\.nodes.count))
    guard let path else { return }
    #expect(path.nodes.first == x && path.nodes.last == y)
    #expect(Set(path.nodes).count == path.nodes.count, "a walk, not a path")
    #expect(isActive(graph, path.nodes, given, Set(graph.ancestors(of: given))))
    #expect(path.openers.allSatisfy { given.contains($0[$0.count - 1]) })
  }

  @Test(arguments: 2...4)
  func allSmallGraphsAgreeWithTheDefinition(_ nodes: Int) {
    for graph in GraphSamples.acyclic(nodes) {
      for x in 0..<nodes {
        for y in x + 1..<max(x + 1, nodes) {
          for given in GraphSamples.subsets((0..<nodes).filter { $0 != x && $0 != y }) {
            #expect(graph.areSeparated(x, y, given: given) != hasActivePath(graph, x, y, given))
            check(graph, x, y, given)
          }
        }
      }
    }
  }

  @Test(arguments: [6, 20, 70])
  func randomGraphsAgreeWithTheMoralGraph(_ nodes: Int) {
    var random = SeededGenerator(seed: UInt64(nodes))
    for _ in 0..<200 {
      let graph = GraphSamples.random(nodes, edges: nodes * 7 / 5, &random)
      let drawn = (0..<nodes).shuffled(using: &random)
      check(graph, drawn[0], drawn[1], Array(drawn[2..<2 + Int.random(in: 0...4, using: &random)]))
    }
  }

  @Test func backdoorSetsOfTheTextbook() {
    // Confounder 0 of 1 and 2; mediator 3 between them; collider 4 of 1 and 2.
    let graph = DirectedGraph(
      nodes: 5, edges: [(0, 1), (0, 2), (1, 3), (3, 2), (1, 4), (2, 4)])
    #expect(graph.isBackdoorSet([0], from: 1, to: 2))
    #expect(!graph.isBackdoorSet([], from: 1, to: 2))
    #expect(!graph.isBackdoorSet([0, 3], from: 1, to: 2))
    #expect(!graph.isBackdoorSet([0, 4], from: 1, to: 2))
  }
}
