// A finite interpretation evaluated by the definition of truth, and all of them over a small domain:
// the referee for the engines' models.

import FirstOrderLogic

/// Tables by `name/arity`, row-major, over the domain 0..<size.
public struct TabulatedInterpretation {
  /// Size of the domain.
  public var size: Int
  /// Function symbols, constants and distinct objects.
  public var functions: [String: [Int]] = [:]
  /// Predicates.
  public var predicates: [String: [Bool]] = [:]

  /// Makes an interpretation without tables.
  public init(size: Int) { self.size = size }

  /// Whether a formula holds; symbols without a table fail the lookup and trap.
  public func satisfies(_ formula: Formula, _ values: [String: Int] = [:]) -> Bool {
    switch formula {
    case .constant(let value): return value
    case .atom(.equality(let left, let right)):
      return value(of: left, values) == value(of: right, values)
    case .atom(.predicate(let name, let arguments)):
      return predicates["\(name)/\(arguments.count)"]![index(arguments, values)]
    case .not(let body): return !satisfies(body, values)
    case .and(let parts): return parts.allSatisfy { satisfies($0, values) }
    case .or(let parts): return parts.contains { satisfies($0, values) }
    case .implies(let left, let right): return !satisfies(left, values) || satisfies(right, values)
    case .iff(let left, let right): return satisfies(left, values) == satisfies(right, values)
    case .xor(let left, let right): return satisfies(left, values) != satisfies(right, values)
    case .quantified(let quantifier, let variable, let body):
      var inner = values
      for element in 0..<size {
        inner[variable] = element
        if satisfies(body, inner) == (quantifier == .exists) { return quantifier == .exists }
      }
      return quantifier == .forAll
    }
  }

  private func value(of term: Term, _ values: [String: Int]) -> Int {
    switch term {
    case .variable(let name): values[name]!
    case .distinct(let name): functions["\(name)/0"]![0]
    case .application(let name, let arguments):
      functions["\(name)/\(arguments.count)"]![index(arguments, values)]
    }
  }

  private func index(_ arguments: [Term], _ values: [String: Int]) -> Int {
    arguments.reduce(0) { $0 * size + value(of: $1, values) }
  }

  /// Whether some interpretation of this size, with tables for the given symbols, satisfies a formula.
  public static func existsModel(
    of formula: Formula, size: Int, predicates: [(String, Int)], functions: [(String, Int)]
  ) -> Bool {
    func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { product, _ in product * size } }
    let cells =
      functions.flatMap { symbol in (0..<power(symbol.1)).map { _ in size } }
      + predicates.flatMap { symbol in (0..<power(symbol.1)).map { _ in 2 } }
    var values = Array(repeating: 0, count: cells.count)
    while true {
      var rest = values[...]
      var interpretation = TabulatedInterpretation(size: size)
      for (name, arity) in functions {
        interpretation.functions["\(name)/\(arity)"] = Array(rest.prefix(power(arity)))
        rest = rest.dropFirst(power(arity))
      }
      for (name, arity) in predicates {
        interpretation.predicates["\(name)/\(arity)"] = rest.prefix(power(arity)).map { $0 == 1 }
        rest = rest.dropFirst(power(arity))
      }
      if interpretation.satisfies(formula) { return true }
      guard let cell = values.indices.first(where: { values[$0] + 1 < cells[$0] }) else {
        return false
      }
      values[cell] += 1
      for lower in 0..<cell { values[lower] = 0 }
    }
  }
}
