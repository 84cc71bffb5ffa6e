// A problem in sentences, and the reader of files that hold such problems.
//
//   FOLIO, LINC  premises: [sentence...] or "sentence\nsentence", conclusion, label
//   Logic-LM     context: "Sentence. Sentence.", question, options: ["A) True", ...], answer: "A"
//   ProofWriter  theory: "Sentence. Sentence.", questions: {name: {question, answer}}: a row each
//   plain text   a sentence or more a line, the last sentence the conclusion
//
// and in the rows `id`; for `label` also `expected` and `gold`. Unknown is Uncertain.

import Diagnostics
import FirstOrderLogic
import JSON

/// A problem in sentences.
public struct SentenceRow: Sendable {
  /// Its `id`, else its `example_id`, else its line's number counted from 0.
  public var id: String
  /// The premises.
  public var premises: [String]
  /// The conclusion.
  public var conclusion: String
  /// The right answer, where the row says it.
  public var gold: SampleLabel?
  /// Faults of the row.
  public var diagnostics: [Diagnostic]
  /// Formulas that no model is asked for; nil where it is asked for all.
  public var known: KnownFormulas?

  /// Whether there is something to translate; a wrong label does not keep a row from that.
  public var isUsable: Bool {
    diagnostics.allSatisfy { $0.severity < .error || $0.code == .unknownLabel }
  }
}

/// Reads problems in sentences.
public struct SentenceRowReader {
  private let line: SourceText
  private let object: JSONValue
  private var row: SentenceRow

  private init(line: SourceText, object: JSONValue, id: String) {
    self.line = line
    self.object = object
    row = SentenceRow(id: id, premises: [], conclusion: "", gold: nil, diagnostics: [])
  }

  /// The problems of a line of JSON: one, or as many as it has questions.
  ///
  /// - Parameters:
  ///   - bytes: the line.
  ///   - number: its number in the file, from 1.
  ///   - name: the file's name in diagnostics.
  public static func rows(line bytes: [UInt8], number: Int, name: String) -> [SentenceRow] {
    let line = SourceText(name: name, bytes: bytes, firstLine: number)
    let id = RowsReader.id(of: bytes, number: number)
    switch readJSON(line) {
    case .failure(let fault):
      return [
        SentenceRow(
          id: id, premises: [], conclusion: "", gold: nil, diagnostics: [fault.diagnostic])
      ]
    case .success(let object):
      var reader = SentenceRowReader(line: line, object: object, id: id)
      return reader.rows()
    }
  }

  /// The problem of a plain text.
  public static func row(text source: SourceText) -> SentenceRow {
    var row = SentenceRow(
      id: source.name, premises: [], conclusion: "", gold: nil, diagnostics: [])
    if let at = source.firstInvalidByte {
      row.diagnostics.append(
        Diagnostic(
          .invalidUTF8, in: source, at: Span(at, at + 1), "this byte is not UTF-8",
          hint: "save the file as UTF-8"))
      return row
    }
    let isMarked = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = source.string(Span(isMarked ? 3 : 0, source.bytes.count))
    row.premises = text.split(whereSeparator: \.isNewline).flatMap { sentences(of: String($0)) }
    guard let conclusion = row.premises.popLast() else {
      row.diagnostics.append(
        Diagnostic(.emptyFile, in: source, at: Span(0, 0), "there is nothing in the file"))
      return row
    }
    row.conclusion = conclusion
    return row
  }

  private mutating func rows() -> [SentenceRow] {
    guard object.members != nil else {
      report(.wrongType, object, "a row is a JSON object")
      return [row]
    }
    if let questions = object["questions"]?.members, let theory = text("theory") {
      row.premises = Self.sentences(of: theory)
      return questions.map { question($0) }
    }
    if object["context"] != nil {
      row.premises = text("context").map(Self.sentences) ?? []
      row.conclusion = text("question").map(Self.statement) ?? ""
      readAnswer()
    } else {
      readPremises()
      row.conclusion = text("conclusion").map(Self.oneLine) ?? ""
      if let name = ["label", "expected", "gold"].first(where: { object[$0]?.isNull == false }) {
        row.gold = label(object[name]!, field: name)
      }
    }
    if row.isUsable, row.conclusion.isEmpty {
      report(.noConclusion, object, "the row has no conclusion")
    }
    return [row]
  }

  private mutating func readPremises() {
    guard let value = object["premises"] else {
      return report(.missingField, object, "the row has no `premises`")
    }
    let cells = value.array?.map(\.string) ?? value.string?.split(separator: "\n").map(String.init)
    guard let cells, !cells.contains(nil) else {
      return report(.wrongType, value, "`premises` must be a list of strings")
    }
    row.premises = cells.compactMap { $0 }.map(Self.oneLine).filter { !$0.isEmpty }
  }

  private mutating func question(_ member: JSONValue.Member) -> SentenceRow {
    var reader = self
    reader.row.id += "/\(member.key)"
    guard let question = member.value["question"]?.string else {
      reader.report(.missingField, member.value, "`\(member.key)` has no `question`")
      return reader.row
    }
    reader.row.conclusion = Self.statement(of: question)
    if let answer = member.value["answer"] {
      reader.row.gold = reader.label(answer, field: "answer")
    }
    return reader.row
  }

  /// `answer` names one of `options` by its letter: `A` the option `A) True`.
  private mutating func readAnswer() {
    guard let answer = object["answer"], !answer.isNull else { return }
    let options = (object["options"]?.array ?? []).compactMap(\.string)
    let named = answer.string.map { JSONValue.string(ExpectedLabel.option($0, of: options)) }
    row.gold = label(
      named.map { JSONValue($0.content, span: answer.span) } ?? answer, field: "answer")
  }

  private mutating func label(_ value: JSONValue, field: String) -> SampleLabel? {
    let text = value.string ?? value.bool.map { $0 ? "True" : "False" }
    switch text?.lowercased() {
    case "true": return .true
    case "false": return .false
    case "uncertain", "unknown": return .uncertain
    case "contradictory": return .contradictory
    default:
      report(
        .unknownLabel, value, "`\(field)` is no label",
        hint: "labels are True, False, Uncertain, Unknown, Contradictory")
      return nil
    }
  }

  private mutating func text(_ field: String) -> String? {
    guard let value = object[field] else {
      report(.missingField, object, "the row has no `\(field)`")
      return nil
    }
    if value.string == nil { report(.wrongType, value, "`\(field)` must be a string") }
    return value.string
  }

  private mutating func report(
    _ code: DiagnosticCode, _ value: JSONValue, _ message: String, hint: String? = nil
  ) {
    row.diagnostics.append(Diagnostic(code, in: line, at: value.span, message, hint: hint))
  }
}

// MARK: - Sentences

extension SentenceRowReader {
  /// The statement that is asked about: what follows "... is the following statement true or false?".
  static func statement(of question: String) -> String {
    let text = oneLine(question)
    guard let mark = text.firstIndex(of: "?"), text[..<mark].contains("following statement") else {
      return text
    }
    let rest = text[text.index(after: mark)...].drop { $0 == " " }
    return rest.isEmpty ? text : String(rest)
  }

  /// The text on one line: a newline in a sentence would break the listing apart.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The sentences of a paragraph. One ends at `.`, `!` or `?` before a blank and a capital, a digit or
  /// a quote; not after an initial or a title.
  static func sentences(of paragraph: String) -> [String] {
    var sentences: [String] = []
    var words: [Substring] = []
    let all = oneLine(paragraph).split(separator: " ")
    for (index, word) in all.enumerated() {
      words.append(word)
      let isLast = index + 1 == all.count
      if isLast || ends(word) && begins(all[index + 1]) {
        sentences.append(words.joined(separator: " "))
        words = []
      }
    }
    return sentences
  }

  private static let titles: Set<Substring> = ["Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St."]

  private static func ends(_ word: Substring) -> Bool {
    guard let last = word.last(where: { !"\"'”’)".contains($0) }), ".!?".contains(last) else {
      return false
    }
    let isInitial = word.count == 2 && word.first!.isUppercase && last == "."
    return !isInitial && !titles.contains(word)
  }

  private static func begins(_ word: Substring) -> Bool {
    guard let first = word.first(where: { !"\"'“‘(".contains($0) }) else { return false }
    return first.isUppercase || first.isNumber
  }
}
