// Named shortcuts for rows of a program: rules that answer without its axioms, scored for the manifest.

/// A rule that answers without the axioms.
enum AxiomShortcut: String, CaseIterable {
  /// Yes if X is mentioned before Y.
  case firstMention = "first-mention"
  /// Yes if a fact says something of X and Y in this order.
  case statedFact = "stated-fact"
  /// Yes if a fact names both.
  case adjacency
  /// Yes if X is named first in some fact and Y second in some.
  case role
  /// Yes if both are named in facts of the relation asked about; of no use where none are stated.
  case named
  /// Yes if X is named first in more facts than Y.
  case outDegree = "out-degree"
  /// Yes if Y is named second in more facts than X.
  case inDegree = "in-degree"
  /// Yes if X is named in more facts than Y.
  case degree
  /// Yes if X is never named second or Y never first.
  case ends
  /// Always Yes.
  case majority

  /// What every rule would answer, one bit each, in the order of the cases.
  static func predictions(_ draft: AxiomDraft, isBase base: [Int]) -> UInt32 {
    let (x, y) = (draft.question.first, draft.question.second)
    var (outX, outY, inX, inY) = (0, 0, 0, 0)
    var (isStated, isAdjacent, namesX, namesY) = (false, false, false, false)
    for fact in draft.facts {
      let (a, b) = (fact.first, fact.second)
      if fact.predicate == draft.question.predicate {
        namesX = namesX || a == x || b == x
        namesY = namesY || a == y || b == y
      }
      guard a != b else { continue }
      if a == x { outX += 1 }
      if a == y { outY += 1 }
      if b == x { inX += 1 }
      if b == y { inY += 1 }
      isStated = isStated || a == x && b == y
      isAdjacent = isAdjacent || a == y && b == x
    }
    let answers: [Bool] = [
      draft.rank[x] < draft.rank[y], isStated, isStated || isAdjacent, outX > 0 && inY > 0,
      !base.contains(draft.question.predicate) || namesX && namesY, outX > outY, inY > inX,
      outX + inX > outY + inY, inX == 0 || outY == 0, true,
    ]
    var bits: UInt32 = 0
    for (place, answer) in answers.enumerated() where answer { bits |= 1 << UInt32(place) }
    return bits
  }
}
