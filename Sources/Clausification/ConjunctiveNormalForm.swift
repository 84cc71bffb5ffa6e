// Clauses of a quantifier-free formula in negation normal form.
//
//   A ∨ (B ∧ C)  →  (A ∨ B), (A ∨ C)
//
// A clause is a way of choosing one part of every conjunction met on the way down; the choices are
// enumerated depth-first with one buffer, so that no intermediate products are stored. Then repeated
// literals go, and clauses that hold in every interpretation. `t ≠ t` stays: to drop it is an
// inference (equality resolution), which the provers do with a step of its own.

import Certificates
import FirstOrderLogic

extension Formula {
  /// The clauses in the order of their choices, repetitions and tautologies included.
  ///
  /// - Complexity: O(total length of the clauses).
  func distributed() -> [[Literal]] {
    var distribution = Distribution()
    distribution.enumerate([self])
    return distribution.clauses
  }
}

private struct Distribution {
  var clauses: [[Literal]] = []
  private var literals: [Literal] = []

  /// Adds all clauses of the literals chosen so far and the disjunction of `pending`, a stack.
  mutating func enumerate(_ pending: [Formula]) {
    var pending = pending
    while let formula = pending.popLast() {
      switch formula {
      case .constant(true): return
      case .constant(false): break
      case .atom(let atom): literals.append(Literal(true, atom))
      case .not(.atom(let atom)): literals.append(Literal(false, atom))
      case .or(let parts): pending += parts.reversed()
      case .and(let parts):
        let chosen = literals.count
        for part in parts {
          pending.append(part)
          enumerate(pending)
          pending.removeLast()
          literals.removeLast(literals.count - chosen)
        }
        return
      default: preconditionFailure("not quantifier-free in negation normal form")
      }
    }
    clauses.append(literals)
  }
}

extension [Literal] {
  /// The clause without repeated literals, or nil when it is a tautology: it has a literal and its
  /// complement, or `t = t`. `s = t` and `t = s` are one literal.
  ///
  /// - Complexity: O(length), quadratic below a length of 16 where that is faster.
  func withoutRepetitions() -> [Literal]? {
    for literal in self where literal.isPositive {
      if case .equality(let left, let right) = literal.atom, left == right { return nil }
    }
    if count <= 1 { return self }
    var kept: [Literal] = []
    kept.reserveCapacity(count)
    if count <= 16 {
      next: for literal in self {
        for other in kept where other.atom.isSame(as: literal.atom) {
          if other.isPositive != literal.isPositive { return nil }
          continue next
        }
        kept.append(literal)
      }
      return kept
    }
    var signs: [Atom: Bool] = [:]
    for literal in self {
      if let sign = signs[literal.atom] ?? signs[literal.atom.turned] {
        if sign != literal.isPositive { return nil }
      } else {
        signs[literal.atom] = literal.isPositive
        kept.append(literal)
      }
    }
    return kept
  }

  /// The clause with its variables renamed to `X0`, `X1`, ... by first occurrence, and the renaming.
  func withNumberedVariables() -> (literals: [Literal], substitution: Substitution) {
    var substitution: Substitution = [:]
    let literals = map { literal in
      literal.atom.isGround
        ? literal : Literal(literal.isPositive, literal.atom.numbered(&substitution))
    }
    return (literals, substitution)
  }
}

extension Atom {
  /// Whether the atoms are equal, equations read in either direction.
  fileprivate func isSame(as other: Atom) -> Bool {
    switch (self, other) {
    case (.predicate(let name, let arguments), .predicate(let otherName, let otherArguments)):
      name == otherName && arguments == otherArguments
    case (.equality(let left, let right), .equality(let otherLeft, let otherRight)):
      (left == otherLeft && right == otherRight) || (left == otherRight && right == otherLeft)
    default: false
    }
  }

  /// An equation read from right to left; a predicate's atom as it is.
  fileprivate var turned: Atom {
    if case .equality(let left, let right) = self { .equality(right, left) } else { self }
  }

  fileprivate var isGround: Bool {
    switch self {
    case .predicate(_, let arguments): arguments.allSatisfy(\.isGround)
    case .equality(let left, let right): left.isGround && right.isGround
    }
  }

  fileprivate func numbered(_ substitution: inout Substitution) -> Atom {
    switch self {
    case .predicate(let name, let arguments):
      .predicate(name, arguments.map { $0.numbered(&substitution) })
    case .equality(let left, let right):
      .equality(left.numbered(&substitution), right.numbered(&substitution))
    }
  }
}

extension Term {
  fileprivate var isGround: Bool {
    switch self {
    case .variable: false
    case .application(_, let arguments): arguments.allSatisfy(\.isGround)
    case .distinct: true
    }
  }

  fileprivate func numbered(_ substitution: inout Substitution) -> Term {
    switch self {
    case .variable(let name):
      if let known = substitution[name] { return known }
      let variable = Term.variable("X\(substitution.count)")
      substitution[name] = variable
      return variable
    case .application(let name, let arguments):
      return arguments.isEmpty
        ? self : .application(name, arguments.map { $0.numbered(&substitution) })
    case .distinct: return self
    }
  }
}
