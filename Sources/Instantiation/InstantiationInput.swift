// Input clauses as shared terms, and the axioms of equality where they are needed.
//
//   x = x                                          as soon as there is an equation
//   x ≠ y ∨ y ≠ z ∨ x = z                          as soon as there is a positive one
//   x ≠ y ∨ ¬p(..., x, ...) ∨ p(..., y, ...)       for every argument of every predicate
//   x ≠ y ∨ f(..., x, ...) = f(..., y, ...)        for every argument of every function
//
// Symmetry is built in: s = t and t = s are one propositional variable, and unification tries both.
// Without a positive equation the identity is a model of all axioms but x = x that adds no truths.

import Clausification
import FirstOrderLogic

/// A symbol as written.
struct InstanceSymbol: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case function, predicate, distinctObject
  }

  var name: String
  var arity: Int
  var kind: Kind
}

/// A clause of the input, or an axiom of equality.
struct SourceClause: Sendable {
  var atoms: [TermID]
  var signs: [Bool]
  /// Names of its variables 0, 1, ....
  var variables: [String]
  /// Its place in the input; nil for an axiom of equality.
  var input: Int?
}

/// Translates clauses to terms.
struct InstantiationInput: Sendable {
  static let equality: Int32 = 0
  /// The symbol of tuples.
  static let tuple: Int32 = 1

  private(set) var symbols: [InstanceSymbol] = [
    InstanceSymbol(name: "=", arity: 2, kind: .predicate),
    InstanceSymbol(name: "", arity: -1, kind: .function),
  ]
  private(set) var sources: [SourceClause] = []
  private var numbers: [InstanceSymbol: Int32] = [:]
  private var constantUses: [Int32: Int] = [:]

  init(_ clauses: [InputClause], _ bank: inout InstanceTerms) {
    for (index, clause) in clauses.enumerated() { add(clause.literals, index, &bank) }
    let equations = sources.flatMap { source in
      source.atoms.indices.filter { bank.symbols[Int(source.atoms[$0])] == Self.equality }
        .map { source.signs[$0] }
    }
    if !equations.isEmpty { addReflexivity(&bank) }
    if equations.contains(true) { addCongruence(&bank) }
  }

  /// Whether there is a function of an argument or more: without one the instances are finitely many.
  private(set) var hasFunctions = false

  /// The constant that occurs most often; the least number of them breaks ties.
  var mainConstant: Int32? {
    constantUses.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  private mutating func add(_ literals: [Literal], _ index: Int, _ bank: inout InstanceTerms) {
    var variables: [String: Int] = [:]
    var names: [String] = []
    var atoms: [TermID] = []
    func number(_ name: String) -> TermID {
      if let known = variables[name] { return ~TermID(known) }
      variables[name] = names.count
      names.append(name)
      return ~TermID(names.count - 1)
    }
    func translate(_ term: Term) -> TermID {
      switch term {
      case .variable(let name): return number(name)
      case .distinct(let name):
        let symbol = symbol(InstanceSymbol(name: name, arity: 0, kind: .distinctObject))
        return bank.make(symbol, [])
      case .application(let name, let arguments):
        let symbol = symbol(
          InstanceSymbol(name: name, arity: arguments.count, kind: .function))
        return bank.make(symbol, arguments.map(translate))
      }
    }
    for literal in literals {
      switch literal.atom {
      case .predicate(let name, let arguments):
        let symbol = symbol(
          InstanceSymbol(name: name, arity: arguments.count, kind: .predicate))
        atoms.append(bank.make(symbol, arguments.map(translate)))
      case .equality(let left, let right):
        atoms.append(bank.make(Self.equality, [translate(left), translate(right)]))
      }
    }
    sources.append(
      SourceClause(
        atoms: atoms, signs: literals.map(\.isPositive), variables: names, input: index))
  }

  private mutating func symbol(_ symbol: InstanceSymbol) -> Int32 {
    let number = numbers[symbol] ?? Int32(symbols.count)
    if number == symbols.count {
      symbols.append(symbol)
      numbers[symbol] = number
      if symbol.kind == .function, symbol.arity > 0 { hasFunctions = true }
    }
    if symbol.arity == 0, symbol.kind != .predicate { constantUses[number, default: 0] += 1 }
    return number
  }

  private mutating func addAxiom(_ literals: [(Bool, TermID)], variables: Int) {
    sources.append(
      SourceClause(
        atoms: literals.map(\.1), signs: literals.map(\.0),
        variables: (0..<variables).map { "X\($0)" }, input: nil))
  }

  private mutating func addReflexivity(_ bank: inout InstanceTerms) {
    addAxiom([(true, bank.make(Self.equality, [~0, ~0]))], variables: 1)
  }

  private mutating func addCongruence(_ bank: inout InstanceTerms) {
    let (x, y, z): (TermID, TermID, TermID) = (~0, ~1, ~2)
    let difference = (false, bank.make(Self.equality, [x, y]))
    addAxiom(
      [
        difference, (false, bank.make(Self.equality, [y, z])),
        (true, bank.make(Self.equality, [x, z])),
      ], variables: 3)
    for (number, symbol) in symbols.enumerated().dropFirst(2) where symbol.arity > 0 {
      for position in 0..<symbol.arity {
        // The other arguments are the variables 2, 3, ....
        var arguments = (0..<symbol.arity).map { ~TermID($0 < position ? $0 + 2 : $0 + 1) }
        arguments[position] = x
        let left = bank.make(Int32(number), arguments)
        arguments[position] = y
        let right = bank.make(Int32(number), arguments)
        addAxiom(
          symbol.kind == .predicate
            ? [difference, (false, left), (true, right)]
            : [difference, (true, bank.make(Self.equality, [left, right]))],
          variables: symbol.arity + 1)
      }
    }
  }
}
