// SInE: which axioms may matter for a goal (Hoder and Voronkov, CADE 2011).
//
//   occ(s)             number of statements in which the symbol s occurs
//   s triggers A       s occurs in A, and occ(s) <= tolerance * min { occ(s') : s' in A }
//
// Beginning with the symbols of the goal, a statement is taken when a symbol reached triggers it, and
// its symbols are reached then. So a common symbol brings in only statements that have no rarer one.
//
// On every problem it costs a third of the solved ones (Vampire, 1 s), so a schedule uses it for many
// axioms only. A refutation of the selection is one of the whole; a model of it is none.

import FirstOrderLogic

/// The parameters of a selection.
public struct AxiomSelection: Hashable, Sendable {
  /// How much more common than its rarest symbol a symbol may be to trigger a statement, in percent.
  public var tolerance: Int
  /// Number of times that newly reached symbols trigger statements.
  public var depth: Int

  /// Makes a selection.
  public init(tolerance: Int, depth: Int) {
    self.tolerance = tolerance
    self.depth = depth
  }

  /// The clauses of the statements that may matter for those of the conclusion.
  ///
  /// - Returns: nil when there is no conclusion, or nothing is left out.
  /// - Complexity: linear in the size of the clauses.
  public func select(_ clauses: [InputClause]) -> [InputClause]? {
    var reach = SymbolReach(clauses, tolerance: tolerance)
    guard reach.run(depth: depth) else { return nil }
    let kept = clauses.filter { reach.isTaken[$0.statement] }
    return kept.count < clauses.count ? kept : nil
  }
}

/// A symbol, told apart by arity and kind too.
private struct SymbolKey: Hashable {
  var name: String
  var arity: Int
  var isPredicate: Bool
}

/// The spreading over symbols and statements.
private struct SymbolReach {
  private(set) var isTaken: [Bool]
  /// Symbols of each statement.
  private var symbols: [Set<Int>]
  /// Statements that each symbol triggers.
  private var triggered: [[Int]] = []
  private var goals: Set<Int> = []

  init(_ clauses: [InputClause], tolerance: Int) {
    let count = (clauses.map(\.statement).max() ?? -1) + 1
    isTaken = Array(repeating: false, count: count)
    symbols = Array(repeating: [], count: count)
    var numbers: [SymbolKey: Int] = [:]
    for clause in clauses {
      if clause.isFromConclusion { goals.insert(clause.statement) }
      for literal in clause.literals {
        literal.forEachSymbol { name, arity, isPredicate in
          let key = SymbolKey(name: name, arity: arity, isPredicate: isPredicate)
          let number = numbers[key] ?? numbers.count
          numbers[key] = number
          symbols[clause.statement].insert(number)
        }
      }
    }
    var occurrences = Array(repeating: 0, count: numbers.count)
    for set in symbols { for symbol in set { occurrences[symbol] += 1 } }
    triggered = Array(repeating: [], count: numbers.count)
    for (statement, set) in symbols.enumerated() {
      let rarest = set.map { occurrences[$0] }.min() ?? 0
      for symbol in set where occurrences[symbol] * 100 <= rarest * tolerance {
        triggered[symbol].append(statement)
      }
    }
  }

  /// - Returns: false when there is no goal.
  mutating func run(depth: Int) -> Bool {
    guard !goals.isEmpty else { return false }
    var reached: Set<Int> = []
    var fresh: Set<Int> = []
    for (statement, set) in symbols.enumerated() where goals.contains(statement) || set.isEmpty {
      isTaken[statement] = true
      fresh.formUnion(set)
    }
    for _ in 0..<depth {
      reached.formUnion(fresh)
      var next: Set<Int> = []
      for symbol in fresh {
        for statement in triggered[symbol] where !isTaken[statement] {
          isTaken[statement] = true
          next.formUnion(symbols[statement])
        }
      }
      fresh = next.subtracting(reached)
      if fresh.isEmpty { break }
    }
    return true
  }
}

extension Literal {
  /// Calls `visit` with the predicate, unless it is =, and every function symbol.
  fileprivate func forEachSymbol(_ visit: (String, Int, Bool) -> Void) {
    if case .predicate(let name, let arguments) = atom { visit(name, arguments.count, true) }
    for argument in atom.arguments {
      argument.forEachSubterm {
        switch $0 {
        case .variable: break
        case .distinct(let name): visit("\"" + name, 0, false)
        case .application(let name, let arguments): visit(name, arguments.count, false)
        }
      }
    }
  }
}
