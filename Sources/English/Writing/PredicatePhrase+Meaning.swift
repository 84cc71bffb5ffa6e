// Phrases told from what the author says a predicate means.
//
//   Student(x)        x is a student.         is a student
//   Cold($x, bool)    Is x cold?              is cold
//   Eats($x, $y)      Does x eat y?           eats y
//
// Taken only where it is plain: the subject first, each other argument once and in order, the last
// one at the end, and no word of the sentences' own frame. Otherwise the name decides.

import FirstOrderLogic

extension PredicatePhrase {
  /// The phrase that a meaning gives; nil when it isn't plain.
  init?(_ meaning: PredicateMeaning) {
    let parameters = meaning.parameters.map { $0.drop { $0 == "$" } }
    guard let subject = parameters.first, Set(parameters).count == parameters.count else {
      return nil
    }
    var words = meaning.text.split(whereSeparator: \.isWhitespace).map { $0.drop { $0 == "$" } }
    while let last = words.last, let end = last.last, ".?!".contains(end) {
      words[words.count - 1] = last.dropLast()
      if words[words.count - 1].isEmpty { words.removeLast() }
    }
    guard words.count >= 2 else { return nil }
    var verb = words[0].lowercased()
    if words[1] == subject, ["is", "does"].contains(verb) {
      words.removeFirst(2)
      if verb == "does" {
        guard let base = words.first, WordClasses.verbs.contains(base.lowercased()) else {
          return nil
        }
        words.removeFirst()
        verb = Inflection.thirdPerson(base.lowercased())
      }
    } else {
      guard words[0] == subject else { return nil }
      verb = String(words[1])
      words.removeFirst(2)
    }
    guard let known = Self.verb(verb), let pieces = Self.pieces(words, parameters) else {
      return nil
    }
    let noun = known == .copula ? Self.noun(pieces) : nil
    guard !pieces.isEmpty || known != .copula else { return nil }
    // "Does x belong to Jompus?" is how programs ask for a noun; the name has it.
    if verb == "belongs", parameters.count == 1 { return nil }
    self.init(known, pieces, noun: noun)
  }

  private static func verb(_ word: String) -> Verb? {
    if word == "is" || word == "are" { return .copula }
    if WordClasses.modals.contains(word) { return .modal(word) }
    return WordClasses.thirdPersons[word].map { .present(word, base: $0) }
  }

  private static func pieces(_ words: [Substring], _ parameters: [Substring]) -> [Piece]? {
    var pieces: [Piece] = []
    var run: [String] = []
    var next = 1
    for (index, word) in words.enumerated() {
      if let position = parameters.firstIndex(of: word) {
        guard position == next else { return nil }
        next += 1
        if !run.isEmpty { pieces.append(.words(run.joined(separator: " "))) }
        run = []
        pieces.append(.argument(position))
        continue
      }
      let isArticle = (word == "a" || word == "an") && index == 0
      guard isArticle || !WordClasses.reserved.contains(word.lowercased()),
        isArticle || word.count > 1,
        word.allSatisfy({ $0.isLetter || $0.isWholeNumber || $0 == "-" || $0 == "'" })
      else { return nil }
      run.append(String(word))
    }
    guard next == parameters.count else { return nil }
    if !run.isEmpty {
      guard parameters.count == 1 else { return nil }
      pieces.append(.words(run.joined(separator: " ")))
    }
    return pieces
  }

  private static func noun(_ pieces: [Piece]) -> String? {
    guard pieces.count == 1, case .words(let text) = pieces[0] else { return nil }
    for article in ["a ", "an "] where text.hasPrefix(article) {
      let noun = String(text.dropFirst(article.count))
      return Inflection.indefinite(noun) == text ? noun : nil
    }
    return nil
  }
}
