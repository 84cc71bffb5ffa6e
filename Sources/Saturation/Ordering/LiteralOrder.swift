// The order on literals (Bachmair and Ganzinger 1994): the multiset extension of the term order, where
//
//   s = t  stands for {s, t},    s ≠ t  for {s, s, t, t},    p(t̄)  for p(t̄) = ⊤ with ⊤ smallest.

extension TermOrder {
  /// Compares two literals; `equal` when they are the same up to the sides of an equation.
  mutating func compare(
    _ first: ClauseLiteral, _ second: ClauseLiteral, _ bank: borrowing TermBank
  ) -> Comparison {
    if first.isPositive == second.isPositive { return compareEquations(first, second, bank) }
    return first.isPositive
      ? compareNegative(second, toPositive: first, bank).reversed
      : compareNegative(first, toPositive: second, bank)
  }

  private mutating func compareSides(_ first: TermID, _ second: TermID, _ bank: borrowing TermBank)
    -> Comparison
  {
    if first == second { return .equal }
    if first == .top { return .less }
    if second == .top { return .greater }
    return compare(first, second, bank)
  }

  private mutating func compareEquations(
    _ first: ClauseLiteral, _ second: ClauseLiteral, _ bank: borrowing TermBank
  ) -> Comparison {
    if first.left == second.left { return compareSides(first.right, second.right, bank) }
    if first.left == second.right { return compareSides(first.right, second.left, bank) }
    if first.right == second.left { return compareSides(first.left, second.right, bank) }
    if first.right == second.right { return compareSides(first.left, second.left, bank) }
    let leftLeft = compareSides(first.left, second.left, bank)
    let leftRight = compareSides(first.left, second.right, bank)
    let rightLeft = compareSides(first.right, second.left, bank)
    let rightRight = compareSides(first.right, second.right, bank)
    if leftLeft == .greater || rightLeft == .greater,
      leftRight == .greater || rightRight == .greater
    {
      return .greater
    }
    if leftLeft == .less || leftRight == .less, rightLeft == .less || rightRight == .less {
      return .less
    }
    return .incomparable
  }

  /// {s, s, t, t} > {u, v} iff each of u, v is at most one of s, t; the other way it must be less.
  private mutating func compareNegative(
    _ negative: ClauseLiteral, toPositive positive: ClauseLiteral, _ bank: borrowing TermBank
  ) -> Comparison {
    let leftLeft = compareSides(negative.left, positive.left, bank)
    let leftRight = compareSides(negative.left, positive.right, bank)
    let rightLeft = compareSides(negative.right, positive.left, bank)
    let rightRight = compareSides(negative.right, positive.right, bank)
    func covers(_ comparison: Comparison) -> Bool { comparison == .greater || comparison == .equal }
    if covers(leftLeft) || covers(rightLeft), covers(leftRight) || covers(rightRight) {
      return .greater
    }
    if leftLeft == .less || leftRight == .less, rightLeft == .less || rightRight == .less {
      return .less
    }
    return .incomparable
  }
}
