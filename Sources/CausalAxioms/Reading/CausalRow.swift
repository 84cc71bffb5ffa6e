// One row of anybody's set: its name, what to read, and what it says the answer is.
//
//   ours          id, question, answer, metadata
//   published     id, text, label, ...
//   in two parts  premise or description, question
//   chat          prompt, completion
//
// The text is what counts; no other field is used to answer.

import Diagnostics
import JSON

/// A row to answer.
public struct CausalRow: Sendable {
  /// Its id; without one its number, from 0.
  public var id: JSONValue
  /// The text, or the question only when the graph is described apart.
  public var text: SourceText
  /// The description of the graph, when it stands in a field of its own.
  public var description: SourceText?
  /// What the row says the answer is.
  public var stated: String?

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - bytes: the line.
  ///   - fileName: the file's name, for diagnostics.
  ///   - number: the line's number, from 1.
  /// - Returns: the row; or its id, as far as known, and why it is none.
  public static func read(
    line bytes: [UInt8], fileName: String, number: Int
  ) -> Result<CausalRow, CausalRowFault> {
    let line = SourceText(name: fileName, bytes: bytes, firstLine: number)
    switch readJSON(line) {
    case .failure(let fault):
      return .failure(CausalRowFault(id: .integer(number - 1), diagnostic: fault.diagnostic))
    case .success(let object):
      let id = object["id"] ?? object["uid"] ?? .integer(number - 1)
      guard let (text, description) = texts(object, line) else {
        let fault = Diagnostic(
          .missingField, in: line, at: object.span, "the row has no text",
          hint: "`text`, or `question` with or without `premise` or `description`, or `prompt`")
        return .failure(CausalRowFault(id: id, diagnostic: fault))
      }
      let stated = ["label", "answer", "completion"].lazy.compactMap { object[$0]?.listed }.first
      return .success(CausalRow(id: id, text: text, description: description, stated: stated))
    }
  }

  private static func texts(
    _ object: JSONValue, _ line: SourceText
  ) -> (SourceText, SourceText?)? {
    func source(_ field: String) -> SourceText? {
      object[field]?.sourceText(in: line, field: field)
    }
    if let text = source("text") { return (text, nil) }
    guard let question = source("question") else {
      return source("prompt").map { ($0, nil) }
    }
    if let description = source("description") { return (question, description) }
    guard let premise = source("premise") else { return (question, nil) }
    return (joined(premise, question), nil)
  }

  // One text; places in the question are those of its own field.
  private static func joined(_ premise: SourceText, _ question: SourceText) -> SourceText {
    var whole = premise
    whole.bytes.append(UInt8(ascii: " "))
    whole.bytes.append(contentsOf: question.bytes)
    whole.origin?.columns.append(contentsOf: question.origin?.columns ?? [])
    return whole
  }

  /// The answer.
  public var answer: CausalAnswer { answer(.builtIn) }

  /// The answer, read by these templates.
  public func answer(_ templates: ReadingTemplates) -> CausalAnswer {
    if let description {
      CausalAnswer(to: text, about: description)
    } else {
      CausalAnswer(to: text, templates)
    }
  }
}

/// Why a line is no row.
public struct CausalRowFault: Error, Sendable {
  /// The row's id; without one its number, from 0.
  public var id: JSONValue
  /// The fault.
  public var diagnostic: Diagnostic
}

extension JSONValue {
  /// A string, or a list of strings as one.
  fileprivate var listed: String? {
    string ?? array.map { $0.compactMap(\.string).joined(separator: ", ") }
  }
}
