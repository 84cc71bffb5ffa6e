// The closed classes of English words: all that the reader knows before it has seen a text.
//
// Every other word is a content word and gets its meaning by position: the noun behind a determiner,
// the verb behind a subject, whatever stands behind `is`. Words that carry logic which is not read
// (comparison, counting, `most`) are a class of their own, so that they are refused by name instead of
// becoming part of a predicate. Classes after Huddleston and Pullum, The Cambridge Grammar of the
// English Language (2002), chapters 3, 5, 7 and 17.

/// What a word is to the grammar.
enum WordKind: UInt8, Sendable {
  case content, number, comma
  /// `all`, `every`, `each`, `any`, `no`, `some`, `a`, `the`, `only`.
  case all, every, any, no, some, article, the, only
  case `if`, then, unless, either, or, neither, nor, both, and, not, never
  /// `is`, `are`, `was`, `were`; `be`, `been`, `being`.
  case singularCopula, pluralCopula, singularPastCopula, pluralPastCopula, be
  case does, `do`, did, has, have, had, modal
  /// `who`, `that`, `which`, `there`.
  case who, that, which, there
  /// `everyone`, `everything`; `someone`, `something`; `no one`, `nothing`; `anyone`, `anything`.
  case everybody, somebody, nobody, anybody, those
  /// `he`, `she`; `it`; `they`; `him`, `her`, `them` where they are objects; `himself`.
  case person, it, they, objectPronoun, reflexive, possessive
  case preposition, to, adverb
  /// Carries logic that is not read.
  case refused
}

extension WordKind {
  /// The kind of a word in lower case.
  static func kind(of word: String) -> WordKind { table[word] ?? .content }

  /// Whether a word of this kind may be part of a name or a noun phrase's middle.
  var isContent: Bool { self == .content || self == .number }

  var isCopula: Bool {
    switch self {
    case .singularCopula, .pluralCopula, .singularPastCopula, .pluralPastCopula: true
    default: false
    }
  }

  var isPastCopula: Bool { self == .singularPastCopula || self == .pluralPastCopula }

  /// Whether the word is a finite auxiliary: where one stands, a predicate begins.
  var isAuxiliary: Bool {
    switch self {
    case .does, .do, .did, .has, .have, .had, .modal: true
    default: isCopula
    }
  }

  private static let table: [String: WordKind] = {
    let classes: [(WordKind, String)] = [
      (.all, "all"), (.every, "every each"), (.any, "any"), (.no, "no"), (.some, "some"),
      (.article, "a an"), (.the, "the"), (.only, "only"),
      (.if, "if when whenever"), (.then, "then"), (.unless, "unless"),
      (.either, "either"), (.or, "or"), (.neither, "neither"), (.nor, "nor"),
      (.both, "both"), (.and, "and"), (.not, "not"), (.never, "never"),
      (.singularCopula, "is"), (.pluralCopula, "are"),
      (.singularPastCopula, "was"), (.pluralPastCopula, "were"), (.be, "be been being"),
      (.does, "does"), (.do, "do"), (.did, "did"),
      (.has, "has"), (.have, "have"), (.had, "had"),
      (.modal, "can could may might must should will would shall"),
      (.who, "who"), (.that, "that"), (.which, "which"), (.there, "there"),
      (.everybody, "everyone everybody everything"), (.somebody, "someone somebody something"),
      (.nobody, "no-one nobody nothing none"), (.anybody, "anyone anybody anything"),
      (.those, "those"),
      (.person, "he she"), (.it, "it"), (.they, "they"), (.objectPronoun, "him them her"),
      (.reflexive, "himself herself itself themselves"),
      (.possessive, "his its their my your our"),
      (
        .preposition,
        """
        about above across after against along among around at before behind below beneath beside \
        between beyond by during for from in inside into near of off on onto out outside over \
        through throughout toward towards under until up upon via with within without
        """
      ),
      (.to, "to"),
      (
        .adverb,
        """
        always often usually sometimes seldom rarely regularly frequently also very too quite \
        today tomorrow yesterday tonight now generally typically normally currently already still really fully highly extremely well
        """
      ),
      (
        .refused,
        """
        than more most less least fewer few many much several same other others another different \
        else such what where why how whose whom whoever whatever whichever because since although \
        though while whereas but except if-and-only-if therefore hence thus so this these i we you \
        us me mine ours yours theirs as like-wise likewise instead rather almost nearly exactly \
        ever even just merely hardly scarcely barely perhaps maybe probably possibly necessarily \
        am let please ought cannot-be one two three four five six seven eight nine ten
        """
      ),
    ]
    var table: [String: WordKind] = [:]
    for (kind, words) in classes {
      for word in words.split(separator: " ") { table[String(word)] = kind }
    }
    return table
  }()
}
