// What a property says of a term, with `either` as the reading wants it, and what names and pronouns
// stand for.

import Diagnostics
import FirstOrderLogic

extension Interpreter {
  /// What a predicate says of a term.
  mutating func claim(
    _ property: Property, _ term: Term
  ) throws(MeaningFault) -> Formula {
    guard let formula = try apply(property, term) else {
      throw MeaningFault(
        code: .unreadSentence, message: "it says of something only that it is a person or a thing",
        hint: "a text in which `is a person` matters has to say it in a sentence of its own")
    }
    return formula
  }

  /// The property of a term; nil when it is nothing.
  mutating func apply(
    _ property: Property, _ term: Term
  ) throws(MeaningFault) -> Formula? {
    switch property {
    case .anything: return nil
    case .phrase(let phrase):
      return .atom(try atom(phrase, term, object: nil))
    case .not(let part):
      return .not(
        try flipped { interpreter throws(MeaningFault) in
          try interpreter.claim(part, term)
        })
    case .and(let parts):
      var formulas: [Formula] = []
      for part in parts {
        guard let formula = try apply(part, term) else { continue }
        if case .and(let inner) = formula { formulas += inner } else { formulas.append(formula) }
      }
      return formulas.count > 1 ? .and(formulas) : formulas.first
    case .or(let parts):
      var formulas: [Formula] = []
      for part in parts { formulas.append(try claim(part, term)) }
      return .or(formulas)
    case .eitherOr(let left, let right):
      return try either { interpreter throws(MeaningFault) in
        (try interpreter.claim(left, term), try interpreter.claim(right, term))
      }
    case .exclusive(let left, let right):
      return .xor(try claim(left, term), try claim(right, term))
    case .object(let phrase, let quantity, let restriction):
      let y = variable()
      let inside = try signed(quantity == .some || quantity == .one) {
        interpreter throws(MeaningFault) in
        try interpreter.apply(restriction, .variable(y))
      }
      let relation = Formula.atom(try atom(phrase, term, object: .variable(y)))
      switch quantity {
      case .all: return .forAll(y, inside.map { .implies($0, relation) } ?? relation)
      case .no:
        return .forAll(y, inside.map { .implies($0, .not(relation)) } ?? .not(relation))
      case .some, .one, .only, .notAll:
        return .exists(y, inside.map { Self.conjunction($0, relation) } ?? relation)
      }
    }
  }

  mutating func atom(
    _ phrase: Phrase, _ subject: Term, object: Term?
  ) throws(MeaningFault) -> Atom {
    var terms = [subject]
    defer { if phrase.hasHiddenNoun { hasHiddenNouns = true } }
    for argument in phrase.arguments {
      switch argument {
      case .name(let name): terms.append(try term(name))
      case .subject: terms.append(subject)
      case .pronoun(let pronoun, let at):
        terms.append(try resolved(pronoun, at, besides: subject))
      }
    }
    if let object { terms.append(object) }
    return .predicate(vocabulary.predicate(phrase, arity: terms.count), terms)
  }

  // MARK: Either

  mutating func signed<Value>(
    _ keepsSign: Bool, _ read: (inout Interpreter) throws(MeaningFault) -> Value
  ) throws(MeaningFault) -> Value {
    if keepsSign { return try read(&self) }
    return try flipped(read)
  }

  mutating func flipped<Value>(
    _ read: (inout Interpreter) throws(MeaningFault) -> Value
  ) throws(MeaningFault) -> Value {
    isPositive.toggle()
    defer { isPositive.toggle() }
    return try read(&self)
  }

  mutating func either(
    _ read: (inout Interpreter) throws(MeaningFault) -> (Formula, Formula)
  ) throws(MeaningFault) -> Formula {
    hasEither = true
    guard !isInsideEither else {
      throw MeaningFault(
        code: .ambiguousSentence, message: "an `either` where whether it excludes both matters")
    }
    isInsideEither = true
    defer { isInsideEither = false }
    let (left, right) = try read(&self)
    let isExclusive =
      switch eitherReading {
      case .exclusive: true
      case .strongest: isPositive
      case .weakest: !isPositive
      }
    return isExclusive ? .xor(left, right) : .or([left, right])
  }

  // MARK: Referents

  /// The thing that a name stands for: for `the dog` behind `a dog` that one.
  mutating func term(_ name: Name) throws(MeaningFault) -> Term {
    if name.isDefinite {
      if let referent = referents.last(where: { $0.noun == name.words }) { return referent.term }
      if name.words.last.flatMap({ Sort($0) }) != nil {
        throw MeaningFault(
          code: .unclearReference, message: "there is no one here whom `the` can mean")
      }
    }
    let term = Term.constant(vocabulary.constant(name))
    remember(Referent(term: term, isIndefinite: false))
    return term
  }

  mutating func remember(_ referent: Referent) {
    if !referents.contains(where: { $0.term == referent.term }) { referents.append(referent) }
  }

  /// What a pronoun stands for: the indefinite subject before it, or the only thing there is.
  mutating func resolved(
    _ pronoun: Pronoun, _ at: Int, besides subject: Term?
  ) throws(MeaningFault) -> Term {
    let candidates = referents.filter { referent in
      guard referent.term != subject else { return false }
      switch pronoun {
      case .person: return referent.isPerson != false && !referent.isPlural
      case .thing: return referent.isPerson != true && !referent.isPlural
      case .they: return true
      }
    }
    guard subject == nil || !hasHiddenNouns else {
      throw MeaningFault(
        code: .unclearReference, word: at, message: "the pronoun may stand for more than one thing",
        hint: "write the name again")
    }
    let indefinite = candidates.filter(\.isIndefinite)
    let found = indefinite.count == 1 ? indefinite : candidates
    guard found.count == 1 else {
      throw MeaningFault(
        code: .unclearReference, word: at,
        message: found.isEmpty
          ? "the sentence has nothing that the pronoun stands for"
          : "the pronoun may stand for more than one thing",
        hint: "write the name again")
    }
    if case .variable(let name) = found[0].term { loosePlurals.remove(name) }
    return found[0].term
  }

  mutating func variable() -> String {
    let letters = ["x", "y", "z", "u", "v", "w"]
    let round = variables / letters.count
    defer { variables += 1 }
    return letters[variables % letters.count] + (round == 0 ? "" : "\(round)")
  }

  static func conjunction(_ left: Formula, _ right: Formula) -> Formula {
    var parts: [Formula] = []
    for formula in [left, right] {
      if case .and(let inner) = formula { parts += inner } else { parts.append(formula) }
    }
    return .and(parts)
  }
}
