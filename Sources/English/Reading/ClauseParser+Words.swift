// Words that become one predicate symbol: `works at _`, `citizen of _`, `good at sports`.
//
// A name inside becomes an argument, so that `WorksAt(x, meta)` and `WorksAt(x, y)` can meet. All words
// that carry logic of their own are refused here: a symbol must not hide a `not`, an `and` or an `every`.

import Diagnostics

extension ClauseParser {
  /// The phrase of exactly these words.
  ///
  /// - Parameters:
  ///   - prefix: words that go before: the copula of the past, a modal.
  ///   - head: the word that is replaced by its key.
  mutating func phrase(
    _ low: Int, _ high: Int, prefix: [String], category: Phrase.Category,
    head: (index: Int, key: String)?
  ) -> Phrase? {
    guard low < high, high - low <= Self.longestPhrase else {
      note(low)
      return nil
    }
    var found = Phrase(words: prefix, arguments: [], category: category, shown: nil)
    var at = low
    var isClause = false
    while at < high {
      if let head, head.index == at {
        found.words.append(head.key)
        at += 1
        continue
      }
      if let end = argumentEnd(at, high), canFillGap(at, low, head: head?.index),
        let argument = argument(at, end)
      {
        found.words.append(Phrase.gap)
        found.arguments.append(argument)
        at = end
        continue
      }
      guard isPlain(at, low, high, &isClause, head: head?.index) else { return nil }
      found.words.append(words[at].lower)
      at += 1
    }
    return isOpen(high - 1, category) ? nil : found
  }

  /// Whether a determiner behind the word shows that it is a verb, and so begins another predicate:
  /// `the games in the series support the ...`.
  mutating func isHiddenVerb(_ at: Int, _ high: Int, head: Int?) -> Bool {
    guard at + 1 < high, [.article, .the, .possessive].contains(words[at + 1].kind), at != head
    else { return false }
    let word = words[at]
    // `flies like an arrow`
    if word.lower == "like" || word.isCapitalized || at > 0 && words[at - 1].kind == .to
      || word.lower.hasSuffix("ing")
      || Morphology.isPast(word.lower) || isAdverb(at)
    {
      return false
    }
    if let head {
      let verb = Morphology.stem(words[head].lower)
      if at == head + 1, Self.causatives.contains(verb) || Self.ditransitives.contains(verb) {
        return false
      }
      if Self.ditransitives.contains(verb) { return false }
    }
    note(at)
    return true
  }

  /// Stems of verbs before a bare infinitive, and of verbs with two objects.
  private static let causatives = Set(
    ["help", "let", "make", "see", "hear", "watch", "go", "come"].map(Morphology.stem))
  private static let ditransitives = Set(
    [
      "give", "tell", "show", "teach", "offer", "send", "buy", "cost", "lend", "bring", "pay",
      "ask", "sell", "make", "read", "award", "hand", "call", "name", "promise", "owe", "grant",
    ].map(Morphology.stem))

  /// Whether a word can't be the last of its phrase.
  mutating func isOpen(_ last: Int, _ category: Phrase.Category) -> Bool {
    switch words[last].kind {
    case .article, .the, .possessive, .to, .be: break
    case .adverb where words[last].lower == "also": break
    case .preposition:
      if category == .verb, Self.particles.contains(words[last].lower) { return false }
    default: return false
    }
    note(last)
    return true
  }

  /// Prepositions that end a verb: `gives up`.
  private static let particles: Set<String> = [
    "up", "out", "in", "on", "off", "around", "over", "through", "along", "by", "across", "about",
  ]

  /// Most words of one symbol.
  private static let longestPhrase = 32

  /// Whether a name here is an argument: behind the verb, a preposition or a participle, and not
  /// behind an adjective of its own (`northwestern Europe`).
  func canFillGap(_ at: Int, _ low: Int, head: Int?) -> Bool {
    guard at > low else { return false }
    let before = words[at - 1]
    if before.kind == .preposition || before.kind == .to || at - 1 == head { return true }
    return before.kind == .content
      && (Morphology.isPast(before.lower) || before.lower.hasSuffix("ing"))
  }

  /// Whether the word has no logic of its own here.
  mutating func isPlain(
    _ at: Int, _ low: Int, _ high: Int, _ isClause: inout Bool, head: Int?
  ) -> Bool {
    let word = words[at]
    switch word.kind {
    case .content:
      // A verb inside of a phrase begins another predicate, unless `to` stands before it.
      if at > low, at != head, words[at - 1].kind != .to, !isClause, evidence.isVerb(word.lower) {
        note(at)
        return false
      }
      return !isHiddenVerb(at, high, head: head)
    case .number, .preposition, .to, .adverb, .article, .the, .possessive, .be: return true
    case .any where at > low && words[at - 1].lower == "without": return true
    case .every, .all:
      if at + 1 < high, Self.times.contains(words[at + 1].lower) { return true }
    case .that where at > low && words[at - 1].kind == .content && at + 2 < high:
      // Behind a noun with its article `that` restricts the noun.
      let isObject = words[(head ?? low)..<at].contains { $0.kind == .article || $0.kind == .the }
      guard !isObject, !words[at + 1].kind.isAuxiliary else { break }
      isClause = true
      return true
    case .have, .has, .had, .modal:
      if isClause { return true }
    default:
      if word.kind.isCopula, isClause { return true }
    }
    note(at)
    return false
  }

  /// The end of the name, definite or object pronoun that begins at `low`; nil where none does, or
  /// where a noun follows that it would only modify.
  func argumentEnd(_ low: Int, _ high: Int) -> Int? {
    guard low < high else { return nil }
    let end: Int
    switch words[low].kind {
    case .objectPronoun, .it, .they, .reflexive:
      end = low + 1
    case .the:
      var at = low + 1
      while at < high, words[at].kind == .number { at += 1 }
      if let name = nameEnd(at), name <= high {
        at = name
      } else {
        while at < high, words[at].kind.isContent { at += 1 }
        if at < high, words[at].lower == "of" { return nil }
        guard at > low + 1, Sort(words[at - 1].lower) == nil || at == low + 2,
          !words[low + 1..<at].contains(where: { Morphology.isPlural($0.lower) }),
          !words[at - 1].lower.hasSuffix("ing"), !words[low + 1].lower.hasSuffix("est")
        else { return nil }
      }
      end = at
    case .content:
      guard words[low].isCapitalized, low > 0, let name = nameEnd(low), name <= high,
        !words[name - 1].lower.hasSuffix("'s")
      else { return nil }
      end = placeEnd(low, name, high)
    default: return nil
    }
    guard end == high || [.preposition, .to, .comma, .and, .or].contains(words[end].kind) else {
      return nil
    }
    return end
  }

  /// `in Portland, Oregon` is one place.
  func placeEnd(_ low: Int, _ name: Int, _ high: Int) -> Int {
    guard name < high, words[name].kind == .comma, words[low - 1].kind == .preposition,
      let second = nameEnd(name + 1), second == high
    else { return name }
    return second
  }

  func argument(_ low: Int, _ high: Int) -> Argument? {
    switch words[low].kind {
    case .objectPronoun:
      .pronoun(words[low].lower == "them" ? .they : .person, at: low)
    case .it: .pronoun(.thing, at: low)
    case .they: nil
    case .reflexive: .subject
    default: gap(low, high).map { .name($0) }
    }
  }

  /// The name that fills a gap.
  func gap(_ low: Int, _ high: Int) -> Name? {
    words[low].kind == .the
      ? definiteName(low + 1, high)
      : Name(
        words: words[low..<high].filter { $0.kind != .comma }.map(\.lower), isDefinite: false)
  }
}
