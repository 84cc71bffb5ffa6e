// Meek's rules against brute force: an edge is directed in the class exactly when all its graphs
// agree about it.

import Graphs
import Testing

@Suite struct EquivalenceTests {
  /// All independences of a graph, as text.
  private func independences(_ graph: DirectedGraph) -> [String] {
    let nodes = 0..<graph.count
    return nodes.flatMap { x in
      nodes.filter { $0 > x }.flatMap { y in
        GraphSamples.subsets(nodes.filter { $0 != x && $0 != y })
          .filter { graph.areSeparated(x, y, given: $0) }.map { "\(x) \(y) \($0)" }
      }
    }
  }

  @Test(arguments: 2...4)
  func theClassIsWhatIndependencesTell(_ nodes: Int) {
    let classes = Dictionary(grouping: GraphSamples.acyclic(nodes), by: independences)
    // Gillispie and Perlman (2002): 2, 11 and 185 classes on 2, 3 and 4 nodes.
    #expect(classes.count == [2: 2, 3: 11, 4: 185][nodes])
    for members in classes.values {
      let expected = members[0].equivalenceClass
      for member in members { #expect(member.equivalenceClass == expected) }
      for (a, b) in members[0].skeleton {
        let forward = members.filter { $0.hasEdge(from: a, to: b) }.count
        #expect(expected.isDirected(from: a, to: b) == (forward == members.count))
        #expect(expected.isDirected(from: b, to: a) == (forward == 0))
        #expect(expected.isUndirected(a, b) == (forward > 0 && forward < members.count))
      }
    }
  }

  @Test func theBlanketSeparatesANodeFromTheRest() {
    for graph in GraphSamples.acyclic(4) {
      for node in 0..<4 {
        let blanket = graph.markovBlanket(of: node)
        for other in 0..<4 where other != node && !blanket.contains(other) {
          #expect(graph.areSeparated(node, other, given: blanket))
        }
      }
    }
  }
}
