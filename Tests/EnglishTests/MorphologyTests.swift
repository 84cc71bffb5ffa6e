import TestSupport
import Testing

@testable import English

@Suite struct MorphologyTests {
  private static let words = [
    "cat", "study", "movie", "bus", "house", "box", "wolf", "hero", "play", "watch", "like", "wish",
    "go", "fly", "die", "see", "class", "prize", "wumpus", "agree", "tie", "carry",
  ]

  @Test(arguments: words) func theStemIsThatOfTheInflectedForm(_ word: String) {
    let stem = Morphology.stem(word)
    #expect(Morphology.stem(Morphology.sForm(of: word)) == stem)
    #expect(Morphology.stem(Morphology.plural(of: word)) == stem)
  }

  @Test func irregularFormsHaveTheStemOfTheirBase() {
    #expect(!Verbs.irregular.isEmpty)
    for (past, base) in Verbs.irregular {
      #expect(Morphology.stem(past) == Morphology.stem(base), "\(past)")
    }
  }

  /// Two words must not become one: the key of a word is its s-form, which tells all words apart.
  @Test func sFormsAreInjective() {
    var random = SeededGenerator(seed: 4)
    var words: Set<String> = []
    for _ in 0..<5_000 {
      let length = Int.random(in: 2...6, using: &random)
      let word = (0..<length).map { _ in "aeioyshxzbcot".randomElement(using: &random)! }
      // Spellings that differ in a silent e share their s-form: `ax`, `axe`.
      let isSilent = ["se", "xe", "ze", "che", "she", "oe", "ie"].contains {
        String(word).hasSuffix($0)
      }
      if word.last != "s", !isSilent { words.insert(String(word)) }
    }
    var seen: [String: String] = [:]
    for word in words {
      let form = Morphology.sForm(of: word)
      if let other = seen.updateValue(word, forKey: form) {
        Issue.record("\(word) and \(other) are both \(form)")
      }
    }
  }

  @Test func pluralsAreShownInTheSingular() {
    let pairs = [
      ("wumpuses", "wumpus"), ("cities", "city"), ("movies", "movie"), ("foxes", "fox"),
      ("children", "child"), ("cats", "cat"), ("glass", "glass"), ("heroes", "hero"),
    ]
    for (plural, singular) in pairs { #expect(Morphology.shownSingular(of: plural) == singular) }
  }
}
