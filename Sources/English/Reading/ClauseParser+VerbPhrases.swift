// The verb phrases of Grammars/english.ebnf: a verb and its objects.
//
// An object with a quantifier gets a variable (`owns a dog`); one without a name stays part of the
// symbol (`enjoys music`), for what a bare plural or a substance quantifies is not certain.

import Diagnostics

extension ClauseParser {
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
    // `have` alone says nothing.
    if verb + 1 == high, verb < high, [.has, .have, .had].contains(words[verb].kind) {
      note(verb)
      return []
    }
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
  func verbKey(_ index: Int, _ agreement: Agreement) -> String? {
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
  func key(_ index: Int, _ agreement: Agreement, prefix: [String]) -> String? {
    guard let key = verbKey(index, agreement) else { return nil }
    return prefix.isEmpty ? key : words[index].lower
  }

  /// `owns a dog`, `likes every cat`: an object with a quantifier, to the end of the phrase.
  mutating func quantifiedObject(
    _ low: Int, _ verb: Int, _ key: String, _ high: Int, _ prefix: [String]
  ) -> [Property]? {
    var object = verb + 1
    if object < high, words[object].kind == .preposition || words[object].kind == .to {
      object += 1
    }
    guard object < high else { return nil }
    let quantity: Quantity
    switch words[object].kind {
    case .article: quantity = .one
    case .some where Sort(words[object].lower) == nil: quantity = .some
    case .somebody: quantity = .some
    case .every, .all: quantity = .all
    case .everybody: quantity = .all
    case .no, .nobody: quantity = .no
    // `does not choose any plan`; without the `not` it may be every one.
    case .any where low > 0 && words[low - 1].kind == .not && prefix.isEmpty: quantity = .one
    default: return nil
    }
    if quantity == .some || quantity == .one, Self.intensional.contains(key) { return nil }
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

  func nounEnd(_ low: Int, _ high: Int) -> Int {
    var end = low
    while end < high, words[end].kind.isContent || Sort(words[end].lower) != nil { end += 1 }
    return max(end, low + 1)
  }

  func isTime(_ low: Int, _ high: Int) -> Bool {
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
  mutating func jointObjects(
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
      let second = gap(at + 1, high), let one = gap(object, at),
      // `Roman and Islamic Art` may be one name.
      [one, second].allSatisfy({ $0.isDefinite || evidence.isOwnName($0.words) })
    else { return nil }
    var other = first
    other.arguments[other.arguments.count - 1] = .name(second)
    return [.and([.phrase(first), .phrase(other)])]
  }
}
