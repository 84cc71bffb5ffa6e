// Evaluates closed formulas in a finite model.
//
// A formula is compiled once: variables become slots by quantifier depth, symbols indices of tables,
// the tree a flat array. Looking names up at every visit would cost some 20 times as much, and a
// formula under k quantifiers is visited n^k times.

import FirstOrderLogic

struct ModelEvaluator {
  private let size: Int
  private var functions: [[Int]] = []
  private var predicates: [[Bool]] = []
  private var tableOfSymbol: [Symbol: Int] = [:]
  private var work = Work(limit: 1_000_000_000)

  // The compiled formula: nodes, and lists of their parts or arguments.
  private var nodes: [Node] = []
  private var terms: [TermNode] = []
  private var lists: [Int] = []
  private var slots: [Int] = []

  private enum Node {
    case constant(Bool)
    case predicate(table: Int, arguments: Range<Int>)
    case equal(Int, Int)
    case not(Int)
    case and(Range<Int>)
    case or(Range<Int>)
    case implies(Int, Int)
    case equivalent(Int, Int, Bool)
    case quantified(isForAll: Bool, slot: Int, body: Int)
  }

  private enum TermNode {
    case value(Int)
    case slot(Int)
    case application(table: Int, arguments: Range<Int>)
  }

  init(_ tables: ModelTables) {
    size = tables.size
    for (symbol, values) in tables.functions {
      tableOfSymbol[symbol] = functions.count
      functions.append(values)
    }
    for (symbol, values) in tables.predicates {
      tableOfSymbol[symbol] = predicates.count
      predicates.append(values)
    }
  }

  /// Whether a closed formula over the model's symbols holds in the model.
  mutating func isTrue(_ formula: Formula) throws(Rejection) -> Bool {
    nodes = []
    terms = []
    lists = []
    slots = []
    let root = compile(formula, [:])
    return try value(ofNode: root)
  }

  // The tables and slots looked up exist: the model has all symbols of the problem, whose statements
  // are closed. A slot is the number of variables around, since nothing is shadowed.
  private mutating func compile(_ formula: Formula, _ outer: [String: Int]) -> Int {
    var scope = outer
    if case .quantified(_, let variable, _) = formula {
      scope[variable] = outer.count
      if slots.count == outer.count { slots.append(0) }
    }
    let parts = formula.children.map { compile($0, scope) }
    let node: Node
    switch formula {
    case .constant(let value): node = .constant(value)
    case .atom(.predicate(let name, let arguments)):
      let symbol = Symbol(name: name, arity: arguments.count, kind: .predicate)
      node = .predicate(
        table: tableOfSymbol[symbol]!, arguments: list(arguments.map { compile($0, scope) }))
    case .atom(.equality(let left, let right)):
      node = .equal(compile(left, scope), compile(right, scope))
    case .not: node = .not(parts[0])
    case .and: node = .and(list(parts))
    case .or: node = .or(list(parts))
    case .implies: node = .implies(parts[0], parts[1])
    case .iff: node = .equivalent(parts[0], parts[1], true)
    case .xor: node = .equivalent(parts[0], parts[1], false)
    case .quantified(let quantifier, _, _):
      node = .quantified(isForAll: quantifier == .forAll, slot: outer.count, body: parts[0])
    }
    nodes.append(node)
    return nodes.count - 1
  }

  // Constants are looked up here once and for all.
  private mutating func compile(_ term: Term, _ scope: [String: Int]) -> Int {
    switch term {
    case .variable(let name): terms.append(.slot(scope[name]!))
    case .distinct(let name):
      terms.append(.value(functions[tableOfSymbol[.distinctObject(name)]!][0]))
    case .application(let name, let arguments):
      let symbol = Symbol(name: name, arity: arguments.count, kind: .function)
      let table = tableOfSymbol[symbol]!
      if arguments.isEmpty {
        terms.append(.value(functions[table][0]))
      } else {
        let compiled = list(arguments.map { compile($0, scope) })
        terms.append(.application(table: table, arguments: compiled))
      }
    }
    return terms.count - 1
  }

  private mutating func list(_ indices: [Int]) -> Range<Int> {
    lists.append(contentsOf: indices)
    return lists.count - indices.count..<lists.count
  }

  private mutating func value(ofNode index: Int) throws(Rejection) -> Bool {
    try work.spend(1)
    switch nodes[index] {
    case .constant(let value): return value
    case .predicate(let table, let arguments):
      return predicates[table][try entry(arguments)]
    case .equal(let left, let right):
      return try value(ofTerm: left) == value(ofTerm: right)
    case .not(let body): return try !value(ofNode: body)
    case .and(let parts):
      for part in parts where try !value(ofNode: lists[part]) { return false }
      return true
    case .or(let parts):
      for part in parts where try value(ofNode: lists[part]) { return true }
      return false
    case .implies(let left, let right):
      return try value(ofNode: left) ? value(ofNode: right) : true
    case .equivalent(let left, let right, let isSame):
      return try (value(ofNode: left) == value(ofNode: right)) == isSame
    case .quantified(let isForAll, let slot, let body):
      for element in 0..<size {
        slots[slot] = element
        if try value(ofNode: body) != isForAll { return !isForAll }
      }
      return isForAll
    }
  }

  private mutating func value(ofTerm index: Int) throws(Rejection) -> Int {
    switch terms[index] {
    case .value(let value): return value
    case .slot(let slot): return slots[slot]
    case .application(let table, let arguments): return functions[table][try entry(arguments)]
    }
  }

  // Row-major: ((a1 * n + a2) * n + ...) + ak.
  private mutating func entry(_ arguments: Range<Int>) throws(Rejection) -> Int {
    try work.spend(arguments.count)
    var entry = 0
    for argument in arguments { entry = try entry * size + value(ofTerm: lists[argument]) }
    return entry
  }
}
