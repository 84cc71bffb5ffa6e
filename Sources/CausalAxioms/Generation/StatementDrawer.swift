// Draws an inference from statements: an instance of a rule, or a near miss with its counterexample.
//
// The graph is not told. Everything stated is true of it; for a near miss the conclusion is false of it.
// Further true statements may stand between the premises: they don't change either label, since what
// follows still follows, and the graph still is a counterexample.
//
// What can be seen without the rule (see StatementFeatures) is the same for both labels. Rows 2k and
// 2k + 1 have one shape; a near miss is an instance in which nodes of one statement, a premise or the
// conclusion, have changed places; and a row counts only when its other features are those of the rule's
// plain instance.

import Graphs

/// The statements of one row at a time; the last is the one asked about.
struct StatementDrawer: ~Copyable {
  private var items: [Statement] = []
  private var letters = [0, 0, 0]
  private(set) var mentioned = NodeSet()

  private static let tries = 40
  private static let extraTries = 12

  var count: Int { items.count }

  subscript(place: Int) -> Statement { items[place] }

  /// The row's features.
  var features: StatementFeatures { StatementFeatures(items.dropLast(), items[count - 1]) }

  /// Draws statements that are true of the graph, and a conclusion that follows by the rule, or is
  /// false of the graph; false when none was hit on.
  mutating func draw(
    _ rule: StatementRule, _ shape: StatementShape, isYes: Bool, in graph: borrowing SmallDAG,
    _ trails: inout TrailSearch, _ random: inout RowRandom
  ) -> Bool {
    for _ in 0..<Self.tries {
      let c = assign(shape.conditionSize, in: graph, &random)
      items.removeAll(keepingCapacity: true)
      for premise in rule.premises { items.append(instance(premise, c)) }
      let plain = items
      var conclusion = instance(rule.conclusion, c)
      if !isYes { miss(rule, &conclusion, in: graph, &random) }
      guard conclusion.holds(rule.relation, in: graph, &trails) == isYes else { continue }
      var isFit = true
      for item in items where isFit { isFit = item.holds(rule.relation, in: graph, &trails) }
      for _ in 0..<shape.extras where isFit {
        isFit = addExtra(plain, conclusion, rule.relation, in: graph, &trails, &random)
      }
      guard isFit else { continue }
      shuffle(&random)
      guard fits(rule, shape, StatementFeatures(items, conclusion)) else { continue }
      items.append(conclusion)
      mentioned = items.reduce(NodeSet()) { $0.union($1.nodes) }
      return true
    }
    return false
  }

  private func fits(
    _ rule: StatementRule, _ shape: StatementShape, _ features: StatementFeatures
  ) -> Bool {
    features.isInOnePremise == rule.isInOnePremise && features.hasSides == rule.hasSides
      && features.hasSidesExchanged == rule.hasSidesExchanged
      && features.isLeftFirst == shape.isLeftFirst
      && features.nodes == shape.nodes ?? features.nodes
  }

  // Changes one statement.
  private mutating func miss(
    _ rule: StatementRule, _ conclusion: inout Statement, in graph: borrowing SmallDAG,
    _ random: inout RowRandom
  ) {
    if rule.hasSides || rule.hasSidesExchanged {
      // The sides stay, and a node of the condition is replaced.
      let sides = conclusion.left.union(conclusion.right)
      let old = conclusion.given.node(rank: random.below(conclusion.given.count))
      let others = graph.nodes.subtracting(sides).subtracting(conclusion.given)
      guard !others.isEmpty else { return }
      exchange(old, others.node(rank: random.below(others.count)), in: &conclusion)
    } else if random.below(2) == 0 {
      exchangeAny(&conclusion, in: graph, &random)
    } else {
      let place = random.below(items.count)
      var premise = items[place]
      exchangeAny(&premise, in: graph, &random)
      items[place] = premise
    }
  }

  // Lets a node of the statement and any other change places, once or twice.
  private func exchangeAny(
    _ statement: inout Statement, in graph: borrowing SmallDAG, _ random: inout RowRandom
  ) {
    for _ in 0...random.below(2) {
      let nodes = statement.nodes
      let node = nodes.node(rank: random.below(nodes.count))
      exchange(node, random.below(graph.count), in: &statement)
    }
  }

  private func exchange(_ a: Int, _ b: Int, in statement: inout Statement) {
    func exchanged(_ set: NodeSet) -> NodeSet {
      guard set.contains(a) != set.contains(b) else { return set }
      return NodeSet(bits: set.bits ^ NodeSet(a).bits ^ NodeSet(b).bits)
    }
    statement.left = exchanged(statement.left)
    statement.right = exchanged(statement.right)
    statement.given = exchanged(statement.given)
  }

  // Gives the letters different nodes and returns the set C, of others.
  private mutating func assign(
    _ size: Int, in graph: borrowing SmallDAG, _ random: inout RowRandom
  ) -> NodeSet {
    var used = NodeSet()
    for letter in letters.indices {
      letters[letter] = drawNew(&used, graph.count, &random)
    }
    var c = NodeSet()
    for _ in 0..<size { c.insert(drawNew(&used, graph.count, &random)) }
    return c
  }

  private func drawNew(_ used: inout NodeSet, _ count: Int, _ random: inout RowRandom) -> Int {
    var node = random.below(count)
    while used.contains(node) { node = random.below(count) }
    used.insert(node)
    return node
  }

  private func instance(_ pattern: StatementRule.Pattern, _ c: NodeSet) -> Statement {
    pattern.instance { letters[$0] }.adding(c)
  }

  // A statement of a premise's form that is true too: over the conclusion's nodes as far as they go, or
  // with nodes of the premise exchanged.
  private mutating func addExtra(
    _ plain: [Statement], _ conclusion: Statement, _ relation: StatementRelation,
    in graph: borrowing SmallDAG, _ trails: inout TrailSearch, _ random: inout RowRandom
  ) -> Bool {
    for _ in 0..<Self.extraTries {
      var statement = plain[random.below(plain.count)]
      if random.below(2) == 0 {
        exchangeAny(&statement, in: graph, &random)
      } else {
        statement = arrangement(of: conclusion.nodes, like: statement, graph.count, &random)
      }
      guard statement != conclusion, !items.contains(statement),
        statement.holds(relation, in: graph, &trails)
      else { continue }
      items.append(statement)
      return true
    }
    return false
  }

  private func arrangement(
    of nodes: NodeSet, like statement: Statement, _ count: Int, _ random: inout RowRandom
  ) -> Statement {
    var rest = nodes
    var used = NodeSet()
    func draw(_ size: Int, _ random: inout RowRandom) -> NodeSet {
      var set = NodeSet()
      for _ in 0..<size {
        guard !rest.isEmpty else {
          set.insert(drawNew(&used, count, &random))
          continue
        }
        let node = rest.node(rank: random.below(rest.count))
        rest.remove(node)
        used.insert(node)
        set.insert(node)
      }
      return set
    }
    return Statement(
      left: draw(statement.left.count, &random), right: draw(statement.right.count, &random),
      given: draw(statement.given.count, &random), isDenied: statement.isDenied)
  }

  private mutating func shuffle(_ random: inout RowRandom) {
    for rest in stride(from: count, to: 1, by: -1) { items.swapAt(rest - 1, random.below(rest)) }
  }
}
