// Literals, verb phrases and terms in English.

import FirstOrderLogic

extension FormulaVerbalizer {
  /// A literal as a clause: "Bob likes Ann", `"P" does not hold`.
  func text(_ literal: Literal, _ scope: Scope) -> String {
    guard let subject = literal.atom.arguments.first else {
      guard case .predicate(let name, _) = literal.atom else {
        fatalError("an equation has arguments")
      }
      return PredicatePhrase.quotation(name) + (literal.isPositive ? " holds" : " does not hold")
    }
    let arguments = literal.atom.arguments.map { term($0, scope) }
    return term(subject, scope) + " " + phrase(literal.atom).text(literal.isPositive, arguments)
  }

  /// A literal's verb phrase; the subject where it comes again is "itself".
  func verbPhrase(_ literal: Literal, _ scope: Scope, isPositive: Bool? = nil) -> String {
    let subject = literal.atom.arguments.first
    var isFirst = true
    let arguments = literal.atom.arguments.map { argument in
      defer { isFirst = false }
      return !isFirst && argument == subject ? "itself" : term(argument, scope)
    }
    return phrase(literal.atom).text(isPositive ?? literal.isPositive, arguments)
  }

  /// A literal as a clause with another word in the place of one argument: "Bob likes something".
  func text(
    _ literal: Literal, _ scope: Scope, replacing index: Int, by word: String
  ) -> String {
    var arguments = literal.atom.arguments.enumerated().map { place, argument in
      place == index ? word : term(argument, scope)
    }
    if index == 0 { arguments[0] = word }
    return arguments[0] + " " + phrase(literal.atom).text(true, arguments)
  }

  /// Several verb phrases of one subject.
  func text(_ group: VerbPhraseGroup, _ context: Context, _ scope: Scope) -> String {
    let suffix = group.joint == .any ? Self.inclusion(group.literals.count, context) : ""
    if let literal = group.single { return verbPhrase(literal, scope) }
    if let complements = complements(group) {
      switch group.joint {
      case .all: return "is " + Self.joined(complements, "and")
      case .any: return "is " + Self.joined(complements, "or") + suffix
      case .exclusive: return "is either " + Self.joined(complements, "or") + " but not both"
      }
    }
    let phrases = group.literals.map { verbPhrase($0, scope) }
    switch group.joint {
    case .all: return Self.joined(phrases, "and")
    case .any: return Self.joined(phrases, "or") + suffix
    case .exclusive: return "either " + Self.joined(phrases, "or") + " but not both"
    }
  }

  /// What follows "is" in each phrase, where all of them are "is" and a word without arguments.
  func complements(_ group: VerbPhraseGroup) -> [String]? {
    guard group.isPositive, group.literals.count > 1 else { return nil }
    let complements = group.literals.compactMap { literal -> String? in
      guard case .predicate(_, let arguments) = literal.atom, arguments.count == 1 else {
        return nil
      }
      return phrase(literal.atom).complement
    }
    return complements.count == group.literals.count ? complements : nil
  }

  /// The phrase of an atom with arguments.
  func phrase(_ atom: Atom) -> PredicatePhrase {
    switch atom {
    case .predicate(let name, let arguments): lexicon.phrase(name, arity: arguments.count)
    case .equality: PredicatePhrase(.copula, [.words("the same as"), .argument(1)])
    }
  }

  /// The noun that a literal says of a variable: "cat" for Cat(x).
  func noun(_ literal: Literal, of variable: String) -> String? {
    guard literal.isPositive, case .predicate(_, let arguments) = literal.atom,
      arguments == [.variable(variable)]
    else { return nil }
    return phrase(literal.atom).noun
  }

  /// A term: "x", "Bob", "the father of Bob", "the sum of x and (the double of y)".
  func term(_ term: Term, _ scope: Scope) -> String {
    switch term {
    case .variable(let name): return scope.names[name] ?? name
    case .distinct(let name): return lexicon.object(name)
    case .application(let name, let arguments):
      if arguments.isEmpty { return lexicon.constant(name) }
      let texts = arguments.map { argument -> String in
        let text = self.term(argument, scope)
        guard arguments.count > 1, case .application(_, let inner) = argument, !inner.isEmpty else {
          return text
        }
        return "(\(text))"
      }
      return lexicon.function(name, arity: arguments.count) + " " + Self.joined(texts, "and")
    }
  }
}
