// Random shared terms.

import TestSupport

@testable import Saturation

/// Symbols of the random terms, with their arities: 2 and 3 are constants, 4 unary, 5 binary.
let testPrecedence: [UInt32] = [0, 0, 1, 2, 3, 4]
private let arities = [0, 2, 0, 0, 1, 2]

extension SeededGenerator {
  /// A term of at most this depth over variables below `variables`.
  mutating func term(_ depth: Int, variables: Int, _ bank: inout TermBank) -> TermID {
    if variables > 0, Int.random(in: 0..<3, using: &self) == 0 {
      return .variable(Int.random(in: 0..<variables, using: &self))
    }
    let symbol = Int.random(in: depth > 0 ? 2...5 : 2...3, using: &self)
    for _ in 0..<arities[symbol] {
      let argument = term(depth - 1, variables: variables, &bank)
      bank.push(argument)
    }
    return bank.make(SymbolID(symbol), arity: arities[symbol])
  }
}

extension TermBank {
  /// The instance of a term under images of its variables.
  mutating func instance(_ term: TermID, _ images: [TermID]) -> TermID {
    if term.isVariable { return images[term.variableIndex] }
    let node = self.node(term)
    for index in 0..<Int(node.arity) {
      let argument = instance(argument(node, index), images)
      push(argument)
    }
    return make(node.symbol, arity: Int(node.arity))
  }
}
