// Reads the object of one row, by the fields it has.

import Diagnostics
import JSON

/// Reads one row's object.
struct RowReader {
  /// The row's line.
  let line: SourceText
  let object: JSONValue
  var row: ProblemRow
  let options: ReadingOptions

  init(line: SourceText, object: JSONValue, row: ProblemRow, options: ReadingOptions) {
    self.line = line
    self.object = object
    self.row = row
    self.options = options
  }

  /// The row.
  mutating func read(sentences: RowsReader.SentenceReading?) -> ProblemRow {
    guard object.members != nil else {
      report(.wrongType, object, "a row is a JSON object")
      return row
    }
    readIdentifier()
    if let sentences {
      let result = sentences(line, object)
      row.problem = result.problem
      row.alternatives = result.alternatives
      row.appliesRulesForwards = result.appliesRulesForwards
      row.diagnostics += result.diagnostics
      if object["answer"] == nil { readLabel() } else { readAnswer() }
    } else if let programs = object["raw_logic_programs"] {
      readProgram(programs)
    } else {
      let isFOLIO = object["premises-FOL"] != nil || object["conclusion-FOL"] != nil
      readStatements(
        premises: isFOLIO ? "premises-FOL" : "premises",
        conclusion: isFOLIO ? "conclusion-FOL" : "conclusion",
        sentences: isFOLIO ? object["premises"] : nil)
      readLabel()
      if isFOLIO { readSentences() }
    }
    row.diagnostics = row.diagnostics.sortedByPlace()
    return row
  }

  private mutating func report(
    _ code: DiagnosticCode, _ value: JSONValue, field: String? = nil, _ message: String,
    hint: String? = nil
  ) {
    var diagnostic = Diagnostic(code, in: line, at: value.span, message, hint: hint)
    diagnostic.field = field
    row.diagnostics.append(diagnostic)
  }

  private mutating func readIdentifier() {
    row.id = RowsReader.identifier(of: object) ?? row.id
    row.hasIntegerID = object["id"]?.integer != nil
    if let value = object["id"], !value.isNull, value.string == nil, value.integer == nil {
      report(.wrongType, value, field: "id", "`id` must be a string or an integer")
    }
  }

  // MARK: Labels

  private mutating func readLabel() {
    for field in ["expected", "label"] {
      guard let value = object[field], !value.isNull else { continue }
      guard let text = value.string ?? value.bool.map({ $0 ? "True" : "False" }) else {
        return report(.wrongType, value, field: field, "`\(field)` must be a string")
      }
      row.expected = ExpectedLabel(label: text)?.rawValue
      if row.expected == nil { reportLabel(text, value, field) }
      return
    }
  }

  private mutating func reportLabel(_ text: String, _ value: JSONValue, _ field: String) {
    let labels = ExpectedLabel.allCases.map(\.rawValue).joined(separator: ", ")
    report(
      .unknownLabel, value, field: field, "`\(text)` is no label",
      hint: "labels are \(labels) and Unknown")
  }

  /// `answer` names one of `options` by its letter: `A` the option `A) True`.
  private mutating func readAnswer() {
    guard let answer = object["answer"], !answer.isNull else { return }
    guard let letter = answer.string else {
      return report(.wrongType, answer, field: "answer", "`answer` must be a string")
    }
    let options = (object["options"]?.array ?? []).compactMap(\.string)
    let text = ExpectedLabel.option(letter, of: options)
    row.expected = ExpectedLabel(label: text)?.rawValue
    if row.expected == nil { reportLabel(text, answer, "answer") }
  }

  // MARK: Programs

  private mutating func readProgram(_ programs: JSONValue) {
    readAnswer()
    let field = "raw_logic_programs"
    guard let list = programs.array else {
      return report(.wrongType, programs, field: field, "`\(field)` must be a list of strings")
    }
    guard let first = list.first else {
      return report(.missingField, programs, field: field, "the list of programs is empty")
    }
    guard let source = first.sourceText(in: line, field: "\(field)[0]") else {
      return report(.wrongType, first, field: "\(field)[0]", "a program must be a string")
    }
    let result = LogicLMReader.read(source, options: options)
    row.problem = result.problem
    row.diagnostics += result.diagnostics
    row.wording = result.wording
  }

  // MARK: Statements

  /// FOLIO's sentences. Where there are more or fewer than formulas nobody can tell whose is whose.
  private mutating func readSentences() {
    if let sentence = object["conclusion"]?.string {
      row.wording.sentences["conclusion"] = sentence
    }
    func texts(_ field: String) -> [String] {
      guard let value = object[field] else { return [] }
      let lines = value.string.map { $0.split(separator: "\n").map(String.init) }
      return lines ?? value.array?.map { $0.string ?? "" } ?? []
    }
    let sentences = texts("premises")
    guard sentences.count == texts("premises-FOL").count else { return }
    for (index, sentence) in sentences.enumerated() where !sentence.isEmpty {
      row.wording.sentences["premise\(index + 1)"] = sentence
    }
  }

  private mutating func readStatements(
    premises: String, conclusion: String, sentences: JSONValue?
  ) {
    let notation = readNotation()
    var collector = ProblemCollector(options: options)
    readPremises(premises, sentences: sentences, notation: notation, into: &collector)
    if let value = object[conclusion], !value.isNull {
      if let source = value.sourceText(in: line, field: conclusion) {
        let index = collector.add(source)
        collector.addFormula(
          source: index, span: Span(0, source.bytes.count), name: "conclusion",
          notation: notation, isConclusion: true)
      } else {
        report(.wrongType, value, field: conclusion, "`\(conclusion)` must be a string")
      }
    } else {
      report(
        .noConclusion, JSONValue(.null, span: Span(object.span.upper - 1, object.span.upper)),
        "the row has no `\(conclusion)`")
    }
    let result = collector.finished()
    row.problem = result.problem
    row.diagnostics += result.diagnostics
  }

  private mutating func readPremises(
    _ field: String, sentences: JSONValue?, notation: InfixNotation?,
    into collector: inout ProblemCollector
  ) {
    guard let value = object[field] else {
      return report(.missingField, object, "the row has no `\(field)`")
    }
    var count = 0
    if let source = value.sourceText(in: line, field: field) {
      let index = collector.add(source)
      for span in LogicLMReader.lines(of: source) {
        count += 1
        collector.addFormula(
          source: index, span: span, name: "premise\(count)", notation: notation,
          isConclusion: false)
      }
    } else if let cells = value.array {
      count = cells.count
      for (number, cell) in cells.enumerated() {
        let name = "\(field)[\(number)]"
        guard let source = cell.sourceText(in: line, field: name) else {
          report(.wrongType, cell, field: name, "a premise must be a string")
          continue
        }
        let index = collector.add(source)
        collector.addFormula(
          source: index, span: Span(0, source.bytes.count), name: "premise\(number + 1)",
          notation: notation, isConclusion: false)
      }
    } else {
      return report(.wrongType, value, field: field, "`\(field)` must be a list of strings")
    }
    checkCount(of: value, field: field, count, sentences: sentences)
  }

  private mutating func checkCount(
    of value: JSONValue, field: String, _ formulas: Int, sentences: JSONValue?
  ) {
    guard let sentences else { return }
    let lines = sentences.string.map { $0.split(separator: "\n").count }
    guard let count = sentences.array?.count ?? lines, count != formulas else { return }
    report(
      .premiseCount, value, field: field,
      "\(formulas) formulas stand for \(count) sentences of `premises`")
  }

  /// The notation that `format` names; with none each formula is told apart by itself.
  private mutating func readNotation() -> InfixNotation? {
    guard let value = object["format"], !value.isNull else {
      return object["premises-FOL"] == nil ? nil : .folio
    }
    switch value.string.flatMap(InputFormat.init(rawValue:)) {
    case .native: return nil
    case .nltk: return .nltk
    case .folio: return .folio
    case .prover9: return .prover9
    default:
      report(
        .unknownFormat, value, field: "format", "`format` names no notation for single formulas",
        hint: "notations are fol, nltk, folio, prover9")
      return nil
    }
  }
}
