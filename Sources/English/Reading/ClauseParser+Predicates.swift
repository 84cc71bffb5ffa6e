// The predicates of Grammars/english.ebnf: what is said of a subject.
//
//   predicate = term, {("and" | "or"), term} | "either", predicate, "or", predicate | ...
//
// A coordination is read only where its parts are certain: `red and kind`, `is red and chases the cat`,
// but not `eats meat and drink`, where the second part may be an object as well.

import Diagnostics

extension ClauseParser {
  /// predicate
  mutating func predicate(_ low: Int, _ high: Int, _ agreement: Agreement) -> [Property] {
    let high = trimmed(low, high)
    guard low < high, fuel > 0 else { return [] }
    fuel -= 1
    var found = predicateTerm(low, high, agreement)
    if [.either, .neither, .both].contains(words[low].kind), !found.isEmpty { return found }
    for at in low + 1..<max(high, low + 1) where words[at].kind == .and || words[at].kind == .or {
      let end = trimmed(low, at)
      guard kind(at + 1).map({ $0 != .comma }) == true else { continue }
      let rights =
        isPredicateAgain(at + 1, high, agreement)
        ? predicate(at + 1, high, agreement) : []
      if rights.isEmpty { continue }
      // `wins or loses at the finals`: what follows may belong to both.
      if end - low == 1, words[low].kind == .content,
        words[at + 1].kind == .content && high - at > 2
          || words[at + 1..<high].contains(where: { $0.kind == .preposition })
      {
        note(at, "whether what follows the second verb belongs to both is not clear")
        continue
      }
      for left in predicateTerm(low, end, agreement) {
        for right in rights {
          let isNew = beginsAnew(at + 1, agreement)
          if let property = joined(left, right, at, isAnd: words[at].kind == .and, isNew: isNew) {
            found.append(property)
          }
        }
      }
    }
    return found
  }

  /// Whether what follows a connective can be a predicate of its own and not only the rest of the
  /// one before: an auxiliary, or a verb that agrees and is known as one.
  func isPredicateAgain(_ low: Int, _ high: Int, _ agreement: Agreement) -> Bool {
    var at = low
    while at < high, isAdverb(at) || [.either, .neither, .both].contains(words[at].kind) { at += 1 }
    guard at < high, beginsPredicate(low, high, agreement) else { return false }
    if words[at].kind != .content { return true }
    guard isVerb(at, agreement), !evidence.isComplement(words[at].lower) else { return false }
    return evidence.isVerb(words[at].lower) || at + 1 < high && isObjectStart(at + 1)
  }

  /// Whether a noun phrase that is no bare noun begins here: what stands before it is then a verb.
  func isObjectStart(_ index: Int) -> Bool {
    switch words[index].kind {
    case .the, .article, .every, .all, .some, .no, .any, .objectPronoun, .it, .reflexive: true
    case .content: words[index].isCapitalized
    default: false
    }
  }

  /// Whether an auxiliary begins a predicate of its own, so that a `not` before does not reach it.
  func beginsAnew(_ low: Int, _ agreement: Agreement) -> Bool {
    guard let kind = kind(low) else { return false }
    return kind.isAuxiliary || kind == .not || agreement == .singular && kind == .content
  }

  /// Joins two coordinated properties; nil where the scope of what stands in them is open.
  func joinedProperty(
    _ left: Property, _ right: Property, isAnd: Bool, isNew: Bool
  ) -> (Property?, String?) {
    if case .not = left, !isNew {
      guard case .not = right else {
        return (nil, "how much `not` denies is not clear; `neither ... nor` would say it")
      }
    }
    switch (right, isAnd) {
    case (.and(let parts), true): return (.and([left] + parts), nil)
    case (.or(let parts), false): return (.or([left] + parts), nil)
    case (.and, false), (.or, true):
      return (nil, "`and` and `or` side by side: which of them binds is not clear")
    default: return (isAnd ? .and([left, right]) : .or([left, right]), nil)
    }
  }

  mutating func joined(
    _ left: Property, _ right: Property, _ at: Int, isAnd: Bool, isNew: Bool
  ) -> Property? {
    let (property, problem) = joinedProperty(left, right, isAnd: isAnd, isNew: isNew)
    if let problem { note(at, problem) }
    return property
  }

  /// One predicate without coordination outside of `either`, `neither` and `both`.
  mutating func predicateTerm(
    _ low: Int, _ high: Int, _ agreement: Agreement
  ) -> [Property] {
    guard low < high, fuel > 0 else { return [] }
    fuel -= 1
    let word = words[low]
    switch word.kind {
    case .singularCopula, .pluralCopula, .singularPastCopula, .pluralPastCopula:
      let isPlural = word.kind == .pluralCopula || word.kind == .pluralPastCopula
      guard isPlural == (agreement == .plural) else { return [] }
      return complement(
        low + 1, high, Copula(isPlural: isPlural, past: word.kind.isPastCopula ? "was" : nil))
    case .does, .do, .did: return supported(low, high, agreement)
    case .modal: return modal(low, high)
    case .never:
      return predicateTerm(low + 1, high, agreement).compactMap { $0.isNegative ? nil : .not($0) }
    case .either:
      return bracketed(low, high, .or) { $0.predicate($1, $2, agreement) }
        .map { .eitherOr($0, $1) }
    case .neither:
      return bracketed(low, high, .nor) { $0.predicate($1, $2, agreement) }
        .map { .and([.not($0), .not($1)]) }
    case .both:
      if !words[low..<high].contains(where: { $0.kind == .and }) {
        return predicate(low + 1, high, agreement)
      }
      return bracketed(low, high, .and) { $0.predicate($1, $2, agreement) }.map { .and([$0, $1]) }
    case .has, .have, .had: return verbPhrase(low, high, agreement, prefix: [])
    case .content, .adverb:
      return verbPhrase(low, high, agreement, prefix: [])
    default:
      note(low)
      return []
    }
  }

  /// `either A or B` and its like: every place of the second word that divides it.
  mutating func bracketed(
    _ low: Int, _ high: Int, _ separator: WordKind,
    _ read: (inout ClauseParser, Int, Int) -> [Property]
  ) -> [(Property, Property)] {
    var found: [(Property, Property)] = []
    for at in low + 1..<max(high, low + 1) where words[at].kind == separator {
      let left = read(&self, low + 1, trimmed(low + 1, at))
      if left.isEmpty { continue }
      for right in read(&self, at + 1, high) {
        for left in left { found.append((left, right)) }
      }
    }
    return found
  }

  /// supported = ("does" | "do" | "did"), ["not"], verb phrase ;
  mutating func supported(
    _ low: Int, _ high: Int, _ agreement: Agreement
  ) -> [Property] {
    let prefix = words[low].kind == .did ? ["did"] : []
    // `does homework` is a verb with its object; only a question is sure to have the auxiliary.
    if kind(low + 1) != .not, isQuestion {
      return verbPhrase(low + 1, high, .base, prefix: prefix)
    }
    guard kind(low + 1) == .not, low + 2 < high else {
      note(low + 1)
      return []
    }
    if words[low + 2].kind == .both {
      return bracketed(low + 2, high, .and) { $0.verbPhrase($1, $2, .base, prefix: prefix) }
        .map { .not(.and([$0, $1])) }
    }
    return verbPhrase(low + 2, high, .base, prefix: prefix).compactMap { property in
      if case .object(_, let quantity, _) = property, quantity != .one { return nil }
      return .not(property)
    }
  }

  /// modal = ("can" | "will" | ...), ["not"], verb phrase ;
  mutating func modal(_ low: Int, _ high: Int) -> [Property] {
    let isNegated = kind(low + 1) == .not
    let verb = isNegated ? low + 2 : low + 1
    guard verb < high else {
      note(verb)
      return []
    }
    let properties =
      words[verb].kind == .be
      ? complement(verb + 1, high, Copula(isPlural: nil, past: "\(words[low].lower) be"))
      : verbPhrase(verb, high, .base, prefix: [words[low].lower])
    return properties.compactMap { property in
      guard isNegated else { return property }
      if case .phrase = property { return .not(property) }
      return nil
    }
  }
}
