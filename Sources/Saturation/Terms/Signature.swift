// The symbols of a problem, numbered.
//
// A symbol is a name with its arity and kind, so `p/1` and `p/2` are different symbols, and so are
// the constant `a` and the distinct object "a". Two numbers are the prover's own: ⊤, the right side
// of an atom p(t̄) read as the equation p(t̄) = ⊤ (Bachmair and Ganzinger 1994), and =, which only
// heads the keys of equations in indexes.

/// The number of a symbol.
typealias SymbolID = UInt32

/// Symbols with their numbers.
struct Signature: Sendable {
  /// What a symbol names.
  enum Kind: UInt8, Sendable {
    case function
    case distinct
    case predicate
  }

  /// One symbol.
  struct Symbol: Hashable, Sendable {
    let name: String
    let arity: Int
    let kind: Kind
  }

  /// ⊤
  static let top: SymbolID = 0
  /// = in keys of indexes
  static let equality: SymbolID = 1

  /// All symbols by number.
  private(set) var symbols: [Symbol] = [
    Symbol(name: "", arity: 0, kind: .predicate), Symbol(name: "=", arity: 2, kind: .predicate),
  ]
  /// How often each occurs in the input.
  private(set) var frequencies: [Int] = [0, 0]
  private var numbers: [Symbol: SymbolID] = [:]

  /// The number of a symbol, one more occurrence counted.
  mutating func number(_ name: String, arity: Int, kind: Kind) -> SymbolID {
    let symbol = Symbol(name: name, arity: arity, kind: kind)
    if let known = numbers[symbol] {
      frequencies[Int(known)] += 1
      return known
    }
    let number = SymbolID(symbols.count)
    numbers[symbol] = number
    symbols.append(symbol)
    frequencies.append(1)
    return number
  }
}
