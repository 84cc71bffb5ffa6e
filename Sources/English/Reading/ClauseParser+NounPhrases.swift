// The noun phrases of Grammars/english.ebnf.
//
// What English builds with compounds and prepositions stays one symbol (`YoungAdult`, `CitizenOf`), with
// a gap for each name in it; relative clauses, participles and what is said of people and things are
// properties of their own. Whether `young adult` implies `adult` is not asked here: see Vocabulary.

import Diagnostics

extension ClauseParser {
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
      guard end == high, !words[low].isCapitalized,
        !words[low..<end].contains(where: { isSurelyPlural($0.lower) })
      else {
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
  func sortIndex(_ low: Int, _ high: Int) -> Int? {
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
  mutating func sorted(
    _ low: Int, _ sort: Int, _ high: Int, isPlural: Bool, _ prefix: [String]
  ) -> [Property] {
    var isRelative = words[sort].kind == .who
    if isRelative, sort > low { return [] }
    if words[sort].kind == .content, isPlural != Self.pluralSorts.contains(words[sort].lower) {
      note(sort)
      return []
    }
    // No adjective stands before `someone`.
    if sort > low, words[sort].kind != .content {
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
  func bareSort(_ index: Int, _ prefix: [String]) -> Property {
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
  mutating func adjectives(_ low: Int, _ high: Int, _ prefix: [String]) -> [Property]? {
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
  mutating func reduced(_ low: Int, _ high: Int) -> [Property] {
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
  static func isAdjective(_ word: String) -> Bool {
    ["able", "ible", "ful", "ous", "less"].contains { word.hasSuffix($0) }
      || [
        "good", "bad", "dependent", "similar", "fond", "aware", "afraid", "able", "rich", "famous",
      ]
      .contains(word)
  }

  /// `buildings managed by the city`: a participle behind the noun; nil when there is none.
  mutating func participle(
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
      // `students good at chess`
      let isAdjective =
        words[at + 1].kind == .preposition
        && (Self.isAdjective(words[at].lower) || evidence.isComplement(words[at].lower))
      guard isPassive || isActive || isAdjective else { continue }
      guard let noun = noun(low, at, head: at - 1, isPlural: isPlural, prefix) else { return [] }
      return complement(at, high, Copula(isPlural: nil, past: nil)).map {
        .and([.phrase(noun)] + $0.conjuncts)
      }
    }
    return nil
  }

  /// A noun with a prepositional phrase: one symbol, `CitizenOf`; two where the text says elsewhere
  /// of something that it `is in the zoo`.
  mutating func modified(
    _ low: Int, _ end: Int, _ high: Int, isPlural: Bool, _ prefix: [String]
  ) -> [Property] {
    noun(low, high, head: end - 1, isPlural: isPlural, prefix).map { [.phrase($0)] } ?? []
  }

  /// The words of a noun phrase as one symbol, its head in the plural.
  mutating func noun(
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

  func isSurelyPlural(_ word: String) -> Bool {
    Morphology.isOnlyPlural(word) || Morphology.hasSForm(word)
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
