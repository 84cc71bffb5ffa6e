// The words that a symbol's name is made of.
//
//   LivesIn -> lives in      bald_eagle -> bald eagle      TVShow -> TV show      Top10 -> top 10
//
// A word ends at `_`, `-` and blanks, before a capital after a small letter, before the last of
// several capitals that a small letter follows, and before a digit after two letters or more. Words
// are put in small letters but for abbreviations (two capitals or more). Names with other characters
// have no words: they are quoted as they stand.

/// The words of a symbol's name.
struct SymbolWords: Hashable, Sendable {
  /// The words in their order; empty when the name has characters that are no part of words.
  let words: [String]

  /// Takes a name apart.
  init(_ name: String) {
    var words: [String] = []
    var word: [Character] = []
    func finish() {
      if !word.isEmpty { words.append(Self.spelled(word)) }
      word = []
    }
    let characters = Array(name)
    for (index, character) in characters.enumerated() {
      if character == "_" || character == "-" || character == " " {
        finish()
        continue
      }
      guard character.isLetter || character.isWholeNumber else {
        self.words = []
        return
      }
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if Self.begins(character, after: word, before: next) { finish() }
      word.append(character)
    }
    finish()
    self.words = words
  }

  /// The words with blanks between them.
  var text: String { words.joined(separator: " ") }

  private static func begins(
    _ character: Character, after word: [Character], before next: Character?
  ) -> Bool {
    guard let last = word.last else { return false }
    if character.isUppercase {
      return last.isLowercase || (last.isUppercase && next?.isLowercase == true)
    }
    return character.isWholeNumber && last.isLetter && word.count > 1
  }

  private static func spelled(_ word: [Character]) -> String {
    let isAbbreviation = word.count > 1 && word.allSatisfy { $0.isUppercase || $0.isWholeNumber }
    let text = String(word)
    return isAbbreviation ? text : text.lowercased()
  }
}
