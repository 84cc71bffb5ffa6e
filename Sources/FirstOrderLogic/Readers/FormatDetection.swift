// Finds a text's language: by the file name's extension, else by the first words that only one of the
// languages has.

import Diagnostics

extension InputFormat {
  /// The language of a text.
  ///
  /// - Parameter source: the text; its name decides where its extension belongs to one language.
  /// - Returns: what the extension or the content says, else `native`, which takes the three infix
  ///   notations line by line. A text is English if its first line can be nothing else.
  /// - Complexity: O(bytes) at most.
  public static func detected(in source: SourceText) -> InputFormat {
    if let format = InputFormat(fileName: source.name) { return format }
    for line in LogicLMReader.lines(of: source) {
      let text = source.string(Span(line.lower, min(line.upper, line.lower + 64)))
      let isProgram = !text.hasPrefix("Premises:") && !text.hasPrefix("Facts:")
      if let format = InputFormat(firstWords: text), isProgram || source.hasFormulas {
        return format
      }
    }
    return source.beginsWithEnglish ? .english : .native
  }

  private init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."), !fileName[dot...].contains("/") else { return nil }
    switch fileName[dot...].dropFirst().lowercased() {
    case "fol": self = .native
    case "p", "ax", "tptp": self = .tptp
    case "in", "p9", "ladr": self = .prover9
    case "nltk": self = .nltk
    case "folio": self = .folio
    case "jsonl", "ndjson": self = .rows
    default: return nil
    }
  }

  private init?(firstWords text: String) {
    let starts: [(InputFormat, [String])] = [
      (.rows, ["{"]),
      (.tptp, ["fof(", "cnf(", "tff(", "thf(", "tcf(", "include("]),
      (.prover9, ["formulas(", "clauses(", "set(", "assign(", "end_of_list"]),
      (.logicLM, ["Predicates:", "Premises:", "Facts:"]),
    ]
    let found = starts.first { _, words in words.contains { text.hasPrefix($0) } }
    guard let found else { return nil }
    self = found.0
  }
}

extension SourceText {
  /// Whether the text has `:::`, which stands between the formulas and the sentences of a program.
  fileprivate var hasFormulas: Bool {
    let colons: [UInt8] = [0x3A, 0x3A, 0x3A]
    return bytes.indices.contains {
      bytes[$0] == 0x3A && bytes[$0...].prefix(3).elementsEqual(colons)
    }
  }

  /// Whether the first line that is no comment and no heading is a sentence: at least three words, the
  /// first with a capital, only letters between them, and the end of a sentence.
  fileprivate var beginsWithEnglish: Bool {
    for line in LogicLMReader.lines(of: self) {
      // Past a bullet or a number.
      let text = bytes[line.lower..<line.upper].drop {
        (0x30...0x39).contains($0) || [0x20, 0x2A, 0x2D, 0x2E, 0x29].contains($0)
      }
      if text.first == 0x23 || text.last == 0x3A { continue }
      guard let first = text.first, (0x41...0x5A).contains(first) else { return false }
      guard let end = text.firstIndex(where: { [0x2E, 0x3F, 0x21].contains($0) }) else {
        return false
      }
      let sentence = text[..<end]
      return sentence.split(separator: 0x20).count >= 3
        && sentence.allSatisfy { byte in
          switch byte {
          case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x20, 0x2C, 0x27, 0x2D: true
          default: false
          }
        }
    }
    return false
  }
}
