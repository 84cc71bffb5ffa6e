// All interpretations over a small domain, one after the other: the referee for model finders.

import Certificates
import FirstOrderLogic

extension Interpretation {
  /// Whether some interpretation of this size, with tables for the given symbols, satisfies a formula.
  public static func existsModel(
    of formula: Formula, size: Int, predicates: [(String, Int)], functions: [(String, Int)]
  ) -> Bool {
    func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { product, _ in product * size } }
    let limits =
      functions.flatMap { symbol in (0..<power(symbol.1)).map { _ in size } }
      + predicates.flatMap { symbol in (0..<power(symbol.1)).map { _ in 2 } }
    var values = Array(repeating: 0, count: limits.count)
    while true {
      var rest = values[...]
      func take(_ arity: Int) -> [Int] {
        defer { rest = rest.dropFirst(power(arity)) }
        return Array(rest.prefix(power(arity)))
      }
      let model = FiniteModel(
        size: size,
        functions: functions.map { .init(name: $0.0, arity: $0.1, values: take($0.1)) },
        predicates: predicates.map {
          .init(name: $0.0, arity: $0.1, values: take($0.1).map { $0 == 1 })
        })
      if Interpretation(model).holds(formula) { return true }
      guard let cell = values.indices.first(where: { values[$0] + 1 < limits[$0] }) else {
        return false
      }
      values[cell] += 1
      for lower in 0..<cell { values[lower] = 0 }
    }
  }
}
