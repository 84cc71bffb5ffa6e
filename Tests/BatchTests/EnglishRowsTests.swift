// Rows read from their sentences: those of the Logic-LM examples where this machine has them.

import Batch
import Diagnostics
import English
import Entailment
import FirstOrderLogic
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct EnglishRowsTests {
  private func decider(_ semantics: EnglishSemantics = .classical) -> RowDecider {
    RowDecider(
      options: RowOptions(
        entailment: EntailmentOptions(), reading: ReadingOptions(repairs: true),
        isDeterministic: true, fileName: "rows", english: semantics),
      cancellation: Cancellation())
  }

  private func record(_ row: String) -> Record {
    decider().decide(RowLine(bytes: Array(row.utf8), number: 1))
  }

  @Test func logicLMRowsAreReadFromTheirContext() {
    let row = """
      {"id": "a1", "context": "Anne is kind. Every kind person is red.", "question": "Based on \
      the above information, is the following statement true, false, or unknown? Anne is not red.", \
      "options": ["A) True", "B) False", "C) Unknown"], "answer": "B"}
      """
    let record = record(row)
    #expect(record.id == "a1")
    #expect(record.expected == "False")
    #expect(record.answer?.verdict == .false)
    #expect(record.meetsExpectation == true)
  }

  @Test func rowsOfSentencesAreReadWithTheirLabel() {
    let row = """
      {"premises": ["Tom is a cook. ", "No cooks are sad."], "premises-FOL": ["P", "Q"], \
      "conclusion": "Tom is sad.", "conclusion-FOL": "R", "label": "False"}
      """
    #expect(record(row).meetsExpectation == true)
  }

  @Test func anUnreadSentenceIsAFaultOfItsField() throws {
    let record = record(
      #"{"premises": ["Tom is a cook.", "Most cooks are sad."], "conclusion": "Tom is sad."}"#)
    #expect(record.answer == nil)
    let fault = try #require(record.diagnostics.first)
    #expect(fault.code == .unreadSentence)
    #expect(fault.field == "premises[1]")
    #expect(fault.location.column == 34)
  }

  @Test(arguments: [
    (#"{"premises": ["Tom is a cook."]}"#, DiagnosticCode.missingField),
    (#"{"context": 5, "question": "Is Tom kind?"}"#, .wrongType),
    (#"{"context": "Tom is kind.", "question": "Is this it? Is Tom kind?"}"#, .severalConclusions),
    (#"{"context": "Tom is kind.", "question": ""}"#, .noConclusion),
    (#"{"context": "Tom is kind.", "question": "Is Tom kind?", "answer": "X"}"#, .unknownLabel),
  ])
  func faultyRowsAreDiagnosed(_ row: String, _ code: DiagnosticCode) {
    #expect(record(row).diagnostics.contains { $0.code == code })
  }

  @Test func anAnswerThatDependsOnTheReadingIsNone() {
    let record = record(
      """
      {"premises": ["Tom is either kind or red.", "Tom is kind."], "conclusion": "Tom is red."}
      """)
    #expect(record.answer == nil)
    #expect(record.diagnostics.map(\.code) == [.ambiguousSentence])
  }

  // MARK: Data sets

  private static let examples = TestData.shared("linc/logic-lm/data")

  /// Every row is read. Where a label is not ours, a contrapositive or a contradiction decides the
  /// question, which that data set's labels leave out; applied forwards only, the rules give them all.
  @Test(
    .enabled(if: examples != nil, "shared/data/linc/logic-lm is not here"),
    arguments: [
      ("ProofWriter_dev", 600, 585), ("ProofWriter_test", 600, 590), ("ProntoQA_dev", 500, 500),
    ])
  func templatedLanguageIsReadCompletely(_ name: String, _ rows: Int, _ met: Int) throws {
    let url = try #require(Self.examples).appending(path: "\(name).jsonl")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == rows)
    for (semantics, wanted) in [(EnglishSemantics.classical, met), (.forwardRules, rows)] {
      let decider = decider(semantics)
      var agreed = 0
      for (index, line) in lines.enumerated() {
        let record = decider.decide(RowLine(bytes: Array(line.utf8), number: index + 1))
        #expect(record.answer?.verdict != nil, "\(record.diagnostics.map(\.message))")
        if record.meetsExpectation == true { agreed += 1 }
      }
      #expect(agreed == wanted)
    }
  }

  @Test func rulesAppliedForwardsHaveNoContrapositive() {
    let row = """
      {"context": "All red things are kind. Anne is not kind.", "question": "Anne is red."}
      """
    let line = RowLine(bytes: Array(row.utf8), number: 1)
    #expect(decider().decide(line).answer?.verdict == .false)
    #expect(decider(.forwardRules).decide(line).answer?.verdict == .uncertain)
    let story = """
      {"context": "All red things are kind or old.", "question": "Anne is red."}
      """
    let refused = decider(.forwardRules).decide(RowLine(bytes: Array(story.utf8), number: 1))
    #expect(refused.diagnostics.map(\.code) == [.unsupported])
  }
}
