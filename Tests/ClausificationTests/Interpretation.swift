// A semantic oracle: finite interpretations, the truth of formulas and clauses in them, and a search
// for the extension of an interpretation to new symbols. Plain evaluation by the definition of truth,
// with nothing of the code under test.

import Clausification
import FirstOrderLogic
import TestSupport

/// A symbol with its arity.
struct Signed: Hashable {
  var name: String
  var arity: Int
}

/// The symbols of a set of formulas or clauses, in the order of their first occurrence.
struct SymbolList {
  private(set) var functions: [Signed] = []
  private(set) var predicates: [Signed] = []

  mutating func add(_ atom: Atom) {
    if case .predicate(let name, let arguments) = atom {
      Self.add(Signed(name: name, arity: arguments.count), to: &predicates)
    }
    for argument in atom.arguments {
      argument.forEachSubterm {
        if case .application(let name, let arguments) = $0 {
          Self.add(Signed(name: name, arity: arguments.count), to: &functions)
        }
      }
    }
  }

  private static func add(_ symbol: Signed, to list: inout [Signed]) {
    if !list.contains(symbol) { list.append(symbol) }
  }
}

/// An interpretation over {0, ..., size - 1}; tables are row-major.
struct Interpretation {
  var size: Int
  var functions: [String: [Int]] = [:]
  var predicates: [String: [Bool]] = [:]

  /// Number of entries of a table.
  func entryCount(_ arity: Int) -> Int { (0..<arity).reduce(1) { count, _ in count * size } }

  /// A random interpretation of the symbols.
  init(size: Int, of symbols: SymbolList, random: inout SeededGenerator) {
    self.size = size
    for symbol in symbols.functions {
      functions[symbol.name] = (0..<entryCount(symbol.arity)).map { _ in
        Int.random(in: 0..<size, using: &random)
      }
    }
    for symbol in symbols.predicates {
      predicates[symbol.name] = (0..<entryCount(symbol.arity)).map { _ in
        Bool.random(using: &random)
      }
    }
  }

  private func index(_ arguments: [Term], _ values: [String: Int]) -> Int {
    arguments.reduce(0) { $0 * size + value($1, values) }
  }

  func value(_ term: Term, _ values: [String: Int]) -> Int {
    switch term {
    case .variable(let name): values[name]!
    case .application(let name, let arguments): functions[name]![index(arguments, values)]
    case .distinct: fatalError("the generator draws no distinct objects")
    }
  }

  func holds(_ atom: Atom, _ values: [String: Int]) -> Bool {
    switch atom {
    case .predicate(let name, let arguments): predicates[name]![index(arguments, values)]
    case .equality(let left, let right): value(left, values) == value(right, values)
    }
  }

  func holds(_ formula: Formula, _ values: [String: Int] = [:]) -> Bool {
    switch formula {
    case .constant(let value): return value
    case .atom(let atom): return holds(atom, values)
    case .not(let body): return !holds(body, values)
    case .and(let parts): return parts.allSatisfy { holds($0, values) }
    case .or(let parts): return parts.contains { holds($0, values) }
    case .xor(let left, let right): return holds(left, values) != holds(right, values)
    case .implies(let left, let right): return !holds(left, values) || holds(right, values)
    case .iff(let left, let right): return holds(left, values) == holds(right, values)
    case .quantified(let quantifier, let variable, let body):
      var inner = values
      for element in 0..<size {
        inner[variable] = element
        if holds(body, inner) == (quantifier == .exists) { return quantifier == .exists }
      }
      return quantifier == .forAll
    }
  }

  /// Whether the clause holds for all values of its variables.
  func holds(_ clause: [Literal]) -> Bool {
    let variables = clause.reduce(into: Set<String>()) { $0.formUnion($1.atom.variables) }
    let matrix = clause.reduce(Formula.constant(false)) {
      .or([$0, $1.isPositive ? .atom($1.atom) : .not(.atom($1.atom))])
    }
    return holds(variables.reduce(matrix) { .forAll($1, $0) })
  }

  /// Whether some interpretation of the symbols it lacks makes all clauses hold; nil when one of them
  /// has too big a table to try all.
  func canBeExtended(to clauses: [[Literal]]) -> Bool? {
    var symbols = SymbolList()
    for literal in clauses.joined() { symbols.add(literal.atom) }
    let newFunctions = symbols.functions.filter { functions[$0.name] == nil }
    let newPredicates = symbols.predicates.filter { predicates[$0.name] == nil }
    let widest = (newFunctions + newPredicates).map { entryCount($0.arity) }.max() ?? 0
    guard widest <= 8 else { return nil }
    return extended(newFunctions, newPredicates, clauses)
  }

  /// Depth-first over the symbols; a clause is tried as soon as all its symbols have tables.
  private func extended(
    _ newFunctions: [Signed], _ newPredicates: [Signed], _ clauses: [[Literal]]
  ) -> Bool {
    let open = clauses.filter { !isInterpreted($0) }
    for clause in clauses where isInterpreted(clause) && !holds(clause) { return false }
    if open.isEmpty { return true }
    var larger = self
    if let symbol = newPredicates.first {
      for code in 0..<(1 << entryCount(symbol.arity)) {
        larger.predicates[symbol.name] = (0..<entryCount(symbol.arity)).map {
          code >> $0 & 1 == 1
        }
        if larger.extended(newFunctions, Array(newPredicates.dropFirst()), open) {
          return true
        }
      }
    } else if let symbol = newFunctions.first {
      let entries = entryCount(symbol.arity)
      for code in 0..<entryCount(entries) {
        var digits = code
        larger.functions[symbol.name] = (0..<entries).map { _ in
          defer { digits /= size }
          return digits % size
        }
        if larger.extended(Array(newFunctions.dropFirst()), newPredicates, open) {
          return true
        }
      }
    }
    return false
  }

  private func isInterpreted(_ clause: [Literal]) -> Bool {
    var symbols = SymbolList()
    for literal in clause { symbols.add(literal.atom) }
    return symbols.functions.allSatisfy { functions[$0.name] != nil }
      && symbols.predicates.allSatisfy { predicates[$0.name] != nil }
  }
}

/// Random interpretations of the generator's symbols, and what was drawn with them.
struct Sample {
  var formula: Formula
  var interpretations: [Interpretation]

  /// Draws a formula over a small signature, with distinct variables, and interpretations of size 1
  /// and 2.
  init(seed: UInt64, depth: Int = 4, interpretations count: Int = 24) {
    var generator = FormulaGenerator(seed: seed)
    generator.hasConstants = seed % 3 == 0
    generator.hasEquality = seed % 2 == 0
    if seed % 4 == 1 { generator.predicates = (0..<6).map { ("P\($0)", 0) } + [("Q", 1)] }
    formula = generator.formula(depth: depth).withDistinctVariables()
    var symbols = SymbolList()
    formula.forEachAtom { symbols.add($0) }
    interpretations = (0..<count).map {
      Interpretation(size: $0 < 4 ? 1 : 2, of: symbols, random: &generator.random)
    }
  }
}
