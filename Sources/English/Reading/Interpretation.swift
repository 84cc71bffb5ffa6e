// From what a sentence says to a formula.
//
//   all R are P      ∀x (R(x) → P(x))          some R are P    ∃x (R(x) ∧ P(x))
//   no R is P        ∀x (R(x) → ¬P(x))         only R are P    ∀x (P(x) → R(x))
//   not all R are P  ¬∀x (R(x) → P(x))         R are P         ∀x (R(x) → P(x))
//   if a R is P then it is Q                   ∀x (R(x) ∧ P(x) → Q(x))
//
// An indefinite subject of an if-clause is universal over the whole condition, as a pronoun in the
// main clause shows (Kamp 1981; the donkey sentences of Geach 1962). Pronouns are resolved in one case
// only: there is one thing they can stand for.

import Diagnostics
import FirstOrderLogic

/// Why a clause has no formula.
struct MeaningFault: Error {
  var code: DiagnosticCode
  /// Index of the word at fault, nil for the whole sentence.
  var word: Int?
  var message: String
  var hint: String?
}

/// How `either A or B` is read. Half of its uses exclude both and half don't, so that a problem is
/// decided in the weakest and in the strongest way (Entailment must agree on them).
enum EitherReading: CaseIterable, Sendable {
  /// Everywhere exclusive: what is shown.
  case exclusive
  /// Exclusive where that makes the sentence say more.
  case strongest
  /// Exclusive where that makes the sentence say less.
  case weakest
}

/// Turns the clauses of one sentence into a formula.
struct Interpreter {
  let vocabulary: Vocabulary
  let eitherReading: EitherReading
  /// Whether an `either` was met.
  var hasEither = false
  /// Whether the sentence says more when what is being read says more.
  var isPositive = true
  var isInsideEither = false
  var referents: [Referent] = []
  /// Variables of indefinite subjects that are quantified around the condition being read.
  var universals: [String] = []
  /// Those that a bare plural introduced and no pronoun took up yet.
  var loosePlurals: Set<String> = []
  var variables = 0
  /// Whether a predicate has a noun of its own that is no argument: `sends videos`. An object pronoun
  /// may stand for it.
  var hasHiddenNouns = false
  var place = Place.main

  enum Place { case main, antecedent, consequent }

  struct Referent {
    var term: Term
    var isIndefinite: Bool
    var isPlural = false
    /// Nil when it may be either.
    var isPerson: Bool?
    /// The words of an indefinite noun phrase.
    var noun: [String] = []
  }

  init(vocabulary: Vocabulary, eitherReading: EitherReading) {
    self.vocabulary = vocabulary
    self.eitherReading = eitherReading
  }

  /// The formula of a sentence.
  mutating func formula(_ clause: Clause) throws(MeaningFault) -> Formula {
    switch clause {
    case .says(let subject, let property): return try says(subject, property)
    case .exists(let property):
      let x = variable()
      return .exists(x, try apply(property, .variable(x)) ?? .equal(.variable(x), .variable(x)))
    case .not(let part):
      let before = universals.count
      let inner = try flipped { interpreter throws(MeaningFault) in
        try interpreter.formula(part)
      }
      guard universals.count == before else {
        throw MeaningFault(
          code: .ambiguousSentence, message: "something indefinite under a denied condition")
      }
      return .not(inner)
    case .and(let parts):
      var formulas: [Formula] = []
      for part in parts {
        let inner = try formula(part)
        if case .and(let inners) = inner { formulas += inners } else { formulas.append(inner) }
      }
      return .and(formulas)
    case .or(let parts):
      var formulas: [Formula] = []
      for part in parts { formulas.append(try formula(part)) }
      return .or(formulas)
    case .eitherOr(let left, let right):
      return try either { interpreter throws(MeaningFault) in
        (try interpreter.formula(left), try interpreter.formula(right))
      }
    case .exclusive(let left, let right): return .xor(try formula(left), try formula(right))
    case .implies(let left, let right): return try condition(left, right) { .implies($0, $1) }
    case .iff(let left, let right):
      isInsideEither = true
      defer { isInsideEither = false }
      return try condition(left, right) { .iff($0, $1) }
    }
  }

  mutating func condition(
    _ left: Clause, _ right: Clause, _ connect: (Formula, Formula) -> Formula
  ) throws(MeaningFault) -> Formula {
    guard place == .main, universals.isEmpty else {
      throw MeaningFault(code: .unreadSentence, message: "a condition inside of a condition")
    }
    place = .antecedent
    let antecedent = try flipped { interpreter throws(MeaningFault) in
      try interpreter.formula(left)
    }
    place = .consequent
    let consequent = try formula(right)
    place = .main
    guard loosePlurals.isEmpty else {
      throw MeaningFault(
        code: .ambiguousSentence,
        message: "whether the condition speaks of all or of any of them is not clear",
        hint: "take it up with `they`, or write `if someone` or `if all`")
    }
    let body = connect(antecedent, consequent)
    return universals.reversed().reduce(body) { .forAll($1, $0) }
  }

  mutating func says(
    _ subject: Subject, _ property: Property
  ) throws(MeaningFault) -> Formula {
    switch subject {
    case .name(let name):
      return try claim(property, try term(name))
    case .each(let names):
      var formulas: [Formula] = []
      for name in names {
        formulas.append(try claim(property, .constant(vocabulary.constant(name))))
      }
      return .and(formulas)
    case .none(let names):
      var formulas: [Formula] = []
      for name in names {
        formulas.append(.not(try claim(property, .constant(vocabulary.constant(name)))))
      }
      return .and(formulas)
    case .pronoun(let pronoun, let at):
      return try claim(property, try resolved(pronoun, at, besides: nil))
    case .quantified(let quantity, let restriction):
      return try quantified(quantity, restriction, property)
    case .indefinite(let restriction, let form):
      return try indefinite(restriction, form, property)
    }
  }

  mutating func quantified(
    _ quantity: Quantity, _ restriction: Property, _ property: Property
  ) throws(MeaningFault) -> Formula {
    let x = variable()
    let term = Term.variable(x)
    if quantity == .notAll { isPositive.toggle() }
    defer { if quantity == .notAll { isPositive.toggle() } }
    let inside = try signed(quantity == .some || quantity == .only) {
      interpreter throws(MeaningFault) in try interpreter.apply(restriction, term)
    }
    let outside = try signed(quantity != .no && quantity != .only) {
      interpreter throws(MeaningFault) in try interpreter.claim(property, term)
    }
    switch quantity {
    case .all: return .forAll(x, inside.map { .implies($0, outside) } ?? outside)
    case .no: return .forAll(x, inside.map { .implies($0, .not(outside)) } ?? .not(outside))
    case .some, .one: return .exists(x, inside.map { Self.conjunction($0, outside) } ?? outside)
    case .notAll: return .not(.forAll(x, inside.map { .implies($0, outside) } ?? outside))
    case .only:
      guard let inside else {
        throw MeaningFault(code: .ambiguousSentence, message: "`only` before what is everything")
      }
      return .forAll(x, .implies(outside, inside))
    }
  }

  mutating func indefinite(
    _ restriction: Property, _ form: Indefinite, _ property: Property
  ) throws(MeaningFault) -> Formula {
    if place == .antecedent {
      let x = variable()
      let term = Term.variable(x)
      universals.append(x)
      if form == .plural { loosePlurals.insert(x) }
      var isPerson: Bool?
      if case .somebody(let person) = form { isPerson = person }
      var noun: [String] = []
      if case .article(let words) = form { noun = words }
      remember(
        Referent(
          term: term, isIndefinite: true, isPlural: form == .plural, isPerson: isPerson, noun: noun)
      )
      let inside = try apply(restriction, term)
      let outside = try claim(property, term)
      return inside.map { Self.conjunction($0, outside) } ?? outside
    }
    switch form {
    case .plural: return try quantified(.all, restriction, property)
    case .any:
      guard isPositive else {
        throw MeaningFault(
          code: .ambiguousSentence, message: "whether `any` means every or some is not clear here",
          hint: "write `every` or `some`")
      }
      return try quantified(.all, restriction, property)
    case .somebody:
      // `Someone is either a cook or a guest` is often meant of everyone.
      guard !property.hasEither else {
        throw MeaningFault(
          code: .ambiguousSentence, message: "whether one or everyone is meant is not clear",
          hint: "write `everyone` or `there is someone who`")
      }
      return try quantified(.some, restriction, property)
    case .article:
      // `A cat is an animal` is said of every cat; `a cat is in the garden` of one.
      guard place == .main, case .phrase(let phrase) = property, phrase.category == .noun else {
        throw MeaningFault(
          code: .ambiguousSentence, message: "whether `a` means every or some is not clear here",
          hint: "write `every` or `some`")
      }
      return try quantified(.all, restriction, property)
    }
  }
}
