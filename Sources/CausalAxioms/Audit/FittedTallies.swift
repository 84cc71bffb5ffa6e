// Rules of thumb that are fitted to the set, as a model would fit them: each looks at one number, and
// says the commoner label among the rows that share it, or Yes from some number on.

/// What fitted rules look at in a row; nil where one has nothing to say.
struct FittedNumbers: Sendable {
  var pathDegrees: Int?
  var condition: Int?
  var separationDegrees: Int?
  var statements: Int?
  var conclusion: Int?
  var nodes: Int?

  init(
    pathDegrees: Int? = nil, condition: Int? = nil, separationDegrees: Int? = nil,
    statements: Int? = nil, conclusion: Int? = nil, nodes: Int? = nil
  ) {
    self.pathDegrees = pathDegrees
    self.condition = condition
    self.separationDegrees = separationDegrees
    self.statements = statements
    self.conclusion = conclusion
    self.nodes = nodes
  }
}

/// Labels by those numbers.
struct FittedTallies: Sendable {
  private(set) var conditions = LabelTally()
  private var pathDegrees = LabelTally()
  private var separationDegrees = LabelTally()
  private var statements = LabelTally()
  private var conclusions = LabelTally()
  private var nodes = LabelTally()

  mutating func add(_ numbers: FittedNumbers, _ label: Label) {
    if let number = numbers.pathDegrees { pathDegrees.add(number, label) }
    if let number = numbers.separationDegrees { separationDegrees.add(number, label) }
    if let number = numbers.condition { conditions.add(number, label) }
    if let number = numbers.statements { statements.add(number, label) }
    if let number = numbers.conclusion { conclusions.add(number, label) }
    if let number = numbers.nodes { nodes.add(number, label) }
  }

  mutating func add(_ other: FittedTallies) {
    pathDegrees.add(other.pathDegrees)
    separationDegrees.add(other.separationDegrees)
    conditions.add(other.conditions)
    statements.add(other.statements)
    conclusions.add(other.conclusions)
    nodes.add(other.nodes)
  }

  /// Whether some row has a condition.
  var hasConditions: Bool { conditions.entries.contains { $0.number > 0 } }

  /// Share of rows that a fitted rule gets right; nil where it has nothing to say, or is none.
  func accuracy(_ rule: Shortcut) -> Double? {
    switch rule {
    case .degreeThreshold:
      Self.share(
        pathDegrees.bestByThreshold + separationDegrees.bestByThreshold,
        pathDegrees.count + separationDegrees.count)
    case .conditionSize:
      hasConditions ? Self.share(conditions.bestByNumber, conditions.count) : nil
    case .statementCount: Self.share(statements.bestByNumber, statements.count)
    case .conclusionSize: Self.share(conclusions.bestByNumber, conclusions.count)
    case .nodeCount: Self.share(nodes.bestByNumber, nodes.count)
    default: nil
    }
  }

  private static func share(_ right: Int, _ rows: Int) -> Double? {
    rows == 0 ? nil : Double(right) / Double(rows)
  }
}
