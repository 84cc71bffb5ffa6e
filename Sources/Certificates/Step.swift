// One step of a refutation, with everything the kernel needs to re-do it without search.
//
// Formula steps lead from a statement to a quantifier-free formula, clause steps from there to the
// empty clause:
//
//   premise | conclusion | negatedConclusion          the statement as the problem has it
//   definition       ∀x̄ (d(x̄) ↔ B), d fresh (or one direction of it)
//   renaming         subformulas replaced by the atoms of their definitions
//   negationNormalForm, miniscoping                    recomputed by the kernel, see
//                                                      Documentation/certificates.md
//   skolemization    ∃y G becomes G[y := sk(x̄)], sk fresh; ∀ is dropped
//   clause           one clause of the conjunctive normal form, variables renamed
//   distinctness     "a" ≠ "b" for two distinct objects
//   instantiation, resolution, paramodulation, equalityResolution, equalityFactoring
//   splitting        a part that shares no variable with the rest becomes its definition's atom
//
// A conclusion may hold more literals than its rule yields (weakening) and holds no literal twice;
// `s = t` and `t = s` are the same literal. So factoring, condensation and the removal of duplicates
// are instantiation; demodulation is paramodulation with a unit; subsumption resolution and unit
// deletion are resolution. This is the idea of Ivy (McCune and Shumsky 2000): the search may be as
// clever as it likes, its steps are few and plain.

import FirstOrderLogic

/// A variable's replacement, by name; variables without an entry stay.
public typealias Substitution = [String: Term]

/// One step of a refutation.
public struct Step: Hashable, Sendable {
  /// Its number, unique in the refutation and greater than its parents'.
  public var id: Int
  /// What it states.
  public var content: Content
  /// Why.
  public var rule: Rule

  /// What a step states: a formula, or a clause read universally.
  public enum Content: Hashable, Sendable {
    /// A formula; after Skolemization its free variables are read universally.
    case formula(Formula)
    /// A disjunction of literals; empty is ⊥.
    case clause([Literal])
  }

  /// Makes a step.
  public init(id: Int, content: Content, rule: Rule) {
    self.id = id
    self.content = content
    self.rule = rule
  }
}

/// Why a step holds. `Int`s named `parent` and the like are ids of earlier steps.
public enum Rule: Hashable, Sendable {
  /// A premise of the problem, by name.
  case premise(name: String)
  /// The conclusion, asserted.
  case conclusion
  /// ¬(conclusion).
  case negatedConclusion
  /// Introduces `symbol` as a name for a formula; the step's formula is ∀x̄ (d(x̄) ↔ B),
  /// ∀x̄ (d(x̄) → B) or ∀x̄ (B → d(x̄)). The same symbol may be introduced twice for the same x̄, B.
  case definition(symbol: String)
  /// Each replacement puts the atom of a definition in the place of its body.
  case renaming(parent: Int, replacements: [Replacement])
  /// Negation normal form.
  case negationNormalForm(parent: Int)
  /// Miniscoping of a formula in negation normal form.
  case miniscoping(parent: Int)
  /// Skolem symbols for the existential quantifiers of a formula in negation normal form, in
  /// preorder (outermost first, from left to right).
  case skolemization(parent: Int, symbols: [SkolemSymbol])
  /// A clause of the conjunctive normal form of a Skolemized formula, under a substitution.
  case clause(parent: Int, substitution: Substitution)
  /// Two distinct objects differ; no parent.
  case distinctness
  /// An instance, duplicate literals merged.
  case instantiation(parent: Int, substitution: Substitution)
  /// Resolution upon complementary literals.
  case resolution(left: Premiss, right: Premiss)
  /// Replaces an occurrence of one side of a positive equation by the other.
  case paramodulation(from: Premiss, leftToRight: Bool, into: Premiss, position: [Int])
  /// Drops a literal s ≠ s.
  case equalityResolution(parent: Premiss)
  /// From C ∨ s = t ∨ s' = t' with s and s' made equal: C ∨ t ≠ t' ∨ s' = t'. Each equation is read
  /// from right to left when its flag says so.
  case equalityFactoring(
    parent: Premiss, isReversed: Bool, other: Int, otherIsReversed: Bool)
  /// From P ∨ R without a common variable, and a definition d ↔ ∀x̄ B with all of Pσ in the clause B:
  /// d ∨ R. `literals` are the indices of P, and the substitution is one of its variables.
  case splitting(parent: Int, literals: [Int], substitution: Substitution, definition: Int)
}

/// A parent of an inference: the clause, the literal acted on and the substitution applied.
public struct Premiss: Hashable, Sendable {
  /// Id of the clause's step.
  public var step: Int
  /// Index of the literal in that step's clause, from 0.
  public var literal: Int
  /// Replaces the variables of that clause by terms over the conclusion's variables.
  public var substitution: Substitution

  /// Makes a parent.
  public init(step: Int, literal: Int, substitution: Substitution) {
    self.step = step
    self.literal = literal
    self.substitution = substitution
  }
}

/// One replacement of a renaming step.
public struct Replacement: Hashable, Sendable {
  /// Id of the definition's step.
  public var definition: Int
  /// Path of the replaced subformula in the parent formula: indices into `Formula.children`. Paths
  /// of one step name disjoint subformulas, given from left to right.
  public var path: [Int]

  /// Makes a replacement.
  public init(definition: Int, path: [Int]) {
    self.definition = definition
    self.path = path
  }
}

/// A Skolem symbol with the universal variables it depends on.
public struct SkolemSymbol: Hashable, Sendable {
  /// A function symbol that occurs nowhere before.
  public var name: String
  /// At least the free variables of the quantified formula, outer Skolem terms put in.
  public var arguments: [String]

  /// Makes a Skolem symbol.
  public init(name: String, arguments: [String]) {
    self.name = name
    self.arguments = arguments
  }
}

extension Rule {
  /// Ids of the steps this one follows from, each once, in the rule's order.
  public var parents: [Int] {
    switch self {
    case .premise, .conclusion, .negatedConclusion, .definition, .distinctness: []
    case .renaming(let parent, let replacements):
      replacements.reduce(into: [parent]) {
        if !$0.contains($1.definition) { $0.append($1.definition) }
      }
    case .negationNormalForm(let parent), .miniscoping(let parent), .skolemization(let parent, _),
      .clause(let parent, _), .instantiation(let parent, _):
      [parent]
    case .resolution(let left, let right):
      left.step == right.step ? [left.step] : [left.step, right.step]
    case .paramodulation(let from, _, let into, _):
      from.step == into.step ? [from.step] : [from.step, into.step]
    case .equalityResolution(let parent), .equalityFactoring(let parent, _, _, _): [parent.step]
    case .splitting(let parent, _, _, let definition): [parent, definition]
    }
  }
}
