// Checks the steps of splitting: definitions s → ∀x̄ C and ∀x̄ C → s on their way to clauses, and parts
// of a clause that become a definition's atom.

import Certificates
import FirstOrderLogic

/// s → ∀x̄ C, or the other direction.
struct ComponentDefinition {
  var name: String
  var literals: [Literal]
  var isForward: Bool

  /// The clause that it says; nil where there is none.
  var clause: [Literal]? {
    let atom = Atom.predicate(name, [])
    if isForward { return [Literal(false, atom)] + literals }
    return literals.count == 1 ? [literals[0].negated, Literal(true, atom)] : nil
  }
}

extension StepChecker {
  mutating func acceptsFormula(_ step: Step) -> Bool {
    guard case .formula(let formula) = step.content else { return false }
    switch step.rule {
    case .definition(let name):
      guard let definition = Self.definition(formula, of: name) else { return false }
      let earlier = definitions.values.first { $0.name == name }
      guard (earlier?.literals ?? definition.literals) == definition.literals else { return false }
      definitions[step.id] = definition
    case .negationNormalForm(let parent), .skolemization(let parent, _):
      definitions[step.id] = definitions[parent]
    default: return false
    }
    return definitions[step.id] != nil
  }

  private static func definition(_ formula: Formula, of name: String) -> ComponentDefinition? {
    let atom = Formula.predicate(name)
    guard case .implies(let left, let right) = formula, left == atom || right == atom else {
      return nil
    }
    var matrix = left == atom ? right : left
    guard matrix.freeVariables.isEmpty else { return nil }
    while case .quantified(.forAll, _, let body) = matrix { matrix = body }
    let parts = if case .or(let parts) = matrix { parts } else { [matrix] }
    let literals = parts.compactMap { part -> Literal? in
      switch part {
      case .atom(let atom): Literal(true, atom)
      case .not(.atom(let atom)): Literal(false, atom)
      default: nil
      }
    }
    guard literals.count == parts.count else { return nil }
    return ComponentDefinition(name: name, literals: literals, isForward: left == atom)
  }

  func split(
    _ parent: Int, _ indices: [Int], _ substitution: Substitution, _ definition: Int
  ) -> [Literal]? {
    guard let clause = clauses[parent], let definition = definitions[definition],
      indices.allSatisfy(clause.indices.contains)
    else { return nil }
    let part = indices.map { clause[$0] }
    let rest = clause.indices.filter { !indices.contains($0) }.map { clause[$0] }
    func variables(_ literals: [Literal]) -> Set<String> {
      literals.reduce(into: []) { $0.formUnion($1.atom.variables) }
    }
    let isNamed = part.allSatisfy { literal in
      let instance = Literal(literal.isPositive, literal.atom.substituting(substitution))
      return definition.literals.contains { Self.isSame($0, instance) }
    }
    guard isNamed, variables(part).isDisjoint(with: variables(rest)) else { return nil }
    return rest + [Literal(true, .predicate(definition.name, []))]
  }
}
