// What a search that ends without the empty clause leaves behind: clauses from which nothing new follows.
//
// A set closed under ordered resolution and superposition up to redundancy, without the empty clause,
// has a model (Bachmair and Ganzinger 1994, theorem 3). So the set, with the order and the selection
// that it is closed under, is a claim of satisfiability; who doubts it must draw all conclusions
// again, which no kernel of a few hundred lines does.

import FirstOrderLogic

/// A saturated set of clauses.
public struct SaturatedSet: Hashable, Sendable {
  /// Its clauses.
  public let clauses: [[Literal]]
  /// The symbols of the clauses, the smallest in the precedence first.
  public let precedence: [String]
  /// The strategy, which has the literal selection.
  public let strategy: SaturationStrategy
}

extension SaturationProver {
  /// The active clauses: a saturated set once a run has ended as saturated.
  ///
  /// - Complexity: O(size of all clauses).
  public var saturatedSet: SaturatedSet {
    let active = (0..<clauses.count).map { ClauseID($0) }.filter { clauses[$0].place == .active }
    let ranks = (0..<signature.symbols.count).map { order.precedence[$0] }
    let ascending = (2..<signature.symbols.count).sorted { ranks[$0] < ranks[$1] }
    return SaturatedSet(
      clauses: active.map { clause in
        (0..<clauses.size(clause)).map { bank.exported(clauses.literal(clause, $0), signature) }
      }, precedence: ascending.map { signature.symbols[$0].name }, strategy: strategy)
  }
}
