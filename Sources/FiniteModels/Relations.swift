// The symbols of a set of clauses as relations over the domain.
//
// A function of k arguments is its graph, a relation of arity k + 1 whose last argument is the
// value; a constant is a unary relation. A relation of arity m takes n^m propositional variables,
// numbered row-major. So one piece of code grounds everything.

/// One relation.
struct Relation: Hashable, Sendable {
  /// What it stands for.
  enum Kind: Hashable, Sendable {
    case predicate
    case function
    case distinctObject
    /// A name for a part of a clause that was split.
    case split
  }

  var name: String
  /// Arguments, a function's value among them.
  var arity: Int
  var kind: Kind

  /// Whether the last argument is a value.
  var isFunction: Bool { kind == .function || kind == .distinctObject }
}

/// Relations by number.
struct RelationTable: Sendable {
  private(set) var relations: [Relation] = []
  private var numbers: [Relation: Int] = [:]

  /// The number of a relation, which is entered when new.
  mutating func number(of relation: Relation) -> Int {
    if let number = numbers[relation] { return number }
    relations.append(relation)
    numbers[relation] = relations.count - 1
    return relations.count - 1
  }

  /// A new relation for a split clause.
  mutating func makeSplit(arity: Int) -> Int {
    relations.append(Relation(name: "", arity: arity, kind: .split))
    return relations.count - 1
  }

  /// Numbers of the constants, distinct objects first.
  var constants: [Int] {
    relations.indices.filter { relations[$0].kind == .distinctObject }
      + relations.indices.filter { relations[$0].kind == .function && relations[$0].arity == 1 }
  }
}

/// n^k, or `Int.max` when that is 2^53 or more.
func saturatingPower(_ base: Int, _ exponent: Int) -> Int {
  var result = 1
  for _ in 0..<exponent where base > 1 {
    guard result < (1 << 53) / base else { return Int.max }
    result *= base
  }
  return result
}
