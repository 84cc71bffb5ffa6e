// How words are used in the sentences that a problem's formulas came from.
//
// A name doesn't say whether it is a noun or an adjective, nor how it is spelled; its sentence does:
// "Every wumpus is a dumpus", "The bear is kind", "everyone who lost to Rafael". Only whole words
// count. Nothing but the choice of a phrase hangs on it.

/// The text that symbols came from, as words.
struct UsageEvidence: Sendable {
  /// Words in small letters and full stops, one blank before and after each.
  private let text: String
  /// Words written with a capital inside sentences and never without, by their small letters.
  private let names: [String: String]

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
    text = tokens.isEmpty ? "" : " " + tokens.joined(separator: " ") + " "
    self.names = names.filter { !small.contains($0.key) }
  }

  /// The word as the sentences spell it: a name with its capital.
  func spelled(_ word: String) -> String { names[word] ?? WordClasses.spelled(word) }

  /// Whether the words are all that stands behind "a", "an", "every" or "each".
  func isNoun(_ words: String) -> Bool {
    let ends = [".", "is", "that", "who", "which", "and", "or", "in", "of", "from", "with", "then"]
    return ["a", "an", "every", "each"].contains { article in
      has("\(article) \(words)") && ends.contains { has("\(article) \(words) \($0)") }
    }
  }

  /// Whether the words stand after "is" or "are".
  func isDescribing(_ words: String) -> Bool {
    ["is", "are", "is not", "are not"].contains { has("\($0) \(words)") }
  }

  /// Whether the words stand after "the".
  func isDefinite(_ words: String) -> Bool { has("the \(words)") }

  private func has(_ words: String) -> Bool {
    !text.isEmpty && text.contains(" \(words.lowercased()) ")
  }
}
