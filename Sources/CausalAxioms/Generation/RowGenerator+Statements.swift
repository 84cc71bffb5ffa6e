// The text, label and witness of rows about what follows from statements.
//
//   A and {B, D} are d-separated given {C}. ... Does it follow that A and B are d-separated given {C}?
//   Every causal path from A to B goes through {C}. ... Does it follow that ...?
//
// Sets stand in the order in which their nodes are numbered, which says nothing, so that the order of
// first mention does not depend on the names. The witness of Yes is the rule; of No, the edges of a graph
// in which everything stated is true and what is asked is not.

import Graphs

extension RowGenerator {
  mutating func writeStatements(
    _ rule: StatementRule, _ place: RowPlace, _ random: inout RowRandom
  ) -> RowFacts {
    drawNames(pair.drawer.graph.count, mentioned: statements.mentioned.count, place, &random)
    buffer.reserve(256 * sentenceBytes + pair.drawer.edges.count * sentenceBytes)
    openLine(place)
    let last = statements.count - 1
    for number in 0..<last {
      write(statements[number], rule.relation, isSentence: true)
      buffer.append(". ")
    }
    buffer.append("Does it follow that ")
    write(statements[last], rule.relation, isSentence: false)
    buffer.append("?")
    if writeAnswer(place) {
      buffer.append(UInt64(statements.mentioned.count))
      buffer.append(",\"edges\":")
      buffer.append(UInt64(pair.drawer.edges.count))
      buffer.append(",\"hops\":0,\"graph\":\"")
      buffer.append(hexadecimal: pair.formHash)
      buffer.append("\",\"witness\":{")
      writeWitness(place, rule)
      buffer.append("}")
      closeMetadata(place)
    }
    guard wantsFacts else { return RowFacts() }
    let features = statements.features
    return RowFacts(
      isYes: place.isYes, nodes: statements.mentioned.count, hops: 0, graph: pair.formHash,
      form: pair.formHash, shortcuts: Shortcut.predictions(features),
      numbers: Shortcut.numbers(features))
  }

  mutating func drawStatements(
    _ rule: StatementRule, _ shape: StatementShape, _ place: RowPlace, _ random: inout RowRandom
  ) {
    let family = plan.parts[place.part].family
    let settings = plan.settings
    repeat {
      repeat {
        repeat {
        } while !pair.drawer.draw(family.shape, nodes: place.size, covers: false, &random)
      } while !statements.draw(
        rule, shape, isYes: place.isYes, in: pair.drawer.graph, &pair.trails, &random)
      pair.hash(statements)
    } while settings.mode == .hardened && Split(formHash: pair.formHash) != settings.split
  }

  private mutating func writeWitness(_ place: RowPlace, _ rule: StatementRule) {
    guard !place.isYes else {
      buffer.append("\"rule\":\"")
      buffer.append(Array(rule.name.utf8))
      buffer.append("\"")
      return
    }
    buffer.append("\"counterexample\":[")
    for number in 0..<pair.drawer.edges.count {
      let edge = pair.drawer.edges[number]
      if number > 0 { buffer.append(",") }
      buffer.append("[\"")
      write(name: edge.cause)
      buffer.append("\",\"")
      write(name: edge.effect)
      buffer.append("\"]")
    }
    buffer.append("]")
  }

  private mutating func write(
    _ statement: Statement, _ relation: StatementRelation, isSentence: Bool
  ) {
    switch relation {
    case .separated:
      write(set: statement.left, alwaysBraces: false)
      buffer.append(" and ")
      write(set: statement.right, alwaysBraces: false)
      buffer.append(" are d-separated")
      guard !statement.given.isEmpty else { return }
      buffer.append(" given ")
      write(set: statement.given, alwaysBraces: true)
    case .intercepted:
      let isFree = statement.given.isEmpty
      switch (isFree, statement.isDenied) {
      case (true, true): writeWord(isSentence, "There is a")
      case (true, false): writeWord(isSentence, "There is no")
      case (false, true): writeWord(isSentence, "Some")
      case (false, false): writeWord(isSentence, "Every")
      }
      buffer.append(" causal path from ")
      write(set: statement.left, alwaysBraces: false)
      buffer.append(" to ")
      write(set: statement.right, alwaysBraces: false)
      guard !isFree else { return }
      if statement.isDenied { buffer.append(" avoids ") } else { buffer.append(" goes through ") }
      write(set: statement.given, alwaysBraces: true)
    }
  }

  private mutating func writeWord(_ isSentence: Bool, _ words: StaticString) {
    let start = buffer.count
    buffer.append(words)
    if !isSentence { buffer.lowerCase(at: start) }
  }

  private mutating func write(set: NodeSet, alwaysBraces: Bool) {
    let hasBraces = alwaysBraces || set.count > 1
    if hasBraces { buffer.append("{") }
    var rest = set
    var isFirst = true
    while let node = rest.popFirst() {
      if !isFirst { buffer.append(", ") }
      isFirst = false
      write(name: node)
    }
    if hasBraces { buffer.append("}") }
  }
}

extension PairDrawer {
  /// Numbers the nodes by first mention in statements, those not mentioned last, and hashes the form.
  mutating func hash(_ statements: borrowing StatementDrawer) {
    var seen = NodeSet()
    var next: UInt8 = 0
    func number(_ set: NodeSet, _ pair: inout PairDrawer) -> UInt64 {
      var ranks = NodeSet()
      var rest = set
      while let node = rest.popFirst() {
        if !seen.contains(node) {
          seen.insert(node)
          pair.rank[node] = next
          next += 1
        }
        ranks.insert(Int(pair.rank[node]))
      }
      return ranks.bits
    }
    var hash: UInt64 = UInt64(statements.count)
    for place in 0..<statements.count {
      let statement = statements[place]
      for set in [statement.left, statement.right, statement.given] {
        hash = mix(hash ^ number(set, &self) &* 0x9e37_79b9_7f4a_7c15)
      }
      if statement.isDenied { hash = mix(hash ^ 1) }
    }
    _ = number(drawer.graph.nodes, &self)
    setForm(hash)
  }
}
