// Counts the pairs of a graph in every stratum: for the sample that finds strata.

import Graphs

extension PairDrawer {
  /// Adds the pairs of the present graph, by label.
  mutating func countPairs(
    _ question: PairKind.Question, into counts: inout [Stratum: (yes: Int, no: Int)]
  ) {
    for x in 0..<drawer.graph.count {
      switch question {
      case .path: countPaths(from: x, &counts)
      case .separationByNothing: countSeparated(from: x, &counts)
      case .separation: break
      }
    }
  }

  private mutating func countPaths(
    from x: Int, _ counts: inout [Stratum: (yes: Int, no: Int)]
  ) {
    guard !drawer.graph.children(x).isEmpty else { return }
    hops.run(from: x, in: drawer.graph)
    let descendants = hops.reached
    let isYes = [true, false]
    for label in isYes {
      if !label { hops.run(from: x, in: drawer.graph, .either) }
      guard hops.depth > 0 else { continue }
      for distance in 1...hops.depth {
        let level = hops.level(distance)
        // X is some cause and Y some effect: other pairs are No at once.
        for y in (label ? level : level.subtracting(descendants)).nodes
        where !drawer.graph.parents(y).isEmpty {
          let stratum = Stratum(
            distance: distance, Degrees(x, in: drawer.graph), Degrees(y, in: drawer.graph))
          if label {
            counts[stratum, default: (0, 0)].yes += 1
          } else {
            counts[stratum, default: (0, 0)].no += 1
          }
        }
      }
    }
  }

  private mutating func countSeparated(
    from x: Int, _ counts: inout [Stratum: (yes: Int, no: Int)]
  ) {
    let open = connectedGivenNothing(x)
    for distance in 2...Self.deep {
      for y in nodes(at: distance, from: x).nodes {
        let (one, other) = (Degrees(x, in: drawer.graph), Degrees(y, in: drawer.graph))
        // Which of the two is X says nothing: their degrees are a pair without order.
        guard one <= other else { continue }
        let stratum = Stratum(distance: distance, one, other)
        if open.contains(y) {
          counts[stratum, default: (0, 0)].no += 1
        } else {
          counts[stratum, default: (0, 0)].yes += 1
        }
      }
    }
  }
}
