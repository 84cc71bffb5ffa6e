// Reads the rows of a run: recorded LINC generations and Logic-LM programs, told apart by their fields.
//
//   LINC      id, model, mode, premises, conclusion, gold, generations, recorded_labels, failures
//   Logic-LM  id, context, question, options, answer, raw_logic_programs
//
// A row is read by itself; what is wrong with it is a diagnostic, and the run goes on.

import Batch
import Diagnostics
import FirstOrderLogic
import JSON

/// A line of a run, read.
public struct GenerationRowReading: Sendable {
  /// The row; nil when the line is no row.
  public var row: GenerationRow?
  /// The row's name, for a line that is no row its number counted from 0.
  public var id: String
  /// All faults.
  public var diagnostics: [Diagnostic]
}

extension GenerationRowReading {
  /// A row that was not read from a line but made by a live run.
  public init(_ row: GenerationRow) { self.init(row: row, id: row.id, diagnostics: []) }
}

/// Reads rows of runs.
public struct GenerationRowReader {
  private let line: SourceText
  private var diagnostics: [Diagnostic] = []

  /// Reads one line.
  ///
  /// - Parameters:
  ///   - bytes: the line.
  ///   - fileName: the file's name, for diagnostics.
  ///   - number: the line's number, from 1.
  /// - Complexity: O(bytes).
  public static func read(
    line bytes: [UInt8], fileName: String, number: Int
  ) -> GenerationRowReading {
    let line = SourceText(name: fileName, bytes: bytes, firstLine: number)
    var reader = GenerationRowReader(line: line)
    switch readJSON(line) {
    case .failure(let fault):
      return GenerationRowReading(
        row: nil, id: String(number - 1), diagnostics: [fault.diagnostic])
    case .success(let object):
      let id = object.recordID ?? String(number - 1)
      let row = reader.row(object, id: id)
      return GenerationRowReading(row: row, id: id, diagnostics: reader.diagnostics)
    }
  }

  private init(line: SourceText) { self.line = line }

  private mutating func report(
    _ code: DiagnosticCode, _ value: JSONValue, _ field: String?, _ message: String,
    hint: String? = nil, severity: Severity? = nil
  ) {
    var fault = Diagnostic(code, severity, in: line, at: value.span, message, hint: hint)
    fault.field = field
    diagnostics.append(fault)
  }

  private mutating func row(_ object: JSONValue, id: String) -> GenerationRow? {
    guard object.members != nil else {
      report(.wrongType, object, nil, "a row is a JSON object")
      return nil
    }
    let form: GenerationRow.Form = object["raw_logic_programs"] == nil ? .pairs : .program
    let field = form == .program ? "raw_logic_programs" : "generations"
    guard let value = object[field] else {
      report(
        .missingField, object, nil, "the row has neither `generations` nor `raw_logic_programs`",
        hint: "rows of a run hold the texts that a language model generated")
      return nil
    }
    guard let generations = strings(value, field) else { return nil }
    var row = GenerationRow(
      id: id, model: object["model"]?.string, form: form,
      isScratchpad: object["mode"]?.string == "scratchpad",
      premises: object["premises"].flatMap { strings($0, "premises") } ?? [],
      conclusion: (object["conclusion"] ?? object["question"])?.string ?? "",
      gold: gold(of: object), generations: generations,
      recordedLabels: recordedLabels(of: object, count: generations.count),
      failures: failures(of: object))
    row.offersUnknown = ExpectedLabel.offersUnknown(object)
    return row
  }

  private mutating func strings(_ value: JSONValue, _ field: String) -> [String]? {
    guard let cells = value.array, cells.allSatisfy({ $0.string != nil }) else {
      report(.wrongType, value, field, "`\(field)` must be a list of strings")
      return nil
    }
    return cells.compactMap(\.string)
  }

  /// The right answer: `gold`, `label`, or the option that `answer` names.
  private mutating func gold(of object: JSONValue) -> SampleLabel? {
    for field in ["gold", "label", "answer"] {
      guard let value = object[field], !value.isNull else { continue }
      guard let text = value.string ?? value.bool.map({ $0 ? "True" : "False" }) else {
        report(.wrongType, value, field, "`\(field)` must be a string")
        return nil
      }
      let options = (object["options"]?.array ?? []).compactMap(\.string)
      let label = field == "answer" ? ExpectedLabel.option(text, of: options) : text
      if let known = ExpectedLabel(label: label) { return SampleLabel(rawValue: known.rawValue) }
      let labels = ExpectedLabel.allCases.map(\.rawValue).joined(separator: ", ")
      report(
        .unknownLabel, value, field, "`\(label)` is no label", hint: "labels are \(labels)",
        severity: .warning)
      return nil
    }
    return nil
  }

  private mutating func recordedLabels(of object: JSONValue, count: Int) -> [SampleLabel] {
    let field = "recorded_labels"
    guard let value = object[field], !value.isNull else { return [] }
    let texts = value.array?.compactMap(\.string) ?? []
    let labels = texts.map { text in
      ExpectedLabel(label: text).flatMap { SampleLabel(rawValue: $0.rawValue) }
        ?? (text.lowercased() == "error" ? .error : nil)
    }
    guard labels.count == count, !labels.contains(nil) else {
      report(
        .unknownLabel, value, field, "`\(field)` must hold one label for each text",
        hint: "labels are True, False, Uncertain, Contradictory, Error", severity: .warning)
      return []
    }
    return labels.compactMap { $0 }
  }

  private func failures(of object: JSONValue) -> [GenerationRow.Failure] {
    (object["failures"]?.array ?? []).compactMap { value in
      guard let code = value["code"]?.string else { return nil }
      return GenerationRow.Failure(code: code, message: value["message"]?.string ?? "")
    }
  }
}
