// Facts and rules read as RuleTaker and ProofWriter read them: rules fire forwards only.
//
//   theory ::= ( fact | rule )*      fact ::= ∀* literal { ∧ literal }
//   rule   ::= ∀* ( body → literal { ∧ literal } )      body ::= literal | body ∧ body | body ∨ body
//
// Clark, Tafjord and Richardson (2020) and Tafjord, Dalvi and Clark (2021) label a statement True when
// chaining derives it, False when chaining derives its opposite, and unknown otherwise. So `¬P` is
// derived or not like any other atom, and nothing follows from a rule whose conclusion fails
// (contraposition) or by cases. The same is entailment once every `¬P(t)` is an atom `not_P(t)` of its
// own: what is left is a definite program, whose consequences are what chaining derives. What this
// calls True or False is so classically as well; it is weaker, never different.
//
// The statement asked about and its opposite must exclude each other for False to be a refutation: an
// exclusion of these two atoms is added as a premise.

extension Problem {
  /// The name of the premise that says that the conclusion and its opposite exclude each other.
  public static let exclusionName = "exclusion"

  /// The definite program of a theory of facts and rules; nil when it is none, or nothing is asked.
  ///
  /// - Complexity: O(symbols).
  public func ruleTheory() -> Problem? {
    guard let conclusion, let (_, asked) = conclusion.formula.literal,
      case .predicate(let name, let arguments) = asked, asked.isGround,
      !premises.contains(where: { $0.name == Self.exclusionName })
    else { return nil }
    var opposites = Opposites(taken: statements.map(\.formula))
    var theory = Problem(premises: [], conclusion: nil)
    for premise in premises {
      guard let formula = opposites.rule(premise.formula) else { return nil }
      theory.premises.append(Statement(name: premise.name, formula: formula, span: premise.span))
    }
    guard let formula = opposites.body(conclusion.formula) else { return nil }
    let opposite = Formula.atom(.predicate(opposites.name(name), arguments))
    theory.premises.append(
      Statement(name: Self.exclusionName, formula: .not(.and([.atom(asked), opposite]))))
    theory.conclusion = Statement(
      name: conclusion.name, formula: formula, span: conclusion.span)
    return theory
  }
}

/// Gives denied atoms predicates of their own.
private struct Opposites {
  private var names: [String: String] = [:]
  private var taken: Set<String> = []

  init(taken formulas: [Formula]) {
    for formula in formulas {
      formula.forEachAtom { atom in
        if case .predicate(let name, _) = atom { taken.insert(name) }
      }
    }
  }

  mutating func name(_ predicate: String) -> String {
    if let known = names[predicate] { return known }
    var name = "not_" + predicate
    while !taken.insert(name).inserted { name += "_" }
    names[predicate] = name
    return name
  }

  mutating func rule(_ formula: Formula) -> Formula? {
    switch formula {
    case .quantified(.forAll, let variable, let inner):
      return rule(inner).map { .quantified(.forAll, variable, $0) }
    case .implies(let premiss, let head):
      guard let premiss = body(premiss), let head = conjunction(head) else { return nil }
      return .implies(premiss, head)
    default: return conjunction(formula)
    }
  }

  private mutating func conjunction(_ formula: Formula) -> Formula? {
    guard case .and(let parts) = formula else { return literal(formula) }
    return all(parts) { $0.conjunction($1) }.map { .and($0) }
  }

  mutating func body(_ formula: Formula) -> Formula? {
    switch formula {
    case .and(let parts): all(parts) { $0.body($1) }.map { .and($0) }
    case .or(let parts): all(parts) { $0.body($1) }.map { .or($0) }
    default: literal(formula)
    }
  }

  private mutating func all(
    _ parts: [Formula], _ read: (inout Opposites, Formula) -> Formula?
  ) -> [Formula]? {
    var results: [Formula] = []
    for part in parts {
      guard let result = read(&self, part) else { return nil }
      results.append(result)
    }
    return results
  }

  private mutating func literal(_ formula: Formula) -> Formula? {
    guard let (isPositive, atom) = formula.literal, case .predicate(let name, let arguments) = atom
    else { return nil }
    return isPositive ? formula : .atom(.predicate(self.name(name), arguments))
  }
}

extension Formula {
  /// An atom, and whether it is asserted; nil for other formulas.
  fileprivate var literal: (isPositive: Bool, atom: Atom)? {
    switch self {
    case .atom(let atom): (true, atom)
    case .not(.atom(let atom)): (false, atom)
    default: nil
    }
  }
}

extension Atom {
  fileprivate var isGround: Bool {
    var isGround = true
    for argument in arguments {
      argument.forEachSubterm { if case .variable = $0 { isGround = false } }
    }
    return isGround
  }
}
