// The lexicographic path order (Kamin and Lévy 1980), as Löchner (2006) says to do it.
//
//   s = f(s1, ..., sm) > t  iff  t is a variable of s other than s, or t = g(t1, ..., tn) and
//     f > g in the precedence, and s > tj for all j, or
//     f = g, the first arguments that differ have si > ti, and s > tj for all j > i, or
//     sj ≥ t for some j (if f = g, only a j behind the first difference can be one)
//
// Each pair of positions is met at most once, so a comparison takes |s|·|t| steps. Beyond a budget it
// says "incomparable": an order that is known less often orients less and forbids fewer inferences,
// but is never wrong.

extension TermOrder {
  /// Steps of one comparison.
  private static let pathSteps = 20_000

  /// Compares two terms.
  mutating func compareByPath(
    _ first: TermID, _ second: TermID, _ bank: borrowing TermBank
  ) -> Comparison {
    steps = Self.pathSteps
    if isPathGreater(first, second, bank) { return .greater }
    steps = Self.pathSteps
    return isPathGreater(second, first, bank) ? .less : .incomparable
  }

  private mutating func isPathGreater(
    _ first: TermID, _ second: TermID, _ bank: borrowing TermBank
  ) -> Bool {
    if first == second || first.isVariable { return false }
    if second.isVariable { return bank.contains(first, second) }
    steps -= 1
    guard steps > 0 else { return false }
    let node = bank.node(first)
    let other = bank.node(second)
    if node.symbol == other.symbol {
      var index = 0
      while bank.argument(node, index) == bank.argument(other, index) { index += 1 }
      return isPathGreater(bank.argument(node, index), bank.argument(other, index), bank)
        ? isGreater(first, thanArgumentsOf: other, from: index + 1, bank)
        : hasArgument(of: node, from: index + 1, atLeast: second, bank)
    }
    return precedence[Int(node.symbol)] > precedence[Int(other.symbol)]
      ? isGreater(first, thanArgumentsOf: other, from: 0, bank)
      : hasArgument(of: node, from: 0, atLeast: second, bank)
  }

  private mutating func isGreater(
    _ first: TermID, thanArgumentsOf other: TermNode, from start: Int, _ bank: borrowing TermBank
  ) -> Bool {
    for index in start..<max(start, Int(other.arity)) {
      if !isPathGreater(first, bank.argument(other, index), bank) { return false }
    }
    return true
  }

  private mutating func hasArgument(
    of node: TermNode, from start: Int, atLeast second: TermID, _ bank: borrowing TermBank
  ) -> Bool {
    for index in start..<max(start, Int(node.arity)) {
      let argument = bank.argument(node, index)
      if argument == second || isPathGreater(argument, second, bank) { return true }
    }
    return false
  }
}
