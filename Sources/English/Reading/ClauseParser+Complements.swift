// The complements of Grammars/english.ebnf: what stands behind `is`.
//
//   complement = part, {("," | "and" | "or"), part} | "either", complement, "or", complement | ...
//
// Most of the file decides what the words behind a connective are joined to.

import Diagnostics

extension ClauseParser {
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
    // `also` says nothing new of the subject.
    let low = low < high && words[low].lower == "also" ? low + 1 : low
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
  mutating func coordinated(
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
  func isCollective(_ low: Int, _ at: Int, _ high: Int, isAnd: Bool) -> Bool {
    if words[at].kind == .comma {
      return !words[low..<high].allSatisfy {
        $0.kind != .content || evidence.isAdjective($0.lower)
      }
    }
    // `inactive and disinterested members`: both words may be of the noun.
    return hasPluralHead(at + 1, high)
      && (isAnd || !hasPluralHead(low, at)) && !words[low..<at].contains { $0.kind == .article }
  }

  /// Whether the words behind a connective are a complement of their own and not part of the one
  /// before: that one is a single word or ends in its noun, or these begin as a complement does.
  mutating func isComplementAgain(
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
  mutating func complementOrPredicate(
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
  mutating func complementPart(
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
  func hasPluralHead(_ low: Int, _ high: Int) -> Bool {
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
  mutating func identity(_ low: Int, _ high: Int) -> [Property]? {
    guard low > 0, let end = nameEnd(low), end == high else { return nil }
    note(low, "whether `\(words[low].text)` is a name or a property is not clear")
    return []
  }
}
