// Splitting of a clause into parts without common variables, each named by a definition (Voronkov,
// AVATAR, 2014; the names go back to Riazanov and Voronkov 2001).
//
//   P ∨ R,  d ↔ ∀x̄ B      no variable is in both P and R, every literal of Pσ is one of B
//   ----------------
//        d ∨ R
//
// Where R fails under some values of its variables, P holds under all values of its own; then so does
// Pσ, hence B, hence d. One part a step: a clause of several parts is split by several steps.

import Certificates
import FirstOrderLogic

extension RefutationChecker {
  /// What splitting a clause yields.
  mutating func split(
    _ parent: Int, _ literals: [Int], _ substitution: Substitution, _ definition: Int
  ) throws(Rejection) -> [Literal] {
    guard let definition = definitionOfStep[definition], definition.variables.isEmpty,
      let body = definition.body.closedClause
    else { throw Rejection("it names no closed definition by a clause") }
    var rest = try clause(parent)
    var part: [Literal] = []
    for index in Set(literals).sorted(by: >) {
      guard rest.indices.contains(index) else {
        throw Rejection("a literal's index is out of range")
      }
      part.append(rest.remove(at: index))
    }
    let shape = try Shape(part)
    let variables = try Shape(rest).freeVariables
    guard shape.freeVariables.keys.allSatisfy({ variables[$0] == nil }) else {
      throw Rejection("its part shares a variable with the rest")
    }
    try checkSubstitution(substitution, into: shape)
    let name = try ClauseConclusion(body)
    let isNamed = part.allSatisfy {
      name.contains(Literal($0.isPositive, $0.atom.substituting(substitution)))
    }
    guard isNamed else { throw Rejection("its part is not the definition's clause") }
    return rest + [Literal(true, definition.atom)]
  }
}

extension Formula {
  /// The literals of ∀x̄ (L1 ∨ ... ∨ Ln); nil for another formula.
  fileprivate var closedClause: [Literal]? {
    var matrix = self
    while case .quantified(.forAll, _, let body) = matrix { matrix = body }
    let parts = if case .or(let parts) = matrix { parts } else { [matrix] }
    let literals = parts.compactMap(\.literal)
    return literals.count == parts.count ? literals : nil
  }

  private var literal: Literal? {
    switch self {
    case .atom(let atom): Literal(true, atom)
    case .not(.atom(let atom)): Literal(false, atom)
    default: nil
    }
  }
}
