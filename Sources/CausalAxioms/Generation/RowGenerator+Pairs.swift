// The text, label and witness of rows about one pair of a graph.
//
//   X causes Y. ... Does X cause Y?                          (Vashishtha et al. 2024)
//   X causes Y. ... Are X and Y d-separated given {A, B}?    names in ASCII order
//
// The witness of "X causes Y" is a shortest path; of its denial, all that X causes: a set closed under
// the edges that has X and not Y. The witness of d-connection is an active trail with its arrows; of
// d-separation, all that is d-connected to X, a set that the reachable procedure can't leave.

import Graphs

extension RowGenerator {
  mutating func writePair(
    _ query: PairQuery, _ place: RowPlace, _ random: inout RowRandom
  ) -> RowFacts {
    drawNames(pair.mentioned.count, mentioned: pair.mentioned.count, place, &random)
    let sentences = pair.telling.isPlain ? pair.drawer.edges.count : pair.telling.count
    buffer.reserve(1024 + (sentences + 64) * sentenceBytes)
    openLine(place)
    writeSentences()
    var query = query
    let isTransitivity = kinds[place.part].question == .path
    if isTransitivity {
      writeQuestion(query, isTransitivity: true)
      pair.hops.run(from: query.x, in: pair.drawer.graph)
    } else {
      if isOrdered(Int(pair.rank[query.y]), Int(pair.rank[query.x])) {
        (query.x, query.y) = (query.y, query.x)
      }
      writeQuestion(query, isTransitivity: false)
      if pair.trailSource != query.x {
        pair.trails.run(from: query.x, given: query.given, in: pair.drawer.graph)
      }
    }
    let reached = isTransitivity ? pair.hops.reached : pair.trails.connected
    // A label is what the search on the finished graph says, and nothing else.
    guard (reached.contains(query.y) == isTransitivity) == place.isYes else {
      fatalError("row \(place.index) of \(plan.settings.name) has the wrong label")
    }
    let hasPath = reached.contains(query.y)
    if hasPath {
      if isTransitivity {
        pair.hops.writePath(to: query.y, in: pair.drawer.graph, into: &path)
      } else {
        pair.trails.writePath(to: query.y, in: pair.drawer.graph, into: &path)
      }
    }
    let hops = hasPath ? path.count - 1 : 0
    if writeAnswer(place) {
      writeMetadata(query, hops: hops, isTransitivity: isTransitivity)
      if hasPath { writePath(isTrail: !isTransitivity) } else { writeReached(reached) }
      buffer.append("]}")
      closeMetadata(place)
    }
    guard wantsFacts else { return RowFacts() }
    return RowFacts(
      isYes: place.isYes, nodes: pair.mentioned.count, hops: hops, graph: pair.graphHash,
      form: pair.formHash,
      shortcuts: Shortcut.predictions(for: query, isTransitivity: isTransitivity, pair),
      numbers: Shortcut.numbers(for: query, isTransitivity: isTransitivity, pair))
  }

  // All up to the witness's name.
  private mutating func writeMetadata(_ query: PairQuery, hops: Int, isTransitivity: Bool) {
    buffer.append(UInt64(pair.mentioned.count))
    buffer.append(",\"edges\":")
    buffer.append(UInt64(pair.drawer.edges.count))
    buffer.append(",\"hops\":")
    buffer.append(UInt64(hops))
    if !isTransitivity {
      buffer.append(",\"given\":")
      buffer.append(UInt64(query.given.count))
    }
    buffer.append(",\"graph\":\"")
    buffer.append(hexadecimal: pair.graphHash)
    buffer.append("\",\"witness\":{")
  }

  private mutating func writePath(isTrail: Bool) {
    if isTrail { buffer.append("\"trail\":[\"") } else { buffer.append("\"path\":[\"") }
    for place in 0..<path.count {
      if place > 0 {
        if isTrail {
          let isForward = pair.drawer.graph.hasEdge(from: path[place - 1], to: path[place])
          if isForward { buffer.append("\",\"->\",\"") } else { buffer.append("\",\"<-\",\"") }
        } else {
          buffer.append("\",\"")
        }
      }
      write(name: path[place])
    }
    buffer.append("\"")
  }

  private mutating func writeReached(_ reached: NodeSet) {
    buffer.append("\"reached\":[\"")
    var rest = reached
    var isFirst = true
    while let node = rest.popFirst() {
      if !isFirst { buffer.append("\",\"") }
      isFirst = false
      write(name: node)
    }
    buffer.append("\"")
  }
}
