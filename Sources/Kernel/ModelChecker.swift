// Checks that a finite interpretation is one of the problem's symbols, and a model of what its stance
// claims: exactly one table for every symbol, of n^arity entries in range; different distinct objects
// have different values; the premises hold, and the conclusion or its negation.

import Certificates
import FirstOrderLogic

/// Checks one model of a certificate.
func checkModel(
  _ evidence: ModelEvidence, of problem: Problem, signature: ProblemSignature
) throws(Rejection) {
  let tables = try ModelTables(evidence.model, signature)
  var evaluator = ModelEvaluator(tables)
  for premise in problem.premises {
    guard try evaluator.isTrue(premise.formula) else {
      throw Rejection("the premise '\(premise.name)' is false in the \(evidence.stance) model")
    }
  }
  guard evidence.stance != .absent else { return }
  guard let conclusion = problem.conclusion else {
    throw Rejection("a model is about a conclusion that there isn't")
  }
  guard try evaluator.isTrue(conclusion.formula) == (evidence.stance == .asserted) else {
    throw Rejection("the conclusion is not \(evidence.stance) in the \(evidence.stance) model")
  }
}

/// A model's tables by symbol. A distinct object is looked up as a constant of its name.
struct ModelTables {
  let size: Int
  private(set) var functions: [Symbol: [Int]] = [:]
  private(set) var predicates: [Symbol: [Bool]] = [:]

  init(_ model: FiniteModel, _ signature: ProblemSignature) throws(Rejection) {
    guard model.size >= 1 else { throw Rejection("a model's domain is empty") }
    size = model.size
    let objects = signature.distinctObjects.map(Symbol.distinctObject)
    let symbols = signature.symbols.union(objects)
    for table in model.functions {
      guard table.values.allSatisfy({ 0 <= $0 && $0 < model.size }) else {
        throw Rejection("the table of \(table.name) has a value outside the domain")
      }
      let symbol = try place(table, .function, among: symbols)
      functions[symbol] = table.values
    }
    for table in model.predicates {
      let symbol = try place(table, .predicate, among: symbols)
      predicates[symbol] = table.values
    }
    guard functions.count + predicates.count == symbols.count else {
      throw Rejection("a model lacks the table of a symbol")
    }
    guard Set(objects.map { functions[$0] }).count == objects.count else {
      throw Rejection("two distinct objects have one value in a model")
    }
  }

  private func place<Value>(
    _ table: FiniteModel.Table<Value>, _ kind: Symbol.Kind, among symbols: Set<Symbol>
  ) throws(Rejection) -> Symbol {
    let symbol = Symbol(name: table.name, arity: table.arity, kind: kind)
    guard symbols.contains(symbol) else {
      throw Rejection("a model has a table of \(table.name), which is no symbol of the problem")
    }
    guard functions[symbol] == nil, predicates[symbol] == nil else {
      throw Rejection("a model has two tables of \(table.name)")
    }
    var count = 1
    for _ in 0..<table.arity {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      count = overflow ? -1 : product
      if overflow { break }
    }
    guard table.values.count == count else {
      throw Rejection("the table of \(table.name) has the wrong number of entries")
    }
    return symbol
  }
}

extension Symbol {
  /// The constant that stands for a distinct object in a model.
  static func distinctObject(_ name: String) -> Symbol {
    Symbol(name: name, arity: 0, kind: .function)
  }
}
