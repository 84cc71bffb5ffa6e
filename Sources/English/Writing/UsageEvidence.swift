// How words are used in the sentences that a problem's formulas came from.
//
// A name doesn't say whether it is a noun or an adjective, nor how it is spelled; its sentence does:
// "Every wumpus is a dumpus", "The bear is kind", "everyone who lost to Rafael". Only whole words
// count. Nothing but the choice of a phrase hangs on it.

/// The text that symbols came from, as words.
struct UsageEvidence: Sendable {
  /// Words in small letters, and a full stop after each sentence.
  private let tokens: [String]
  /// Where each word stands in `tokens`.
  private let places: [String: [Int]]
  /// Words written with a capital inside sentences and never without, by their small letters.
  private let names: [String: String]
  /// Words written with a small letter.
  private let small: Set<String>

  private static let ends: Set<String> = [
    ".", "is", "are", "that", "who", "which", "and", "or", "in", "of", "from", "with", "then",
  ]

  /// Takes sentences; none give no evidence.
  init(_ sentences: [String]) {
    var tokens: [String] = []
    var names: [String: String] = [:]
    var small: Set<String> = []
    for sentence in sentences {
      let words = sentence.split { !($0.isLetter || $0.isNumber) }.map(String.init)
      for (index, word) in words.enumerated() {
        if word.first?.isUppercase == true {
          if index > 0, word.count > 1 { names[word.lowercased()] = word }
        } else {
          small.insert(word)
        }
        tokens.append(word.lowercased())
      }
      tokens.append(".")
    }
    var places: [String: [Int]] = [:]
    for (index, token) in tokens.enumerated() { places[token, default: []].append(index) }
    self.tokens = tokens
    self.places = places
    self.names = names.filter { !small.contains($0.key) }
    self.small = small
  }

  /// The word as the sentences spell it: a name with its capital.
  func spelled(_ word: String) -> String { names[word] ?? WordClasses.spelled(word) }

  /// Whether the words are somewhere all that stands behind "a", "an", "every" or "each".
  func isNoun(_ words: String) -> Bool {
    uses(of: words).contains { before, after in
      ["a", "an", "every", "each"].contains(before) && Self.ends.contains(after)
    }
  }

  /// Whether the words stand after "is" or "are".
  func isDescribing(_ words: String) -> Bool {
    uses(of: words).contains { before, _ in ["is", "are", "not"].contains(before) }
  }

  /// Whether "the" and the words are somewhere all that is spoken of: a verb or an end follows.
  func isDefinite(_ words: String) -> Bool {
    uses(of: words).contains { before, after in
      before == "the" && (Self.ends.contains(after) || WordClasses.thirdPersons[after] != nil)
    }
  }

  /// Whether there are sentences and they write the word with a capital only.
  func isName(_ word: String) -> Bool { !tokens.isEmpty && !small.contains(word) }

  /// The words before and after each place where these stand.
  private func uses(of words: String) -> [(before: String, after: String)] {
    let wanted = words.lowercased().split(separator: " ").map(String.init)
    guard let first = wanted.first else { return [] }
    return (places[first] ?? []).compactMap { place in
      let end = place + wanted.count
      guard place > 0, end < tokens.count, tokens[place..<end].elementsEqual(wanted) else {
        return nil
      }
      return (tokens[place - 1], tokens[end])
    }
  }
}
