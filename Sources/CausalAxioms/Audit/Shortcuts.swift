// Rules that answer without knowing the axiom. A set on which one of them scores well does not show
// that a model has learned the axiom; one that scores below chance leaks too, for its opposite
// scores well. Fitted rules (degree-threshold, condition-size, statement-count, conclusion-size,
// node-count, ignore-condition, majority) are fitted to the set itself, as a model would. Manifests of generated
// sets score the same rules under the same names.

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
  /// d-separation answered as if nothing were given; where nothing is, that is the question itself.
  case emptyCondition = "empty-condition"
  /// d-separation: the majority of the questions about the same premise and pair.
  case ignoreCondition = "ignore-condition"
  /// The majority of the questions with as many nodes given.
  case conditionSize = "condition-size"
  /// Statements: the majority of the rows with as many of them.
  case statementCount = "statement-count"
  /// Statements: the majority of the questions with sides of as many nodes.
  case conclusionSize = "conclusion-size"
  /// Statements: the majority of the rows that name as many nodes before the question and in all.
  case nodeCount = "node-count"
  /// Statements: Yes when all nodes of the question occur in one of them.
  case onePremise = "one-premise"
  /// Statements: Yes when the sides of one hold those of the question, whatever the condition.
  case statedSides = "stated-sides"
  /// Statements: Yes when they do with the question's sides exchanged.
  case exchangedSides = "exchanged-sides"
  /// Statements: Yes when one says that there is a path.
  case denial
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
    case .statementCount: 13
    case .conclusionSize: 14
    case .nodeCount: 15
    case .onePremise: 16
    case .statedSides: 17
    case .exchangedSides: 18
    case .denial: 19
    case .majority: 20
    }
  }

  /// Whether the rule is about statements and nothing else.
  var isAboutStatements: Bool {
    switch self {
    case .statementCount, .conclusionSize, .nodeCount, .onePremise, .statedSides, .exchangedSides,
      .denial:
      true
    default: false
    }
  }

  /// What a rule that is not fitted says about statements; nil for the others.
  func answer(_ features: StatementFeatures) -> Bool? {
    switch self {
    case .firstMention: features.isLeftFirst
    case .reverseMention: !features.isLeftFirst
    case .onePremise: features.isInOnePremise
    case .statedSides: features.hasSides
    case .exchangedSides: features.hasSidesExchanged
    case .denial: features.isDenial
    default: nil
    }
  }
}

/// Scores of the rules, row by row.
struct ShortcutTally: Sendable {
  private var right = [Int](repeating: 0, count: Shortcut.allCases.count)
  private var asked = [Int](repeating: 0, count: Shortcut.allCases.count)
  private(set) var fitted = FittedTallies()
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
    case .transitivity: fitted.add(FittedNumbers(pathDegrees: outX + inY), label)
    case .separation:
      if x != y, !reader.has(.cyclicPremises) {
        score(.emptyCondition, graph.areSeparated(x, y), label)
      }
      fitted.add(
        FittedNumbers(
          condition: question.given.count, separationDegrees: outX + inX + outY + inY), label)
      let (low, high) = (min(x, y), max(x, y))
      groups.add(Fingerprint.mix(premise, UInt64(low) << 32 | UInt64(high)), label)
    }
  }

  /// Scores a row about statements.
  mutating func add(_ features: StatementFeatures, _ label: Label) {
    for rule in Shortcut.allCases {
      if let says = rule.answer(features) { score(rule, says, label) }
    }
    fitted.add(Shortcut.numbers(features), label)
  }

  private mutating func score(_ rule: Shortcut, _ says: Bool, _ label: Label) {
    let place = rule.number
    asked[place] += 1
    if says == (label == .yes) { right[place] += 1 }
  }

  /// Share of rows that a rule gets right; nil where it has nothing to say. The majority is the
  /// audit's, which counts rows that were not read too.
  func accuracy(_ rule: Shortcut) -> Double? {
    if let fitted = fitted.accuracy(rule) { return fitted }
    if rule == .ignoreCondition { return groups.majority }
    if rule == .emptyCondition, !fitted.hasConditions { return nil }
    let place = rule.number
    guard asked[place] > 0 else { return nil }
    return Double(right[place]) / Double(asked[place])
  }
}
