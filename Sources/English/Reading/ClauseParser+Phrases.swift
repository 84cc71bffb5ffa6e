// Noun phrases, verb phrases, and the words that become one predicate symbol.
//
// What English builds with compounds and prepositions stays one symbol (`YoungAdult`, `WorksAt`), with
// a gap for each name in it. Whether `young adult` implies `adult` is not asked here: when a text uses
// both, Vocabulary refuses them.

import Diagnostics

extension ClauseParser {
  // MARK: Noun phrases

  /// noun phrase = {adjective, [","]}, noun, [modifier] ; exactly the words from `low` to `high`.
  mutating func nounPhrase(
    _ low: Int, _ high: Int, isPlural: Bool, isMass: Bool = false, prefix: [String] = []
  ) -> [Property] {
    let high = trimmed(low, high)
    guard low < high, fuel > 0 else {
      note(low)
      return []
    }
    fuel -= 1
    if let sort = sortIndex(low, high) {
      return sorted(low, sort, high, isPlural: isPlural, prefix)
    }
    var end = low
    while end < high, words[end].kind.isContent { end += 1 }
    guard end > low else {
      note(low)
      return []
    }
    // `all food`: no singular of a plural, so its form is its key.
    if isMass {
      guard end == high, !words[low..<end].contains(where: { isSurelyPlural($0.lower) }) else {
        return []
      }
      return phrase(low, high, prefix: prefix, category: .adjective, head: nil).map {
        [.phrase($0)]
      } ?? []
    }
    if end == high {
      return participle(low, high, isPlural: isPlural, prefix)
        ?? noun(low, high, head: high - 1, isPlural: isPlural, prefix).map { [.phrase($0)] } ?? []
    }
    switch words[end].kind {
    case .who, .that, .which:
      guard let noun = noun(low, end, head: end - 1, isPlural: isPlural, prefix) else { return [] }
      return predicate(end + 1, high, isPlural ? .plural : .singular).map {
        .and([.phrase(noun)] + $0.conjuncts)
      }
    case .preposition, .to:
      if let reduced = participle(low, high, isPlural: isPlural, prefix) { return reduced }
      guard words[high - 1].kind != .preposition else { return [] }
      return modified(low, end, high, isPlural: isPlural, prefix)
    default:
      note(end)
      return []
    }
  }

  /// Where `people`, `thing`, `someone` stands, if only adjectives are before it.
  private func sortIndex(_ low: Int, _ high: Int) -> Int? {
    for at in low..<high {
      if Sort(words[at].lower) != nil { return at }
      switch words[at].kind {
      case .content, .comma, .adverb, .and: continue
      case .those: return at
      case .who: return at == low ? at : nil
      default: return nil
      }
    }
    return nil
  }

  /// `Red, cold things`, `a person who ...`, `people good at maths`: what is said beside the sort.
  private mutating func sorted(
    _ low: Int, _ sort: Int, _ high: Int, isPlural: Bool, _ prefix: [String]
  ) -> [Property] {
    var isRelative = words[sort].kind == .who
    if isRelative, sort > low { return [] }
    if words[sort].kind == .content, isPlural != Self.pluralSorts.contains(words[sort].lower) {
      note(sort)
      return []
    }
    guard let adjectives = adjectives(low, sort, prefix) else { return [] }
    var next = isRelative ? sort : sort + 1
    guard next < high else {
      if adjectives.isEmpty { return [bareSort(sort, prefix)] }
      return [Property(conjuncts: adjectives)]
    }
    if words[next].kind == .who || words[next].kind == .that || words[next].kind == .which {
      isRelative = true
      next += 1
    }
    let agreement: Agreement =
      isPlural || words[sort].kind == .those ? .plural : .singular
    let rest =
      isRelative
      ? predicate(next, high, agreement)
      : reduced(next, high)
    return rest.map { Property(conjuncts: adjectives + $0.conjuncts) }
  }

  private static let pluralSorts: Set<String> = [
    "people", "persons", "individuals", "things", "ones",
  ]

  /// A sort alone: it restricts only in a text that says of something that it is of it.
  private func bareSort(_ index: Int, _ prefix: [String]) -> Property {
    let sort = Sort(words[index].lower)
    guard sort == .person && evidence.saysPerson || sort == .thing && evidence.saysThing else {
      return .anything
    }
    return .phrase(
      Phrase(
        words: prefix + [sort == .person ? "people" : "things"], arguments: [], category: .noun,
        shown: [sort == .person ? "person" : "thing"]))
  }

  /// adjectives = adjective, {[","], ["and"], adjective} ;
  private mutating func adjectives(_ low: Int, _ high: Int, _ prefix: [String]) -> [Property]? {
    var found: [Property] = []
    var pending: [String] = prefix
    for at in low..<high {
      switch words[at].kind {
      case .content:
        found.append(
          .phrase(
            Phrase(
              words: pending + [words[at].lower], arguments: [], category: .adjective, shown: nil)))
        pending = prefix
      case .comma, .and: continue
      case .adverb: pending.append(words[at].lower)
      default:
        note(at)
        return nil
      }
    }
    return found
  }

  /// `people working at the library`, `things in the box`: a clause without its `who is`.
  private mutating func reduced(_ low: Int, _ high: Int) -> [Property] {
    let copula = Copula(isPlural: nil, past: nil)
    var head = low
    while head < high, words[head].kind == .not || isAdverb(head) { head += 1 }
    guard head < high else { return [] }
    switch words[head].kind {
    case .preposition: return complement(low, high, copula)
    case .content:
      // A bare word may be the verb of the sentence: `people eat meat`.
      let word = words[head].lower
      guard
        word.hasSuffix("ing") || evidence.isComplement(word) || Self.isAdjective(word)
          || Morphology.isPast(word) && head + 1 < high
            && [.preposition, .to].contains(words[head + 1].kind)
      else { break }
      return complement(low, high, copula)
    default: break
    }
    note(low)
    return []
  }

  /// Whether only adjectives have the word's ending.
  private static func isAdjective(_ word: String) -> Bool {
    ["able", "ible", "ful", "ous", "less"].contains { word.hasSuffix($0) }
      || [
        "good", "bad", "dependent", "similar", "fond", "aware", "afraid", "able", "rich", "famous",
      ]
      .contains(word)
  }

  /// `buildings managed by the city`: a participle behind the noun; nil when there is none.
  private mutating func participle(
    _ low: Int, _ high: Int, isPlural: Bool, _ prefix: [String]
  ) -> [Property]? {
    for at in low + 1..<max(high, low + 1) {
      guard words[at].kind == .content else { return nil }
      guard !words[at].isCapitalized, at + 1 < high,
        !isPlural || Morphology.isPlural(words[at - 1].lower)
      else { continue }
      let isPassive =
        Morphology.isPast(words[at].lower)
        && (words[at + 1].kind == .preposition || words[at + 1].kind == .to)
      let isActive =
        words[at].lower.hasSuffix("ing")
        && (words[at + 1].kind == .preposition || isObjectStart(at + 1))
      // `a student working in the lab`, but `a staff meeting in the lab`.
      if isActive, !isPlural, !evidence.isParticiple(words[at].lower) {
        note(at, "whether this says what the noun does, or is a noun itself, is not clear")
        return []
      }
      guard isPassive || isActive else { continue }
      guard let noun = noun(low, at, head: at - 1, isPlural: isPlural, prefix) else { return [] }
      return complement(at, high, Copula(isPlural: nil, past: nil)).map {
        .and([.phrase(noun)] + $0.conjuncts)
      }
    }
    return nil
  }

  /// A noun with a prepositional phrase: one symbol, `CitizenOf`; two where the text says elsewhere
  /// of something that it `is in the zoo`.
  private mutating func modified(
    _ low: Int, _ end: Int, _ high: Int, isPlural: Bool, _ prefix: [String]
  ) -> [Property] {
    noun(low, high, head: end - 1, isPlural: isPlural, prefix).map { [.phrase($0)] } ?? []
  }

  /// The words of a noun phrase as one symbol, its head in the plural.
  private mutating func noun(
    _ low: Int, _ high: Int, head: Int, isPlural: Bool, _ prefix: [String]
  ) -> Phrase? {
    let word = words[head].lower
    guard !evidence.isVerb(word) || words[head].isCapitalized else {
      note(head)
      return nil
    }
    if isPlural ? !Morphology.isPlural(word) : isSurelyPlural(word) {
      note(head)
      return nil
    }
    let key = isPlural ? word : Morphology.plural(of: word)
    guard
      var phrase = phrase(
        low, high, prefix: prefix, category: .noun, head: (head, Morphology.pluralKey(key)))
    else { return nil }
    if !isPlural {
      let index = phrase.words.firstIndex(of: Morphology.pluralKey(key))
      phrase.shown = phrase.words
      if let index { phrase.shown?[index] = word }
    }
    return phrase
  }

  private func isSurelyPlural(_ word: String) -> Bool {
    Morphology.isOnlyPlural(word) || Morphology.hasSForm(word)
  }

  // MARK: Verb phrases

  /// verb phrase = {adverb}, verb, [preposition], [object] ; exactly the words given.
  mutating func verbPhrase(
    _ low: Int, _ high: Int, _ agreement: Agreement, prefix: [String]
  ) -> [Property] {
    guard low < high, fuel > 0 else { return [] }
    fuel -= 1
    // `also` says nothing new of the subject.
    let low = words[low].lower == "also" ? low + 1 : low
    guard low < high else { return [] }
    var verb = low
    while verb < high, isAdverb(verb) { verb += 1 }
    guard verb < high, let key = key(verb, agreement, prefix: prefix) else {
      note(verb)
      return []
    }
    if let objects = quantifiedObject(low, verb, key, high, prefix) { return objects }
    if let objects = jointObjects(low, verb, key, high, prefix) { return objects }
    return phrase(low, high, prefix: prefix, category: .verb, head: (verb, key)).map {
      [.phrase($0)]
    } ?? []
  }

  /// The s-form of the verb, if it agrees.
  private func verbKey(_ index: Int, _ agreement: Agreement) -> String? {
    switch words[index].kind {
    case .has: return agreement == .singular ? "has" : nil
    case .have: return agreement != .singular ? "has" : nil
    case .had: return agreement != .base ? "had" : nil
    case .do where agreement == .base: return "does"
    case .content:
      guard isVerb(index, agreement) else { return nil }
      let word = words[index].lower
      if agreement != .base, Morphology.isPast(word) { return word }
      return agreement == .singular ? word : Morphology.sForm(of: word)
    default: return nil
    }
  }

  /// `works` behind a modal is `work`: `CanWork`, `WillBeKind`.
  private func key(_ index: Int, _ agreement: Agreement, prefix: [String]) -> String? {
    guard let key = verbKey(index, agreement) else { return nil }
    return prefix.isEmpty ? key : words[index].lower
  }

  /// `owns a dog`, `likes every cat`: an object with a quantifier, to the end of the phrase.
  private mutating func quantifiedObject(
    _ low: Int, _ verb: Int, _ key: String, _ high: Int, _ prefix: [String]
  ) -> [Property]? {
    var object = verb + 1
    if object < high, words[object].kind == .preposition || words[object].kind == .to {
      object += 1
    }
    guard object < high else { return nil }
    let quantity: Quantity
    switch words[object].kind {
    case .article: quantity = .some
    case .some where Sort(words[object].lower) == nil: quantity = .some
    case .somebody: quantity = .some
    case .every, .all: quantity = .all
    case .everybody: quantity = .all
    case .no, .nobody: quantity = .no
    default: return nil
    }
    if quantity == .some, Self.intensional.contains(key) { return nil }
    let isPronoun = Sort(words[object].lower) != nil
    let start = isPronoun ? object : object + 1
    guard start < high, isTime(start, high) == false else { return nil }
    let isPlural =
      !isPronoun && words[object].kind != .article && words[object].kind != .every
      && Morphology.isPlural(words[nounEnd(start, high) - 1].lower)
    guard var head = phrase(low, object, prefix: prefix, category: .verb, head: (verb, key)) else {
      return []
    }
    head.words.append(Phrase.gap)
    // More than the noun, such as `a bus to the city`, has no certain place in the sentence.
    let end = nounEnd(start, high)
    guard end == high || [.who, .that, .which].contains(words[end].kind) else { return nil }
    return nounPhrase(start, high, isPlural: isPlural).map { .object(head, quantity, $0) }
  }

  private func nounEnd(_ low: Int, _ high: Int) -> Int {
    var end = low
    while end < high, words[end].kind.isContent || Sort(words[end].lower) != nil { end += 1 }
    return max(end, low + 1)
  }

  private func isTime(_ low: Int, _ high: Int) -> Bool {
    Self.times.contains(words[low].lower)
  }

  /// Verbs whose object need not be any one thing: `wants a dog`.
  private static let intensional: Set<String> = [
    "wants", "needs", "seeks", "hopes", "imagines", "expects", "desires", "requires", "fears",
    "resembles", "believes", "dreams", "looks", "owes", "promises", "prefers", "lacks", "becomes",
    "remains", "seems", "deserves", "plans", "avoids",
  ]

  static let times: Set<String> = [
    "day", "week", "month", "year", "night", "morning", "evening", "afternoon", "weekend", "hour",
    "summer", "winter", "time", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "season", "semester", "days", "weeks", "years", "lot", "little", "bit",
  ]

  /// `likes the cat and the dog`: two names as objects of one verb.
  private mutating func jointObjects(
    _ low: Int, _ verb: Int, _ key: String, _ high: Int, _ prefix: [String]
  ) -> [Property]? {
    var object = verb + 1
    if object < high, words[object].kind == .preposition || words[object].kind == .to {
      object += 1
    }
    guard object < high,
      let at = (object..<high).first(where: { words[$0].kind == .and || words[$0].kind == .or }),
      words[at].kind == .and, prefix.isEmpty, words[verb].kind != .had,
      let left = argumentEnd(object, at), left == at,
      let right = argumentEnd(at + 1, high), right == high,
      let first = phrase(low, at, prefix: prefix, category: .verb, head: (verb, key)),
      let second = gap(at + 1, high)
    else { return nil }
    var other = first
    other.arguments[other.arguments.count - 1] = .name(second)
    return [.and([.phrase(first), .phrase(other)])]
  }
}

extension Property {
  /// Its parts, where it is a conjunction.
  var conjuncts: [Property] {
    switch self {
    case .and(let parts): parts
    case .anything: []
    default: [self]
    }
  }

  /// The conjunction of these.
  init(conjuncts: [Property]) {
    self =
      conjuncts.isEmpty ? .anything : conjuncts.count == 1 ? conjuncts[0] : .and(conjuncts)
  }
}
