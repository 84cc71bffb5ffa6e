// What a text itself tells about its words, gathered before its sentences are read.
//
//   verbs        behind `does not`, `can`, `to`
//   complements  behind `is`, `are` (and `not`)
//   names        with a capital where no sentence begins
//
// Two ways to divide a sentence are often both in the grammar (`attend and are engaged`, `meat and
// drink wine`); what the text shows elsewhere, or a verb whose form is no noun, rules one of them out.

/// Knowledge about the words of one text.
struct Evidence: Sendable {
  /// Words used as a verb, in the base form and in the s-form.
  private var verbs: Set<String> = []
  /// First words of what `is` and `are` say of something.
  private var complements: Set<String> = []
  /// Words that stand alone behind `is`, or before `thing` and `people`.
  private var adjectives: Set<String> = []
  /// Words that have a capital inside of a sentence.
  private var names: Set<String> = []
  /// Words in lower case inside of a sentence.
  private var common: Set<String> = []
  /// Whether the text speaks of things, and so not only of people.
  private(set) var mentionsThings = false
  /// Whether `person` is said of something, and so distinguishes.
  private(set) var saysPerson = false
  private(set) var saysThing = false

  init(sentences: [[Word]]) {
    for words in sentences { for index in words.indices { add(words, index) } }
  }

  private mutating func add(_ words: [Word], _ index: Int) {
    let word = words[index]
    if index > 0, word.kind.isContent {
      if word.isCapitalized { names.insert(word.lower) } else { common.insert(word.lower) }
    } else if index == 0, word.isCapitalized, word.kind == .content, words.count > 1,
      [.singularCopula, .singularPastCopula, .does, .has].contains(words[1].kind)
    {
      names.insert(word.lower)
    }
    switch word.kind {
    case .does, .do, .did, .modal:
      if let verb = Self.content(words, after: index) { addVerb(words[verb].lower) }
    case .to:
      // `to` with a bare word is an infinitive only where no noun can stand.
      guard index + 2 < words.count, [.the, .article, .possessive].contains(words[index + 2].kind)
      else { return }
      if let verb = Self.content(words, after: index) { addVerb(words[verb].lower) }
    case .who:
      // `who works`, `who work`
      guard let verb = Self.content(words, after: index), verb == index + 1 else { return }
      verbs.insert(words[verb].lower)
      if !Morphology.hasSForm(words[verb].lower) { addVerb(words[verb].lower) }
    case .singularCopula, .pluralCopula:
      if let head = Self.content(words, after: index) { complements.insert(words[head].lower) }
      addSort(words, index)
      if word.kind == .singularCopula, let head = Self.content(words, after: index),
        head + 1 == words.count || !words[head + 1].kind.isContent
      {
        adjectives.insert(words[head].lower)
      }
    default:
      if word.kind == .content, index > 0, Sort(word.lower) != nil {
        adjectives.insert(words[index - 1].lower)
      }
      if ["thing", "things", "something", "everything", "anything", "nothing", "it"].contains(
        word.lower)
      {
        mentionsThings = true
      }
    }
  }

  /// `is a person.` distinguishes people; `is a person who ...` need not.
  private mutating func addSort(_ words: [Word], _ index: Int) {
    var at = index + 1
    while at < words.count, words[at].kind == .not || words[at].kind == .article { at += 1 }
    let ends =
      at + 1 >= words.count
      || !words[at + 1].kind.isContent && words[at + 1].kind != .who
        && words[at + 1].kind != .that && words[at + 1].kind != .preposition
    guard at < words.count, ends, let sort = Sort(words[at].lower) else { return }
    if sort == .person { saysPerson = true } else { saysThing = true }
  }

  /// The first content word behind `index`, past `not` and adverbs.
  private static func content(_ words: [Word], after index: Int) -> Int? {
    var at = index + 1
    while at < words.count, [.not, .adverb, .either, .neither, .both].contains(words[at].kind) {
      at += 1
    }
    return at < words.count && words[at].kind == .content && !words[at].isCapitalized ? at : nil
  }

  private mutating func addVerb(_ base: String) {
    verbs.insert(base)
    verbs.insert(Morphology.sForm(of: base))
  }

  /// Whether the word is known to be a verb.
  func isVerb(_ word: String) -> Bool {
    Verbs.plain.contains(word) || verbs.contains(word) && !complements.contains(word)
  }

  /// Whether the word is known to begin what `is` says.
  func isComplement(_ word: String) -> Bool {
    complements.contains(word) && !verbs.contains(word) && !Verbs.plain.contains(word)
  }

  /// Whether the word is known to be said of one thing, as adjectives are.
  func isAdjective(_ word: String) -> Bool { adjectives.contains(word) }

  /// Whether a word in -ing is known to be of a verb.
  func isParticiple(_ word: String) -> Bool {
    guard word.hasSuffix("ing") else { return false }
    let stem = String(word.dropLast(3))
    var bases = [stem, stem + "e"]
    if let last = stem.last, stem.dropLast().last == last { bases.append(String(stem.dropLast())) }
    return complements.contains(word)
      || bases.contains { isVerb($0) || isVerb(Morphology.sForm(of: $0)) }
  }

  /// Whether the word is a name wherever the text decides it.
  func isName(_ word: String) -> Bool { names.contains(word) && !common.contains(word) }

  /// Whether the word is no name.
  func isCommon(_ word: String) -> Bool { common.contains(word) && !names.contains(word) }
}

/// What people call everything there is: nouns that restrict nothing unless the text uses them to.
enum Sort: Hashable, Sendable {
  case person, thing

  init?(_ noun: String) {
    switch noun {
    case "person", "people", "persons", "individual", "individuals", "someone", "somebody",
      "everyone", "everybody", "anyone", "anybody", "no-one", "nobody":
      self = .person
    case "thing", "things", "something", "everything", "anything", "nothing", "one", "ones":
      self = .thing
    default: return nil
    }
  }
}
