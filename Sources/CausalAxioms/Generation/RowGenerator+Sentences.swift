// Sentences, questions and names as text, by templates.

import Graphs

extension RowGenerator {
  /// Appends a node's name.
  mutating func write(name node: Int) {
    write(ranked: Int(pair.rank[node]))
  }

  /// Appends the name of the node mentioned as the rank says.
  mutating func write(ranked rank: Int) {
    if isPooled { buffer.append(pooled[rank], of: pool) } else { write(drawn: rank) }
  }

  // A name of letters and digits.
  private mutating func write(drawn rank: Int) {
    let name = names[rank]
    buffer.append(word: name.low, length: min(name.length, 8))
    if name.length > 8 { buffer.append(word: name.high, length: name.length - 8) }
  }

  /// Whether a name stands before another in ASCII order; a list of names is sorted.
  func isOrdered(_ a: Int, _ b: Int) -> Bool {
    isPooled ? pooled[a] < pooled[b] : names.isOrdered(a, b)
  }

  /// Appends what the row tells.
  mutating func writeSentences() {
    guard pair.telling.isPlain else { return writeTold() }
    let first = templates.first(0)
    guard !isPooled, let before = templates.texts.short(first),
      let between = templates.texts.short(first + 1), let after = templates.texts.short(first + 2)
    else { return writeEdges(first) }
    // The paper's sentences: a word each, which saves a sixth of a row's time.
    for place in 0..<pair.drawer.edges.count {
      let edge = pair.drawer.edges[place]
      buffer.append(word: before.word, length: before.length)
      write(drawn: Int(pair.rank[edge.cause]))
      buffer.append(word: between.word, length: between.length)
      write(drawn: Int(pair.rank[edge.effect]))
      buffer.append(word: after.word, length: after.length)
    }
  }

  private mutating func writeEdges(_ first: Int) {
    for place in 0..<pair.drawer.edges.count {
      let edge = pair.drawer.edges[place]
      buffer.append(first, of: templates.texts)
      write(name: edge.cause)
      buffer.append(first + 1, of: templates.texts)
      write(name: edge.effect)
      buffer.append(first + 2, of: templates.texts)
    }
  }

  private mutating func writeTold() {
    for place in 0..<pair.telling.count {
      let sentence = pair.telling[place]
      let first = templates.first(sentence.template)
      buffer.append(first, of: templates.texts)
      write(name: sentence.first)
      buffer.append(first + 1, of: templates.texts)
      guard sentence.first != sentence.second else { continue }
      write(name: sentence.second)
      buffer.append(first + 2, of: templates.texts)
    }
  }

  /// Appends what the row asks.
  mutating func writeQuestion(_ query: PairQuery, isTransitivity: Bool) {
    let question: SentenceTemplate.Use =
      isTransitivity
      ? .pathQuestion : query.given.isEmpty ? .separationQuestion : .conditionalQuestion
    let template = pair.telling.template(of: question)
    var piece = templates.first(template)
    buffer.append(piece, of: templates.texts)
    while let slot = templates.slot(after: piece) {
      switch slot {
      case .x: write(name: query.x)
      case .y: write(name: query.y)
      case .z: write(given: query.given)
      }
      piece += 1
      buffer.append(piece, of: templates.texts)
    }
  }

  // Names in ASCII order.
  private mutating func write(given nodes: NodeSet) {
    var ranks = NodeSet()
    var given = nodes
    while let node = given.popFirst() { ranks.insert(Int(pair.rank[node])) }
    var isFirst = true
    while let next = leastName(of: ranks) {
      if !isFirst { buffer.append(", ") }
      isFirst = false
      write(ranked: next)
      ranks.remove(next)
    }
  }

  // The name of these that stands first.
  private func leastName(of ranks: NodeSet) -> Int? {
    var rest = ranks
    guard var least = rest.popFirst() else { return nil }
    while let next = rest.popFirst() {
      if isOrdered(next, least) { least = next }
    }
    return least
  }
}
