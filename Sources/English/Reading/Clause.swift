// What a sentence says, before its words have become symbols.
//
//   property ::= all of it | phrase | not P | P and ... | P or ... | either P or Q | verb + object NP
//   clause   ::= subject has property | not C | C and ... | C or ... | either C or D | if C then D
//
// Readings are compared as these trees: a sentence is read only when all ways through the grammar give
// the same one.

import Diagnostics

/// A name: a constant to be. Two mentions with the same words are the same thing.
struct Name: Hashable, Sendable {
  /// Its words, in lower case.
  var words: [String]
  /// Whether it is `the bear` and not `Anne`.
  var isDefinite: Bool
}

/// What a predicate applies to beside the subject.
enum Argument: Hashable, Sendable {
  case name(Name)
  /// The subject itself: `likes himself`.
  case subject
  /// `him`, `them`, `it`.
  case pronoun(Pronoun, at: Int)
}

/// A pronoun.
enum Pronoun: Hashable, Sendable { case person, thing, they }

/// Words that become one predicate symbol, with a gap for each argument.
struct Phrase: Hashable, Sendable {
  enum Category: Hashable, Sendable { case noun, adjective, verb, complement }
  /// The word that stands for an argument in `words`.
  static let gap = "_"

  /// The symbol's identity: words in lower case, the noun or the verb in its s-form.
  var words: [String]
  var arguments: [Argument]
  var category: Category
  /// The noun in the singular, where the text has it.
  var shown: [String]?

  /// Whether there are more words in it than a verb or a noun alone and what leads to its arguments.
  var hasHiddenNoun: Bool {
    guard category != .noun else { return false }
    return words.count { $0 != Self.gap && WordKind.kind(of: $0).isContent } > 1
  }

  static func == (left: Phrase, right: Phrase) -> Bool {
    left.words == right.words && left.arguments == right.arguments
      && (left.category == .verb) == (right.category == .verb)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(words)
    hasher.combine(arguments)
  }
}

/// What is said of one thing.
indirect enum Property: Hashable, Sendable {
  /// Nothing: `thing`, `people`, `someone`.
  case anything
  case phrase(Phrase)
  case not(Property)
  case and([Property])
  case or([Property])
  case eitherOr(Property, Property)
  /// One of them, but not both.
  case exclusive(Property, Property)
  /// The verb with an object that is quantified: `owns a dog`, `likes every cat`.
  case object(Phrase, Quantity, Property)
}

/// How many of what a noun phrase describes.
enum Quantity: Hashable, Sendable {
  case all, some, no, notAll, only
  /// `a`: some, and in an object never one and the same for all.
  case one
}

/// What a clause speaks of.
indirect enum Subject: Hashable, Sendable {
  case name(Name)
  case quantified(Quantity, Property)
  /// Someone, something, a dog, people: in an if-clause whichever one, elsewhere some or all.
  case indefinite(Property, Indefinite)
  case pronoun(Pronoun, at: Int)
  /// `Tom and Ann`.
  case each([Name])
  /// `neither Tom nor Ann`.
  case none(of: [Name])
}

/// How something indefinite was named.
enum Indefinite: Hashable, Sendable {
  /// `someone`, `something`: outside an if-clause there is one.
  case somebody(isPerson: Bool)
  /// `a dog`, with its words, by which `the dog` may take it up.
  case article([String])
  /// `anyone`, `any dog`: outside an if-clause every one.
  case any
  /// `dogs`: outside an if-clause all of them.
  case plural
}

/// A statement.
indirect enum Clause: Hashable, Sendable {
  case says(Subject, Property)
  case exists(Property)
  case not(Clause)
  case and([Clause])
  case or([Clause])
  case eitherOr(Clause, Clause)
  case exclusive(Clause, Clause)
  case implies(Clause, Clause)
  case iff(Clause, Clause)
}

extension Clause {
  /// The sentence with its one `or` exclusive, as `but not both` says; nil unless there is one.
  var madeExclusive: Clause? {
    switch self {
    case .says(let subject, let property):
      property.madeExclusive.map { .says(subject, $0) }
    case .or(let parts) where parts.count == 2: .exclusive(parts[0], parts[1])
    case .eitherOr(let left, let right): .exclusive(left, right)
    case .implies(let left, let right): right.madeExclusive.map { .implies(left, $0) }
    default: nil
    }
  }
}

extension Property {
  fileprivate var madeExclusive: Property? {
    switch self {
    case .or(let parts) where parts.count == 2: .exclusive(parts[0], parts[1])
    case .eitherOr(let left, let right): .exclusive(left, right)
    default: nil
    }
  }
}

extension Property {
  /// Whether an object's quantifier could also have the subject's in its scope.
  func hasOpenScope(under quantity: Quantity) -> Bool {
    switch self {
    case .anything, .phrase: false
    case .not(let part): part.hasOpenScope(under: quantity)
    case .and(let parts), .or(let parts): parts.contains { $0.hasOpenScope(under: quantity) }
    case .eitherOr(let left, let right), .exclusive(let left, let right):
      left.hasOpenScope(under: quantity) || right.hasOpenScope(under: quantity)
    case .object(_, let object, _):
      switch object {
      case .all, .no: quantity != .all
      case .some: quantity != .some
      default: false
      }
    }
  }

  var hasEither: Bool {
    switch self {
    case .eitherOr: true
    case .and(let parts), .or(let parts): parts.contains { $0.hasEither }
    case .not(let part): part.hasEither
    default: false
    }
  }

  var isNegative: Bool {
    switch self {
    case .not: true
    case .and(let parts), .or(let parts): parts.contains { $0.isNegative }
    case .eitherOr(let left, let right), .exclusive(let left, let right):
      left.isNegative || right.isNegative
    default: false
    }
  }
}
