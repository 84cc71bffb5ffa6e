// Whether two answers say the same, however they are written.
//
// `Yes.` is Yes; `[set(), {'K'}]` lists sets, of which one is enough where one was asked for. Answers
// are compared as the sets of the names, numbers and paths they are made of.

/// Compares answers.
public enum AnswerComparison {
  /// The label that a text states: its first word, whatever its case and punctuation.
  public static func label(_ text: some StringProtocol) -> Label? {
    let word = text.drop { !$0.isLetter }.prefix { $0.isLetter }.lowercased()
    switch word {
    case "yes", "true": return .yes
    case "no", "false": return .no
    default: return nil
    }
  }

  /// Whether the answer is the stated one, or one of a stated list of sets.
  public static func agrees(_ answer: String, with stated: String) -> Bool {
    if let label = label(answer) { return label == self.label(stated) }
    let items = sets(stated)
    if !items.isEmpty { return items.contains(words(answer)) }
    return words(answer) == words(stated)
  }

  private static func words(_ text: some StringProtocol) -> Set<String> {
    Set(text.split { (mark: Character) in " ,.'[]{}".contains(mark) }.map { String($0) })
  }

  // The sets of a list as Python writes them.
  private static func sets(_ text: String) -> [Set<String>] {
    var found: [Set<String>] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 == "{" || $0 == "(" }) {
      guard let end = rest[start...].firstIndex(where: { $0 == "}" || $0 == ")" }) else { break }
      found.append(words(rest[rest.index(after: start)..<end]))
      rest = rest[rest.index(after: end)...]
    }
    return found
  }
}
