// Reads phrasings from JSON. Every fault is shown in the file.

import Diagnostics
import JSON

struct PhrasingReader {
  private let source: SourceText
  private var diagnostics: [Diagnostic] = []

  private static let keys = [
    "name", "edge", "path-question", "separation-question", "separation-question-given",
    "introduction",
  ]

  private init(_ source: SourceText) { self.source = source }

  /// The phrasing; nil when there is an error.
  static func read(_ source: SourceText) -> (phrasing: Phrasing?, diagnostics: [Diagnostic]) {
    var reader = PhrasingReader(source)
    let phrasing = reader.readObject()
    return (reader.diagnostics.isEmpty ? phrasing : nil, reader.diagnostics)
  }

  /// The sentences of a list that the program carries.
  static func asides(_ source: SourceText) -> [SentenceTemplate] {
    var reader = PhrasingReader(source)
    guard case .success(let list) = readJSON(source), let items = list.array,
      case let found = items.compactMap({ reader.template($0, use: .aside, "sentence") }),
      reader.diagnostics.isEmpty
    else { fatalError("the built-in distractors have a fault: \(reader.diagnostics)") }
    return found
  }

  private mutating func readObject() -> Phrasing? {
    switch readJSON(source) {
    case .failure(let fault):
      diagnostics.append(fault.diagnostic)
      return nil
    case .success(let object):
      guard let members = object.members else {
        report(.wrongType, object.span, "a phrasing is an object", "see --help for its members")
        return nil
      }
      for member in members where !Self.keys.contains(member.key) {
        report(
          .unknownSection, member.value.span, "a phrasing has no \(member.key)",
          "it has \(Self.keys.joined(separator: ", "))")
      }
      return phrasing(object)
    }
  }

  private mutating func phrasing(_ object: JSONValue) -> Phrasing? {
    let name = string(object, "name")
    let edges = edges(object)
    let path = template(object, "path-question", .pathQuestion)
    let separation = template(object, "separation-question", .separationQuestion)
    let given = template(object, "separation-question-given", .conditionalQuestion)
    let introduction = template(object, "introduction", .introduction)
    guard let name, !edges.isEmpty, let path, let separation, let given, let introduction else {
      return nil
    }
    return Phrasing(
      name: name, edges: edges, pathQuestion: path, separationQuestion: separation,
      conditionalQuestion: given, introduction: introduction)
  }

  private mutating func edges(_ object: JSONValue) -> [SentenceTemplate] {
    guard let value = member(object, "edge") else { return [] }
    guard let items = value.array else {
      return template(value, use: .edge, "edge").map { [$0] } ?? []
    }
    if items.isEmpty || items.count > 256 {
      report(.wrongType, value.span, "edge lists 1 to 256 templates", "add or remove some")
    }
    return items.compactMap { template($0, use: .edge, "edge") }
  }

  private mutating func template(
    _ object: JSONValue, _ key: String, _ use: SentenceTemplate.Use
  ) -> SentenceTemplate? {
    member(object, key).flatMap { template($0, use: use, key) }
  }

  private mutating func template(
    _ value: JSONValue, use: SentenceTemplate.Use, _ key: String
  ) -> SentenceTemplate? {
    guard let text = value.sourceText(in: source, field: key) else {
      report(.wrongType, value.span, "\(key) must be text", "put it in quotation marks")
      return nil
    }
    do throws(SentenceTemplate.Fault) {
      return try SentenceTemplate(text.bytes, use: use)
    } catch {
      diagnostics.append(
        Diagnostic(.templateFault, in: text, at: error.span, error.message, hint: error.hint))
      return nil
    }
  }

  private mutating func string(_ object: JSONValue, _ key: String) -> String? {
    guard let value = member(object, key) else { return nil }
    let isWord: (UInt8) -> Bool = { byte in
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_".utf8.contains(byte)
    }
    guard let text = value.string, !text.isEmpty, text.utf8.allSatisfy(isWord) else {
      report(
        .wrongType, value.span, "\(key) must be letters, digits, hyphens", "such as leads-to")
      return nil
    }
    return text
  }

  private mutating func member(_ object: JSONValue, _ key: String) -> JSONValue? {
    if let value = object[key] { return value }
    report(
      .missingField, object.span, "the phrasing has no \(key)",
      "it has \(Self.keys.joined(separator: ", "))")
    return nil
  }

  private mutating func report(
    _ code: DiagnosticCode, _ span: Span, _ message: String, _ hint: String
  ) {
    diagnostics.append(Diagnostic(code, .error, in: source, at: span, message, hint: hint))
  }
}
