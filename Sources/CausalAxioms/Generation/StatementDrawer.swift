// Draws an inference from statements: a valid one, or a near miss with its counterexample.
//
// The graph is not told. Everything stated is true of it; for a near miss the conclusion is false of it.
// Further true statements may stand between the premises: they don't change either label, since what
// follows still follows, and the graph still is a counterexample.

import Graphs

/// A statement about a graph's nodes.
struct Statement: Sendable, Equatable, BitwiseCopyable {
  var left: NodeSet
  var right: NodeSet
  var given: NodeSet
  var isDenied = false

  /// Whether the graph is as stated.
  func holds(
    _ relation: StatementRule.Relation, in graph: borrowing SmallDAG, _ trails: inout TrailSearch
  ) -> Bool {
    var isTrue = true
    switch relation {
    case .separated:
      var rest = left
      while isTrue, let node = rest.popFirst() {
        trails.run(from: node, given: given, in: graph)
        isTrue = trails.connected.intersection(right).isEmpty
      }
    case .intercepted:
      var reached = left
      var frontier = left
      while let node = frontier.popFirst() {
        let new = graph.children(node).subtracting(reached).subtracting(given)
        reached.formUnion(new)
        frontier.formUnion(new)
      }
      isTrue = reached.intersection(right).isEmpty
    }
    return isTrue != isDenied
  }
}

/// The statements of one row at a time; the last is the one asked about.
struct StatementDrawer: ~Copyable {
  /// Room for two premises, two more statements and the conclusion.
  private(set) var count = 0
  private var items = FixedStorage<Statement>(
    count: 5, repeating: Statement(left: NodeSet(), right: NodeSet(), given: NodeSet()))
  private var letters = FixedStorage<Int>(count: 3, repeating: 0)
  private(set) var mentioned = NodeSet()

  subscript(place: Int) -> Statement { items[place] }

  private static let assignmentTries = 12

  /// Draws statements that are true of the graph, and a conclusion that follows by the rule, or is
  /// false of the graph; false when none was hit on.
  mutating func draw(
    _ rule: StatementRule, isYes: Bool, in graph: borrowing SmallDAG, _ trails: inout TrailSearch,
    _ random: inout RowRandom
  ) -> Bool {
    let inference =
      isYes ? rule.valid : rule.nearMisses[random.below(rule.nearMisses.count)]
    for _ in 0..<Self.assignmentTries {
      let c = assign(in: graph, &random)
      count = 0
      var isFit = true
      for premise in inference.premises where isFit {
        items[count] = instance(premise, c)
        isFit = items[count].holds(rule.relation, in: graph, &trails)
        count += 1
      }
      let conclusion = instance(inference.conclusion, c)
      guard isFit, conclusion.holds(rule.relation, in: graph, &trails) == isYes else { continue }
      addTrue(random.below(3), rule.relation, conclusion, in: graph, &trails, &random)
      shuffle(&random)
      items[count] = conclusion
      count += 1
      mentioned = NodeSet()
      for place in 0..<count {
        mentioned.formUnion(items[place].left.union(items[place].right).union(items[place].given))
      }
      if mentioned.count >= 3 { return true }
    }
    return false
  }

  // Gives the letters different nodes and returns the set C, of at most two others.
  private mutating func assign(
    in graph: borrowing SmallDAG, _ random: inout RowRandom
  ) -> NodeSet {
    var used = NodeSet()
    for letter in 0..<3 {
      var node = random.below(graph.count)
      while used.contains(node) { node = random.below(graph.count) }
      used.insert(node)
      letters[letter] = node
    }
    var c = NodeSet()
    for _ in 0..<random.below(3) {
      let node = random.below(graph.count)
      if !used.contains(node) { c.insert(node) }
    }
    return c
  }

  private func instance(_ pattern: StatementRule.Pattern, _ c: NodeSet) -> Statement {
    var statement = Statement(
      left: set(pattern.left), right: set(pattern.right), given: set(pattern.given))
    if pattern.hasC { statement.given.formUnion(c) }
    statement.isDenied = pattern.isDenied
    return statement
  }

  private func set(_ letters: [Int]) -> NodeSet {
    var set = NodeSet()
    for letter in letters { set.insert(self.letters[letter]) }
    return set
  }

  private mutating func addTrue(
    _ wanted: Int, _ relation: StatementRule.Relation, _ conclusion: Statement,
    in graph: borrowing SmallDAG, _ trails: inout TrailSearch, _ random: inout RowRandom
  ) {
    for _ in 0..<wanted {
      let x = random.below(graph.count)
      let y = random.below(graph.count)
      let z = random.below(graph.count)
      guard x != y else { continue }
      var statement = Statement(left: NodeSet(x), right: NodeSet(y), given: NodeSet())
      if z != x, z != y { statement.given.insert(z) }
      guard statement != conclusion, statement.holds(relation, in: graph, &trails) else { continue }
      var isNew = true
      for place in 0..<count where items[place] == statement { isNew = false }
      guard isNew else { continue }
      items[count] = statement
      count += 1
    }
  }

  private mutating func shuffle(_ random: inout RowRandom) {
    for rest in stride(from: count, to: 1, by: -1) {
      let other = random.below(rest)
      (items[rest - 1], items[other]) = (items[other], items[rest - 1])
    }
  }
}
