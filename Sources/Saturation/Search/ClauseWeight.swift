// How heavy a clause is for a queue: one formula, whose factors make up the usual functions.
//
//   w(C) = a · (100 + d·distance(C)) / 100 · ( Σ w(L) + l · |C| )       a = n if C doesn't descend
//                                                                       from the conclusion, else 1
//   w(L) = m? · p? · (t? · w(left) + t? · w(right))       m if L is maximal, p if it is positive,
//                                                         t for a side that isn't the smaller one
//   w(f) = g? · f for a symbol, g if it is one of the conclusion's; v for a variable; a term that
//          occurs in the conclusion weighs s of its sum
//
// All in percent but f, v and l. With every factor 1 it counts symbols; n alone is Vampire's weight of
// non-goal clauses; f, v, t, m and p are the refined weight of E, with g also its conjecture-relative
// symbol weight (Schulz and Möhrmann 2016).

/// The parameters of a weight; the defaults count symbols.
public struct ClauseWeight: Hashable, Sendable {
  /// The weight of a function or predicate symbol.
  public var symbol: Int
  /// The weight of a variable.
  public var variable: Int
  /// Symbols that occur in the conclusion weigh this part.
  public var goalSymbolPercent: Int
  /// Terms that occur in the conclusion weigh this part.
  public var goalTermPercent: Int
  /// The factor of a side that isn't the smaller one.
  public var maximalSidePercent: Int
  /// The factor of a maximal literal.
  public var maximalLiteralPercent: Int
  /// The factor of a positive literal.
  public var positivePercent: Int
  /// The factor of a clause that doesn't descend from the conclusion.
  public var distantPercent: Int
  /// What each inference between the conclusion and the clause adds.
  public var distancePercent: Int
  /// The weight of being a literal.
  public var literal: Int

  /// Makes a weight.
  public init(
    symbol: Int = 1, variable: Int = 1, goalSymbolPercent: Int = 100, goalTermPercent: Int = 100,
    maximalSidePercent: Int = 100, maximalLiteralPercent: Int = 100, positivePercent: Int = 100,
    distantPercent: Int = 100, distancePercent: Int = 0, literal: Int = 0
  ) {
    self.symbol = symbol
    self.variable = variable
    self.goalSymbolPercent = goalSymbolPercent
    self.goalTermPercent = goalTermPercent
    self.maximalSidePercent = maximalSidePercent
    self.maximalLiteralPercent = maximalLiteralPercent
    self.positivePercent = positivePercent
    self.distantPercent = distantPercent
    self.distancePercent = distancePercent
    self.literal = literal
  }
}
