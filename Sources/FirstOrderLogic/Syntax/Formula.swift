// Formulas of first-order logic.
//
//   formula ::= ⊤ | ⊥ | atom | ¬F | F1 ∧ ... ∧ Fn | F1 ∨ ... ∨ Fn | F ⊕ G | F → G | F ↔ G
//             | ∀x F | ∃x F                                                          (n >= 2)
//
// ∧ and ∨ are n-ary and flat only where the author wrote no brackets: `(a ∧ b) ∧ c` keeps its inner
// conjunction, so that parse(print(f)) = f holds to the letter, and a conjunction of a million parts
// is one level deep. F ← G is read as G → F; `∀x y F` as ∀x ∀y F.
//
// Readers limit the depth to `Formula.maximumDepth`, which every recursive walk may rely on.

/// A quantifier.
public enum Quantifier: Hashable, Sendable {
  /// ∀
  case forAll
  /// ∃
  case exists

  /// The other quantifier.
  public var dual: Quantifier { self == .forAll ? .exists : .forAll }
}

/// A first-order formula.
public indirect enum Formula: Hashable, Sendable {
  /// ⊤ or ⊥
  case constant(Bool)
  /// An atom.
  case atom(Atom)
  /// ¬F
  case not(Formula)
  /// F1 ∧ ... ∧ Fn, n at least 2.
  case and([Formula])
  /// F1 ∨ ... ∨ Fn, n at least 2.
  case or([Formula])
  /// F ⊕ G, exclusive or.
  case xor(Formula, Formula)
  /// F → G
  case implies(Formula, Formula)
  /// F ↔ G
  case iff(Formula, Formula)
  /// ∀x F or ∃x F
  case quantified(Quantifier, String, Formula)

  /// Deepest nesting of connectives, quantifiers and function symbols that readers accept.
  public static let maximumDepth = 2_000
  /// Most connectives, quantifiers and symbols that readers accept in one formula.
  public static let maximumSize = 400_000

  /// An atom of a predicate.
  public static func predicate(_ name: String, _ arguments: Term...) -> Formula {
    .atom(.predicate(name, arguments))
  }
  /// An equation.
  public static func equal(_ left: Term, _ right: Term) -> Formula { .atom(.equality(left, right)) }
  /// ∀x F
  public static func forAll(_ variable: String, _ body: Formula) -> Formula {
    .quantified(.forAll, variable, body)
  }
  /// ∃x F
  public static func exists(_ variable: String, _ body: Formula) -> Formula {
    .quantified(.exists, variable, body)
  }
}

extension Formula {
  /// The immediate subformulas, from left to right.
  public var children: [Formula] {
    switch self {
    case .constant, .atom: []
    case .not(let body), .quantified(_, _, let body): [body]
    case .and(let parts), .or(let parts): parts
    case .xor(let left, let right), .implies(let left, let right), .iff(let left, let right):
      [left, right]
    }
  }

  /// Calls `visit` on every atom, from left to right.
  public func forEachAtom(_ visit: (Atom) -> Void) {
    if case .atom(let atom) = self {
      visit(atom)
    } else {
      for child in children { child.forEachAtom(visit) }
    }
  }

  /// Names of the variables that occur free.
  public var freeVariables: Set<String> {
    var free: Set<String> = []
    collectFreeVariables(bound: [:], into: &free)
    return free
  }

  private func collectFreeVariables(bound: [String: Int], into free: inout Set<String>) {
    switch self {
    case .atom(let atom):
      for name in atom.variables where bound[name] == nil { free.insert(name) }
    case .quantified(_, let variable, let body):
      var inner = bound
      inner[variable, default: 0] += 1
      body.collectFreeVariables(bound: inner, into: &free)
    default:
      for child in children { child.collectFreeVariables(bound: bound, into: &free) }
    }
  }
}
