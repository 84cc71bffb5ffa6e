// Rows whose sentences are read, and not their formulas:
//
//   Logic-LM  context: "sentences", question: "Is the following statement ...? sentence", answer
//   FOLIO     premises: [sentence, ...], conclusion: sentence, label

import Diagnostics
import FirstOrderLogic
import JSON

/// Reads the sentences of rows.
public enum EnglishRows {
  /// Reads the sentences of one row's object; `RowsReader.read` takes this for its statements.
  public static func read(
    _ line: SourceText, _ object: JSONValue, semantics: EnglishSemantics
  ) -> ReadResult {
    var story = Story()
    if object["context"] != nil || object["question"] != nil {
      story.add(object, "context", line) { $0.addPremises($1) }
      story.add(object, "question", line) { $0.addConclusion($1) }
    } else {
      if let cells = object["premises"]?.array {
        for (number, cell) in cells.enumerated() {
          story.add(cell, of: object, "premises[\(number)]", line) { $0.addPremises($1) }
        }
      } else {
        story.add(object, "premises", line) { $0.addPremises($1) }
      }
      story.add(object, "conclusion", line) { $0.addConclusion($1) }
    }
    guard semantics == .asAsked else { return EnglishReader.read(story, semantics: semantics) }
    return EnglishReader.read(
      story, semantics: ExpectedLabel.offersUnknown(object) ? .asAsked : .classical)
  }
}

extension Story {
  fileprivate mutating func add(
    _ object: JSONValue, _ field: String, _ line: SourceText,
    _ add: (inout Story, SourceText) -> Void
  ) {
    self.add(object[field], of: object, field, line, add)
  }

  fileprivate mutating func add(
    _ value: JSONValue?, of object: JSONValue, _ field: String, _ line: SourceText,
    _ add: (inout Story, SourceText) -> Void
  ) {
    guard let value, !value.isNull else {
      diagnostics.append(
        Diagnostic(.missingField, in: line, at: object.span, "the row has no `\(field)`"))
      return
    }
    guard let source = value.sourceText(in: line, field: field) else {
      var diagnostic = Diagnostic(
        .wrongType, in: line, at: value.span, "`\(field)` must be a string")
      diagnostic.field = field
      diagnostics.append(diagnostic)
      return
    }
    add(&self, source)
  }
}
