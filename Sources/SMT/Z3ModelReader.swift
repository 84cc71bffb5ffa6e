// Reads Z3's model as a finite one.
//
// Z3's finite model finder gives every uninterpreted sort a universe of named elements; a table is
// filled by evaluating its symbol on all of them, undefined places completed by Z3. When nothing
// mentions an object there is no universe, and one element that no table can distinguish serves.

import CZ3
import Certificates

struct Z3ModelReader {
  let context: Z3Context
  let model: Z3_model

  /// Most entries of all tables together: each is a call of Z3's evaluator.
  private static let maximumEntries = 200_000

  private var pointer: Z3_context { context.pointer }

  /// The model's tables for these symbols, or nil when it is not finite, not readable or too big.
  func read(_ translation: inout Z3Translation) -> FiniteModel? {
    guard let universe = universe() else { return nil }
    guard let elements = universe.isEmpty ? placeholder() : universe else { return nil }
    var numbers: [UInt32: Int] = [:]
    for (number, element) in elements.enumerated() {
      numbers[Z3_get_ast_id(pointer, element)] = number
    }
    var result = FiniteModel(size: elements.count, functions: [], predicates: [])
    var entries = 0
    for symbol in translation.symbols {
      var count = 1
      for _ in 0..<symbol.arity where elements.count > 1 && count <= Self.maximumEntries {
        count *= elements.count
      }
      entries += count
      guard entries <= Self.maximumEntries else { return nil }
      guard let values = values(of: symbol, count, elements, numbers, &translation) else {
        return nil
      }
      if symbol.kind == .predicate {
        result.predicates.append(
          FiniteModel.Table(name: symbol.name, arity: symbol.arity, values: values.map { $0 == 1 }))
      } else {
        result.functions.append(
          FiniteModel.Table(name: symbol.name, arity: symbol.arity, values: values))
      }
    }
    return result
  }

  /// The elements; empty when the model has none, nil when it can't be read.
  private func universe() -> [Z3_ast]? {
    for index in 0..<Z3_model_get_num_sorts(pointer, model) {
      guard let sort = Z3_model_get_sort(pointer, model, index) else { return nil }
      guard Z3_is_eq_sort(pointer, sort, context.universe) else { continue }
      guard let vector = Z3_model_get_sort_universe(pointer, model, sort) else { return nil }
      Z3_ast_vector_inc_ref(pointer, vector)
      defer { Z3_ast_vector_dec_ref(pointer, vector) }
      return (0..<Z3_ast_vector_size(pointer, vector)).compactMap {
        context.keep(Z3_ast_vector_get(pointer, vector, $0))
      }
    }
    return []
  }

  // Completion chooses the element when a constant without a value is evaluated.
  private func placeholder() -> [Z3_ast]? {
    let name = Z3_mk_string_symbol(pointer, "element")
    guard let constant = context.keep(Z3_mk_const(pointer, name, context.universe)) else {
      return nil
    }
    return evaluate(constant).map { [$0] }
  }

  private func evaluate(_ term: Z3_ast) -> Z3_ast? {
    var value: Z3_ast?
    guard Z3_model_eval(pointer, model, term, true, &value) else { return nil }
    return context.keep(value)
  }

  // A symbol's values in row-major order, a predicate's as 0 and 1.
  private func values(
    of symbol: SMTSymbol, _ count: Int, _ elements: [Z3_ast], _ numbers: [UInt32: Int],
    _ translation: inout Z3Translation
  ) -> [Int]? {
    var values: [Int] = []
    values.reserveCapacity(count)
    var place = Array(repeating: 0, count: symbol.arity)
    for _ in 0..<count {
      guard let term = translation.apply(symbol, place.map { elements[$0] }),
        let value = evaluate(term)
      else { return nil }
      if symbol.kind == .predicate {
        let truth = Z3_get_bool_value(pointer, value)
        guard truth != Z3_L_UNDEF else { return nil }
        values.append(truth == Z3_L_TRUE ? 1 : 0)
      } else {
        guard let number = numbers[Z3_get_ast_id(pointer, value)] else { return nil }
        values.append(number)
      }
      for index in place.indices.reversed() {
        place[index] += 1
        if place[index] < elements.count { break }
        place[index] = 0
      }
    }
    return values
  }
}
