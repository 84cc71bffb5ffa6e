// Phrases told from the shape of a symbol's name.
//
//   first word            phrase                                examples
//   is, are, was          is ...                                IsTall, IsTallerThan
//   has, have             has ...                               HasLegs
//   can, must, will, ...  can ...                               CanFly, CanBlock
//   preposition           is ...                                InTop10, In(x, y)
//   comparative           is ... than                           Taller(x, y), OlderThan(x, y)
//   participle + prep.    is ...                                WrittenBy(x, y)
//   verb                  third person ...                      Chases, LivesIn, Perform
//   past tense            past ...                              Visited(x, y)
//   adjective             is ...                                Kind, AfraidOf(x, y)
//   noun + preposition    is a ...                              MemberOf(x, y)
//   noun                  is a ... for one argument only        Student, SoccerPlayer
//
// The first line that fits counts. A name none fits, with a word of the sentences' own frame in it
// (`NotPicky`, `FishAndChips`), or of one letter is quoted. With a text at hand, a word that stands
// there after "a" is a noun and one that stands only after "is" an adjective.

extension PredicatePhrase {
  /// The phrase for a symbol with at least one argument.
  ///
  /// - Parameter usage: the text that the symbols came from.
  init(name: String, arity: Int, usage: UsageEvidence) {
    let words = SymbolWords(name).words.map { usage.spelled($0) }
    let fallback = PredicatePhrase.quoted(name, arity: arity)
    guard arity <= 2, let first = words.first, Self.isPlain(words) else {
      self = fallback
      return
    }
    let isBinary = arity == 2
    self =
      Self.auxiliary(first, Array(words.dropFirst()), isBinary, usage)
      ?? Self.relational(words, isBinary)
      ?? Self.verbal(words, isBinary, usage)
      ?? Self.nominal(words, isBinary, usage)
      ?? fallback
  }

  /// Whether no word but the first belongs to the frame of sentences, and none is a single letter.
  static func isPlain(_ words: [String]) -> Bool {
    guard let first = words.first else { return false }
    let auxiliaries: Set = ["is", "are", "was", "were"]
    guard auxiliaries.contains(first) || !WordClasses.reserved.contains(first) else { return false }
    return words.dropFirst().allSatisfy { !WordClasses.reserved.contains($0.lowercased()) }
      && words.allSatisfy { $0.count > 1 || $0.first?.isWholeNumber == true }
  }

  private static func with(
    _ verb: Verb, _ words: [String], _ isBinary: Bool, noun: String? = nil
  ) -> PredicatePhrase {
    let text = words.joined(separator: " ")
    return PredicatePhrase(
      verb, (text.isEmpty ? [] : [.words(text)]) + (isBinary ? [.argument(1)] : []), noun: noun)
  }

  private static func auxiliary(
    _ first: String, _ rest: [String], _ isBinary: Bool, _ usage: UsageEvidence
  ) -> PredicatePhrase? {
    switch first {
    case "is", "are", "was", "were":
      guard !rest.isEmpty else { return nil }
      return relational(rest, isBinary)
        ?? (isBinary ? nominal(rest, isBinary, usage) : described(rest, usage))
    case "has", "have":
      guard isBinary || !rest.isEmpty else { return nil }
      return with(.present("has", base: "have"), rest, isBinary)
    case let modal where WordClasses.modals.contains(modal):
      guard !rest.isEmpty else { return nil }
      return with(.modal(modal), rest, isBinary)
    default: return nil
    }
  }

  /// Phrases with "is" that say how one thing stands to another.
  private static func relational(_ words: [String], _ isBinary: Bool) -> PredicatePhrase? {
    let first = words[0]
    if WordClasses.prepositions.contains(first) { return with(.copula, words, isBinary) }
    if WordClasses.isComparative(first) {
      if words.count == 1 { return with(.copula, isBinary ? [first, "than"] : words, isBinary) }
      return words[1] == "than" ? with(.copula, words, isBinary) : nil
    }
    guard isBinary, words.count >= 2, let last = words.last,
      WordClasses.prepositions.contains(last)
    else { return nil }
    let isParticiple =
      first.hasSuffix("ed") || first.hasSuffix("ly")
      || WordClasses.irregularParticiples.contains(first)
    let isDescribing = isParticiple || (WordClasses.adjective(first) != nil && words.count == 2)
    return isDescribing ? with(.copula, words, isBinary) : nil
  }

  private static func verbal(
    _ words: [String], _ isBinary: Bool, _ usage: UsageEvidence
  ) -> PredicatePhrase? {
    let first = words[0]
    let rest = Array(words.dropFirst())
    func present(_ base: String) -> PredicatePhrase {
      with(.present(Inflection.thirdPerson(base), base: base), rest, isBinary)
    }
    if let base = WordClasses.thirdPersons[first] {
      // `Works`, alone and of one thing, may be a noun too; its ending says it's a verb.
      return with(.present(first, base: base), rest, isBinary)
    }
    let isNoun =
      usage.isNoun(first) || (!isBinary && WordClasses.nounsAndVerbs.contains(first))
      || (words.count == 1 && WordClasses.adjectives.contains(first))
    if let base = WordClasses.irregularPasts[first], rest.first != "by" {
      return with(.past(first, base: base), rest, isBinary)
    }
    if WordClasses.verbs.contains(first), isBinary || !isNoun { return present(first) }
    if isBinary, WordClasses.nounsAndVerbs.contains(first), !rest.contains("of") {
      return present(first)
    }
    guard isBinary else { return nil }
    if let base = Inflection.base(ofPast: first), rest.isEmpty,
      !WordClasses.adjectives.contains(first)
    {
      return with(.past(first, base: base), rest, isBinary)
    }
    guard words.count == 1, !WordClasses.singularsInS.contains(first),
      let base = Inflection.base(ofThirdPerson: first)
    else { return nil }
    return with(.present(first, base: base), rest, isBinary)
  }

  private static func nominal(
    _ words: [String], _ isBinary: Bool, _ usage: UsageEvidence
  ) -> PredicatePhrase? {
    guard isBinary else { return described(words, usage) }
    guard words.count >= 2, let last = words.last, WordClasses.prepositions.contains(last) else {
      return nil
    }
    return PredicatePhrase(
      .copula, [.words(Inflection.indefinite(words.joined(separator: " "))), .argument(1)])
  }

  /// "is kind", "is playing" or "is a student".
  private static func described(_ words: [String], _ usage: UsageEvidence) -> PredicatePhrase? {
    let text = words.joined(separator: " ")
    if let adjective = WordClasses.adjective(words[words.count - 1]),
      WordClasses.adjectives.contains(adjective) || !usage.isNoun(text)
    {
      return with(.copula, words, false)
    }
    if usage.isNoun(text) { return .noun(text) }
    let first = words[0]
    let isParticiple =
      words.count > 1 && first.count > 4 && first.hasSuffix("ed")
      || WordClasses.irregularParticiples.contains(first)
    let isOngoing = words.count == 1 && first.count > 5 && first.hasSuffix("ing")
    if isParticiple || isOngoing { return with(.copula, words, false) }
    let head = words.firstIndex { WordClasses.prepositions.contains($0) } ?? words.count
    guard head > 0 else { return with(.copula, words, false) }
    if head == 1, words.count > 1, WordClasses.adjective(first) != nil {
      return with(.copula, words, false)
    }
    var nouns = words
    if let singular = Inflection.singular(words[head - 1]) {
      nouns[head - 1] = singular
    } else if usage.isDescribing(text) {
      return with(.copula, words, false)
    }
    return .noun(nouns.joined(separator: " "))
  }
}
