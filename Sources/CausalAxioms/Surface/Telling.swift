// The sentences of one row in the order in which they are told.
//
// With the paper's sentences and nothing else the edges in their order say it all, and this list isn't
// made (`isPlain`). Otherwise a template is drawn for each edge, and what bears on no question (how nodes
// without edges are introduced; distractors) is put between: each of all ways to merge the two lists is
// equally likely. Which node is mentioned first is read off this list, whatever a sentence is about.
//
// Distractors are drawn without a look at the question: any two nodes, no two nodes twice, directed
// by an order of the nodes that is drawn for the row, so that "left of" is never circular.

import Graphs

/// What is told, and how.
struct Telling: ~Copyable {
  /// A sentence: its template and its names in the order of mention, the same twice for one name.
  struct Sentence {
    var template: Int
    var first: Int
    var second: Int
  }

  /// The order that was asked for; nil for the mode's and family's own.
  let order: Family.SentenceOrder?
  /// Whether the edges in their order say it all.
  let isPlain: Bool
  /// Nodes without edges.
  let isolated: Int
  /// The phrasing of the row.
  var phrasing = 0
  /// The first of the nodes without edges; those before are the graph's.
  var firstIsolated = 0
  private(set) var count = 0
  private let table: SentenceTable
  private let isReversed: [Bool]
  private let introductions: [Int]
  private let mostDistractors: Int
  private var told = FixedStorage<UInt32>(count: 2304, repeating: 0)
  private var extras = FixedStorage<UInt32>(count: 128, repeating: 0)
  private var extraCount = 0

  init(_ surface: Surface, _ table: SentenceTable) {
    self.table = table
    order = surface.order
    isolated = surface.isolated
    mostDistractors = surface.distractors
    isReversed = table.templates.map(\.isReversed)
    introductions = table.entries.map(\.introduction)
    let only = table.entries[0]
    isPlain =
      table.entries.count == 1 && only.edges.count == 1 && !isReversed[only.edges.lowerBound]
      && surface.distractors == 0 && surface.isolated == 0
  }

  /// Whether telling the same edges again may come out otherwise.
  var isDrawn: Bool { order == nil || order == .shuffled || !isPlain }

  subscript(place: Int) -> Sentence {
    let code = Int(told[place])
    return Sentence(template: code >> 12, first: code >> 6 & 63, second: code & 63)
  }

  private func code(_ template: Int, _ x: Int, _ y: Int) -> UInt32 {
    let (first, second) = isReversed[template] ? (y, x) : (x, y)
    return UInt32(truncatingIfNeeded: template << 12 | first << 6 | second)
  }

  /// The template of the row's question.
  func template(of use: SentenceTemplate.Use) -> Int {
    // The questions follow the introduction in this order.
    let first = introductions[phrasing]
    switch use {
    case .pathQuestion: return first + 1
    case .separationQuestion: return first + 2
    default: return first + 3
    }
  }

  /// Makes the list from edges in their order.
  mutating func tell(_ edges: borrowing EdgeList, _ random: inout RowRandom) {
    let templates = table.entries[phrasing].edges
    drawExtras(edges, &random)
    count = 0
    var edge = 0
    var extra = 0
    while edge < edges.count || extra < extraCount {
      let left = edges.count - edge + extraCount - extra
      if extra < extraCount, random.below(left) < extraCount - extra {
        told[count] = extras[extra]
        extra += 1
      } else {
        let template =
          templates.lowerBound + (templates.count > 1 ? random.below(templates.count) : 0)
        told[count] = code(template, edges[edge].cause, edges[edge].effect)
        edge += 1
      }
      count += 1
    }
  }

  private mutating func drawExtras(_ edges: borrowing EdgeList, _ random: inout RowRandom) {
    extraCount = 0
    for node in firstIsolated..<firstIsolated + isolated {
      append(code(introductions[phrasing], node, node))
    }
    drawDistractors(edges, &random)
    var rest = extraCount
    while rest > 1 {
      let other = random.below(rest)
      rest -= 1
      (extras[rest], extras[other]) = (extras[other], extras[rest])
    }
  }

  private mutating func append(_ code: UInt32) {
    extras[extraCount] = code
    extraCount += 1
  }

  private mutating func drawDistractors(_ edges: borrowing EdgeList, _ random: inout RowRandom) {
    guard mostDistractors > 0 else { return }
    var nodes = NodeSet()
    for place in 0..<edges.count {
      nodes.insert(edges[place].cause)
      nodes.insert(edges[place].effect)
    }
    for node in firstIsolated..<firstIsolated + isolated { nodes.insert(node) }
    let salt = random.next()
    let first = extraCount
    for _ in 0..<random.below(mostDistractors + 1) {
      var x = nodes.node(rank: random.below(nodes.count))
      var y = nodes.node(rank: random.below(nodes.count))
      if mix(salt ^ UInt64(x)) > mix(salt ^ UInt64(y)) { swap(&x, &y) }
      let code = code(table.asides.lowerBound + random.below(table.asides.count), x, y)
      if x != y, isNew(code, from: first) { append(code) }
    }
  }

  // The two names are in one order in the row, so two codes that differ in the template only are alike.
  private func isNew(_ code: UInt32, from first: Int) -> Bool {
    for place in first..<extraCount where (extras[place] ^ code) & 0xFFF == 0 { return false }
    return true
  }
}

extension PairDrawer {
  /// Puts the edges in an order.
  mutating func arrange(_ order: Family.SentenceOrder, _ random: inout RowRandom) {
    switch order {
    case .forward: break
    case .reversed: drawer.edges.reverse()
    case .shuffled: drawer.edges.shuffle(&random)
    case .byCause: drawer.listByCause()
    }
  }

  /// Tells the edges in the order they have, and numbers the nodes by first mention.
  mutating func tell(_ random: inout RowRandom) {
    guard !telling.isPlain else { return rankNodes() }
    telling.tell(drawer.edges, &random)
    var seen = NodeSet()
    var next: UInt8 = 0
    for place in 0..<telling.count {
      let sentence = telling[place]
      if !seen.contains(sentence.first) {
        seen.insert(sentence.first)
        rank[sentence.first] = next
        next += 1
      }
      if !seen.contains(sentence.second) {
        seen.insert(sentence.second)
        rank[sentence.second] = next
        next += 1
      }
    }
    hashGraph(mentioned: seen)
  }
}
