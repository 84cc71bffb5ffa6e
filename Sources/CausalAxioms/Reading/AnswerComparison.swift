// Whether two answers say the same, however they are written.
//
// `Yes.` is Yes; `[set(), {'K'}]` lists sets, of which one is enough where one was asked for. Answers
// are compared by the names, numbers and paths they are made of.

/// Compares answers.
public enum AnswerComparison {
  /// The label that a text states: its first word, whatever its case and punctuation.
  public static func label(_ text: some StringProtocol) -> Label? {
    let bytes = Array(text.utf8)
    return label(bytes, 0..<bytes.count)
  }

  /// The label that bytes state, in the same way.
  static func label(_ bytes: [UInt8], _ range: Range<Int>) -> Label? {
    var word: UInt64 = 0
    for at in range {
      let byte = bytes[at] | 0x20
      guard (0x61...0x7A).contains(byte), bytes[at] >= 0x41 else {
        if word == 0 { continue }
        break
      }
      guard word < 1 << 40 else { return nil }
      word = word << 8 | UInt64(byte)
    }
    switch word {
    case 0x79_6573, 0x7472_7565: return .yes
    case 0x6E6F, 0x66_616C_7365: return .no
    default: return nil
    }
  }

  /// Whether the answer is the stated one, or one of a stated list of sets.
  public static func agrees(_ answer: String, with stated: String) -> Bool {
    if let label = label(answer) { return label == self.label(stated) }
    let items = sets(stated)
    if !items.isEmpty { return items.contains(Set(words(answer))) }
    // Lists of paths are sets of them; lists of nodes are orders.
    let hasPaths = stated.contains("->") || stated.contains("<-")
    return hasPaths ? Set(words(answer)) == Set(words(stated)) : words(answer) == words(stated)
  }

  private static func words(_ text: some StringProtocol) -> [String] {
    text.split { (mark: Character) in " ,.'[]{}".contains(mark) }.map { String($0) }
  }

  // The sets of a list as Python writes them.
  private static func sets(_ text: String) -> [Set<String>] {
    var found: [Set<String>] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 == "{" || $0 == "(" }) {
      guard let end = rest[start...].firstIndex(where: { $0 == "}" || $0 == ")" }) else { break }
      found.append(Set(words(rest[rest.index(after: start)..<end])))
      rest = rest[rest.index(after: end)...]
    }
    return found
  }
}
