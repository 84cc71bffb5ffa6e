// What the conclusion is about: the symbols and terms of its clauses, or without a conclusion of the
// clauses that have no positive literal.

/// Symbols and terms of the conclusion's clauses.
struct GoalTerms {
  /// For every symbol, whether it occurs.
  private(set) var isSymbol: [Bool]
  /// The atoms' arguments, the sides of equations, and their subterms.
  private(set) var terms: [TermID] = []
  private var known: Set<TermID> = []

  /// Nothing yet.
  init(symbolCount: Int) { isSymbol = [Bool](repeating: false, count: symbolCount) }

  /// Adds a literal.
  mutating func add(_ literal: ClauseLiteral, _ bank: borrowing TermBank) {
    if literal.isEquation {
      add(literal.left, bank)
      add(literal.right, bank)
    } else {
      let atom = bank.node(literal.left)
      isSymbol[Int(atom.symbol)] = true
      for index in 0..<Int(atom.arity) { add(bank.argument(atom, index), bank) }
    }
  }

  private mutating func add(_ term: TermID, _ bank: borrowing TermBank) {
    guard !term.isVariable, known.insert(term).inserted else { return }
    terms.append(term)
    let node = bank.node(term)
    isSymbol[Int(node.symbol)] = true
    for index in 0..<Int(node.arity) { add(bank.argument(node, index), bank) }
  }
}
