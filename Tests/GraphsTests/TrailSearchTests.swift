// d-separation against the moral graph of the ancestral set (Lauritzen, Dawid, Larsen and Leimer 1990):
// X and Y are d-separated given Z when Z separates them in the moral graph of what X, Y and Z have for
// ancestors. And each trail against the definition of an active one.

import Graphs
import TestSupport
import Testing

@Suite struct TrailSearchTests {
  @Test func agreesWithTheMoralGraphOnEverySmallGraph() {
    var search = TrailSearch()
    for count in 2...5 {
      for pairs in 0..<(UInt64(1) << UInt64(count * (count - 1) / 2)) {
        let graph = orderedGraph(count, pairs)
        for x in 0..<count {
          for bits in 0..<(UInt64(1) << UInt64(count)) where !NodeSet(bits: bits).contains(x) {
            let given = NodeSet(bits: bits)
            search.run(from: x, given: given, in: graph)
            let expected = (0..<count).filter {
              !given.contains($0) && !isMorallySeparated(x, $0, given, graph)
            }
            if search.connected.nodes != expected {
              Issue.record("\(count) nodes, pairs \(pairs), x \(x), given \(bits)")
            }
          }
        }
      }
    }
  }

  @Test func agreesOnLargerGraphsAndItsTrailsAreActive() {
    var generator = SeededGenerator(seed: 3)
    var search = TrailSearch()
    var path = NodePath()
    for count in [8, 12, 20, 33, 64] {
      for _ in 0..<40 {
        let graph = randomGraph(count, edges: count * 7 / 5, &generator)
        let x = Int.random(in: 0..<count, using: &generator)
        var given = NodeSet(
          bits: generator.next() & generator.next() & NodeSet(below: count).bits)
        given.remove(x)
        search.run(from: x, given: given, in: graph)
        for y in 0..<count where y != x && !given.contains(y) {
          let isConnected = search.connected.contains(y)
          let isSeparated = isMorallySeparated(x, y, given, graph)
          #expect(isConnected != isSeparated)
          guard isConnected else { continue }
          search.writePath(to: y, in: graph, into: &path)
          let nodes = path.array
          let isRight = isActive(nodes, given, graph)
          #expect(nodes.first == x && nodes.last == y)
          #expect(isRight)
        }
      }
    }
  }

  private func isActive(_ path: [Int], _ given: NodeSet, _ graph: borrowing SmallDAG) -> Bool {
    var isRight = Set(path).count == path.count
    for place in 1..<path.count {
      let neighbours = graph.neighbours(path[place])
      isRight = isRight && neighbours.contains(path[place - 1])
    }
    for place in path.indices.dropFirst().dropLast() {
      let node = path[place]
      let causes = graph.parents(node)
      let isCollider = causes.contains(path[place - 1]) && causes.contains(path[place + 1])
      let isOpen = !graph.descendants(of: NodeSet(node)).intersection(given).isEmpty
      isRight = isRight && (isCollider ? isOpen : !given.contains(node))
    }
    return isRight
  }

  private func isMorallySeparated(
    _ x: Int, _ y: Int, _ given: NodeSet, _ graph: borrowing SmallDAG
  ) -> Bool {
    let ancestral = graph.ancestors(of: given.union(NodeSet(x)).union(NodeSet(y)))
    var moral = [NodeSet](repeating: NodeSet(), count: graph.count)
    for node in ancestral.nodes {
      let family = graph.parents(node).union(NodeSet(node))
      for member in family.nodes { moral[member].formUnion(family) }
    }
    var reached = NodeSet(x)
    var frontier = reached
    while let node = frontier.popFirst() {
      let new = moral[node].subtracting(reached).subtracting(given)
      reached.formUnion(new)
      frontier.formUnion(new)
    }
    return !reached.contains(y)
  }
}
