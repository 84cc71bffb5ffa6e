// Finds a text's language: by the file name's extension, else by the first words that only one of the
// languages has.

import Diagnostics

extension InputFormat {
  /// The language of a text.
  ///
  /// - Parameter source: the text; its name decides where its extension belongs to one language.
  /// - Returns: what the extension or the content says, else `native`, which takes the three infix
  ///   notations line by line.
  /// - Complexity: O(bytes) at most.
  public static func detected(in source: SourceText) -> InputFormat {
    if let format = InputFormat(fileName: source.name) { return format }
    for line in LogicLMReader.lines(of: source) {
      let text = source.string(Span(line.lower, min(line.upper, line.lower + 64)))
      if let format = InputFormat(firstWords: text) { return format }
    }
    return .native
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
