// What the shortcuts say about a generated row, for the manifest. Names and meaning are the audit's; the
// majority among questions about the same premise (`ignore-condition`) needs all rows and is scored there
// alone.

import Graphs

extension Shortcut {
  /// Rules that the manifest scores by one bit a row.
  static let generated: [Shortcut] = allCases.filter { rule in
    switch rule {
    case .degreeThreshold, .ignoreCondition, .conditionSize, .statementCount, .conclusionSize,
      .nodeCount:
      false
    default: true
    }
  }

  /// Whether the rule says something about an axiom.
  func applies(to axiom: Family.Axiom) -> Bool {
    switch (self, axiom) {
    case (.majority, _), (.firstMention, _), (.reverseMention, _): true
    case (_, .rule): isAboutStatements
    case (.emptyCondition, .dSeparation(let isEmpty)): !isEmpty
    case (.emptyCondition, _): false
    default: !isAboutStatements
    }
  }

  /// What every rule would answer, bit i for the rule numbered i.
  static func predictions(
    for query: PairQuery, isTransitivity: Bool, _ pair: borrowing PairDrawer
  ) -> UInt32 {
    let (x, y) = (query.x, query.y)
    let effects = (pair.drawer.graph.children(x), pair.drawer.graph.children(y))
    let causes = (pair.drawer.graph.parents(x), pair.drawer.graph.parents(y))
    let isAdjacent = effects.0.contains(y) || effects.1.contains(x)
    var answers: UInt32 = 0
    answers.set(.firstMention, pair.rank[x] < pair.rank[y])
    answers.set(.reverseMention, pair.rank[y] < pair.rank[x])
    answers.set(.statedEdge, effects.0.contains(y))
    answers.set(.role, !effects.0.isEmpty && !causes.1.isEmpty)
    answers.set(.outDegree, effects.0.count > effects.1.count)
    answers.set(.inDegree, causes.1.count > causes.0.count)
    answers.set(.degree, effects.0.count + causes.0.count > effects.1.count + causes.1.count)
    answers.set(.ends, causes.0.isEmpty || effects.1.isEmpty)
    answers.set(.adjacency, isAdjacent == isTransitivity)
    if !isTransitivity {
      let open = pair.drawer.graph.descendants(of: pair.drawer.graph.ancestors(of: NodeSet(x)))
      answers.set(.emptyCondition, !open.contains(y))
    }
    answers.set(.majority, true)
    return answers
  }

  /// What every rule would answer about statements.
  static func predictions(_ features: StatementFeatures) -> UInt32 {
    var answers: UInt32 = 0
    for rule in allCases {
      if let isYes = rule.answer(features) { answers.set(rule, isYes) }
    }
    answers.set(.majority, true)
    return answers
  }

  /// What the fitted rules look at.
  static func numbers(
    for query: PairQuery, isTransitivity: Bool, _ pair: borrowing PairDrawer
  ) -> FittedNumbers {
    let (x, y) = (query.x, query.y)
    let out = pair.drawer.graph.children(x).count
    let into = pair.drawer.graph.parents(y).count
    guard !isTransitivity else { return FittedNumbers(pathDegrees: out + into) }
    let others = pair.drawer.graph.parents(x).count + pair.drawer.graph.children(y).count
    return FittedNumbers(condition: query.given.count, separationDegrees: out + into + others)
  }

  /// What the fitted rules look at in statements.
  static func numbers(_ features: StatementFeatures) -> FittedNumbers {
    FittedNumbers(
      condition: features.condition, statements: features.statements,
      conclusion: features.left << 6 | features.right,
      nodes: features.nodes.before << 6 | features.nodes.all)
  }
}

extension UInt32 {
  fileprivate mutating func set(_ rule: Shortcut, _ isYes: Bool) {
    if isYes { self |= 1 << UInt32(rule.number) }
  }
}
