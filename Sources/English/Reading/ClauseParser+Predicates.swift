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
      if end - low == 1, words[low].kind == .content, words[at + 1].kind == .content,
        high - at > 2
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
  private func isPredicateAgain(_ low: Int, _ high: Int, _ agreement: Agreement) -> Bool {
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
  private func beginsAnew(_ low: Int, _ agreement: Agreement) -> Bool {
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

  private mutating func joined(
    _ left: Property, _ right: Property, _ at: Int, isAnd: Bool, isNew: Bool
  ) -> Property? {
    let (property, problem) = joinedProperty(left, right, isAnd: isAnd, isNew: isNew)
    if let problem { note(at, problem) }
    return property
  }

  /// One predicate without coordination outside of `either`, `neither` and `both`.
  private mutating func predicateTerm(
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
        low + 1, high, Copula(isPlural: isPlural, past: word.kind.isPastCopula ? word.lower : nil))
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

  /// supported = ("does" | "do" | "did"), "not", verb phrase ;
  private mutating func supported(
    _ low: Int, _ high: Int, _ agreement: Agreement
  ) -> [Property] {
    guard kind(low + 1) == .not, low + 2 < high else {
      note(low + 1)
      return []
    }
    let prefix = words[low].kind == .did ? ["did"] : []
    if words[low + 2].kind == .both {
      return bracketed(low + 2, high, .and) { $0.verbPhrase($1, $2, .base, prefix: prefix) }
        .map { .not(.and([$0, $1])) }
    }
    return verbPhrase(low + 2, high, .base, prefix: prefix).compactMap { property in
      if case .object(_, let quantity, _) = property, quantity != .some { return nil }
      return .not(property)
    }
  }

  /// modal = ("can" | "will" | ...), ["not"], verb phrase ;
  private mutating func modal(_ low: Int, _ high: Int) -> [Property] {
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

  // MARK: Complements

  /// How `is` stands before a complement.
  struct Copula {
    /// Whether it is `are`; nil behind `be`.
    var isPlural: Bool?
    /// `was`, `will be`: it becomes part of the predicate.
    var past: String?
  }

  /// complement = part, {("," | "and" | "or"), part} | "either", complement, "or", complement ... ;
  mutating func complement(_ low: Int, _ high: Int, _ copula: Copula) -> [Property] {
    let high = trimmed(low, high)
    guard low < high, fuel > 0 else {
      note(low)
      return []
    }
    fuel -= 1
    switch words[low].kind {
    case .either:
      return bracketed(low, high, .or) { $0.complementOrPredicate($1, $2, copula) }
        .map { .eitherOr($0, $1) }
    case .neither:
      return bracketed(low, high, .nor) { $0.complementOrPredicate($1, $2, copula) }
        .map { .and([.not($0), .not($1)]) }
    case .both:
      // `Tom and Ann are both students`
      if !words[low..<high].contains(where: { $0.kind == .and }) {
        return complement(low + 1, high, copula)
      }
      return bracketed(low, high, .and) { $0.complement($1, $2, copula) }.map { .and([$0, $1]) }
    case .not:
      if kind(low + 1) == .both {
        return complement(low + 1, high, copula).map { .not($0) }
      }
    default: break
    }
    var found = complementPart(low, high, copula)
    for at in low + 1..<high {
      guard [.and, .or, .comma].contains(words[at].kind) else { continue }
      let end = trimmed(low, at)
      guard end > low, kind(at + 1) != .comma, words[at - 1].kind != .comma || end < at else {
        continue
      }
      found += coordinated(low, end, at, high, copula)
    }
    return found
  }

  /// The readings with the first connective at `at`.
  private mutating func coordinated(
    _ low: Int, _ end: Int, _ at: Int, _ high: Int, _ copula: Copula
  ) -> [Property] {
    // `red, kind and nice`: the comma means what the last connective says. `red, and kind`: the
    // comma means nothing.
    if words[at].kind == .comma, [.and, .or].contains(kind(at + 1)) { return [] }
    let lefts = complementPart(low, end, copula)
    guard !lefts.isEmpty, isComplementAgain(low, end, at + 1, high, copula) else { return [] }
    var found: [Property] = []
    let isNoun =
      kind(low) == .article && words[low + 1..<end].allSatisfy { $0.kind == .content }
      && at + 2 == high && words[at + 1].kind == .content
      && !evidence.isComplement(words[at + 1].lower)
    let rights =
      isNoun
      ? nounPhrase(at + 1, high, isPlural: false, prefix: copula.past.map { [$0] } ?? [])
      : complement(at + 1, high, copula)
    for right in rights {
      for left in lefts {
        var isAnd = words[at].kind == .and
        if copula.isPlural == true, isCollective(low, at, high, isAnd: isAnd) {
          note(at, "whether each is all of these, or one of them, is not clear")
          continue
        }
        if words[at].kind == .comma {
          switch right {
          case .and: isAnd = true
          case .or: isAnd = false
          default: continue
          }
        }
        if let property = joined(left, right, at, isAnd: isAnd, isNew: false) {
          found.append(property)
        }
      }
    }
    return found
  }

  /// `Pets are cats and dogs`, `genres are history, portrait and landscape`: a plural may be said to
  /// be made up of them.
  private func isCollective(_ low: Int, _ at: Int, _ high: Int, isAnd: Bool) -> Bool {
    if words[at].kind == .comma {
      return !words[low..<high].allSatisfy {
        $0.kind != .content || evidence.isAdjective($0.lower)
      }
    }
    return isAnd && hasPluralHead(low, at) && hasPluralHead(at + 1, high)
  }

  /// Whether the words behind a connective are a complement of their own and not part of the one
  /// before: that one is a single word or ends in its noun, or these begin as a complement does.
  private mutating func isComplementAgain(
    _ low: Int, _ end: Int, _ next: Int, _ high: Int, _ copula: Copula
  ) -> Bool {
    guard next < high else { return false }
    if beginsPredicate(next, high, copula.isPlural == true ? .plural : .singular),
      isPredicateAgain(next, high, copula.isPlural == true ? .plural : .singular)
    {
      return false
    }
    switch words[next].kind {
    case .not, .either, .neither, .both: return true
    case .article:
      // `a friend of a cat and a dog`
      guard !words[low..<end].contains(where: { $0.kind == .preposition }) else {
        note(next, "what this word is joined to is not clear")
        return false
      }
      return true
    default: break
    }
    let head = words[low].kind == .not ? low + 1 : low
    let start = kind(head) == .article ? head + 1 : head
    let isPlain = words[start..<max(start, end)].allSatisfy {
      $0.kind == .content || $0.kind == .adverb
    }
    // `a village and port in England`: one article, and the place may be of both.
    if kind(head) == .article, isPlain {
      guard next + 1 == high || evidence.isComplement(words[next].lower) else {
        note(next, "whether what follows belongs to both is not clear")
        return false
      }
      return true
    }
    // `interested and engaged in sports`: what follows may belong to both.
    if isPlain, end - start == 1, Morphology.isPast(words[start].lower), high - next > 1,
      words[next + 1].kind == .preposition || words[next + 1].kind == .to
    {
      note(next, "whether what follows belongs to both is not clear")
      return false
    }
    if isPlain, end - start <= 2 { return true }
    // The first part has an object: a bare word behind `and` may be another object.
    if evidence.isComplement(words[next].lower) || words[next].kind == .preposition { return true }
    note(next, "what this word is joined to is not clear")
    return false
  }

  /// In `is either in the library or has a port` the second part is a predicate.
  private mutating func complementOrPredicate(
    _ low: Int, _ high: Int, _ copula: Copula
  ) -> [Property] {
    guard low < high else { return [] }
    let agreement: Agreement = copula.isPlural == true ? .plural : .singular
    if beginsPredicate(low, high, agreement), isPredicateAgain(low, high, agreement) {
      return predicate(low, high, agreement)
    }
    return complement(low, high, copula)
  }

  /// part = ["not"], ("a" noun phrase | plural noun phrase | adjective phrase | name) ;
  private mutating func complementPart(
    _ low: Int, _ high: Int, _ copula: Copula
  ) -> [Property] {
    guard low < high, fuel > 0 else {
      note(low)
      return []
    }
    fuel -= 1
    let past = copula.past.map { [$0] } ?? []
    switch words[low].kind {
    case .not:
      guard kind(low + 1) != .not, kind(low + 1) != .either else { return [] }
      return complementPart(low + 1, high, copula).compactMap { part in
        switch part {
        case .phrase: return .not(part)
        // `not a student who is kind` denies the whole.
        case .and where kind(low + 1) == .article: return .not(part)
        default: return nil
        }
      }
    case .article:
      return nounPhrase(low + 1, high, isPlural: false, prefix: past)
    case .the:
      note(low, "`the` behind `is` says that there is only one; that is not read")
      return []
    case .content where copula.isPlural == true && hasPluralHead(low, high):
      return nounPhrase(low, high, isPlural: true, prefix: past)
    case .content, .preposition, .adverb, .to, .number:
      if let identity = identity(low, high) { return copula.past == nil ? identity : [] }
      return phrase(low, high, prefix: past, category: .complement, head: nil).map { [.phrase($0)] }
        ?? []
    default:
      note(low)
      return []
    }
  }

  /// Whether the words begin with a plural noun phrase: `bears in zoos`, `students who ...`.
  private func hasPluralHead(_ low: Int, _ high: Int) -> Bool {
    var end = low
    while end < high, words[end].kind.isContent { end += 1 }
    guard end > low else { return false }
    if Sort(words[low].lower) != nil { return true }
    for at in low..<end where Morphology.isPlural(words[at].lower) {
      if at + 1 == end || Morphology.isPast(words[at + 1].lower)
        || words[at + 1].lower.hasSuffix("ing")
      {
        return true
      }
    }
    return false
  }

  /// `Hesperus is Phosphorus`; an adjective such as `French` also has a capital.
  private mutating func identity(_ low: Int, _ high: Int) -> [Property]? {
    guard low > 0, let end = nameEnd(low), end == high else { return nil }
    note(low, "whether `\(words[low].text)` is a name or a property is not clear")
    return []
  }
}
