// What a rule of thumb could look at in a row about statements, for the generator, which keeps it alike
// for both labels, and for the audit, which scores what is left.

import Graphs

/// Features of one row.
struct StatementFeatures: Equatable, Sendable {
  /// Statements, the one asked about not among them.
  var statements: Int
  /// Nodes of the question's condition.
  var condition: Int
  /// Nodes of the question's sides.
  var left: Int
  var right: Int
  /// Nodes named, before the question and in all.
  var nodes: StatementNodes
  /// A node of the question's left side is mentioned before those of the right.
  var isLeftFirst: Bool
  /// All nodes of the question occur in one statement.
  var isInOnePremise = false
  /// A statement's sides hold the question's sides, in their order, whatever the condition.
  var hasSides = false
  /// A statement's sides hold the question's sides exchanged, whatever the condition.
  var hasSidesExchanged = false
  /// A statement says that there is a path, or the question does.
  var isDenial = false

  /// The features of statements; nodes are in the order of first mention, or every set is written in
  /// the order of its nodes.
  init(_ premises: some Collection<Statement>, _ conclusion: Statement) {
    statements = premises.count
    condition = conclusion.given.count
    left = conclusion.left.count
    right = conclusion.right.count
    let before = premises.reduce(NodeSet()) { $0.union($1.nodes) }
    nodes = StatementNodes(before: before.count, all: before.union(conclusion.nodes).count)
    isLeftFirst = Self.isLeftFirst(premises, conclusion)
    isDenial = conclusion.isDenied
    let asked = conclusion.nodes
    for premise in premises {
      if asked.subtracting(premise.nodes).isEmpty { isInOnePremise = true }
      if premise.isDenied { isDenial = true }
      if conclusion.left.subtracting(premise.left).isEmpty,
        conclusion.right.subtracting(premise.right).isEmpty
      {
        hasSides = true
      }
      if conclusion.left.subtracting(premise.right).isEmpty,
        conclusion.right.subtracting(premise.left).isEmpty
      {
        hasSidesExchanged = true
      }
    }
  }

  private static func isLeftFirst(
    _ premises: some Collection<Statement>, _ conclusion: Statement
  ) -> Bool {
    let sides = conclusion.left.union(conclusion.right)
    for premise in premises {
      for set in [premise.left, premise.right, premise.given] {
        var met = set.intersection(sides)
        if let first = met.popFirst() { return conclusion.left.contains(first) }
      }
    }
    return true
  }
}
