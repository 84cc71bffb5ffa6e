// Rules that answer without knowing the axiom. A set on which one of them scores well does not show
// that a model has learned the axiom; one that scores below chance leaks too, for its opposite
// scores well. Fitted rules (degree-threshold, condition-size, ignore-condition, majority) are fitted to the
// set itself, as a model would.

import Graphs

/// A rule of thumb.
public enum Shortcut: String, CaseIterable, Sendable {
  /// Yes when X is mentioned before Y.
  case firstMention = "first-mention"
  /// Yes when Y is mentioned before X.
  case reverseMention = "reverse-mention"
  /// Yes when X is a cause and Y an effect in some sentence.
  case role
  /// Yes when X causes Y is stated.
  case statedEdge = "stated-edge"
  /// Yes when X has more effects than Y.
  case outDegree = "out-degree"
  /// Yes when Y has more causes than X.
  case inDegree = "in-degree"
  /// Yes when X is on more edges than Y.
  case degree
  /// Yes from some number of edges out of X and into Y on, or below it, whichever fits the set
  /// best; for d-separation of edges at X and Y.
  case degreeThreshold = "degree-threshold"
  /// Yes when X has no cause or Y no effect.
  case ends
  /// Yes when an edge joins X and Y; for d-separation when none does.
  case adjacency
  /// d-separation answered as if nothing were given.
  case emptyCondition = "empty-condition"
  /// d-separation: the majority of the questions about the same premise and pair.
  case ignoreCondition = "ignore-condition"
  /// d-separation: the majority of the questions with as many nodes given.
  case conditionSize = "condition-size"
  /// Always the commoner label.
  case majority

  /// The rule's place among all; asked for every row and rule.
  var number: Int {
    switch self {
    case .firstMention: 0
    case .reverseMention: 1
    case .role: 2
    case .statedEdge: 3
    case .outDegree: 4
    case .inDegree: 5
    case .degree: 6
    case .degreeThreshold: 7
    case .ends: 8
    case .adjacency: 9
    case .emptyCondition: 10
    case .ignoreCondition: 11
    case .conditionSize: 12
    case .majority: 13
    }
  }
}

/// Scores of the rules, row by row.
struct ShortcutTally: Sendable {
  private var right = [Int](repeating: 0, count: Shortcut.allCases.count)
  private var asked = [Int](repeating: 0, count: Shortcut.allCases.count)
  private var pathDegrees = LabelTally()
  private var separationDegrees = LabelTally()
  private(set) var conditionSizes = LabelTally()
  private var groups = GroupTally()

  /// Scores a row whose text was read whole, against its stated label.
  mutating func add(_ reader: DemonstrationReader, _ label: Label, premise: UInt64) {
    guard let question = reader.question else { return }
    let (x, y, graph) = (question.x, question.y, reader.graph)
    score(.firstMention, x < y && x < reader.premiseNodes, label)
    score(.reverseMention, y < x && y < reader.premiseNodes, label)
    let (outX, outY) = (graph.outDegree(x), graph.outDegree(y))
    let (inX, inY) = (graph.inDegree(x), graph.inDegree(y))
    score(.role, outX > 0 && inY > 0, label)
    score(.statedEdge, graph.hasEdge(from: x, to: y), label)
    score(.outDegree, outX > outY, label)
    score(.inDegree, inY > inX, label)
    score(.degree, outX + inX > outY + inY, label)
    score(.ends, inX == 0 || outY == 0, label)
    score(.adjacency, graph.areAdjacent(x, y) == (question.axiom == .transitivity), label)
    switch question.axiom {
    case .transitivity: pathDegrees.add(outX + inY, label)
    case .separation:
      if x != y, !reader.has(.cyclicPremises) {
        score(.emptyCondition, graph.areSeparated(x, y), label)
      }
      separationDegrees.add(outX + inX + outY + inY, label)
      conditionSizes.add(question.given.count, label)
      let (low, high) = (min(x, y), max(x, y))
      groups.add(Fingerprint.mix(premise, UInt64(low) << 32 | UInt64(high)), label)
    }
  }

  private mutating func score(_ rule: Shortcut, _ says: Bool, _ label: Label) {
    let place = rule.number
    asked[place] += 1
    if says == (label == .yes) { right[place] += 1 }
  }

  /// Share of rows that a rule gets right; nil where it has nothing to say. The majority is the
  /// audit's, which counts rows that were not read too.
  func accuracy(_ rule: Shortcut) -> Double? {
    func share(_ right: Int, _ tallies: LabelTally...) -> Double? {
      let rows = tallies.reduce(0) { $0 + $1.entries.reduce(0) { $0 + $1.yes + $1.no } }
      return rows == 0 ? nil : Double(right) / Double(rows)
    }
    switch rule {
    case .degreeThreshold:
      return share(
        pathDegrees.bestByThreshold + separationDegrees.bestByThreshold, pathDegrees,
        separationDegrees)
    case .conditionSize: return share(conditionSizes.bestByNumber, conditionSizes)
    case .ignoreCondition: return groups.majority
    default:
      let place = rule.number
      guard asked[place] > 0 else { return nil }
      return Double(right[place]) / Double(asked[place])
    }
  }
}
