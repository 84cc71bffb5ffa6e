// A finite interpretation of one sort: the domain {0, ..., n-1} and a table for every symbol.
//
// The table of a symbol of arity k has n^k entries in row-major order: the entry of (a1, ..., ak)
// stands at ((a1 * n + a2) * n + ...) + ak. Distinct objects are constants of the model, named as
// `Term.distinct` holds them, and have pairwise different values. A constant of the problem that has
// an object's name shares its table, so such a problem's models are only those in which both are one.

import FirstOrderLogic

/// A finite model's tables.
public struct FiniteModel: Hashable, Sendable {
  /// Size n of the domain, at least 1.
  public var size: Int
  /// Function symbols and constants; values in 0..<n.
  public var functions: [Table<Int>]
  /// Predicate symbols.
  public var predicates: [Table<Bool>]

  /// The table of one symbol.
  public struct Table<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The symbol's name.
    public var name: String
    /// Its arity k.
    public var arity: Int
    /// n^k values, row-major.
    public var values: [Value]

    /// Makes a table.
    public init(name: String, arity: Int, values: [Value]) {
      self.name = name
      self.arity = arity
      self.values = values
    }
  }

  /// Makes a model.
  public init(size: Int, functions: [Table<Int>], predicates: [Table<Bool>]) {
    self.size = size
    self.functions = functions
    self.predicates = predicates
  }
}
