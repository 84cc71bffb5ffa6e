// The precedence and the weights of symbols that a strategy's term order is made from.
//
// Which symbols are great decides which side of an equation is rewritten into the other: a definition
// f(x) = t of a rare f should lose f, hence "rarity". No choice is best: precedences are there to be
// varied. Ties go by the symbol's name, so that the order doesn't depend on the order of the clauses,
// but for the two precedences by occurrence.

extension TermOrder {
  /// The order that a strategy wants.
  ///
  /// - Parameter isGoalSymbol: for every symbol, whether it occurs in a clause of the conclusion.
  init(_ strategy: SaturationStrategy, _ signature: Signature, isGoalSymbol: [Bool]) {
    let ranks = signature.precedence(
      strategy.precedence, strategy.goalSymbols, isGoalSymbol: isGoalSymbol)
    let weights =
      strategy.order == .knuthBendix ? signature.weights(strategy.symbolWeights) : nil
    let constants = signature.symbols.indices.filter {
      signature.symbols[$0].arity == 0 && signature.symbols[$0].kind != .predicate
    }
    self.init(
      isPathOrder: strategy.order == .lexicographicPath, precedence: ranks, weights: weights,
      variableWeight: weights.flatMap { weights in constants.map { weights[$0] }.min() } ?? 1)
  }
}

extension Signature {
  /// Ranks don't differ more than this, lest sums of weights grow too large.
  private static let greatestWeight = 255

  /// The rank of every symbol.
  func precedence(
    _ precedence: SaturationStrategy.Precedence, _ goalSymbols: SaturationStrategy.GoalSymbols,
    isGoalSymbol: [Bool]
  ) -> [UInt32] {
    func key(_ number: Int) -> [Int] {
      let arity = symbols[number].arity
      let frequency = frequencies[number]
      let goal = isGoalSymbol[number] ? 1 : 0
      let place =
        switch goalSymbols {
        case .asOthers: 0
        case .lowest: -goal
        case .highest: goal
        }
      switch precedence {
      case .arity: return [place, arity, -frequency]
      case .reverseArity: return [place, -arity, -frequency]
      case .frequency: return [place, frequency, arity]
      case .rarity: return [place, -frequency, arity]
      case .occurrence: return [place, number, 0]
      case .reverseOccurrence: return [place, -number, 0]
      case .unaryFirst: return [place, arity == 1 ? .max : arity, -frequency]
      }
    }
    let keys = symbols.indices.map(key)
    let order = (2..<symbols.count).sorted { first, second in
      if keys[first] != keys[second] { return keys[first].lexicographicallyPrecedes(keys[second]) }
      let left = symbols[first]
      let right = symbols[second]
      return (left.name, left.kind.rawValue) < (right.name, right.kind.rawValue)
    }
    var ranks = [UInt32](repeating: 0, count: symbols.count)
    for (rank, symbol) in order.enumerated() { ranks[symbol] = UInt32(rank + 1) }
    return ranks
  }

  /// The weight of every symbol, at least 1; nil when all are 1.
  func weights(_ weights: SaturationStrategy.SymbolWeights) -> [UInt32]? {
    let levels = Array(Set(frequencies[2...])).sorted()
    func rank(_ number: Int) -> Int { levels.firstIndex(of: frequencies[number]) ?? 0 }
    return switch weights {
    case .one: nil
    case .arity: symbols.map { UInt32(1 + $0.arity) }
    case .frequency:
      symbols.indices.map { UInt32(min(rank($0) + 1, Self.greatestWeight)) }
    case .rarity:
      symbols.indices.map { UInt32(min(max(levels.count - rank($0), 1), Self.greatestWeight)) }
    }
  }
}
