// Inflection: the s-form of nouns and verbs, by which two forms of one word are known to be one.
//
//   pluralize(noun) = thirdPerson(verb) = word + s | es | ies,  irregular nouns by table
//
// The key of a word is its s-form, not its stem: adding an ending is a function (`study` gives
// `studies`, `movie` gives `movies`), taking one off is not (`studies`, `movies`). Whether a form has
// its ending already is known from its place: behind `every` a noun is singular, behind `all` plural.
//
// `stem` is coarse on purpose. It never makes two words one; it only tells that two predicates may
// speak of the same thing in ways that the reader can't relate (`played`, `plays`, `playing`).

enum Morphology {
  /// The plural of a singular noun.
  static func plural(of noun: String) -> String {
    irregularPlurals[noun] ?? sForm(of: noun)
  }

  /// The third person singular of a verb's base form, and the regular plural of a noun.
  static func sForm(of word: String) -> String {
    let bytes = Array(word.utf8)
    guard bytes.count > 1, let last = bytes.last else { return word + "s" }
    let before = bytes[bytes.count - 2]
    switch last {
    case UInt8(ascii: "y"):
      return "aeiou".utf8.contains(before) ? word + "s" : word.dropLast() + "ies"
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): return word + "es"
    case UInt8(ascii: "h") where before == UInt8(ascii: "c") || before == UInt8(ascii: "s"):
      return word + "es"
    case UInt8(ascii: "o"): return "aeiou".utf8.contains(before) ? word + "s" : word + "es"
    default: return word + "s"
    }
  }

  /// The key of a noun that stands in the plural: the regular form where two are in use.
  static func pluralKey(_ noun: String) -> String {
    noun.hasSuffix("oes") ? noun : noun.hasSuffix("os") ? noun.dropLast() + "es" : noun
  }

  /// Whether a word has the ending of a plural noun or of a verb in the third person.
  static func hasSForm(_ word: String) -> Bool {
    let bytes = word.utf8
    guard bytes.count > 2, bytes.last == UInt8(ascii: "s") else { return false }
    let before = bytes[bytes.index(bytes.endIndex, offsetBy: -2)]
    return !"su'".utf8.contains(before) && !(before == UInt8(ascii: "i") && !word.hasSuffix("kis"))
      && !singularsInS.contains(word)
  }

  /// Whether a word can be a plural noun.
  static func isPlural(_ word: String) -> Bool { hasSForm(word) || irregularForms.contains(word) }

  /// Whether a word is a plural noun that doesn't end in s, and so no singular one.
  static func isOnlyPlural(_ word: String) -> Bool {
    irregularForms.contains(word) && irregularPlurals[word] != word
  }

  /// Whether a word has the form of a regular past tense or participle.
  static func isPast(_ word: String) -> Bool {
    word.utf8.count > 3 && word.hasSuffix("ed") && !word.hasSuffix("eed")
      || Verbs.irregular[word] != nil
  }

  /// A singular to show a plural by, where the text has none.
  static func shownSingular(of plural: String) -> String {
    if let singular = irregularSingulars[plural] { return singular }
    guard hasSForm(plural) else { return plural }
    if ["movies", "cookies", "zombies", "calories", "selfies", "rookies", "hoodies"].contains(
      plural)
    {
      return String(plural.dropLast())
    }
    if plural.hasSuffix("ies"), plural.utf8.count > 4 { return plural.dropLast(3) + "y" }
    for ending in ["sses", "uses", "xes", "ches", "shes", "oes"] where plural.hasSuffix(ending) {
      return String(plural.dropLast(2))
    }
    return String(plural.dropLast())
  }

  /// What is left of a word without its inflections.
  static func stem(_ word: String) -> String {
    let word = irregularSingulars[word] ?? Verbs.irregular[word] ?? word
    var letters = Array(word.utf8)
    func ends(_ ending: StaticString) -> Bool {
      letters.count > ending.utf8CodeUnitCount + 1
        && ending.withUTF8Buffer { letters.suffix($0.count).elementsEqual($0) }
    }
    if ends("ies") || ends("ied") || ends("es") {
      letters.removeLast(2)
    } else if ends("s"), letters[letters.count - 2] != UInt8(ascii: "s") {
      letters.removeLast()
    }
    if ends("ing") {
      letters.removeLast(3)
    } else if ends("ed") {
      letters.removeLast(2)
    }
    if letters.count > 2, let last = letters.last {
      if last == UInt8(ascii: "e") { letters.removeLast() }
      if last == UInt8(ascii: "y") { letters[letters.count - 1] = UInt8(ascii: "i") }
      if last == letters[letters.count - 2], last != UInt8(ascii: "s") { letters.removeLast() }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private static let singularsInS: Set<String> = [
    "always", "perhaps", "gas", "lens", "species", "series", "news", "atlas", "canvas", "bias",
    "christmas", "alias", "pancreas", "besides", "means", "thus", "texas", "yes", "overseas",
    "upstairs", "downstairs", "sometimes", "physics", "mathematics", "politics", "economics",
    "athletics", "gymnastics", "mechanics", "ethics", "linguistics", "diabetes", "chaos", "ethos",
  ]

  private static let irregularPlurals: [String: String] = [
    "person": "people", "man": "men", "woman": "women", "child": "children", "mouse": "mice",
    "goose": "geese", "foot": "feet", "tooth": "teeth", "ox": "oxen", "fish": "fish",
    "sheep": "sheep", "deer": "deer", "species": "species", "series": "series",
    "aircraft": "aircraft", "wolf": "wolves", "leaf": "leaves", "loaf": "loaves",
    "knife": "knives", "calf": "calves", "shelf": "shelves", "thief": "thieves", "wife": "wives",
    "half": "halves", "elf": "elves", "hoof": "hooves", "scarf": "scarves", "quiz": "quizzes",
    "businessman": "businessmen", "businesswoman": "businesswomen", "fireman": "firemen",
    "policeman": "policemen", "fisherman": "fishermen", "grandchild": "grandchildren",
    "salesperson": "salespeople", "sportsman": "sportsmen", "gentleman": "gentlemen",
    "crisis": "crises", "analysis": "analyses", "thesis": "theses", "basis": "bases",
    "criterion": "criteria", "phenomenon": "phenomena", "cactus": "cacti", "fungus": "fungi",
    "nucleus": "nuclei", "alumnus": "alumni", "stimulus": "stimuli", "salmon": "salmon",
    "trout": "trout", "shrimp": "shrimp", "squid": "squid", "bison": "bison",
  ]
  private static let irregularForms = Set(irregularPlurals.values)
  private static let irregularSingulars: [String: String] = Dictionary(
    irregularPlurals.map { ($0.value, $0.key) }, uniquingKeysWith: min)
}
