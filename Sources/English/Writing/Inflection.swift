// Regular English inflection, and the exceptions that matter for names of predicates.
//
//   third person      like -> likes, watch -> watches, study -> studies, go -> goes
//   past tense        visited -> visit, created -> create, planned -> plan
//   singular          cupcakes -> cupcake, families -> family
//   indefinite        a cat, an apple, an hour, a unicorn
//
// An unknown word is inflected by rule. Where the rule is wrong the text reads badly, but it stays
// the text of one symbol only: `Lexicon` sees to that.

enum Inflection {
  /// The third person singular of a verb's base form.
  static func thirdPerson(_ base: String) -> String {
    switch base {
    case "be": return "is"
    case "have": return "has"
    default: break
    }
    if base.hasSuffix("y"), let before = base.dropLast().last, !isVowel(before) {
      return base.dropLast() + "ies"
    }
    let hissing = ["s", "sh", "ch", "x", "z", "o"]
    return hissing.contains { base.hasSuffix($0) } ? base + "es" : base + "s"
  }

  /// The base form of a third person singular: the known verb's, else by rule.
  static func base(ofThirdPerson word: String) -> String? {
    if let known = WordClasses.thirdPersons[word] { return known }
    guard word.count > 2, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"),
      !word.hasSuffix("is")
    else { return nil }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    let hissing = ["shes", "ches", "xes", "zes", "sses"]
    return String(hissing.contains { word.hasSuffix($0) } ? word.dropLast(2) : word.dropLast())
  }

  /// The base form of a regular past tense: a known verb's, else what is left without `ed`.
  static func base(ofPast word: String) -> String? {
    guard word.count > 3, word.hasSuffix("ed") else { return nil }
    let stem = String(word.dropLast(2))
    var candidates = [stem, stem + "e"]
    if let last = stem.last, stem.dropLast().last == last {
      candidates.append(String(stem.dropLast()))
    }
    if stem.hasSuffix("i") { candidates.append(stem.dropLast() + "y") }
    return candidates.first { WordClasses.verbs.contains($0) } ?? stem
  }

  /// The singular of a regular plural; nil when the word doesn't look like one.
  static func singular(_ word: String) -> String? {
    guard word.count > 3, word.hasSuffix("s"), !WordClasses.singularsInS.contains(word),
      !["ss", "us", "is"].contains(where: { word.hasSuffix($0) })
    else { return nil }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    let hissing = ["shes", "ches", "xes", "sses"]
    return String(hissing.contains { word.hasSuffix($0) } ? word.dropLast(2) : word.dropLast())
  }

  /// The words with `a` or `an` before them, by sound where spelling misleads.
  static func indefinite(_ words: String) -> String {
    let word = words.prefix { $0 != " " }
    guard let first = word.first else { return words }
    let lower = word.lowercased()
    if word.count > 1, word.allSatisfy(\.isUppercase) {
      return ("AEFHILMNORSX".contains(first) ? "an " : "a ") + words
    }
    let soundsVowel =
      ["hour", "honest", "heir", "honour", "honor"].contains { lower.hasPrefix($0) }
      || (isVowel(first)
        && !["uni", "use", "usa", "eu", "one", "once"].contains {
          lower.hasPrefix($0)
        })
      || ["unint", "unim", "unin"].contains { lower.hasPrefix($0) }
    return (soundsVowel ? "an " : "a ") + words
  }

  private static func isVowel(_ character: Character) -> Bool { "aeiouAEIOU".contains(character) }
}
