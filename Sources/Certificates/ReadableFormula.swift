// What a step states, as people write it: small letters for variables, clauses as disjunctions.
//
//   ! [X] : (human(X) => mortal(X))      ∀x (human(x) → mortal(x))
//   ~ human(X3) | mortal(X3)             ¬human(x) ∨ mortal(x)
//
// A formula keeps its author's variables but for the capital letter that TPTP asked for. Provers only
// number the variables of clauses, which are called x, y, z, u, v, w, x1, ... in the order they occur.

import FirstOrderLogic

extension Step.Content {
  /// The formula, or the disjunction of the clause's literals; ⊥ for the empty clause.
  var readable: Formula {
    switch self {
    case .formula(let formula): return formula.withSmallVariables
    case .clause(let literals):
      let names = Self.letters(for: literals)
      let parts = literals.map { literal in
        let atom = Formula.atom(literal.atom.substituting(names))
        return literal.isPositive ? atom : .not(atom)
      }
      return parts.isEmpty ? .constant(false) : parts.count == 1 ? parts[0] : .or(parts)
    }
  }

  private static func letters(for literals: [Literal]) -> Substitution {
    let letters = ["x", "y", "z", "u", "v", "w"]
    var names: Substitution = [:]
    for argument in literals.flatMap(\.atom.arguments) {
      argument.forEachSubterm {
        guard case .variable(let name) = $0, names[name] == nil else { return }
        let round = names.count / letters.count
        let letter = letters[names.count % letters.count]
        names[name] = .variable(round == 0 ? letter : "\(letter)\(round)")
      }
    }
    return names
  }
}

extension Formula {
  // Injective: TPTP's variables all begin with a capital letter, and only that one changes.
  fileprivate var withSmallVariables: Formula {
    switch self {
    case .constant: self
    case .atom(let atom):
      .atom(
        atom.substituting(
          Dictionary(
            uniqueKeysWithValues: atom.variables.map { ($0, .variable(Self.small($0))) })))
    case .not(let body): .not(body.withSmallVariables)
    case .and(let parts): .and(parts.map(\.withSmallVariables))
    case .or(let parts): .or(parts.map(\.withSmallVariables))
    case .xor(let left, let right): .xor(left.withSmallVariables, right.withSmallVariables)
    case .implies(let left, let right):
      .implies(left.withSmallVariables, right.withSmallVariables)
    case .iff(let left, let right): .iff(left.withSmallVariables, right.withSmallVariables)
    case .quantified(let quantifier, let name, let body):
      .quantified(quantifier, Self.small(name), body.withSmallVariables)
    }
  }

  private static func small(_ name: String) -> String {
    name.prefix(1).lowercased() + name.dropFirst()
  }
}
