// The term order of a search: one of two simplification orders, total on ground terms.
//
// One struct with a switch, because a protocol's witness calls would cost more than a comparison of
// small terms. Atoms are compared as terms whose head is the predicate.

/// How two terms or literals compare.
enum Comparison: UInt8, Sendable {
  case greater
  case less
  case equal
  case incomparable

  /// The comparison of the same two the other way round.
  var reversed: Comparison {
    switch self {
    case .greater: .less
    case .less: .greater
    case .equal, .incomparable: self
    }
  }
}

/// The order with its work space.
struct TermOrder: ~Copyable {
  let isPathOrder: Bool
  /// Whether symbols have other weights than 1.
  let hasSymbolWeights: Bool
  var precedence: Arena<UInt32>
  var weights: TermWeights
  var balance = Arena<Int32>()
  var positiveBalances = 0
  var negativeBalances = 0
  /// What is left for one comparison by the path order.
  var steps = 0

  /// An order.
  ///
  /// - Parameters:
  ///   - precedence: a rank for every symbol.
  ///   - weights: a weight of at least 1 for every symbol; nil for 1 each.
  ///   - variableWeight: at most the least weight of a constant.
  init(
    isPathOrder: Bool = false, precedence ranks: [UInt32], weights symbolWeights: [UInt32]? = nil,
    variableWeight: UInt32 = 1
  ) {
    self.isPathOrder = isPathOrder
    hasSymbolWeights = symbolWeights != nil
    precedence = Arena(capacity: max(ranks.count, 1))
    for rank in ranks { precedence.append(rank) }
    weights = TermWeights([.init(symbols: symbolWeights ?? [], variable: variableWeight)])
  }

  /// Whether the order is that of Knuth and Bendix with all weights 1.
  var countsSymbols: Bool { !isPathOrder && !hasSymbolWeights }

  /// The weight of a symbol's occurrence.
  func weight(ofSymbol symbol: SymbolID) -> Int {
    hasSymbolWeights ? Int(weights.weight(ofSymbol: symbol, 0)) : 1
  }
  /// The weight of a term stored before the weights were last updated.
  func weight(_ term: TermID, _ bank: borrowing TermBank) -> Int {
    hasSymbolWeights ? Int(weights[term, 0]) : bank.weight(term)
  }

  /// Compares two terms.
  mutating func compare(
    _ first: TermID, _ second: TermID, _ bank: borrowing TermBank
  ) -> Comparison {
    if first == second { return .equal }
    return isPathOrder
      ? compareByPath(first, second, bank) : compareByWeight(first, second, bank)
  }
}
