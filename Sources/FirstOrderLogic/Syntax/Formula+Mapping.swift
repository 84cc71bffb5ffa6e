// Rebuilds formulas with their atoms or terms replaced, for the repairs that rename symbols.

extension Formula {
  /// The formula with every atom replaced.
  func mappingAtoms(_ transform: (Atom) -> Atom) -> Formula {
    switch self {
    case .constant: self
    case .atom(let atom): .atom(transform(atom))
    case .not(let body): .not(body.mappingAtoms(transform))
    case .and(let parts): .and(parts.map { $0.mappingAtoms(transform) })
    case .or(let parts): .or(parts.map { $0.mappingAtoms(transform) })
    case .xor(let left, let right):
      .xor(left.mappingAtoms(transform), right.mappingAtoms(transform))
    case .implies(let left, let right):
      .implies(left.mappingAtoms(transform), right.mappingAtoms(transform))
    case .iff(let left, let right):
      .iff(left.mappingAtoms(transform), right.mappingAtoms(transform))
    case .quantified(let quantifier, let name, let body):
      .quantified(quantifier, name, body.mappingAtoms(transform))
    }
  }
}

extension Atom {
  /// The atom with every subterm of its arguments replaced, innermost first.
  func mappingTerms(_ transform: (Term) -> Term) -> Atom {
    switch self {
    case .predicate(let name, let arguments):
      .predicate(name, arguments.map { $0.mappingSubterms(transform) })
    case .equality(let left, let right):
      .equality(left.mappingSubterms(transform), right.mappingSubterms(transform))
    }
  }
}

extension Term {
  fileprivate func mappingSubterms(_ transform: (Term) -> Term) -> Term {
    switch self {
    case .variable, .distinct: transform(self)
    case .application(let name, let arguments):
      transform(.application(name, arguments.map { $0.mappingSubterms(transform) }))
    }
  }
}
