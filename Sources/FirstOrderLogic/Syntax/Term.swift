// Terms and atoms of first-order logic.
//
//   term ::= variable | f(term, ..., term) | "distinct object"
//   atom ::= p(term, ..., term) | term = term
//
// This is the syntax as people write it, with names as strings: what readers return, writers print
// and the kernel checks. Provers translate it once into an arena of their own (a shared tree costs 7
// times a flat one to walk); nothing hot runs over these trees.

/// A first-order term.
public indirect enum Term: Hashable, Sendable {
  /// A variable: in a formula what a quantifier binds, in a clause universally read.
  case variable(String)
  /// A function symbol applied to its arguments; a constant has none.
  case application(String, [Term])
  /// An object different from every other distinct object: `apple` for TPTP's `"apple"`, a number as
  /// its canonical spelling, and an object that looks like a number with its quotes: `5` is the
  /// number, `"5"` the object.
  case distinct(String)

  /// A constant.
  public static func constant(_ name: String) -> Term { .application(name, []) }
}

/// An atomic formula.
public enum Atom: Hashable, Sendable {
  /// A predicate symbol applied to its arguments; a proposition has none.
  case predicate(String, [Term])
  /// Equality. `s = t` and `t = s` are different atoms here, the same to every engine.
  case equality(Term, Term)
}

/// An atom or its negation.
public struct Literal: Hashable, Sendable {
  /// False for a negated atom.
  public var isPositive: Bool
  /// The atom.
  public var atom: Atom

  /// Makes a literal.
  public init(_ isPositive: Bool, _ atom: Atom) {
    self.isPositive = isPositive
    self.atom = atom
  }

  /// The literal with the opposite sign.
  public var negated: Literal { Literal(!isPositive, atom) }
}

extension Term {
  /// Calls `visit` on this term and each of its subterms, outermost first.
  public func forEachSubterm(_ visit: (Term) -> Void) {
    visit(self)
    if case .application(_, let arguments) = self {
      for argument in arguments { argument.forEachSubterm(visit) }
    }
  }

  /// The term with its variables replaced at once; variables without an entry stay.
  public func substituting(_ substitution: [String: Term]) -> Term {
    switch self {
    case .variable(let name): substitution[name] ?? self
    case .application(let name, let arguments):
      arguments.isEmpty
        ? self : .application(name, arguments.map { $0.substituting(substitution) })
    case .distinct: self
    }
  }

  /// Names of the variables that occur.
  public var variables: Set<String> {
    var names: Set<String> = []
    forEachSubterm { if case .variable(let name) = $0 { names.insert(name) } }
    return names
  }
}

extension Atom {
  /// The atom's arguments: a predicate's, or the two sides of an equality.
  public var arguments: [Term] {
    switch self {
    case .predicate(_, let arguments): arguments
    case .equality(let left, let right): [left, right]
    }
  }

  /// The atom with its variables replaced at once.
  public func substituting(_ substitution: [String: Term]) -> Atom {
    switch self {
    case .predicate(let name, let arguments):
      .predicate(name, arguments.map { $0.substituting(substitution) })
    case .equality(let left, let right):
      .equality(left.substituting(substitution), right.substituting(substitution))
    }
  }

  /// Names of the variables that occur.
  public var variables: Set<String> {
    arguments.reduce(into: []) { $0.formUnion($1.variables) }
  }
}
