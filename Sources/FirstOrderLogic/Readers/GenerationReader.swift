// Reads what a language model generated: sentences with their formulas, the conclusion last.
//
//   generation ::= ( line )*
//   line       ::= "TEXT:" sentence | "FOL:" formula | other
//
// (Olausson et al. 2023, section 3: each sentence of the problem is repeated and followed by its
// formula.) The marks are found anywhere in a line, because models put list signs and bold type round
// them; other lines are comments of the model. Each formula's notation is told apart by itself.
//
// A formula that can't be read is a fault of its own line only. The paper's code gives the whole sample
// up there; here the repairs of single formulas apply, and are reported.

import Diagnostics

/// A generated text, read.
public struct GenerationReading: Sendable {
  /// The problem and all faults. Spans count bytes of the generated text.
  public var result: ReadResult
  /// The sentence over each statement's formula, by the statement's name.
  public var sentences: [String: String]

  /// Makes a reading.
  public init(result: ReadResult, sentences: [String: String]) {
    self.result = result
    self.sentences = sentences
  }
}

/// Reads generated texts.
public enum GenerationReader {
  /// Most formulas of one text; models that repeat themselves go on to the last token they may write.
  static let maximumFormulas = 2_000

  /// Reads a generated text.
  ///
  /// - Parameters:
  ///   - source: the text; its bytes valid UTF-8.
  ///   - premiseCount: how many premises' sentences the model was given; nil when that isn't known.
  ///   - options: how faults are treated.
  /// - Returns: the formulas, the last as the conclusion.
  /// - Complexity: O(bytes).
  public static func read(
    _ source: SourceText, premiseCount: Int?, options: ReadingOptions
  ) -> GenerationReading {
    let lines = formulaLines(of: source)
    let formulas = withoutRepeatedConclusion(lines, of: source, premiseCount: premiseCount)
    var collector = ProblemCollector(options: options)
    let index = collector.add(source)
    guard formulas.count <= maximumFormulas else {
      collector.session.report(
        .tooManyFaults, source: index, at: formulas[maximumFormulas].formula,
        "the sample has \(formulas.count) formulas and is not read")
      return GenerationReading(result: collector.finished(), sentences: [:])
    }
    guard let last = formulas.indices.last else {
      collector.session.report(
        .noFormulas, source: index, at: Span(0, 0),
        source.bytes.allSatisfy { $0 <= 0x20 }
          ? "the sample is empty" : "no line of the sample begins with `FOL:`",
        hint: "each sentence is followed by a line with `FOL:` and its formula")
      return GenerationReading(result: collector.finished(), sentences: [:])
    }
    if formulas.count < lines.count {
      collector.session.report(
        .premiseCount, .note, source: index, at: formulas[last].formula,
        "earlier formulas of the conclusion's sentence are left out")
    }
    if let premiseCount, premiseCount != last {
      collector.session.report(
        .premiseCount, source: index, at: formulas[last].formula,
        "\(last) formulas stand for the \(premiseCount) premises")
    }
    var sentences: [String: String] = [:]
    for (number, line) in formulas.enumerated() {
      let name = number == last ? "conclusion" : "premise\(number + 1)"
      if let sentence = line.sentence { sentences[name] = source.string(sentence) }
      collector.addFormula(
        source: index, span: line.formula, name: name, notation: nil, isConclusion: number == last)
    }
    return GenerationReading(result: collector.finished(), sentences: sentences)
  }

  /// The lines without earlier formulas of the last sentence, where there are too many.
  ///
  /// Models repeat the conclusion; its copy among the premises would prove it.
  private static func withoutRepeatedConclusion(
    _ lines: [Line], of source: SourceText, premiseCount: Int?
  ) -> [Line] {
    guard let premiseCount, lines.count > premiseCount + 1, let asked = lines.last?.sentence
    else { return lines }
    let text = source.string(asked)
    let premises = lines.dropLast().filter { line in
      line.sentence.map { source.string($0) != text } ?? true
    }
    return premises.count < premiseCount ? lines : premises + lines.suffix(1)
  }

  private struct Line {
    var sentence: Span?
    var formula: Span
  }

  private static func formulaLines(of source: SourceText) -> [Line] {
    var lines: [Line] = []
    var sentence: Span?
    for line in LogicLMReader.lines(of: source) {
      if let end = find("FOL:", in: line, source.bytes) {
        lines.append(Line(sentence: sentence, formula: content(after: end, of: line, source)))
        sentence = nil
      } else if let end = find("TEXT:", in: line, source.bytes) {
        sentence = content(after: end, of: line, source)
      }
    }
    return lines
  }

  /// The end of the mark's first occurrence.
  private static func find(_ mark: StaticString, in line: Span, _ bytes: [UInt8]) -> Int? {
    let count = mark.utf8CodeUnitCount
    guard line.upper - line.lower >= count else { return nil }
    return (line.lower...line.upper - count).first { at in
      (0..<count).allSatisfy { bytes[at + $0] == mark.utf8Start[$0] }
    }.map { $0 + count }
  }

  /// What follows a mark, without blanks and the signs of bold type and code round it.
  private static func content(after end: Int, of line: Span, _ source: SourceText) -> Span {
    var (lower, upper) = (end, line.upper)
    func isMark(_ at: Int) -> Bool { [0x20, 0x09, 0x2A, 0x60].contains(source.bytes[at]) }
    while lower < upper, isMark(lower) { lower += 1 }
    while lower < upper, isMark(upper - 1) { upper -= 1 }
    return Span(lower, upper)
  }
}
