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
    let family = plan.parts[place.part].family
    drawNames(pair.mentioned.count, mentioned: pair.mentioned.count, place, &random)
    buffer.reserve(512 + (pair.drawer.edges.count + 64) * 32)
    openLine(place)
    writeSentences()
    var query = query
    let isTransitivity = family.axiom == .transitivity
    if isTransitivity {
      buffer.append("Does ")
      write(name: query.x)
      buffer.append(" cause ")
      write(name: query.y)
      buffer.append("?")
      pair.hops.run(from: query.x, in: pair.drawer.graph)
    } else {
      if names.isOrdered(Int(pair.rank[query.y]), Int(pair.rank[query.x])) {
        (query.x, query.y) = (query.y, query.x)
      }
      writeSeparationQuestion(query)
      pair.trails.run(from: query.x, given: query.given, in: pair.drawer.graph)
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

  /// Appends a node's name.
  mutating func write(name node: Int) {
    write(ranked: Int(pair.rank[node]))
  }

  /// Appends the name of the node mentioned as the rank says.
  mutating func write(ranked rank: Int) {
    let name = names[rank]
    buffer.append(word: name.low, length: min(name.length, 8))
    if name.length > 8 { buffer.append(word: name.high, length: name.length - 8) }
  }

  private mutating func writeSentences() {
    for place in 0..<pair.drawer.edges.count {
      let edge = pair.drawer.edges[place]
      write(name: edge.cause)
      buffer.append(word: 0x2073_6573_7561_6320, length: 8)  // " causes "
      write(name: edge.effect)
      buffer.append(word: 0x202e, length: 2)  // ". "
    }
  }

  private mutating func writeSeparationQuestion(_ query: PairQuery) {
    buffer.append("Are ")
    write(name: query.x)
    buffer.append(" and ")
    write(name: query.y)
    buffer.append(" d-separated")
    if !query.given.isEmpty {
      buffer.append(" given {")
      var ranks = NodeSet()
      var given = query.given
      while let node = given.popFirst() { ranks.insert(Int(pair.rank[node])) }
      var isFirst = true
      while let next = leastName(of: ranks) {
        if !isFirst { buffer.append(", ") }
        isFirst = false
        write(ranked: next)
        ranks.remove(next)
      }
      buffer.append("}")
    }
    buffer.append("?")
  }

  /// The name of these that stands first in ASCII order.
  func leastName(of ranks: NodeSet) -> Int? {
    var rest = ranks
    guard var least = rest.popFirst() else { return nil }
    while let next = rest.popFirst() {
      if names.isOrdered(next, least) { least = next }
    }
    return least
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
