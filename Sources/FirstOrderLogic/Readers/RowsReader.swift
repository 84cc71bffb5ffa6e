// Reads problems from JSON lines: one object a line, in one of three shapes.
//
//   FOLIO     premises-FOL: [formula...] or "formula\nformula", conclusion-FOL, label, premises
//   Logic-LM  raw_logic_programs: [program, ...], options: ["A) True", ...], answer: "A"
//   our own   premises: [formula...], conclusion, expected, format
//
// and in each `id` (a string or an integer). A line is read by itself, so that a worker can take one at
// a time; whatever is wrong with it is a diagnostic that names its line, column and field.

import Diagnostics
import JSON

/// One row of a file of problems.
public struct ProblemRow: Sendable {
  /// The row's `id`, else its `example_id`, else its line's number counted from 0.
  public var id: String
  /// Whether the row wrote its id as an integer; its result then does as well.
  public var hasIntegerID = false
  /// Its line, from 1.
  public var line: Int
  /// The problem; statements that can't be read are left out of it.
  public var problem: Problem
  /// The problem as its sentences may be meant too (`ReadResult.alternatives`).
  public var alternatives: [Problem] = []
  /// The verdict the row says is right: `True`, `False`, `Uncertain` (also written `Unknown`) or
  /// `Contradictory`.
  public var expected: String?
  /// All faults, in the order of their places. Spans count bytes in the row's line or its field.
  public var diagnostics: [Diagnostic]
  /// Whether its sentences are rules that are applied forwards only.
  public var appliesRulesForwards = false
  /// What the row says in words beside the formulas.
  public var wording = ProblemWording()
  /// Whether there is a conclusion, and every statement was read or mended by an applied repair.
  public var isUsable: Bool {
    problem.conclusion != nil
      && diagnostics.allSatisfy { $0.severity < .error || $0.repair?.applied == true }
  }
}

/// Reads problems from JSON lines.
public enum RowsReader {
  /// A reader of a row's sentences instead of its formulas.
  public typealias SentenceReading = @Sendable (_ line: SourceText, _ row: JSONValue) -> ReadResult

  /// Reads all rows of a text; blank lines are skipped but counted.
  ///
  /// - Complexity: O(bytes).
  public static func read(_ source: SourceText, options: ReadingOptions) -> [ProblemRow] {
    var rows: [ProblemRow] = []
    var number = 1
    var start = 0
    for end in 0...source.bytes.count where end == source.bytes.count || source.bytes[end] == 0x0A {
      let line = Span(start, end)
      let content = source.trimmed(line)
      if content.lower < content.upper {
        rows.append(read(line: source, span: line, number: number, options: options))
      }
      start = end + 1
      number += 1
    }
    return rows
  }

  /// Reads one row.
  ///
  /// - Parameters:
  ///   - source: the text the line stands in: a whole file, or the line alone.
  ///   - span: the line's bytes.
  ///   - number: the line's number in its file, from 1.
  ///   - options: how faults are treated.
  ///   - sentences: reads the row's sentences; with nil its formulas are read.
  /// - Returns: the row; a line that is no row gives one without statements.
  /// - Complexity: O(bytes of the line).
  public static func read(
    line source: SourceText, span: Span, number: Int, options: ReadingOptions,
    sentences: SentenceReading? = nil
  ) -> ProblemRow {
    // The line as a text of its own: finding the place of a byte costs its offset.
    let line = SourceText(
      name: source.name, bytes: Array(source.bytes[span.lower..<span.upper]), firstLine: number)
    var row = ProblemRow(
      id: String(number - 1), line: number, problem: Problem(premises: [], conclusion: nil),
      expected: nil, diagnostics: [])
    switch readJSON(line) {
    case .failure(let fault): row.diagnostics = [fault.diagnostic]
    case .success(let object):
      var reader = RowReader(line: line, object: object, row: row, options: options)
      row = reader.read(sentences: sentences)
    }
    return row
  }

  /// The `id` that `read` gives the row of this line, without reading its formulas.
  ///
  /// - Parameters:
  ///   - line: the line's bytes.
  ///   - number: the line's number in its file, from 1.
  /// - Complexity: O(bytes).
  public static func id(of line: [UInt8], number: Int) -> String {
    let value = try? readJSON(SourceText(name: "", bytes: line)).get()
    return value.flatMap(identifier) ?? String(number - 1)
  }

  /// The `id`, else the `example_id`, where it is a string or an integer.
  static func identifier(of row: JSONValue) -> String? {
    let values = ["id", "example_id"].lazy.compactMap { row[$0] }
    return values.compactMap { $0.string ?? $0.integer.map { String($0) } }.first
  }
}
