// Flattening (McCune 1994; Claessen and Sörensson 2003): clauses whose literals are only
//
//   r(x1, ..., xm)    ¬r(x1, ..., xm)    x = y
//
// over variables, where r is a predicate or the graph of a function. A term f(t) inside a literal
// is named by a variable y with the literal f(t) ≠ y, once a clause:
//
//   p(f(a))      becomes    a ≠ x ∨ f(x) ≠ y ∨ p(y)
//   f(x) = g(y)  becomes    g(y) ≠ z ∨ f(x) = z
//   x ≠ y        is left out, y replaced by x
//
// Names are found by (symbol, argument variables) from the inside out, so that deep terms cost no
// more than their size. Negative equations go first: they name their terms without a new variable.

import Clausification
import FirstOrderLogic

/// A literal over variables 0, 1, ....
struct FlatLiteral: Hashable, Sendable {
  /// Number of the relation; -1 is equality, which is always positive.
  var relation: Int
  var isPositive: Bool
  var arguments: [Int]

  static let equality = -1
}

/// A flattened clause.
struct FlatClause: Hashable, Sendable {
  var literals: [FlatLiteral]
  /// Its variables are 0..<variableCount.
  var variableCount: Int
}

/// Flattens one clause.
struct Flattener {
  private var names: [Definition: Int] = [:]
  private var variables: [String: Int] = [:]
  /// Union-find over variables: x ≠ y makes them one.
  private var parent: [Int] = []
  private var literals: [FlatLiteral] = []

  private struct Definition: Hashable {
    var relation: Int
    var arguments: [Int]
  }

  /// The flat form, or nil when the clause is a tautology.
  static func flatten(_ clause: [Literal], _ table: inout RelationTable) -> FlatClause? {
    var flattener = Flattener()
    for literal in clause where !literal.isPositive {
      if case .equality(let left, let right) = literal.atom {
        flattener.addInequation(left, right, &table)
      }
    }
    for literal in clause { flattener.add(literal, &table) }
    return flattener.finished()
  }

  private mutating func add(_ literal: Literal, _ table: inout RelationTable) {
    switch literal.atom {
    case .predicate(let name, let arguments):
      let relation = table.number(
        of: Relation(name: name, arity: arguments.count, kind: .predicate))
      let flat = arguments.map { variable(for: $0, &table) }
      literals.append(
        FlatLiteral(relation: relation, isPositive: literal.isPositive, arguments: flat))
    case .equality(let left, let right):
      guard literal.isPositive else { return }
      if case .variable = left {
        addEquation(right, left, &table)
      } else {
        addEquation(left, right, &table)
      }
    }
  }

  // `left` is a variable only when both are.
  private mutating func addEquation(_ left: Term, _ right: Term, _ table: inout RelationTable) {
    let value = variable(for: right, &table)
    if let (relation, arguments) = application(left, &table) {
      literals.append(
        FlatLiteral(relation: relation, isPositive: true, arguments: arguments + [value]))
    } else {
      literals.append(
        FlatLiteral(
          relation: FlatLiteral.equality, isPositive: true,
          arguments: [variable(for: left, &table), value]))
    }
  }

  private mutating func addInequation(_ left: Term, _ right: Term, _ table: inout RelationTable) {
    var (left, right) = (left, right)
    if case .variable = right { swap(&left, &right) }
    let value = variable(for: left, &table)
    if let (relation, arguments) = application(right, &table) {
      define(relation, arguments, as: value)
    } else {
      unite(value, variable(for: right, &table))
    }
  }

  private mutating func define(_ relation: Int, _ arguments: [Int], as value: Int) {
    let definition = Definition(relation: relation, arguments: arguments)
    if let known = names[definition] {
      unite(known, value)
    } else {
      names[definition] = value
      literals.append(
        FlatLiteral(relation: relation, isPositive: false, arguments: arguments + [value]))
    }
  }

  /// A function's number and flattened arguments, or nil for a variable.
  private mutating func application(
    _ term: Term, _ table: inout RelationTable
  ) -> (Int, [Int])? {
    switch term {
    case .variable: return nil
    case .distinct(let name):
      return (table.number(of: Relation(name: name, arity: 1, kind: .distinctObject)), [])
    case .application(let name, let arguments):
      let flat = arguments.map { variable(for: $0, &table) }
      return (
        table.number(of: Relation(name: name, arity: flat.count + 1, kind: .function)), flat
      )
    }
  }

  private mutating func variable(for term: Term, _ table: inout RelationTable) -> Int {
    if case .variable(let name) = term {
      if let known = variables[name] { return known }
      variables[name] = makeVariable()
      return variables[name]!
    }
    let (relation, arguments) = application(term, &table)!
    if let known = names[Definition(relation: relation, arguments: arguments)] { return known }
    let value = makeVariable()
    define(relation, arguments, as: value)
    return value
  }

  private mutating func makeVariable() -> Int {
    parent.append(parent.count)
    return parent.count - 1
  }

  private mutating func representative(_ variable: Int) -> Int {
    var root = variable
    while parent[root] != root {
      parent[root] = parent[parent[root]]
      root = parent[root]
    }
    return root
  }

  private mutating func unite(_ left: Int, _ right: Int) {
    parent[representative(right)] = representative(left)
  }

  // Numbers the variables that are left from 0, drops repeated and false literals.
  private mutating func finished() -> FlatClause? {
    var numbers: [Int: Int] = [:]
    var seen: Set<FlatLiteral> = []
    var kept: [FlatLiteral] = []
    for var literal in literals {
      for index in literal.arguments.indices {
        let root = representative(literal.arguments[index])
        let number = numbers[root] ?? numbers.count
        numbers[root] = number
        literal.arguments[index] = number
      }
      if literal.relation == FlatLiteral.equality {
        if literal.arguments[0] == literal.arguments[1] { return nil }
      } else {
        var opposite = literal
        opposite.isPositive.toggle()
        if seen.contains(opposite) { return nil }
      }
      if seen.insert(literal).inserted { kept.append(literal) }
    }
    return FlatClause(literals: kept, variableCount: numbers.count)
  }
}
