// How many clauses a formula has, and how many literals are in them, without making them.
//
//   p(A ∧ B) = p(A) + p(B)        p̄(A ∧ B) = p̄(A) p̄(B)        p̄(F) = p(¬F)
//   p(A ↔ B) = p̄(A) p(B) + p(A) p̄(B)
//
// (Nonnengart and Weidenbach 2001, section 4.) ⊤ and ⊥ count as a literal: so the number of literals
// bounds the size of the negation normal form as well, in which constants stay. Counts are doubles
// capped at 1e12: saturation with plain arithmetic, exact far beyond every limit that is compared to.

import FirstOrderLogic

/// Numbers of clauses and of literals of a formula and of its negation; upper bounds where literals
/// repeat or are constant.
struct ClauseEstimate {
  /// Clauses of the formula.
  private(set) var clauses: Double
  private var literals: Double
  private var negatedClauses: Double
  private var negatedLiterals: Double

  /// Whether distribution stays within what any formula without blow-up has.
  var isAffordable: Bool {
    clauses <= Double(Formula.maximumSize) && literals <= Double(5 * Formula.maximumSize)
  }

  /// Estimates a formula.
  ///
  /// - Complexity: O(size).
  init(_ formula: Formula) {
    switch formula {
    case .constant, .atom: self.init(1, 1, 1, 1)
    case .not(let body): self = ClauseEstimate(body).negated
    case .quantified(_, _, let body): self.init(body)
    case .and(let parts):
      self = parts.dropFirst().reduce(ClauseEstimate(parts[0])) { $0.and(ClauseEstimate($1)) }
    case .or(let parts):
      self = parts.dropFirst().reduce(ClauseEstimate(parts[0])) { $0.or(ClauseEstimate($1)) }
    case .implies(let left, let right):
      self = ClauseEstimate(left).negated.or(ClauseEstimate(right))
    case .iff(let left, let right): self = ClauseEstimate(left).iff(ClauseEstimate(right))
    case .xor(let left, let right): self = ClauseEstimate(left).iff(ClauseEstimate(right)).negated
    }
  }

  private init(
    _ clauses: Double, _ literals: Double, _ negatedClauses: Double, _ negatedLiterals: Double
  ) {
    self.clauses = min(clauses, 1e12)
    self.literals = min(literals, 1e12)
    self.negatedClauses = min(negatedClauses, 1e12)
    self.negatedLiterals = min(negatedLiterals, 1e12)
  }

  private var negated: ClauseEstimate {
    ClauseEstimate(negatedClauses, negatedLiterals, clauses, literals)
  }

  private func and(_ other: ClauseEstimate) -> ClauseEstimate {
    negated.or(other.negated).negated
  }

  private func or(_ other: ClauseEstimate) -> ClauseEstimate {
    ClauseEstimate(
      clauses * other.clauses, literals * other.clauses + clauses * other.literals,
      negatedClauses + other.negatedClauses, negatedLiterals + other.negatedLiterals)
  }

  private func iff(_ other: ClauseEstimate) -> ClauseEstimate {
    let forward = negated.or(other)
    let backward = or(other.negated)
    let same = or(other)
    let neither = negated.or(other.negated)
    return ClauseEstimate(
      forward.clauses + backward.clauses, forward.literals + backward.literals,
      same.clauses + neither.clauses, same.literals + neither.literals)
  }
}
