// Weights of terms as sums of weights of their symbols, several kinds at once.
//
//   w(x) = v      w(f(t1, ..., tn)) = w(f) + w(t1) + ... + w(tn)
//
// Arguments have smaller numbers than the terms they are in, so one pass over the new terms of the
// bank adds their weights, each in the time of its arity. A search without such weights pays nothing.

/// Tables of weights, one value a kind and term.
struct TermWeights: ~Copyable {
  /// One kind of weight.
  struct Kind: Hashable {
    /// The weight of every symbol.
    var symbols: [UInt32]
    var variable: UInt32
    /// Terms of `favoured` weigh this part of their sum, in percent.
    var favouredPercent: UInt32 = 100
  }

  /// No weight is greater.
  static let greatest: UInt32 = 1 << 30

  private let kinds: Int
  private var symbols = Arena<UInt32>()
  private var variables = Arena<UInt32>()
  private var favouredPercents = Arena<UInt32>()
  private var isFavoured = Arena<Bool>()
  private var weights = Arena<UInt32>()

  /// Bytes held.
  var bytes: Int { weights.bytes }

  /// Tables of some kinds; they agree in the number of symbols.
  ///
  /// - Parameter favoured: terms stored already.
  init(_ kinds: [Kind], favoured: [TermID] = []) {
    self.kinds = kinds.count
    for kind in kinds {
      variables.append(kind.variable)
      favouredPercents.append(kind.favouredPercent)
    }
    for symbol in 0..<(kinds.first?.symbols.count ?? 0) {
      for kind in kinds { symbols.append(kind.symbols[symbol]) }
    }
    for term in favoured where !term.isVariable {
      isFavoured.extend(to: term.index + 1, with: false)
      isFavoured[term.index] = true
    }
  }

  /// The weight of a term stored before the last update.
  subscript(term: TermID, kind: Int) -> UInt32 {
    term.isVariable ? variables[kind] : weights[term.index * kinds + kind]
  }

  /// The weight of a symbol's occurrence.
  func weight(ofSymbol symbol: SymbolID, _ kind: Int) -> UInt32 {
    symbols[Int(symbol) * kinds + kind]
  }

  /// Weighs the terms that are new in the bank.
  mutating func update(_ bank: borrowing TermBank) {
    let count = bank.nodes.count
    guard kinds > 0, weights.count < count * kinds else { return }
    for term in (weights.count / kinds)..<count {
      let node = bank.nodes[term]
      for kind in 0..<kinds {
        var weight = symbols[Int(node.symbol) * kinds + kind]
        for index in 0..<Int(node.arity) {
          weight = min(weight + self[bank.argument(node, index), kind], Self.greatest)
        }
        if term < isFavoured.count, isFavoured[term] {
          weight = max(1, UInt32(UInt64(weight) * UInt64(favouredPercents[kind]) / 100))
        }
        weights.append(weight)
      }
    }
  }
}
