// Named shortcuts: rules that answer without the axiom, scored for the manifest.
//
// A set on which one of them scores far from 50 % does not test the axiom.

import Graphs

/// A rule that answers without the axiom.
enum ShortcutRule: String, CaseIterable {
  /// Yes if X is mentioned before Y.
  case firstMention = "first-mention"
  /// Yes if the edge X -> Y is stated.
  case statedEdge = "stated-edge"
  /// Yes if X occurs as a cause and Y as an effect.
  case role
  /// Yes if X has more effects than Y.
  case outDegree = "out-degree"
  /// Yes if Y has more causes than X.
  case inDegree = "in-degree"
  /// Yes if X is on more edges than Y.
  case degree
  /// Yes if X has no cause or Y no effect.
  case ends
  /// Yes if there is an edge between X and Y; for d-separation, if there is none.
  case adjacency
  /// d-separation: Yes if X and Y are d-separated given nothing.
  case ignoreCondition = "ignore-the-condition"
  /// Always Yes.
  case majority

  /// Whether the rule says something about an axiom.
  func applies(to axiom: Family.Axiom) -> Bool {
    switch (self, axiom) {
    case (.majority, _): true
    case (_, .rule): false
    case (.ignoreCondition, .dSeparation(let isEmpty)): !isEmpty
    case (.ignoreCondition, _): false
    default: true
    }
  }

  /// What every rule would answer, one bit each, in the order of the cases.
  static func predictions(
    for query: PairQuery, isTransitivity: Bool, _ pair: borrowing PairDrawer
  ) -> UInt32 {
    let (x, y) = (query.x, query.y)
    let effects = (pair.drawer.graph.children(x), pair.drawer.graph.children(y))
    let causes = (pair.drawer.graph.parents(x), pair.drawer.graph.parents(y))
    let isAdjacent = effects.0.contains(y) || effects.1.contains(x)
    var answers: UInt32 = 0
    func answer(_ rule: ShortcutRule, _ isYes: Bool, _ answers: inout UInt32) {
      if isYes { answers |= 1 << rule.number }
    }
    answer(.firstMention, pair.rank[x] < pair.rank[y], &answers)
    answer(.statedEdge, effects.0.contains(y), &answers)
    answer(.role, !effects.0.isEmpty && !causes.1.isEmpty, &answers)
    answer(.outDegree, effects.0.count > effects.1.count, &answers)
    answer(.inDegree, causes.1.count > causes.0.count, &answers)
    answer(.degree, effects.0.count + causes.0.count > effects.1.count + causes.1.count, &answers)
    answer(.ends, causes.0.isEmpty || effects.1.isEmpty, &answers)
    answer(.adjacency, isAdjacent == isTransitivity, &answers)
    if !isTransitivity {
      let open = pair.drawer.graph.descendants(of: pair.drawer.graph.ancestors(of: NodeSet(x)))
      answer(.ignoreCondition, !open.contains(y), &answers)
    }
    answer(.majority, true, &answers)
    return answers
  }

  var number: UInt32 { UInt32(Self.allCases.firstIndex(of: self)!) }
}
