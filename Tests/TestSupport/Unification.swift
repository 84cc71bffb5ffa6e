// A small unification (Robinson 1965) for tests that make inferences; nothing of the provers.

import FirstOrderLogic

/// A most general unifier under construction: triangular, applied by `resolve`.
public struct Unifier {
  private var bindings: [String: Term] = [:]

  /// The empty substitution.
  public init() {}

  /// The term with all bindings put in.
  public func resolve(_ term: Term) -> Term {
    switch term {
    case .variable(let name): bindings[name].map(resolve) ?? term
    case .application(let name, let arguments): .application(name, arguments.map(resolve))
    case .distinct: term
    }
  }

  /// Makes two terms equal, or returns false.
  public mutating func unify(_ left: Term, _ right: Term) -> Bool {
    let (left, right) = (resolve(left), resolve(right))
    if left == right { return true }
    switch (left, right) {
    case (.variable(let name), let term), (let term, .variable(let name)):
      if term.variables.contains(name) { return false }
      bindings[name] = term
      return true
    case (.application(let one, let arguments), .application(let other, let others))
    where one == other && arguments.count == others.count:
      for (argument, other) in zip(arguments, others) where !unify(argument, other) {
        return false
      }
      return true
    default: return false
    }
  }

  /// Makes two atoms equal, or returns false.
  public mutating func unify(_ left: Atom, _ right: Atom) -> Bool {
    switch (left, right) {
    case (.predicate(let name, let arguments), .predicate(let other, let others)):
      unify(.application(name, arguments), .application(other, others))
    case (.equality(let s, let t), .equality(let u, let v)): unify(s, u) && unify(t, v)
    default: false
    }
  }
}
