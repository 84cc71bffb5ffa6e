// Literals with one subject, said as one predicate of it.
//
//   Kind(x) ∧ Big(x)            is kind and big
//   Kind(x) ∧ Likes(x, bob)     is kind and likes Bob
//   Kind(x) ∨ Big(x)            is kind or big (or both)
//   Kind(x) ⊕ Big(x)            is either kind or big but not both

import FirstOrderLogic

/// Literals with one subject and how they are joined.
struct VerbPhraseGroup {
  enum Joint {
    case all, any, exclusive
  }

  var joint: Joint
  var literals: [Literal]

  /// The literal of a group of one.
  var single: Literal? { literals.count == 1 ? literals[0] : nil }

  /// Whether no literal is negated.
  var isPositive: Bool { literals.allSatisfy(\.isPositive) }

  /// The conjunction of some literals, of which there is at least one.
  init(_ literals: [Literal]) {
    joint = .all
    self.literals = literals
  }

  /// The literals of a formula that is one, a conjunction, a disjunction or an exclusive or of them;
  /// nil for any other formula.
  init?(_ formula: Formula) {
    switch formula {
    case .and(let parts):
      // The inner conjunctions that brackets made are the same conjunction.
      let flat = parts.flatMap { part in if case .and(let inner) = part { inner } else { [part] } }
      self.init(.all, flat)
    case .or(let parts):
      let flat = parts.flatMap { part in if case .or(let inner) = part { inner } else { [part] } }
      self.init(.any, flat)
    case .xor(let left, let right): self.init(.exclusive, [left, right])
    default: self.init(.all, [formula])
    }
  }

  private init?(_ joint: Joint, _ parts: [Formula]) {
    let literals = parts.compactMap { Literal($0) }
    guard literals.count == parts.count, !literals.isEmpty else { return nil }
    self.joint = joint
    self.literals = literals
  }

  /// The group with every literal turned so that the variable is its subject; nil where one can't be.
  func about(_ variable: String) -> VerbPhraseGroup? {
    var turned = self
    turned.literals = literals.compactMap { $0.about(variable) }
    return turned.literals.count == literals.count ? turned : nil
  }

  /// The subject that all literals have; nil when they differ or one has none.
  var commonSubject: Term? {
    guard let subject = literals[0].atom.arguments.first,
      literals.allSatisfy({ $0.atom.arguments.first == subject })
    else { return nil }
    return subject
  }
}

extension Literal {
  /// The literal that a formula is.
  init?(_ formula: Formula) {
    switch formula {
    case .atom(let atom): self.init(true, atom)
    case .not(.atom(let atom)): self.init(false, atom)
    default: return nil
    }
  }

  /// The literal with the variable as its subject, which elsewhere in it may only be an argument by
  /// itself ("likes itself"); of an equation the sides may change places.
  func about(_ variable: String) -> Literal? {
    let subject = Term.variable(variable)
    if case .equality(let left, let right) = atom, right == subject, left != subject {
      return Literal(isPositive, .equality(right, left)).about(variable)
    }
    guard atom.arguments.first == subject,
      atom.arguments.dropFirst().allSatisfy({ $0 == subject || !$0.variables.contains(variable) })
    else { return nil }
    return self
  }

  /// Which argument, not the first, the variable is; nil when it isn't exactly one.
  func objectIndex(of variable: String) -> Int? {
    let places = atom.arguments.indices.filter { atom.arguments[$0].variables.contains(variable) }
    guard places.count == 1, places[0] > 0, atom.arguments[places[0]] == .variable(variable) else {
      return nil
    }
    return places[0]
  }

  /// Whether an argument is other than the variable.
  func mentionsOthers(than variable: String) -> Bool {
    atom.arguments.contains { $0 != .variable(variable) }
  }
}
