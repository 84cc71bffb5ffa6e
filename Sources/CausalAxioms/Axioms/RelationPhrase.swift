// How a predicate is said: sentences and questions made from its name.
//
//   name(x, y)                              sentence               question
//   causes, BelongsTo    -s: a verb         X causes Y.            Does X cause Y?
//   cause, know          a common verb      X causes Y.            Does X cause Y?
//   parentOf, isWrittenBy  preposition      X is parent of Y.      Is X parent of Y?
//   older                comparative        X is older than Y.     Is X older than Y?
//   equal, connected     adjective, -ed     X is equal to Y.       Is X equal to Y?
//   parent               anything else      X is parent of Y.      Is X parent of Y?
//   sleeps(x)                               X sleeps.              Does X sleep?
//   mortal(x), isMortal(x)                  X is mortal.           Is X mortal?
//
// The first line that fits counts. Names are one word each, so a sentence is read back by its words:
// no grammar of English is needed. The lexicon of the English target would say more names well, but
// what is said must not change with it.

/// The words of a predicate.
public struct RelationPhrase: Sendable, Equatable {
  /// Words after X, and before Y where there is one.
  var words: [String]
  /// Does or Is.
  var auxiliary: String
  /// Words after X in the question.
  var questionWords: [String]

  /// Takes a predicate's name apart; nil when it has no letter or digit.
  init?(name: String, arity: Int) {
    let parts = Self.split(name)
    guard let first = parts.first else { return nil }
    let rest = Array(parts.dropFirst())
    if first == "is" || first == "are" {
      self.init(copula: rest, isBinary: arity == 2)
    } else if Self.isThirdPerson(first) {
      self.init(verb: first, base: Self.base(ofThirdPerson: first), rest)
    } else if Self.commonVerbs.contains(first) {
      self.init(verb: Self.thirdPerson(first), base: first, rest)
    } else {
      self.init(copula: parts, isBinary: arity == 2)
    }
  }

  private init(verb: String, base: String, _ rest: [String]) {
    words = [verb] + rest
    auxiliary = "Does"
    questionWords = [base] + rest
  }

  private init(copula parts: [String], isBinary: Bool) {
    auxiliary = "Is"
    questionWords = parts
    if isBinary, let last = parts.last, !Self.prepositions.contains(last) {
      if Self.comparatives.contains(last) {
        questionWords.append("than")
      } else if Self.adjectives.contains(last) || last.hasSuffix("ed") {
        questionWords.append("to")
      } else {
        questionWords.append("of")
      }
    }
    words = ["is"] + questionWords
  }

  /// The sentence about names, without its full stop.
  func sentence(_ x: String, _ y: String?) -> String {
    ([x] + words + (y.map { [$0] } ?? [])).joined(separator: " ")
  }

  /// The question about names.
  func question(_ x: String, _ y: String?) -> String {
    ([auxiliary, x] + questionWords + (y.map { [$0] } ?? [])).joined(separator: " ") + "?"
  }

  // Words end at what is no letter or digit, before a capital after a small letter, and before the last
  // of several capitals that a small letter follows.
  private static func split(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    let characters = Array(name)
    for (place, character) in characters.enumerated() {
      guard character.isLetter || character.isNumber else {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      let before = place > 0 ? characters[place - 1] : character
      let after = place + 1 < characters.count ? characters[place + 1] : character
      if !word.isEmpty, character.isUppercase,
        before.isLowercase || before.isNumber || after.isLowercase
      {
        words.append(word)
        word = ""
      }
      word += character.lowercased()
    }
    return word.isEmpty ? words : words + [word]
  }

  private static func isThirdPerson(_ word: String) -> Bool {
    word.count > 2 && word.hasSuffix("s")
      && !["ss", "us", "is"].contains { word.hasSuffix($0) }
  }

  private static func base(ofThirdPerson word: String) -> String {
    if word == "has" { return "have" }
    if word.hasSuffix("ies"), word.count > 4 { return String(word.dropLast(3)) + "y" }
    let takesTwo = ["sses", "shes", "ches", "xes", "zzes", "oes"].contains { word.hasSuffix($0) }
    return String(word.dropLast(takesTwo ? 2 : 1))
  }

  private static func thirdPerson(_ base: String) -> String {
    if base == "have" { return "has" }
    return base + (["ch", "sh", "ss", "x", "o"].contains { base.hasSuffix($0) } ? "es" : "s")
  }

  private static let prepositions: Set<String> = [
    "of", "by", "in", "to", "than", "from", "with", "at", "on", "for", "as", "about", "under",
    "over", "above", "below", "before", "after", "near", "inside", "outside", "behind", "beside",
    "between", "into", "through", "against",
  ]
  private static let comparatives: Set<String> = [
    "older", "younger", "taller", "shorter", "longer", "larger", "smaller", "bigger", "greater",
    "less", "more", "faster", "slower", "heavier", "lighter", "earlier", "later", "higher",
    "lower", "richer", "poorer", "better", "worse", "stronger", "weaker",
  ]
  private static let adjectives: Set<String> = [
    "equal", "equivalent", "similar", "adjacent", "next", "close", "identical", "parallel",
  ]
  private static let commonVerbs: Set<String> = [
    "cause", "know", "love", "like", "trust", "help", "follow", "teach", "own", "beat", "precede",
    "contain", "imply", "reach", "affect", "influence", "eat", "hunt", "cite", "call", "visit",
    "have", "see", "admire", "hate", "obey", "include", "support", "use", "need",
  ]
}
