// Finds which shapes rows of statements can have, by drawing the same few hundred graphs in every run.
//
// A shape is what the twins 2k and 2k + 1 have alike: statements, size of C, which side is mentioned first,
// how many nodes the statements name and how many the whole. Not all shapes exist for both labels: with
// one premise and no further statement, I(A, BD | C) gives whatever is asked over the same nodes and
// sides. And a split may own none of the few canonical forms of a small shape.

import Graphs

/// What a row of statements shares with its twin.
struct StatementShape: Sendable, Hashable {
  /// Statements beside the premises.
  var extras: Int
  /// Nodes of C.
  var conditionSize: Int
  /// Whether the question's left side is mentioned first, where the rule leaves a choice.
  var isLeftFirst: Bool
  /// Nodes named before the question, and in all; any number when nil.
  var nodes: StatementNodes?
}

/// How many nodes are named.
struct StatementNodes: Sendable, Hashable {
  var before: Int
  var all: Int
}

/// The shapes of one family and size, and how often each is drawn: as often as the rarer label meets it.
struct StatementShapes: Sendable {
  private var shapes: [StatementShape] = []
  private var upTo: [Int] = []

  /// Graphs of the sample that must have a shape.
  private static let least = 2

  /// The shapes of a rule over graphs of a size; those of a split only, when one is named.
  init(_ family: Family, _ rule: StatementRule, size: Int, split: Split?) {
    var sum = 0
    for conditionSize in 0...2 {
      for extras in 0...2 {
        for isLeftFirst in rule.isLeftFirst.map({ [$0] }) ?? [true, false] {
          let shape = StatementShape(
            extras: extras, conditionSize: conditionSize, isLeftFirst: isLeftFirst)
          let no = Self.met(shape, isYes: false, family, rule, size, split)
          if no.isEmpty { continue }
          let yes = Self.met(shape, isYes: true, family, rule, size, split)
          let sorted = yes.sorted {
            ($0.key.before, $0.key.all) < ($1.key.before, $1.key.all)
          }
          for (nodes, count) in sorted {
            let rarer = min(count, no[nodes] ?? 0)
            guard rarer >= Self.least else { continue }
            sum += rarer
            shapes.append(shape.with(nodes))
            upTo.append(sum)
          }
        }
      }
    }
  }

  /// Whether there is none.
  var isEmpty: Bool { shapes.isEmpty }

  /// The shape at a place from 0 up to 1.
  func pick(_ place: Double) -> StatementShape {
    let drawn = Int(place * Double(upTo[upTo.count - 1]))
    return shapes[upTo.firstIndex { $0 > drawn }!]
  }

  private static func met(
    _ shape: StatementShape, isYes: Bool, _ family: Family, _ rule: StatementRule, _ size: Int,
    _ split: Split?
  ) -> [StatementNodes: Int] {
    var counts: [StatementNodes: Int] = [:]
    var pair = PairDrawer()
    var statements = StatementDrawer()
    // A small split owns few forms, so that it takes more graphs to meet them.
    for sample in 0..<(split == nil || split == .train ? 256 : 1024) {
      var random = RowRandom(
        seed: 0, split: split ?? .train, family: family.code, purpose: .pilot,
        index: size << 16 | sample)
      guard pair.drawer.draw(family.shape, nodes: size, covers: false, &random),
        statements.draw(rule, shape, isYes: isYes, in: pair.drawer.graph, &pair.trails, &random)
      else { continue }
      pair.hash(statements)
      if let split, Split(formHash: pair.formHash) != split { continue }
      counts[statements.features.nodes, default: 0] += 1
    }
    return counts
  }
}

extension StatementShape {
  fileprivate func with(_ nodes: StatementNodes) -> StatementShape {
    var shape = self
    shape.nodes = nodes
    return shape
  }
}
