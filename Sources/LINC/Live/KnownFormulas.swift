// Formulas of some sentences that are known before a model is asked for the others.
//
// Sentences that the reader of controlled English is certain of keep its formulas, whatever the model
// writes for them; the model sees them, so that it takes up their predicates and names. What comes of a
// sample is a listing of all sentences, which is decided like any other.

import FirstOrderLogic

/// Formulas of some of a problem's sentences.
public struct KnownFormulas: Sendable {
  /// A formula in NLTK's notation for each sentence; nil where it is not known.
  let texts: [String?]

  /// Formulas for the premises in their order and last the conclusion, nil where there is none.
  ///
  /// They are named together, so that a symbol has one name in all of them.
  public init(_ formulas: [Formula?]) {
    let known = formulas.compactMap { $0 }
    let problem = Problem(
      premises: known.map { Statement(name: "", formula: $0) }, conclusion: nil)
    let lines = ProblemWriter.write(problem, as: .nltk).split(separator: "\n").map(String.init)
    // Objects that are distinct by themselves become premises of their own, which no sentence has; then
    // nothing is taken for known.
    var rest = lines.count == known.count ? lines[...] : []
    texts = formulas.map { $0 == nil ? nil : rest.popFirst() }
  }

  /// Whether a model has nothing to go by.
  var isEmpty: Bool { texts.allSatisfy { $0 == nil } }

  /// The known formulas with their sentences.
  func listing(of sentences: [String]) -> String {
    zip(sentences, texts).compactMap { sentence, text in
      text.map { "TEXT:\t\(sentence)\nFOL:\t\($0)" }
    }.joined(separator: "\n")
  }

  /// The listing of all sentences: known formulas as they are, the others from a model's listing of
  /// all sentences or of the others only. One with another number of formulas doesn't say which is
  /// whose, and one with an empty formula would be read without that sentence: nothing comes of either.
  func completed(_ text: String, sentences: [String]) -> String {
    if isEmpty { return text }
    let written = Self.formulas(in: text)
    let missing = texts.indices.filter { texts[$0] == nil }
    var found: [Int: String] = [:]
    if written.count == texts.count {
      for index in missing { found[index] = written[index] }
    } else if written.count == missing.count {
      found = Dictionary(uniqueKeysWithValues: zip(missing, written))
    }
    guard missing.allSatisfy({ found[$0]?.isEmpty == false }) else { return "" }
    return texts.indices.map { index in
      "TEXT:\t\(sentences[index])\nFOL:\t\(texts[index] ?? found[index] ?? "")\n"
    }.joined()
  }

  private static func formulas(in text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      line.firstRange(of: "FOL:").map { mark in
        let isMark: (Character) -> Bool = { $0.isWhitespace || $0 == "*" || $0 == "`" }
        let content = line[mark.upperBound...].drop(while: isMark)
        return String(content.reversed().drop(while: isMark).reversed())
      }
    }
  }
}
