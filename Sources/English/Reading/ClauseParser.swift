// The statements of Grammars/english.ebnf: conditions, denials, coordination, simple clauses.
//
// Each function takes the words from `low` up to `high` and returns every reading of exactly these. The
// words are few, so all places to divide them are tried; what remains ambiguous is seen at the end, as
// two different readings. A chart (Earley 1970) would share the work; at 20 words it costs more than it
// saves.

import Diagnostics

/// How a verb agrees with its subject.
enum Agreement: Hashable, Sendable {
  case singular, plural
  /// Behind `does`, `do`, `can`.
  case base
}

/// Finds the readings of one sentence.
struct ClauseParser {
  let words: [Word]
  let evidence: Evidence
  /// Calls that are left; a sentence that takes more is refused.
  var fuel = 20_000
  /// Whether the clause stands behind a connective, where an unknown word in the form of a verb may
  /// be a noun of the clause before.
  var isBesideAnother = false
  /// Whether the words are a question's, turned: `Anne does like Bob`.
  var isQuestion = false
  /// The last word that no rule could take, and what is known about it.
  private(set) var stop = 0
  private(set) var reason: String?

  init(words: [Word], evidence: Evidence) {
    self.words = words
    self.evidence = evidence
  }

  /// Every reading of the sentence, each once.
  mutating func sentence() -> [Clause] {
    for (index, word) in words.enumerated() where word.kind == .refused {
      note(index, "`\(word.text)` is a word whose meaning is not read")
      return []
    }
    var seen: Set<Clause> = []
    let end = trimmed(0, words.count)
    // `..., but not both`
    let tail = words[..<end].suffix(3).map(\.kind)
    if tail == [.and, .not, .both], end > 3 {
      return statement(0, end - 3).compactMap(\.madeExclusive).filter { seen.insert($0).inserted }
    }
    return statement(0, end).filter { seen.insert($0).inserted }
  }

  /// Remembers where reading stopped, furthest to the right; a place with a reason says more than one
  /// without.
  mutating func note(_ index: Int, _ text: String? = nil) {
    guard text != nil || reason == nil, index > stop || (text != nil) != (reason != nil) else {
      return
    }
    stop = index
    reason = text
  }

  func kind(_ index: Int) -> WordKind? { index < words.count ? words[index].kind : nil }

  /// The end of a stretch without the commas before it.
  func trimmed(_ low: Int, _ high: Int) -> Int {
    var end = high
    while end > low, words[end - 1].kind == .comma { end -= 1 }
    return end
  }

  // MARK: Statements

  /// statement
  mutating func statement(_ low: Int, _ high: Int) -> [Clause] {
    let high = trimmed(low, high)
    guard low < high, fuel > 0 else { return [] }
    fuel -= 1
    switch words[low].kind {
    case .if: return conditional(low, high)
    case .unless: return exception(low, high)
    case .it:
      if let body = denial(low, high) { return body }
    case .there: return existence(low, high)
    case .either:
      let readings = alternative(low, high)
      if !readings.isEmpty { return readings }
    default: break
    }
    var found = trailingCondition(low, high)
    found += coordination(low, high)
    found += simple(low, high)
    return found
  }

  /// conditional = "if", statement, [","], "then", statement | "if", statement, ",", statement ;
  mutating func conditional(_ low: Int, _ high: Int) -> [Clause] {
    let thens = (low + 1..<high).filter { words[$0].kind == .then }
    if thens.count > 1 {
      note(thens[1], "a second `then` in one sentence")
      return []
    }
    var found: [Clause] = []
    if let then = thens.first {
      for left in statement(low + 1, then) {
        for right in statement(then + 1, high) { found.append(.implies(left, right)) }
      }
      return found
    }
    for comma in low + 1..<high where words[comma].kind == .comma {
      let left = statement(low + 1, comma)
      if left.isEmpty { continue }
      for right in statement(comma + 1, high) {
        for left in left { found.append(.implies(left, right)) }
      }
    }
    return found
  }

  /// exception = "unless", statement, ",", statement ;
  mutating func exception(_ low: Int, _ high: Int) -> [Clause] {
    var found: [Clause] = []
    for comma in low + 1..<high where words[comma].kind == .comma {
      for left in statement(low + 1, comma) {
        for right in statement(comma + 1, high) { found.append(.implies(.not(left), right)) }
      }
    }
    return found
  }

  /// trailing condition = simple, ("if" | "unless" | "if and only if" | "only if"), statement ;
  mutating func trailingCondition(_ low: Int, _ high: Int) -> [Clause] {
    var found: [Clause] = []
    for at in low + 1..<max(high, low + 1)
    where words[at].kind == .if || words[at].kind == .unless {
      var (leftEnd, isOnly, isBoth) = (at, false, false)
      if words[at].kind == .if, words[at - 1].kind == .only {
        (leftEnd, isOnly) = (at - 1, true)
      } else if at + 3 < high, words[at].kind == .if, words[at + 1].kind == .and,
        words[at + 2].kind == .only, words[at + 3].kind == .if
      {
        isBoth = true
      }
      let left = statement(low, leftEnd)
      if left.isEmpty { continue }
      for right in statement(isBoth ? at + 4 : at + 1, high) {
        for left in left {
          if isBoth {
            found.append(.iff(left, right))
          } else if isOnly {
            found.append(.implies(left, right))
          } else {
            found.append(.implies(words[at].kind == .if ? right : .not(right), left))
          }
        }
      }
      break
    }
    return found
  }

  /// denial = "it is", ["not"], ("true" | "the case"), "that", statement ; nil when it is none.
  mutating func denial(_ low: Int, _ high: Int) -> [Clause]? {
    var at = low + 1
    guard at < high, words[at].kind == .singularCopula else { return nil }
    at += 1
    let isNegated = at < high && words[at].kind == .not
    if isNegated { at += 1 }
    var isFalse = false
    if at < high, words[at].lower == "true" || words[at].lower == "false" {
      isFalse = words[at].lower == "false"
      at += 1
    } else if at + 1 < high, words[at].kind == .the, words[at + 1].lower == "case" {
      at += 2
    } else {
      return nil
    }
    guard at < high, words[at].kind == .that else { return nil }
    let body = statement(at + 1, high)
    // `It is not true that A and B`: which of the two is denied?
    if isNegated != isFalse {
      let open = body.filter {
        switch $0 {
        case .and, .or, .implies, .iff: true
        default: false
        }
      }
      guard open.isEmpty else {
        note(at, "how much `not` denies is not clear")
        return []
      }
    }
    return isNegated != isFalse ? body.map { .not($0) } : body
  }

  /// existence = "there", ("is" | "are"), ("a" | "some" | "no" | "not a" | "not any"), noun phrase ;
  mutating func existence(_ low: Int, _ high: Int) -> [Clause] {
    guard low + 2 < high, words[low + 1].kind.isCopula, !words[low + 1].kind.isPastCopula else {
      note(low + 1)
      return []
    }
    let isPlural = words[low + 1].kind == .pluralCopula
    var at = low + 2
    var isNegated = words[at].kind == .no
    if words[at].kind == .not, at + 1 < high,
      words[at + 1].kind == .article || words[at + 1].kind == .any
    {
      isNegated = true
      at += 1
    }
    guard isNegated || words[at].kind == .some || words[at].kind == .article else {
      note(at)
      return []
    }
    at += 1
    return nounPhrase(at, high, isPlural: isPlural).map {
      isNegated ? .not(.exists($0)) : .exists($0)
    }
  }

  /// alternative = "either", statement, "or", statement ;
  mutating func alternative(_ low: Int, _ high: Int) -> [Clause] {
    var found: [Clause] = []
    for at in low + 1..<high where words[at].kind == .or {
      let left = statement(low + 1, at)
      if left.isEmpty { continue }
      for right in statement(at + 1, high) {
        for left in left { found.append(.eitherOr(left, right)) }
      }
    }
    return found
  }

  /// coordination = simple, ("and" | "or"), statement ;
  mutating func coordination(_ low: Int, _ high: Int) -> [Clause] {
    var found: [Clause] = []
    for at in low + 1..<max(high, low + 1) where words[at].kind == .and || words[at].kind == .or {
      let left = simple(low, trimmed(low, at))
      if left.isEmpty { continue }
      isBesideAnother = true
      let rights = statement(at + 1, high)
      isBesideAnother = false
      for right in rights {
        for left in left {
          if let clause = joined(left, right, isAnd: words[at].kind == .and, at) {
            found.append(clause)
          }
        }
      }
    }
    return found
  }

  mutating func joined(_ left: Clause, _ right: Clause, isAnd: Bool, _ at: Int) -> Clause? {
    switch (right, isAnd) {
    case (.and(let parts), true): return .and([left] + parts)
    case (.or(let parts), false): return .or([left] + parts)
    case (.and, false), (.or, true):
      note(at, "`and` and `or` side by side: which of them binds is not clear")
      return nil
    case (.implies, _), (.iff, _):
      note(at, "a condition beside `and` or `or`: what it covers is not clear")
      return nil
    default: return isAnd ? .and([left, right]) : .or([left, right])
    }
  }

  /// simple = subject, predicate ;
  mutating func simple(_ low: Int, _ high: Int) -> [Clause] {
    let high = trimmed(low, high)
    guard low < high, fuel > 0 else { return [] }
    fuel -= 1
    var found: [Clause] = []
    for reading in subjects(low, high) {
      if isBesideAnother, words[low].kind == .the || words[low].kind == .content,
        !isPredicateAgain(reading.end, high, reading.agreement)
      {
        note(reading.end)
        continue
      }
      for property in predicate(reading.end, high, reading.agreement) {
        if let clause = clause(reading.subject, property, at: low) { found.append(clause) }
      }
    }
    return found
  }

  /// What a subject and a predicate say together, unless English leaves their scope open.
  mutating func clause(_ subject: Subject, _ property: Property, at low: Int) -> Clause? {
    let quantity: Quantity? =
      switch subject {
      case .quantified(let quantity, _): quantity
      case .indefinite(_, .plural), .indefinite(_, .any): .all
      default: nil
      }
    if let quantity, property.hasOpenScope(under: quantity) {
      note(low, "which of the two quantifiers has the wider scope is not clear")
      return nil
    }
    if case .quantified(.only, _) = subject, property.isNegative {
      note(low, "`only` with a negation")
      return nil
    }
    return .says(subject, property)
  }
}
