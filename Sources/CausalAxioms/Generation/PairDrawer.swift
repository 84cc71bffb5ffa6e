// Draws a graph, a pair to ask about and an order of sentences, in memory that is used again.
//
// A draw that doesn't fit is thrown away and the next one taken from the same row's stream, the cheap
// steps first: another pair of the same graph, then another order of sentences, then another graph.

import Graphs

/// A question about a graph.
struct PairQuery: Sendable, Equatable {
  var x: Int
  var y: Int
  var given = NodeSet()
}

/// What drawing needs to know of a family, as plain values: a family's strings would be counted
/// references for every row.
struct PairKind: Sendable {
  /// What is asked.
  enum Question: Sendable {
    case path, separation, separationByNothing
  }

  let question: Question
  let shape: GraphShape
  let order: Family.SentenceOrder
  let nameLengths: ClosedRange<Int>

  init(_ family: Family) {
    switch family.axiom {
    case .dSeparation(let isEmpty): question = isEmpty ? .separationByNothing : .separation
    case .transitivity, .rule: question = .path
    }
    shape = family.shape
    order = family.order
    nameLengths = family.nameLengths
  }
}

/// The graph, question and order of one row at a time.
struct PairDrawer: ~Copyable {
  var telling: Telling
  var drawer = GraphDrawer()
  var hops = HopSearch()
  var trails = TrailSearch()
  /// The place of each node in the order of first mention.
  var rank = FixedStorage<UInt8>(count: 64, repeating: 0)
  /// The nodes of a path that is planted, from X to Y.
  var walk = FixedStorage<UInt8>(count: 64, repeating: 0)
  /// The source of the last trail search, when it was over the present graph given the set of the
  /// question found: it need not run again for the label and the witness.
  var trailSource: Int?
  /// Nodes that a sentence names.
  private(set) var mentioned = NodeSet()
  /// Hash of the edges named by first mention, whatever their order: of the graph alone, and with the
  /// question.
  private(set) var graphHash: UInt64 = 0
  private(set) var formHash: UInt64 = 0

  // A form is in the training split four times in five, in another once in ten.
  private static func orderTries(_ split: Split) -> Int { split == .train ? 8 : 32 }

  init(_ surface: Surface = Surface(), _ table: SentenceTable? = nil) {
    telling = Telling(surface, table ?? SentenceTable(surface))
  }

  /// Draws a graph.
  mutating func drawGraph(
    _ kind: PairKind, size: Int, mode: GenerationMode, _ random: inout RowRandom
  ) -> Bool {
    trailSource = nil
    guard drawer.draw(kind.shape, nodes: size, covers: mode == .hardened, &random) else {
      return false
    }
    if mode == .paper {
      arrange(telling.order ?? kind.order, &random)
      drawer.graph.addNodes(telling.isolated)
    } else if let order = telling.order {
      arrange(order, &random)
    }
    return true
  }

  /// One try at a row of hardened mode: a graph with a question of the stratum and label, and an order
  /// of sentences in which the right node is mentioned first and whose form belongs to the split.
  mutating func tryStratum(
    _ kind: PairKind, size: Int, _ stratum: Stratum, isYes: Bool, isXFirst: Bool, split: Split,
    _ random: inout RowRandom
  ) -> PairQuery? {
    let query: PairQuery?
    switch (kind.question, kind.shape) {
    case (.path, .chain(let flips)):
      query = drawChain(flips: flips, size: size, stratum, isYes: isYes, &random)
      if let order = telling.order { arrange(order, &random) }
    case (.path, .random):
      query = plant(kind.shape, size: size, stratum, isYes: isYes, &random)
      if let order = telling.order { arrange(order, &random) }
    default:
      guard drawGraph(kind, size: size, mode: .hardened, &random) else { return nil }
      query = findQuery(kind, stratum, isYes: isYes, &random)
    }
    guard let query,
      settle(
        query, isXFirst: kind.question == .path ? isXFirst : nil, split: split, &random)
    else { return nil }
    return query
  }

  // Which of two d-separated nodes is X depends on their names, and so on nothing: none is to be
  // first then.
  private mutating func settle(
    _ query: PairQuery, isXFirst: Bool?, split: Split, _ random: inout RowRandom
  ) -> Bool {
    let isShuffled = telling.order == nil || telling.order == .shuffled
    for _ in 0..<(telling.isDrawn ? Self.orderTries(split) : 1) {
      if isShuffled {
        drawer.edges.shuffle(&random)
        if telling.isPlain, let isXFirst {
          let (first, second) = isXFirst ? (query.x, query.y) : (query.y, query.x)
          guard drawer.edges.name(first, before: second, &random) else { return false }
        }
      }
      tell(&random)
      if let isXFirst, (rank[query.x] < rank[query.y]) != isXFirst { continue }
      hashForm(query, isSymmetric: isXFirst == nil)
      if Split(formHash: formHash) == split { return true }
    }
    return false
  }

  /// Numbers the nodes by first mention, and hashes the graph so named: the sum over its edges, so that
  /// their order doesn't matter but by the numbers.
  mutating func rankNodes() {
    var seen: UInt64 = 0
    var next: UInt64 = 0
    var sum = UInt64(truncatingIfNeeded: drawer.edges.count)
    for place in 0..<drawer.edges.count {
      let edge = drawer.edges[place]
      let cause = number(edge.cause, &seen, &next)
      let effect = number(edge.effect, &seen, &next)
      sum &+= hash(cause, effect)
    }
    mentioned = NodeSet(bits: seen)
    graphHash = mix(sum)
  }

  /// Takes over which nodes are named, after they have their numbers, and hashes the graph so named.
  mutating func hashGraph(mentioned nodes: NodeSet) {
    mentioned = nodes
    var sum = UInt64(truncatingIfNeeded: drawer.edges.count)
    for place in 0..<drawer.edges.count {
      let edge = drawer.edges[place]
      sum &+= hash(UInt64(rank[edge.cause]), UInt64(rank[edge.effect]))
    }
    graphHash = mix(sum)
  }

  @inline(__always)
  private func hash(_ cause: UInt64, _ effect: UInt64) -> UInt64 {
    var hash = (cause &<< 6 | effect | 1 &<< 40) &* 0x9e37_79b9_7f4a_7c15
    hash = (hash ^ hash &>> 32) &* 0xbf58_476d_1ce4_e5b9
    return hash ^ hash &>> 29
  }

  // A node's number, the next one if it has none. Without a branch, as nobody could guess it.
  @inline(__always)
  private mutating func number(_ node: Int, _ seen: inout UInt64, _ next: inout UInt64) -> UInt64 {
    let isSeen = seen &>> UInt64(truncatingIfNeeded: node) & 1
    let old = UInt64(truncatingIfNeeded: rank[node])
    let number = old & (0 &- isSeen) | next & (isSeen &- 1)
    rank[node] = UInt8(truncatingIfNeeded: number)
    next &+= isSeen ^ 1
    seen |= 1 &<< UInt64(truncatingIfNeeded: node)
    return number
  }

  /// Hashes the canonical form, after the nodes have their numbers: equal sets of renamed edges with
  /// equal questions hash alike, whatever the order of sentences, so splitting by the hash keeps every
  /// notion of "same up to names" that keeps the order, or only the first mentions, on one side.
  /// d-separation has no first and second.
  mutating func hashForm(_ query: PairQuery, isSymmetric: Bool) {
    var given = NodeSet()
    var rest = query.given
    while let node = rest.popFirst() { given.insert(Int(rank[node])) }
    var first = UInt64(rank[query.x])
    var second = UInt64(rank[query.y])
    if isSymmetric, second < first { (first, second) = (second, first) }
    formHash = mix(graphHash ^ mix(given.bits &* 0x9e37_79b9_7f4a_7c15 ^ first << 6 ^ second))
  }

  /// Takes over the hash of a form that has no told graph.
  mutating func setForm(_ hash: UInt64) {
    graphHash = hash
    formHash = hash
  }
}
