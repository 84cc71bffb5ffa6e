// Skolemization (Skolem 1920) of a closed formula in negation normal form, in preorder:
//
//   ∃y G  becomes  G[y := sk(x̄)]      sk new, x̄ bound by ∀ around it, and all free variables of ∃y G
//                                     among x̄ once the outer Skolem terms are in
//   ∀x G  becomes  G                  free variables are read universally
//
// Where ∃y G holds under an assignment of x̄, sk is given such a y. Two ∀ side by side may bind the
// same name, and become one free variable: what held for both assignments holds for the common one.

import Certificates
import FirstOrderLogic

extension RefutationChecker {
  /// The quantifier-free result; makes the Skolem symbols known.
  mutating func skolemized(
    _ formula: Formula, _ symbols: [SkolemSymbol]
  ) throws(Rejection) -> Formula {
    guard try Shape(formula).freeVariables.isEmpty else {
      throw Rejection("its parent has a free variable")
    }
    var walk = SkolemWalk(symbols: symbols[...])
    let result = try skolemize(formula, &walk)
    guard walk.symbols.isEmpty else { throw Rejection("it has too many Skolem symbols") }
    return result
  }

  private mutating func skolemize(
    _ formula: Formula, _ walk: inout SkolemWalk
  ) throws(Rejection) -> Formula {
    try work.spend(1)
    switch formula {
    case .constant: return formula
    case .atom(let atom): return .atom(atom.substituting(walk.terms))
    case .and(let parts):
      return .and(try parts.map { part throws(Rejection) in try skolemize(part, &walk) })
    case .or(let parts):
      return .or(try parts.map { part throws(Rejection) in try skolemize(part, &walk) })
    case .quantified(.forAll, let variable, let body):
      walk.universal.insert(variable)
      let result = try skolemize(body, &walk)
      walk.universal.remove(variable)
      return result
    case .quantified(.exists, let variable, let body):
      walk.terms[variable] = try skolemTerm(for: formula, &walk)
      let result = try skolemize(body, &walk)
      walk.terms[variable] = nil
      return result
    case .not(let body): return .not(try skolemize(body, &walk))
    case .xor, .implies, .iff: throw Rejection("its parent is not in negation normal form")
    }
  }

  private mutating func skolemTerm(
    for formula: Formula, _ walk: inout SkolemWalk
  ) throws(Rejection) -> Term {
    guard let symbol = walk.symbols.popFirst() else {
      throw Rejection("a Skolem symbol is missing")
    }
    let arguments = Set(symbol.arguments)
    guard arguments.count == symbol.arguments.count, arguments.isSubset(of: walk.universal) else {
      throw Rejection("\(symbol.name) depends on what is not universally bound around it")
    }
    let shape = try Shape(formula)
    try work.spend(shape.size)
    for name in shape.freeVariables.keys {
      guard (walk.terms[name]?.variables ?? [name]).isSubset(of: arguments) else {
        throw Rejection("\(symbol.name) doesn't depend on all free variables of its formula")
      }
    }
    try introduce(Symbol(name: symbol.name, arity: arguments.count, kind: .function))
    return .application(symbol.name, symbol.arguments.map { .variable($0) })
  }
}

// Where the walk stands: symbols still to come, ∀-bound names around, terms for ∃-bound names around.
private struct SkolemWalk {
  var symbols: ArraySlice<SkolemSymbol>
  var universal: Set<String> = []
  var terms: [String: Term] = [:]
}
