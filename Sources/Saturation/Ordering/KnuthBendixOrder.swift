// The Knuth-Bendix order (Knuth and Bendix 1970), in linear time (Löchner 2006).
//
//   s > t  iff  every variable occurs in s at least as often as in t, and
//               w(s) > w(t), or w(s) = w(t) and
//                  head(s) > head(t) in the precedence, or
//                  the heads are the same and the first arguments that differ have si > ti
//
// w adds up weights of symbols. Every symbol weighs at least 1 and a variable as much as the lightest
// constant, so the order is admissible whatever the weights and the precedence.
// Weights are kept with the terms, so only the variables are counted: one walk over both terms
// keeps the balance of each variable, and the comparison of arguments reads the balance when it is
// just that of the two arguments (those before are equal and cancel).

extension TermOrder {
  /// Compares two terms.
  mutating func compareByWeight(
    _ first: TermID, _ second: TermID, _ bank: borrowing TermBank
  ) -> Comparison {
    if hasSymbolWeights { weights.update(bank) }
    let bound = max(bank.variableBound(first), bank.variableBound(second))
    balance.extend(to: bound, with: 0)
    let result = walk(first, second, bank)
    for index in 0..<bound { balance[index] = 0 }
    positiveBalances = 0
    negativeBalances = 0
    return result
  }

  private mutating func walk(_ first: TermID, _ second: TermID, _ bank: borrowing TermBank)
    -> Comparison
  {
    if first == second { return .equal }
    if first.isVariable || second.isVariable {
      count(first, 1, bank)
      count(second, -1, bank)
      if first.isVariable {
        return !second.isVariable && bank.contains(second, first) ? .less : .incomparable
      }
      return bank.contains(first, second) ? .greater : .incomparable
    }
    let node = bank.node(first)
    let other = bank.node(second)
    let weight = hasSymbolWeights ? weights[first, 0] : node.weight
    let otherWeight = hasSymbolWeights ? weights[second, 0] : other.weight
    var candidate: Comparison
    if node.symbol == other.symbol, weight == otherWeight {
      candidate = .equal
      for index in 0..<Int(node.arity) {
        let argument = bank.argument(node, index)
        let otherArgument = bank.argument(other, index)
        if candidate == .equal {
          candidate = walk(argument, otherArgument, bank)
        } else if argument != otherArgument {
          count(argument, 1, bank)
          count(otherArgument, -1, bank)
        }
      }
    } else {
      count(first, 1, bank)
      count(second, -1, bank)
      let isGreater =
        weight != otherWeight
        ? weight > otherWeight
        : precedence[Int(node.symbol)] > precedence[Int(other.symbol)]
      candidate = isGreater ? .greater : .less
    }
    switch candidate {
    case .greater: return negativeBalances == 0 ? .greater : .incomparable
    case .less: return positiveBalances == 0 ? .less : .incomparable
    case .equal, .incomparable: return candidate
    }
  }

  private mutating func count(_ term: TermID, _ change: Int32, _ bank: borrowing TermBank) {
    if term.isVariable {
      let old = balance[term.variableIndex]
      let new = old + change
      balance[term.variableIndex] = new
      positiveBalances += (new > 0 ? 1 : 0) - (old > 0 ? 1 : 0)
      negativeBalances += (new < 0 ? 1 : 0) - (old < 0 ? 1 : 0)
      return
    }
    let node = bank.node(term)
    if node.variableBound == 0 { return }
    for index in 0..<Int(node.arity) { count(bank.argument(node, index), change, bank) }
  }
}
