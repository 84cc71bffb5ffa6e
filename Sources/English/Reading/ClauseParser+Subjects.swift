// The subjects of Grammars/english.ebnf, with the verb's agreement and where the predicate begins.

import Diagnostics

/// A subject, and where what is said of it begins.
struct SubjectReading {
  var subject: Subject
  var end: Int
  var agreement: Agreement
}

extension ClauseParser {
  /// subject
  mutating func subjects(_ low: Int, _ high: Int) -> [SubjectReading] {
    let word = words[low]
    switch word.kind {
    case .all, .any, .only, .some, .no: return determined(low, high)
    case .every: return quantified(low + 1, high, .all, isPlural: false)
    case .not:
      guard low + 1 < high else { return [] }
      switch words[low + 1].kind {
      case .all: return quantified(low + 2, high, .notAll, isPlural: true)
      case .every: return quantified(low + 2, high, .notAll, isPlural: false)
      case .everybody: return quantifiedPronoun(low + 1, high, .notAll)
      default:
        note(low + 1)
        return []
      }
    case .article: return indefinite(low, high)
    case .everybody: return quantifiedPronoun(low, high, .all)
    case .anybody: return divided(low, high, isPlural: false) { .indefinite($0, .any) }
    case .nobody: return quantifiedPronoun(low, high, .no)
    case .somebody: return quantifiedPronoun(low, high, nil)
    case .those: return those(low, high)
    case .it: return pronoun(low, .thing, .singular)
    case .person: return pronoun(low, .person, .singular)
    case .they: return pronoun(low, .they, .plural)
    case .the: return definite(low, high)
    case .neither, .both: return pair(low, high)
    case .content, .number: return undetermined(low, high)
    default:
      note(low)
      return []
    }
  }

  func pronoun(
    _ low: Int, _ pronoun: Pronoun, _ agreement: Agreement
  ) -> [SubjectReading] {
    [SubjectReading(subject: .pronoun(pronoun, at: low), end: low + 1, agreement: agreement)]
  }

  mutating func determined(_ low: Int, _ high: Int) -> [SubjectReading] {
    switch words[low].kind {
    case .all, .only:
      let quantity: Quantity = words[low].kind == .all ? .all : .only
      return quantified(low + 1, high, quantity, isPlural: true)
        + quantified(low + 1, high, quantity, isPlural: false, isMass: true)
    case .any:
      return (singular(low + 1, high, .all) + quantified(low + 1, high, .all, isPlural: true)).map {
        var reading = $0
        if case .quantified(_, let property) = $0.subject {
          reading.subject = .indefinite(property, .any)
        }
        return reading
      }
    default:
      let quantity: Quantity = words[low].kind == .some ? .some : .no
      return singular(low + 1, high, quantity)
        + quantified(low + 1, high, quantity, isPlural: true)
    }
  }

  /// The singular behind a determiner that plurals have as well: not where a word before the noun is
  /// a plural, for that is then the noun and the next one the verb.
  mutating func singular(
    _ low: Int, _ high: Int, _ quantity: Quantity
  ) -> [SubjectReading] {
    quantified(low, high, quantity, isPlural: false).filter { reading in
      !words[low..<reading.end].dropLast().prefix { $0.kind.isContent }.contains {
        Morphology.isPlural($0.lower)
      }
    }
  }

  /// Every place between `low` and `high` at which a predicate can begin, with the noun phrase
  /// before it.
  mutating func divided(
    _ low: Int, _ high: Int, isPlural: Bool, isMass: Bool = false,
    _ make: (Property) -> Subject
  ) -> [SubjectReading] {
    guard low < high else {
      note(low)
      return []
    }
    let agreement: Agreement = isPlural ? .plural : .singular
    var found: [SubjectReading] = []
    for end in low + 1..<max(low + 1, high) where beginsPredicate(end, high, agreement) {
      for property in nounPhrase(low, end, isPlural: isPlural, isMass: isMass) {
        found.append(
          SubjectReading(subject: make(property), end: end, agreement: agreement))
      }
    }
    return found
  }

  mutating func quantified(
    _ low: Int, _ high: Int, _ quantity: Quantity, isPlural: Bool, isMass: Bool = false
  ) -> [SubjectReading] {
    divided(low, high, isPlural: isPlural, isMass: isMass) { .quantified(quantity, $0) }
  }

  /// A subject without a determiner: a name, a plural, or a substance.
  mutating func undetermined(_ low: Int, _ high: Int) -> [SubjectReading] {
    let names = named(low, high)
    let plurals = barePlural(low, high)
    if names.isEmpty, plurals.isEmpty { return substance(low, high) }
    guard let name = names.first, !plurals.isEmpty else { return names + plurals }
    // `Oliver plays violin` and `Customer services close`: a name if the text has it as one, if it
    // has several capitals, or if the next word is nothing but a verb.
    if name.end > low + 1 || evidence.isName(words[low].lower)
      || name.end < high && evidence.isVerb(words[name.end].lower)
    {
      return names
    }
    return names + plurals
  }

  /// substance = noun, {noun} ; a kind without a determiner, `water`, is a name.
  mutating func substance(_ low: Int, _ high: Int) -> [SubjectReading] {
    var end = low
    while end < high, words[end].kind == .content, end == low || !words[end].isCapitalized {
      end += 1
    }
    guard end > low, end < high, !Morphology.isPlural(words[end - 1].lower),
      !words[low..<end].contains(where: { $0.lower.utf8.contains(0x27) }),
      [.singularCopula, .does, .has].contains(words[end].kind)
    else { return [] }
    return [
      SubjectReading(
        subject: .name(Name(words: words[low..<end].map(\.lower), isDefinite: true)), end: end,
        agreement: .singular)
    ]
  }

  mutating func barePlural(_ low: Int, _ high: Int) -> [SubjectReading] {
    guard !words[low].isCapitalized || low == 0 || !evidence.isName(words[low].lower) else {
      return []
    }
    // `Visiting relatives can be boring`: without agreement the first word may be what is done.
    return divided(low, high, isPlural: true) { .indefinite($0, .plural) }.filter {
      !words[low].lower.hasSuffix("ing") || words[$0.end].kind.isCopula
        || words[$0.end].kind == .do || words[$0.end].kind == .have
    }
  }

  /// indefinite = ("a" | "an"), noun phrase ;
  mutating func indefinite(_ low: Int, _ high: Int) -> [SubjectReading] {
    divided(low + 1, high, isPlural: false) { .indefinite($0, .article([])) }.map { reading in
      var reading = reading
      if case .indefinite(let property, _) = reading.subject {
        let noun = words[low + 1..<reading.end].prefix { $0.kind.isContent }.map(\.lower)
        reading.subject = .indefinite(property, .article(noun))
      }
      return reading
    }
  }

  /// `everyone who ...`, `someone`, `nobody`
  mutating func quantifiedPronoun(
    _ low: Int, _ high: Int, _ quantity: Quantity?
  ) -> [SubjectReading] {
    let isPerson = Sort(words[low].lower) == .person
    return divided(low, high, isPlural: false) {
      guard let quantity else { return .indefinite($0, .somebody(isPerson: isPerson)) }
      return .quantified(quantity, $0)
    }
  }

  /// those = "those", "who", predicate ;
  mutating func those(_ low: Int, _ high: Int) -> [SubjectReading] {
    guard kind(low + 1) == .who else {
      note(low + 1)
      return []
    }
    return divided(low, high, isPlural: true) { .indefinite($0, .plural) }
  }

  /// definite = "the", noun, {noun} ;
  mutating func definite(_ low: Int, _ high: Int) -> [SubjectReading] {
    var found: [SubjectReading] = []
    var end = low + 1
    while end < high, words[end].kind.isContent {
      end += 1
      guard beginsPredicate(end, high, .singular) else { continue }
      if Morphology.isPlural(words[end - 1].lower), !words[end - 1].isCapitalized {
        note(end - 1, "`the` with a plural")
        continue
      }
      if words[low + 1..<end].contains(where: { evidence.isVerb($0.lower) && !$0.isCapitalized })
        || words[low + 1..<end].dropFirst().dropLast().contains(where: {
          $0.lower.hasSuffix("ing") || Morphology.isPast($0.lower)
        })
      {
        note(end - 1)
        continue
      }
      found.append(
        SubjectReading(
          subject: .name(definiteName(low + 1, end)), end: end, agreement: .singular))
    }
    if found.isEmpty, let name = nameEnd(low + 1), name > end,
      beginsPredicate(name, high, .singular)
    {
      found.append(
        SubjectReading(
          subject: .name(self.name(low + 1, name)), end: name, agreement: .singular))
    }
    if found.isEmpty { note(end) }
    return found
  }

  /// `the bear`; `the Emmet Building` is a name like any other.
  func definiteName(_ low: Int, _ high: Int) -> Name {
    words[low..<high].allSatisfy(\.isCapitalized)
      ? name(low, high)
      : Name(words: words[low..<high].map(\.lower), isDefinite: true)
  }

  /// A proper name that begins a clause.
  mutating func named(_ low: Int, _ high: Int) -> [SubjectReading] {
    guard let end = nameEnd(low), Sort(words[low].lower) == nil else { return [] }
    guard end < high else {
      note(end)
      return []
    }
    if words[end].kind == .and || words[end].kind == .comma {
      return pair(low, high)
    }
    guard beginsPredicate(end, high, .singular) else {
      note(end)
      return []
    }
    // `Animals can swim`: nothing in the sentence tells a plural from a name.
    if end == low + 1, low == 0, evidence.isCommon(words[low].lower) { return [] }
    return [
      SubjectReading(subject: .name(name(low, end)), end: end, agreement: .singular)
    ]
  }

  func name(_ low: Int, _ high: Int) -> Name {
    Name(words: words[low..<high].map(\.lower), isDefinite: false)
  }

  /// Where the name that begins at `low` ends; nil when none does.
  func nameEnd(_ low: Int) -> Int? {
    guard low < words.count else { return nil }
    if words[low].kind == .number, low + 1 < words.count, words[low + 1].kind.isCopula {
      return low + 1
    }
    guard words[low].kind == .content, words[low].isCapitalized else { return nil }
    var end = low + 1
    while end < words.count {
      if words[end].isCapitalized && words[end].kind == .content || words[end].kind == .number {
        end += 1
      } else if end + 1 < words.count, Self.particles.contains(words[end].lower),
        words[end + 1].isCapitalized, words[end + 1].kind == .content
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private static let particles: Set<String> = [
    "of", "de", "von", "van", "da", "di", "du", "la", "le", "del", "der",
  ]

  /// pair = name, "and", name | "both", name, "and", name | "neither", name, "nor", name ;
  mutating func pair(_ low: Int, _ high: Int) -> [SubjectReading] {
    let isMarked = words[low].kind == .both || words[low].kind == .neither
    let isNegated = words[low].kind == .neither
    var names: [Name] = []
    var at = isMarked ? low + 1 : low
    while true {
      if at < high, words[at].kind == .the { at += 1 }
      guard let end = nameEnd(at) else {
        note(at)
        return []
      }
      names.append(name(at, end))
      at = end
      while at < high, words[at].kind == .comma { at += 1 }
      guard at < high, words[at].kind == (isNegated ? .nor : .and) else { break }
      at += 1
    }
    guard names.count > 1, at < high else { return [] }
    if isNegated {
      let end = at
      return beginsPredicate(end, high, .singular)
        ? [SubjectReading(subject: .none(of: names), end: end, agreement: .singular)] : []
    }
    guard isMarked || isDistributed(at, high) else {
      note(at, "whether this is said of each or of all together is not clear; `both` would say it")
      return []
    }
    return beginsPredicate(at, high, .plural)
      ? [SubjectReading(subject: .each(names), end: at, agreement: .plural)] : []
  }

  /// Whether `both` behind the verb says that a predicate holds of each.
  func isDistributed(_ low: Int, _ high: Int) -> Bool {
    kind(low) == .both || low + 1 < high && kind(low + 1) == .both
  }
}
