// Instances under a substitution, covering, and replacement at a position.
//
//   covers(F, C): a literal is covered when it is in C; ⊥ is, ⊤ isn't; an ∧ is when one part is, an ∨
//   when every part is. Then F ⊨ C: one literal of C holds wherever F does, by induction on F.
//
// A substitution may name variables of its clause only: another entry would have no effect, and a
// prover that writes one has mixed up its clauses.

import Certificates
import FirstOrderLogic

extension RefutationChecker {
  /// An earlier clause under a substitution.
  mutating func instance(
    ofClause id: Int, _ substitution: Substitution
  ) throws(Rejection) -> [Literal] {
    let literals = try clause(id)
    try checkSubstitution(substitution, into: try Shape(literals))
    return literals.map { Literal($0.isPositive, $0.atom.substituting(substitution)) }
  }

  /// Whether a clause is covered by an earlier quantifier-free formula under a substitution.
  mutating func covers(
    _ id: Int, _ substitution: Substitution, _ conclusion: ClauseConclusion
  ) throws(Rejection) -> Bool {
    let formula = try formula(id)
    guard formula.isNegationNormal, !formula.hasQuantifier else {
      throw Rejection("its parent \(id) is not quantifier-free in negation normal form")
    }
    try checkSubstitution(substitution, into: try Shape(formula))
    return conclusion.isCovered(by: formula, substitution)
  }

  // The instance's size and depth are found before it is made: a few steps could describe a huge one.
  mutating func checkSubstitution(
    _ substitution: Substitution, into shape: Shape
  ) throws(Rejection) {
    try work.spend(shape.size)
    for (variable, term) in substitution {
      guard let count = shape.freeVariables[variable] else {
        throw Rejection("its substitution names \(variable), which its parent lacks")
      }
      let replacement = try Shape(term)
      guard shape.depth + replacement.depth < Shape.maximumDepth else {
        throw Rejection("nested too deep")
      }
      try requireKnown(replacement)
      let (cost, overflow) = replacement.size.multipliedReportingOverflow(by: count)
      try work.spend(overflow ? .max : cost)
    }
  }
}

extension ClauseConclusion {
  fileprivate func isCovered(by formula: Formula, _ substitution: Substitution) -> Bool {
    switch formula {
    case .constant(let value): !value
    case .atom(let atom): contains(Literal(true, atom.substituting(substitution)))
    case .not(.atom(let atom)): contains(Literal(false, atom.substituting(substitution)))
    case .and(let parts): parts.contains { isCovered(by: $0, substitution) }
    case .or(let parts): parts.allSatisfy { isCovered(by: $0, substitution) }
    case .not, .xor, .implies, .iff, .quantified: false
    }
  }
}

extension Formula {
  fileprivate var hasQuantifier: Bool {
    if case .quantified = self { true } else { children.contains(where: \.hasQuantifier) }
  }
}

extension [Literal] {
  /// The two sides of the equation at an index, nil when no such equation of that sign is there.
  func equation(_ index: Int, positive: Bool) -> (Term, Term)? {
    guard indices.contains(index), self[index].isPositive == positive,
      case .equality(let left, let right) = self[index].atom
    else { return nil }
    return (left, right)
  }
}

extension Literal {
  /// The literal with `old` at the position replaced by `new`; nil when `old` isn't there.
  func replacing(_ old: Term, at position: ArraySlice<Int>, by new: Term) -> Literal? {
    guard let arguments = atom.arguments.replacing(old, at: position, by: new) else { return nil }
    switch atom {
    case .predicate(let name, _): return Literal(isPositive, .predicate(name, arguments))
    case .equality: return Literal(isPositive, .equality(arguments[0], arguments[1]))
    }
  }
}

extension [Term] {
  fileprivate func replacing(
    _ old: Term, at position: ArraySlice<Int>, by new: Term
  ) -> [Term]? {
    guard let index = position.first, indices.contains(index) else { return nil }
    var result = self
    let rest = position.dropFirst()
    if rest.isEmpty {
      guard self[index] == old else { return nil }
      result[index] = new
    } else {
      guard case .application(let name, let arguments) = self[index],
        let replaced = arguments.replacing(old, at: rest, by: new)
      else { return nil }
      result[index] = .application(name, replaced)
    }
    return result
  }
}
