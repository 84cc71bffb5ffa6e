// Negation normal form: literals, ∧, ∨, ∀, ∃ and constants; ∧ and ∨ flat.
//
// N of Documentation/certificates.md. A ↔ B becomes (¬A ∨ B) ∧ (A ∨ ¬B) and its negation
// (A ∨ B) ∧ (¬A ∨ ¬B), a conjunction whichever the sign: so both copies of a bound variable stand in
// different conjuncts and never meet in one clause, and no renaming apart is needed. The other form,
// (A ∧ B) ∨ (¬A ∧ ¬B), would give twice the clauses, half of them tautologies.

import FirstOrderLogic

extension Formula {
  /// Whether N leaves the formula as it is.
  ///
  /// - Complexity: O(size).
  var isInNegationNormalForm: Bool {
    switch self {
    case .constant, .atom, .not(.atom): true
    case .not, .implies, .iff, .xor: false
    case .quantified(_, _, let body): body.isInNegationNormalForm
    case .and(let parts):
      parts.allSatisfy { if case .and = $0 { false } else { $0.isInNegationNormalForm } }
    case .or(let parts):
      parts.allSatisfy { if case .or = $0 { false } else { $0.isInNegationNormalForm } }
    }
  }

  /// N(self, sign).
  ///
  /// - Complexity: O(size of the result).
  func negationNormalForm(_ sign: Bool = true) -> Formula {
    switch self {
    case .constant(let value): return .constant(value == sign)
    case .atom: return sign ? self : .not(self)
    case .not(let body): return body.negationNormalForm(!sign)
    case .quantified(let quantifier, let variable, let body):
      return .quantified(
        sign ? quantifier : quantifier.dual, variable, body.negationNormalForm(sign))
    case .and: return Self.flat(sign) { appendParts(of: sign, sign, to: &$0) }
    case .or, .implies: return Self.flat(!sign) { appendParts(of: !sign, sign, to: &$0) }
    case .iff, .xor: return Self.flat(true) { appendParts(of: true, sign, to: &$0) }
    }
  }

  private static func flat(_ isConjunction: Bool, _ fill: (inout [Formula]) -> Void) -> Formula {
    var parts: [Formula] = []
    fill(&parts)
    return isConjunction ? .and(parts) : .or(parts)
  }

  /// Appends N(self, sign), or its parts when it is itself the connective that `isConjunction` names.
  private func appendParts(of isConjunction: Bool, _ sign: Bool, to parts: inout [Formula]) {
    switch self {
    case .not(let body): body.appendParts(of: isConjunction, !sign, to: &parts)
    case .and(let own) where isConjunction == sign:
      for part in own { part.appendParts(of: isConjunction, sign, to: &parts) }
    case .or(let own) where isConjunction != sign:
      for part in own { part.appendParts(of: isConjunction, sign, to: &parts) }
    case .implies(let left, let right) where isConjunction != sign:
      left.appendParts(of: isConjunction, !sign, to: &parts)
      right.appendParts(of: isConjunction, sign, to: &parts)
    case .iff(let left, let right) where isConjunction:
      parts.append(Self.disjunction(left, !sign, right, true))
      parts.append(Self.disjunction(left, sign, right, false))
    case .xor(let left, let right) where isConjunction:
      parts.append(Self.disjunction(left, sign, right, true))
      parts.append(Self.disjunction(left, !sign, right, false))
    default: parts.append(negationNormalForm(sign))
    }
  }

  private static func disjunction(
    _ left: Formula, _ leftSign: Bool, _ right: Formula, _ rightSign: Bool
  ) -> Formula {
    flat(false) {
      left.appendParts(of: false, leftSign, to: &$0)
      right.appendParts(of: false, rightSign, to: &$0)
    }
  }
}
