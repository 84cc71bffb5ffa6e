// The rules that yield clauses. Each computes what must stand in the conclusion; the conclusion may
// hold more (weakening). With Lσ and L'τ complementary, and the equations read as the step says:
//
//   clause               F quantifier-free, covers(Fσ, C)                        yields C
//   distinctness         "a" ≠ "b"
//   instantiation        C                                                       yields Cσ
//   resolution           C ∨ L,  D ∨ L'                                          yields Cσ ∪ Dτ
//   paramodulation       C ∨ s = t,  D ∨ L, Lτ at the position is sσ    yields Cσ ∪ Dτ ∪ {Lτ[tσ]}
//   equality resolution  C ∨ s ≠ t, sσ = tσ                                      yields Cσ
//   equality factoring   C ∨ s = t ∨ s' = t', sσ = s'σ           yields (C ∨ t ≠ t' ∨ s' = t')σ
//   splitting            see Splitting.swift
//
// Robinson 1965; Robinson and Wos 1969; Bachmair and Ganzinger 1994. No ordering condition is
// checked: orders limit the search, soundness doesn't need them.

import Certificates
import FirstOrderLogic

/// A step's clause as a set; an equation stands in it both ways round.
struct ClauseConclusion {
  private var literals: Set<Literal> = []

  /// Refuses a clause that holds a literal twice.
  init(_ clause: [Literal]) throws(Rejection) {
    for literal in clause {
      guard literals.insert(literal).inserted else {
        throw Rejection("its clause holds a literal twice")
      }
      if case .equality(let left, let right) = literal.atom {
        literals.insert(Literal(literal.isPositive, .equality(right, left)))
      }
    }
  }

  func contains(_ literal: Literal) -> Bool { literals.contains(literal) }

  /// Whether it holds `"a" != "b"` for two distinct objects.
  var separatesDistinctObjects: Bool {
    literals.contains {
      if case .equality(.distinct(let left), .distinct(let right)) = $0.atom {
        !$0.isPositive && left != right
      } else {
        false
      }
    }
  }
}

extension RefutationChecker {
  mutating func checkClause(
    _ conclusion: ClauseConclusion, _ rule: Rule
  ) throws(Rejection) {
    switch rule {
    case .clause(let parent, let substitution):
      guard try covers(parent, substitution, conclusion) else {
        throw Rejection("it is no clause of its parent")
      }
    case .distinctness:
      guard conclusion.separatesDistinctObjects else {
        throw Rejection("it doesn't separate two distinct objects")
      }
    case .instantiation(let parent, let substitution):
      try require(conclusion, holds: try instance(ofClause: parent, substitution))
    case .resolution(let left, let right): try checkResolution(conclusion, left, right)
    case .paramodulation(let from, let leftToRight, let into, let position):
      try checkParamodulation(conclusion, from, leftToRight, into, position)
    case .equalityResolution(let parent):
      var (rest, literal) = (
        try instance(ofClause: parent.step, parent.substitution), parent.literal
      )
      guard let (left, right) = rest.equation(literal, positive: false), left == right else {
        throw Rejection("its literal is no s != s")
      }
      rest.remove(at: literal)
      try require(conclusion, holds: rest)
    case .equalityFactoring(let parent, let isReversed, let other, let otherIsReversed):
      try checkFactoring(conclusion, parent, isReversed, other, otherIsReversed)
    case .splitting(let parent, let literals, let substitution, let definition):
      let consequence = try split(parent, literals, substitution, definition)
      try require(conclusion, holds: consequence)
    case .premise, .conclusion, .negatedConclusion, .definition, .renaming, .negationNormalForm,
      .miniscoping, .skolemization:
      throw Rejection("its rule yields a formula, not a clause")
    }
  }

  private mutating func checkResolution(
    _ conclusion: ClauseConclusion, _ left: Premiss, _ right: Premiss
  ) throws(Rejection) {
    var first = try instance(ofClause: left.step, left.substitution)
    var second = try instance(ofClause: right.step, right.substitution)
    guard first.indices.contains(left.literal), second.indices.contains(right.literal) else {
      throw Rejection("a literal's index is out of range")
    }
    let literal = first.remove(at: left.literal)
    guard try ClauseConclusion([literal.negated]).contains(second.remove(at: right.literal)) else {
      throw Rejection("the literals are not complementary")
    }
    try require(conclusion, holds: first + second)
  }

  private mutating func checkParamodulation(
    _ conclusion: ClauseConclusion, _ from: Premiss, _ leftToRight: Bool, _ into: Premiss,
    _ position: [Int]
  ) throws(Rejection) {
    var first = try instance(ofClause: from.step, from.substitution)
    var second = try instance(ofClause: into.step, into.substitution)
    guard let (left, right) = first.equation(from.literal, positive: true) else {
      throw Rejection("it rewrites with a literal that is no equation")
    }
    guard second.indices.contains(into.literal) else {
      throw Rejection("a literal's index is out of range")
    }
    let (old, new) = leftToRight ? (left, right) : (right, left)
    guard
      let rewritten = second[into.literal].replacing(old, at: position[...], by: new)
    else { throw Rejection("the equation's side doesn't stand at the position") }
    first.remove(at: from.literal)
    second[into.literal] = rewritten
    try require(conclusion, holds: first + second)
  }

  private mutating func checkFactoring(
    _ conclusion: ClauseConclusion, _ parent: Premiss, _ isReversed: Bool, _ other: Int,
    _ otherIsReversed: Bool
  ) throws(Rejection) {
    var rest = try instance(ofClause: parent.step, parent.substitution)
    guard parent.literal != other, let one = rest.equation(parent.literal, positive: true),
      let two = rest.equation(other, positive: true)
    else { throw Rejection("it factors what are not two equations") }
    let (s, t) = isReversed ? (one.1, one.0) : one
    let (otherS, otherT) = otherIsReversed ? (two.1, two.0) : two
    guard s == otherS else { throw Rejection("the equations' sides are not the same") }
    rest[parent.literal] = Literal(false, .equality(t, otherT))
    try require(conclusion, holds: rest)
  }

  private func require(
    _ conclusion: ClauseConclusion, holds literals: [Literal]
  ) throws(Rejection) {
    guard literals.allSatisfy(conclusion.contains) else {
      throw Rejection("its clause lacks a literal that its rule yields")
    }
  }
}
