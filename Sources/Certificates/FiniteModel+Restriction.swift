// A model of clauses made one of the problem they came from: a table for exactly the problem's symbols.
//
// Skolem functions and definitions go; a symbol that vanished from the clauses may mean anything and
// gets a table of zeros. A distinct object that vanished gets a value that no other one has.

import FirstOrderLogic

extension FiniteModel {
  /// Most entries of a table that is made up for a symbol the model doesn't have.
  public static let maximumTableSize = 1 << 22

  /// The model with exactly one table for each symbol of a problem's formulas, ordered by name, then
  /// arity.
  ///
  /// - Returns: nil when no model can be written down: a vanished symbol's table would have more
  ///   than `maximumTableSize` entries, there are more distinct objects than elements, or a constant
  ///   has the name of a distinct object.
  /// - Complexity: O(size of the problem + entries).
  public func restricted(to problem: Problem) -> FiniteModel? {
    var symbols = ProblemSymbols()
    for statement in problem.statements { symbols.insert(statement.formula) }
    guard
      symbols.objects.allSatisfy({ !symbols.functions.contains(SymbolKey(name: $0, arity: 0)) }),
      let functions = tables(of: symbols.functions, from: functions, zero: 0),
      let predicates = tables(of: symbols.predicates, from: predicates, zero: false),
      let objects = tables(ofObjects: symbols.objects)
    else { return nil }
    return FiniteModel(
      size: size,
      functions: (functions + objects).sorted { ($0.name, $0.arity) < ($1.name, $1.arity) },
      predicates: predicates.sorted { ($0.name, $0.arity) < ($1.name, $1.arity) })
  }

  private func tables<Value>(
    of symbols: Set<SymbolKey>, from known: [Table<Value>], zero: Value
  ) -> [Table<Value>]? {
    var result = known.filter { symbols.contains(SymbolKey(name: $0.name, arity: $0.arity)) }
    let found = Set(result.map { SymbolKey(name: $0.name, arity: $0.arity) })
    for symbol in symbols where !found.contains(symbol) {
      var count = 1
      for _ in 0..<symbol.arity where size > 1 && count <= Self.maximumTableSize { count *= size }
      guard count <= Self.maximumTableSize else { return nil }
      result.append(
        Table(
          name: symbol.name, arity: symbol.arity, values: Array(repeating: zero, count: count)))
    }
    return result
  }

  private func tables(ofObjects objects: Set<String>) -> [Table<Int>]? {
    guard objects.count <= size else { return nil }
    var result = functions.filter { $0.arity == 0 && objects.contains($0.name) }
    let used = Set(result.map { $0.values[0] })
    var unused = (0..<size).lazy.filter { !used.contains($0) }.makeIterator()
    let found = Set(result.map(\.name))
    for object in objects.sorted() where !found.contains(object) {
      guard let value = unused.next() else { return nil }
      result.append(Table(name: object, arity: 0, values: [value]))
    }
    return result
  }
}

private struct SymbolKey: Hashable {
  var name: String
  var arity: Int
}

private struct ProblemSymbols {
  var functions: Set<SymbolKey> = []
  var predicates: Set<SymbolKey> = []
  var objects: Set<String> = []

  mutating func insert(_ formula: Formula) {
    if case .atom(let atom) = formula {
      if case .predicate(let name, let arguments) = atom {
        predicates.insert(SymbolKey(name: name, arity: arguments.count))
      }
      for argument in atom.arguments { insert(argument) }
    } else {
      for child in formula.children { insert(child) }
    }
  }

  private mutating func insert(_ term: Term) {
    switch term {
    case .variable: break
    case .distinct(let name): objects.insert(name)
    case .application(let name, let arguments):
      functions.insert(SymbolKey(name: name, arity: arguments.count))
      for argument in arguments { insert(argument) }
    }
  }
}
