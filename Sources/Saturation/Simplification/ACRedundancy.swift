// Redundancy modulo associativity and commutativity (Avenhaus, Hillenbrand and Löchner, JSC 2003).
//
//   A   f(f(x, y), z) = f(x, f(y, z))      C   f(x, y) = f(y, x)      C'   f(x, f(y, z)) = f(y, f(x, z))
//
// Ordered rewriting with A, C and C' brings any two ground terms that are equal modulo A and C to one
// normal form. So once A and C are active, a clause with a positive equation s = t whose sides are equal
// modulo A and C follows from smaller instances of the three and is dropped, these three excepted.
// Without it permutations of ever more variables are kept: the equations rewrite their ground instances
// but not themselves.
//
// General ground joinability (Martin and Nipkow 1990; Smallbone 2021) contains this and costs a search
// over the orders of the variables for each clause.

/// Which functions are associative and commutative, and terms' normal forms modulo these laws.
struct ACTheory: ~Copyable {
  private var isAssociative: Arena<Bool>
  private var isCommutative: Arena<Bool>
  private(set) var hasSymbols = false
  /// The normal form of each term, `none` where it isn't known.
  private var normalForms = Arena<TermID>()

  /// Bytes held.
  var bytes: Int { normalForms.bytes }

  init(symbolCount: Int) {
    isAssociative = Arena(repeating: false, count: symbolCount)
    isCommutative = Arena(repeating: false, count: symbolCount)
  }

  func isAC(_ symbol: SymbolID) -> Bool {
    isAssociative[Int(symbol)] && isCommutative[Int(symbol)]
  }

  /// Learns from a unit equation whether it states one of the laws.
  mutating func learn(_ literal: ClauseLiteral, _ bank: borrowing TermBank) {
    if let symbol = bank.commutativeSymbol(literal) {
      isCommutative[Int(symbol)] = true
    } else if let symbol = bank.associativeSymbol(literal.left, literal.right)
      ?? bank.associativeSymbol(literal.right, literal.left)
    {
      isAssociative[Int(symbol)] = true
    } else {
      return
    }
    normalForms.truncate(to: 0)
    for symbol in 0..<isAssociative.count where isAC(SymbolID(symbol)) { hasSymbols = true }
  }

  /// The term with the arguments of associative and commutative functions flat and in order.
  mutating func normalForm(_ term: TermID, _ bank: inout TermBank) -> TermID {
    if term.isVariable { return term }
    if term.index < normalForms.count, normalForms[term.index] != .none {
      return normalForms[term.index]
    }
    let node = bank.node(term)
    var result: TermID
    if node.arity == 2, isAC(node.symbol) {
      var leaves: [TermID] = []
      collectLeaves(term, node.symbol, &leaves, bank)
      leaves = leaves.map { normalForm($0, &bank) }.sorted { $0.raw < $1.raw }
      result = leaves.removeLast()
      while let leaf = leaves.popLast() {
        bank.push(leaf)
        bank.push(result)
        result = bank.make(node.symbol, arity: 2)
      }
    } else {
      for index in 0..<Int(node.arity) {
        let argument = normalForm(bank.argument(node, index), &bank)
        bank.push(argument)
      }
      result = bank.make(node.symbol, arity: Int(node.arity))
    }
    normalForms.extend(to: term.index + 1, with: .none)
    normalForms[term.index] = result
    return result
  }

  private func collectLeaves(
    _ term: TermID, _ symbol: SymbolID, _ leaves: inout [TermID], _ bank: borrowing TermBank
  ) {
    guard !term.isVariable, bank.node(term).symbol == symbol else {
      leaves.append(term)
      return
    }
    let node = bank.node(term)
    collectLeaves(bank.argument(node, 0), symbol, &leaves, bank)
    collectLeaves(bank.argument(node, 1), symbol, &leaves, bank)
  }
}

extension SaturationProver {
  /// Whether the draft follows from the laws of associativity and commutativity alone.
  mutating func isDraftACRedundant() -> Bool {
    guard theory.hasSymbols else { return false }
    for index in 0..<draft.literals.count {
      let literal = draft.literals[index]
      guard literal.isPositive, literal.isEquation,
        bank.weight(literal.left) == bank.weight(literal.right),
        theory.normalForm(literal.left, &bank) == theory.normalForm(literal.right, &bank)
      else { continue }
      if draft.literals.count > 1 || !bank.isLaw(literal) { return true }
    }
    return false
  }
}

extension TermBank {
  /// f of f(x, y) = f(y, x)
  func commutativeSymbol(_ literal: ClauseLiteral) -> SymbolID? {
    guard let (symbol, x, y) = binary(literal.left), let (other, z, u) = binary(literal.right),
      symbol == other, x.isVariable, y.isVariable, x != y, x == u, y == z
    else { return nil }
    return symbol
  }

  /// f of f(f(x, y), z) = f(x, f(y, z))
  func associativeSymbol(_ left: TermID, _ right: TermID) -> SymbolID? {
    guard let (symbol, xy, z) = binary(left), let (outer, x, yz) = binary(right),
      let (inner, x1, y) = binary(xy), let (second, y1, z1) = binary(yz),
      symbol == outer, symbol == inner, symbol == second, x == x1, y == y1, z == z1,
      x.isVariable, y.isVariable, z.isVariable, x != y, y != z, x != z
    else { return nil }
    return symbol
  }

  /// Whether an equation that holds modulo associativity and commutativity is one of A, C and C', or
  /// as small: its sides are built from at most three variables.
  func isLaw(_ literal: ClauseLiteral) -> Bool {
    guard weight(literal.left) <= 5, variableBound(literal.left) <= 3,
      let (symbol, _, _) = binary(literal.left)
    else { return false }
    return hasOnlyVariables(literal.left, below: symbol)
  }

  private func hasOnlyVariables(_ term: TermID, below symbol: SymbolID) -> Bool {
    if term.isVariable { return true }
    guard let (head, left, right) = binary(term), head == symbol else { return false }
    return hasOnlyVariables(left, below: symbol) && hasOnlyVariables(right, below: symbol)
  }

  private func binary(_ term: TermID) -> (symbol: SymbolID, TermID, TermID)? {
    if term.isVariable { return nil }
    let node = self.node(term)
    return node.arity == 2 ? (node.symbol, argument(node, 0), argument(node, 1)) : nil
  }
}
