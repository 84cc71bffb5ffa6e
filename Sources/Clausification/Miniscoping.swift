// Miniscoping: quantifiers of a formula in negation normal form are pushed inwards.
//
//   ∀x (A ∧ B)      →  ∀x A ∧ ∀x B
//   Qx (A(x) ∨ C)   →  C ∨ Qx A(x)        for ∀ and ∃, C without x
//   ∃x (A(x) ∧ C)   →  C ∧ ∃x A(x)
//   Qx C            →  C
//
// M of Documentation/certificates.md. Skolem functions get fewer arguments, often none, which brings
// many problems back to the decidable classes (Nonnengart and Weidenbach 2001, section 5). ∃ is not
// distributed over ∨: one Skolem symbol serves both parts.
//
// Whether a variable is free is found by looking, and the looking stops at the first occurrence; sets
// kept at every node were heavier on all formulas of ordinary size. Formulas made to make that slow
// run into a budget, and then the step is left out.

import FirstOrderLogic

extension Formula {
  /// M(self) for a formula in negation normal form whose quantifiers on a path bind different names.
  ///
  /// - Returns: nil when that is the formula itself, or when finding it would take too long.
  /// - Complexity: O(size × quantifiers on a path), at most `Miniscoper.budget` nodes looked at.
  func miniscoped() -> Formula? {
    var miniscoper = Miniscoper()
    let result = miniscoper.miniscope(self)
    return miniscoper.changes > 0 && miniscoper.budget > 0 ? result : nil
  }
}

private struct Miniscoper {
  /// Nodes that may still be looked at.
  var budget = 50_000_000
  /// Number of rewrites so far.
  var changes = 0

  mutating func miniscope(_ formula: Formula) -> Formula {
    let before = changes
    switch formula {
    case .and(let parts):
      let results = parts.map { miniscope($0) }
      return changes == before ? formula : Self.conjunction(results)
    case .or(let parts):
      let results = parts.map { miniscope($0) }
      return changes == before ? formula : Self.disjunction(results)
    case .quantified(let quantifier, let variable, let body):
      let result = push(quantifier, variable, miniscope(body))
      return changes == before ? formula : result
    default: return formula
    }
  }

  private mutating func push(
    _ quantifier: Quantifier, _ variable: String, _ body: Formula
  ) -> Formula {
    switch (quantifier, body) {
    case (.forAll, .and(let parts)):
      changes += 1
      return Self.conjunction(parts.map { push(.forAll, variable, $0) })
    case (.exists, .and(let parts)):
      return split(quantifier, variable, body, parts, Self.conjunction)
    case (_, .or(let parts)):
      return split(quantifier, variable, body, parts, Self.disjunction)
    default:
      if occurs(variable, in: body) { return .quantified(quantifier, variable, body) }
      changes += 1
      return body
    }
  }

  /// Leaves only the parts that have the variable under the quantifier.
  private mutating func split(
    _ quantifier: Quantifier, _ variable: String, _ body: Formula, _ parts: [Formula],
    _ connective: ([Formula]) -> Formula
  ) -> Formula {
    var with: [Formula] = []
    var without: [Formula] = []
    for part in parts {
      if occurs(variable, in: part) { with.append(part) } else { without.append(part) }
    }
    if without.isEmpty { return .quantified(quantifier, variable, body) }
    changes += 1
    if with.isEmpty { return body }
    without.append(
      with.count == 1
        ? push(quantifier, variable, with[0])
        : .quantified(quantifier, variable, connective(with)))
    return connective(without)
  }

  private mutating func occurs(_ variable: String, in formula: Formula) -> Bool {
    guard budget > 0 else { return true }
    budget -= 1
    switch formula {
    case .constant: return false
    case .atom(.predicate(_, let arguments)):
      for argument in arguments where occurs(variable, in: argument) { return true }
      return false
    case .atom(.equality(let left, let right)):
      return occurs(variable, in: left) || occurs(variable, in: right)
    case .not(let body), .quantified(_, _, let body): return occurs(variable, in: body)
    case .and(let parts), .or(let parts):
      for part in parts where occurs(variable, in: part) { return true }
      return false
    case .implies(let left, let right), .iff(let left, let right), .xor(let left, let right):
      return occurs(variable, in: left) || occurs(variable, in: right)
    }
  }

  private mutating func occurs(_ variable: String, in term: Term) -> Bool {
    budget -= 1
    switch term {
    case .variable(let name): return name == variable
    case .application(_, let arguments):
      for argument in arguments where occurs(variable, in: argument) { return true }
      return false
    case .distinct: return false
    }
  }

  private static func conjunction(_ parts: [Formula]) -> Formula {
    var flat: [Formula] = []
    for part in parts {
      if case .and(let inner) = part { flat += inner } else { flat.append(part) }
    }
    return .and(flat)
  }

  private static func disjunction(_ parts: [Formula]) -> Formula {
    var flat: [Formula] = []
    for part in parts {
      if case .or(let inner) = part { flat += inner } else { flat.append(part) }
    }
    return .or(flat)
  }
}
