import Diagnostics
import Foundation
import LINC
import TestSupport
import Testing

@Suite struct SentenceRowTests {
  private func rows(_ line: String) -> [SentenceRow] {
    SentenceRowReader.rows(line: Array(line.utf8), number: 3, name: "rows.jsonl")
  }

  @Test func allShapesAreRead() {
    let folio = rows(
      #"{"id":7,"premises":["A  cat\nsits.","B."],"conclusion":" C. ","label":"Unknown"}"#)[0]
    #expect(folio.id == "7" && folio.premises == ["A cat sits.", "B."])
    #expect(folio.conclusion == "C." && folio.gold == .uncertain && folio.diagnostics.isEmpty)
    let lines = rows(#"{"premises":"A.\nB.","conclusion":"C.","expected":true}"#)[0]
    #expect(lines.id == "2" && lines.premises == ["A.", "B."] && lines.gold == .true)
    let logicLM = rows(
      #"{"id":"x","context":"Bob is big. Dr. Ann B. Lee is 3. Is he?","question":"Based on this, is the following statement true, false, or unknown? Bob is red.","options":["A) True","B) False","C) Unknown"],"answer":"C"}"#
    )[0]
    #expect(logicLM.premises == ["Bob is big.", "Dr. Ann B. Lee is 3.", "Is he?"])
    #expect(logicLM.conclusion == "Bob is red." && logicLM.gold == .uncertain)
    let several = rows(
      #"{"id":"t","theory":"A is b. C is d.","questions":{"Q1":{"question":"A is d.","answer":false},"Q2":{"question":"C is d.","answer":"Unknown"}}}"#
    )
    #expect(several.map(\.id) == ["t/Q1", "t/Q2"] && several.map(\.gold) == [.false, .uncertain])
    #expect(several.allSatisfy { $0.premises == ["A is b.", "C is d."] && $0.isUsable })
    let text = SentenceRowReader.row(
      text: SourceText(name: "s", "\u{FEFF}A is b. \"C is d.\"\n\nIs E f?\n"))
    #expect(text.premises == ["A is b.", "\"C is d.\""] && text.conclusion == "Is E f?")
  }

  @Test(arguments: [
    ("{", DiagnosticCode.invalidJSON), ("[]", .wrongType), ("{}", .missingField),
    (#"{"premises":[1],"conclusion":"C."}"#, .wrongType),
    (#"{"premises":["A."]}"#, .missingField), (#"{"context":"A."}"#, .missingField),
    (#"{"premises":["A."],"conclusion":" "}"#, .noConclusion),
    (#"{"theory":"A.","questions":{"Q":{}}}"#, .missingField),
  ])
  func faultyRowsAreNamed(_ line: String, _ code: DiagnosticCode) {
    let row = rows(line)[0]
    #expect(!row.isUsable && row.diagnostics.first?.code == code)
    #expect(row.diagnostics.first?.location.line == 3)
  }

  @Test func aWrongLabelKeepsTheRow() {
    let row = rows(#"{"premises":["A."],"conclusion":"B.","label":"maybe"}"#)[0]
    #expect(row.isUsable && row.gold == nil && row.diagnostics.map(\.code) == [.unknownLabel])
  }

  @Test func faultyTextsAreNamed() {
    let codes = { (bytes: [UInt8]) in
      SentenceRowReader.row(text: SourceText(name: "s", bytes: bytes)).diagnostics.map(\.code)
    }
    #expect(codes([]) == [.emptyFile] && codes([0x20, 0x0A]) == [.emptyFile])
    #expect(codes([0x41, 0xFF]) == [.invalidUTF8])
  }

  /// Rows of published examples, where this machine has them.
  @Test(arguments: ["ProofWriter_dev", "ProntoQA_dev", "FOLIO_dev"])
  func publishedRowsAreRead(_ name: String) throws {
    guard let folder = TestData.shared("linc/logic-lm/data") else { return }
    let text = try String(
      contentsOf: folder.appending(path: "\(name).jsonl"), encoding: .utf8)
    for line in text.split(separator: "\n") {
      let row = rows(String(line))[0]
      #expect(row.diagnostics.isEmpty && row.gold != nil && !row.premises.isEmpty)
      #expect(!row.conclusion.contains("following statement"))
    }
  }

  @Test func mutatedRowsAreReadOrRefused() {
    var random = SeededGenerator(seed: 6)
    let line = Array(
      #"{"id":"x","context":"Bob is big. He is.","question":"Q? R.","options":["A) True"],"answer":"A"}"#
        .utf8)
    for _ in 0..<500 {
      var bytes = line
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 1...255, using: &random)
      }
      for row in SentenceRowReader.rows(line: bytes, number: 1, name: "m") where row.isUsable {
        #expect(!row.conclusion.isEmpty)
      }
    }
  }
}
