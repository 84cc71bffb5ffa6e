// Definitions, renaming by them, and negation normal form.
//
//   definition   ∀x̄ (d(x̄) ↔ B), ∀x̄ (d(x̄) → B) or ∀x̄ (B → d(x̄)), d new
//   renaming     F[B]  yields  F[d(x̄)]
//
// The model is extended by d := B, so each direction of the definition holds and B may be replaced by
// d(x̄) at either polarity, whichever directions have been stated: the clauses of one direction are
// what Plaisted and Greenbaum (1986) need.

import Certificates
import FirstOrderLogic

/// What a defined predicate stands for.
struct Definition: Equatable {
  var variables: [String]
  var atom: Atom
  var body: Formula
}

extension RefutationChecker {
  mutating func checkDefinition(
    _ formula: Formula, of symbol: String, step: Int
  ) throws(Rejection) {
    let definition = try Definition(formula, of: symbol)
    if let earlier = definitions[symbol] {
      guard earlier == definition else {
        throw Rejection("the symbol \(symbol) stands for something else already")
      }
    } else {
      let shape = try Shape(definition.body)
      try requireKnown(shape)
      guard shape.freeVariables.keys.allSatisfy(definition.variables.contains) else {
        throw Rejection("the definition lacks a variable of its body")
      }
      try introduce(Symbol(name: symbol, arity: definition.variables.count, kind: .predicate))
      definitions[symbol] = definition
    }
    definitionOfStep[step] = definition
  }

  mutating func renamed(
    _ formula: Formula, _ replacements: [Replacement]
  ) throws(Rejection) -> Formula {
    var renamed = formula
    var last: [Int]?
    for replacement in replacements {
      guard let definition = definitionOfStep[replacement.definition] else {
        throw Rejection("step \(replacement.definition) is no earlier definition")
      }
      if let last {
        let fork = zip(last, replacement.path).first { $0 != $1 }
        guard let fork, fork.0 < fork.1 else {
          throw Rejection("its paths are not disjoint from left to right")
        }
      }
      renamed = try replace(renamed, at: replacement.path[...], by: definition)
      last = replacement.path
    }
    return renamed
  }

  private mutating func replace(
    _ formula: Formula, at path: ArraySlice<Int>, by definition: Definition
  ) throws(Rejection) -> Formula {
    guard let index = path.first else {
      guard formula == definition.body else {
        throw Rejection("a renamed subformula is not the definition's body")
      }
      return .atom(definition.atom)
    }
    var children = formula.children
    try work.spend(children.count)
    guard children.indices.contains(index) else {
      throw Rejection("a path leads nowhere")
    }
    children[index] = try replace(children[index], at: path.dropFirst(), by: definition)
    return formula.replacingChildren(children)
  }
}

extension Definition {
  /// Takes ∀x̄ (d(x̄) ↔ B), or one of its directions, apart.
  fileprivate init(_ formula: Formula, of symbol: String) throws(Rejection) {
    var variables: [String] = []
    var matrix = formula
    while case .quantified(.forAll, let variable, let body) = matrix {
      variables.append(variable)
      matrix = body
    }
    let atom = Atom.predicate(symbol, variables.map { .variable($0) })
    switch matrix {
    case .iff(.atom(atom), let body), .implies(.atom(atom), let body),
      .implies(let body, .atom(atom)):
      self.init(variables: variables, atom: atom, body: body)
    default: throw Rejection("it is no definition of \(symbol)")
    }
  }
}

extension Formula {
  /// The formula with other immediate subformulas, as many as it has.
  fileprivate func replacingChildren(_ children: [Formula]) -> Formula {
    switch self {
    case .constant, .atom: self
    case .not: .not(children[0])
    case .and: .and(children)
    case .or: .or(children)
    case .xor: .xor(children[0], children[1])
    case .implies: .implies(children[0], children[1])
    case .iff: .iff(children[0], children[1])
    case .quantified(let quantifier, let variable, _):
      .quantified(quantifier, variable, children[0])
    }
  }
}
