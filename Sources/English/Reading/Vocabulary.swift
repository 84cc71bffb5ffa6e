// The symbols of a text, and the words in it whose relation is not known.
//
// Two predicates of one text that share their words are related in English, and not in a way that their
// form tells: `plays` and `plays chess`, `student` and `Yale student` (implied), `painter` and `former
// painter` (not), `played` and `plays`. As unrelated symbols they would make an answer wrong that is
// `Uncertain`; so the later of two such sentences is refused:
//
//   stems(p) ⊆ stems(q), p ≠ q, heads apart         unclear-vocabulary (`painter`, `paints a barn`)
//   stems(p) ⊆ stems(q), p ≠ q, one head            hypothesis ∀x (q(x) → p(x))
//
// A hypothesis is neither assumed nor denied: an answer stands only if it is the same with and without
// all of them, and so, as entailment is monotonic, with any of them. Stems are coarse, so that too much
// is related rather than too little.

import Diagnostics
import FirstOrderLogic

/// The symbols of a text.
struct Vocabulary: Sendable {
  /// A predicate: its words and its number of arguments.
  struct Key: Hashable {
    var words: [String]
    var arity: Int
  }

  struct Entry {
    var key: Key
    var stems: [String]
    var category: Phrase.Category
    var head: String
    var sentence: Int
    var shown: String
  }

  var entries: [Entry] = []
  var indexes: [Key: Int] = [:]
  var constants: [[String]: String] = [:]
  var constantOrder: [(name: Name, stems: [String], sentence: Int)] = []
  /// Sentences that name a constant, and whether each is a condition.
  var mentions: [[String]: [Int: Bool]] = [:]
  var isCondition = false
  var taken: Set<String> = []
  var stemCache: [String: String] = [:]
  var predicateNames: [Key: String] = [:]
  /// What is wrong with a sentence's words, by the sentence's index.
  var faults: [Int: MeaningFault] = [:]
  /// What may hold between predicates that share words.
  var hypotheses: [Formula] = []
  /// Nouns that the sentence being collected introduced with `a`.
  var introduced: [[String]] = []

  /// Collects the symbols of clauses in the order of their sentences; nil for one that is not read.
  init(_ clauses: [Clause?]) {
    for (index, clause) in clauses.enumerated() {
      introduced = []
      guard let clause else { continue }
      if case .implies = clause { isCondition = true } else { isCondition = false }
      collect(clause, index)
    }
    nameSymbols()
    findFaults()
  }

  /// The symbol of a phrase.
  func predicate(_ phrase: Phrase, arity: Int) -> String {
    predicateNames[Key(words: phrase.words, arity: arity)] ?? Self.camel(phrase.words, upper: true)
  }

  /// The constant of a name.
  func constant(_ name: Name) -> String {
    constants[name.words] ?? Self.camel(name.words, upper: false)
  }

  // MARK: Collection

  mutating func collect(_ clause: Clause, _ sentence: Int) {
    switch clause {
    case .says(let subject, let property):
      switch subject {
      case .name(let name): add(name, sentence)
      case .each(let names), .none(let names): for name in names { add(name, sentence) }
      case .quantified(_, let restriction): collect(restriction, sentence)
      case .indefinite(let restriction, let form):
        if case .article(let noun) = form { introduced.append(noun) }
        collect(restriction, sentence)
      case .pronoun: break
      }
      collect(property, sentence)
    case .exists(let property): collect(property, sentence)
    case .not(let part): collect(part, sentence)
    case .and(let parts), .or(let parts): for part in parts { collect(part, sentence) }
    case .eitherOr(let left, let right), .exclusive(let left, let right),
      .implies(let left, let right), .iff(let left, let right):
      collect(left, sentence)
      collect(right, sentence)
    }
  }

  mutating func collect(_ property: Property, _ sentence: Int) {
    switch property {
    case .anything: break
    case .phrase(let phrase): add(phrase, arity: 1 + phrase.arguments.count, sentence)
    case .not(let part): collect(part, sentence)
    case .and(let parts), .or(let parts): for part in parts { collect(part, sentence) }
    case .eitherOr(let left, let right), .exclusive(let left, let right):
      collect(left, sentence)
      collect(right, sentence)
    case .object(let phrase, _, let restriction):
      add(phrase, arity: 2 + phrase.arguments.count, sentence)
      collect(restriction, sentence)
    }
  }

  mutating func add(_ name: Name, _ sentence: Int) {
    if name.isDefinite, introduced.contains(name.words) { return }
    mentions[name.words, default: [:]][sentence] = isCondition
    guard constants.updateValue("", forKey: name.words) == nil else { return }
    constantOrder.append((name, name.words.map { stem($0) }, sentence))
  }

  mutating func add(_ phrase: Phrase, arity: Int, _ sentence: Int) {
    for case .name(let name) in phrase.arguments { add(name, sentence) }
    let key = Key(words: phrase.words, arity: arity)
    if let index = indexes[key] {
      if entries[index].shown.isEmpty, let shown = phrase.shown {
        entries[index].shown = Self.camel(shown, upper: true)
      }
      return
    }
    indexes[key] = entries.count
    entries.append(
      Entry(
        key: key, stems: stems(phrase.words), category: phrase.category,
        head: head(phrase), sentence: sentence,
        shown: phrase.category == .noun
          ? phrase.shown.map { Self.camel($0, upper: true) } ?? ""
          : Self.camel(phrase.words, upper: true)))
  }

  /// Words that say when or how certainly, and so are no part of what is said.
  private static let auxiliaries: Set<String> = [
    Phrase.gap, "was", "were", "did", "can", "could", "may", "might", "must", "should", "will",
    "would", "shall", "be", "been", "being", "a", "an", "the", "his", "its", "their",
  ]

  mutating func stems(_ words: [String]) -> [String] {
    let content = words.filter { word in
      guard !Self.auxiliaries.contains(word), !word.contains(" ") else { return false }
      let kind = WordKind.kind(of: word)
      return kind != .preposition && kind != .to
    }
    return (content.isEmpty ? words : content).map { stem($0) }
  }

  /// The stem of the word that the others modify: a phrase's last before its prepositions, a verb.
  mutating func head(_ phrase: Phrase) -> String {
    let words = phrase.words.filter { !Self.auxiliaries.contains($0) }
    let isVerb = phrase.category == .verb
    let front = words.prefix {
      let kind = WordKind.kind(of: $0)
      return kind != .preposition && kind != .to && kind != .that
    }
    let candidate =
      isVerb
      ? front.first { WordKind.kind(of: $0) != .adverb && !$0.hasSuffix("ly") } : front.last
    return stem(candidate ?? words.first ?? "")
  }

  mutating func stem(_ word: String) -> String {
    if let stem = stemCache[word] { return stem }
    let stem = Morphology.stem(word)
    stemCache[word] = stem
    return stem
  }

  // MARK: Names

  mutating func nameSymbols() {
    for entry in entries {
      let shown =
        entry.shown.isEmpty
        ? Self.camel(Self.singular(entry.key.words), upper: true) : entry.shown
      predicateNames[entry.key] = freeName(shown)
    }
    for (name, _, _) in constantOrder {
      constants[name.words] = freeName(Self.camel(name.words, upper: false))
    }
  }

  /// A plural noun phrase with its head in the singular.
  static func singular(_ words: [String]) -> [String] {
    var words = words
    let end = words.firstIndex { WordKind.kind(of: $0) == .preposition } ?? words.count
    if end > 0 { words[end - 1] = Morphology.shownSingular(of: words[end - 1]) }
    return words
  }

  mutating func freeName(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(name)\(number)"
      number += 1
    }
    return candidate
  }

  /// The words as one name: `BaldEagle`, `baldEagle`.
  static func camel(_ words: [String], upper: Bool) -> String {
    var name: [UInt8] = []
    for word in words where word != Phrase.gap {
      var isStart = upper || !name.isEmpty
      for byte in word.utf8 {
        switch byte {
        case 0x61...0x7A:
          name.append(isStart ? byte - 0x20 : byte)
          isStart = false
        case 0x30...0x39, 0x41...0x5A, 0x80...0xFF:
          name.append(byte)
          isStart = false
        default: isStart = !name.isEmpty
        }
      }
    }
    let text = String(decoding: name, as: UTF8.self)
    guard let first = name.first else { return upper ? "Holds" : "object" }
    // A variable's name, or a number's.
    let isTaken = !upper && name.count < 3 && "uvwxyz".utf8.contains(first)
    return isTaken || (0x30...0x39).contains(first)
      ? (upper ? "Is" : "the") + text.uppercased()
      : text
  }
}
