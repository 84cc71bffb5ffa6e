// How many clauses a formula has, and how many symbols are in them, without making them.
//
//   p(A ∧ B) = p(A) + p(B)        p̄(A ∧ B) = p̄(A) p̄(B)        p̄(F) = p(¬F)
//   p(A ↔ B) = p̄(A) p(B) + p(A) p̄(B)
//
// (Nonnengart and Weidenbach 2001, section 4.) ⊤ and ⊥ count as a literal: so the number of symbols
// bounds the size of the negation normal form as well, in which constants stay. Counts are doubles
// capped at 1e12: saturation with plain arithmetic, exact far beyond every limit that is compared to.

import FirstOrderLogic

/// Numbers of clauses and of symbols of a formula and of its negation; upper bounds where literals
/// repeat or are constant.
struct ClauseEstimate {
  /// Clauses of the formula.
  private(set) var clauses: Double
  private var symbols: Double
  private var negatedClauses: Double
  private var negatedSymbols: Double

  /// Whether distribution stays within what any formula without blow-up has.
  var isAffordable: Bool {
    symbols <= Double(10 * Formula.maximumSize)
  }

  /// Estimates a formula.
  ///
  /// - Complexity: O(size).
  init(_ formula: Formula) {
    switch formula {
    case .constant: self.init(1, 1, 1, 1)
    case .atom(let atom):
      let size = Double(atom.symbolCount)
      self.init(1, size, 1, size)
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
    _ clauses: Double, _ symbols: Double, _ negatedClauses: Double, _ negatedSymbols: Double
  ) {
    self.clauses = min(clauses, 1e12)
    self.symbols = min(symbols, 1e12)
    self.negatedClauses = min(negatedClauses, 1e12)
    self.negatedSymbols = min(negatedSymbols, 1e12)
  }

  private var negated: ClauseEstimate {
    ClauseEstimate(negatedClauses, negatedSymbols, clauses, symbols)
  }

  private func and(_ other: ClauseEstimate) -> ClauseEstimate {
    negated.or(other.negated).negated
  }

  private func or(_ other: ClauseEstimate) -> ClauseEstimate {
    ClauseEstimate(
      clauses * other.clauses, symbols * other.clauses + clauses * other.symbols,
      negatedClauses + other.negatedClauses, negatedSymbols + other.negatedSymbols)
  }

  private func iff(_ other: ClauseEstimate) -> ClauseEstimate {
    let forward = negated.or(other)
    let backward = or(other.negated)
    let same = or(other)
    let neither = negated.or(other.negated)
    return ClauseEstimate(
      forward.clauses + backward.clauses, forward.symbols + backward.symbols,
      same.clauses + neither.clauses, same.symbols + neither.symbols)
  }
}

extension Atom {
  /// Number of symbols and variables that occur.
  fileprivate var symbolCount: Int {
    switch self {
    case .predicate(_, let arguments): arguments.reduce(1) { $0 + $1.symbolCount }
    case .equality(let left, let right): 1 + left.symbolCount + right.symbolCount
    }
  }
}

extension Term {
  fileprivate var symbolCount: Int {
    if case .application(_, let arguments) = self {
      arguments.reduce(1) { $0 + $1.symbolCount }
    } else {
      1
    }
  }
}
