// Rows of runs: what is taken from each field, and what is said of faulty ones.

import Diagnostics
import JSON
import TestSupport
import Testing

@testable import LINC

@Suite struct GenerationRowReaderTests {
  func read(_ line: String) -> GenerationRowReading {
    GenerationRowReader.read(line: Array(line.utf8), fileName: "run.jsonl", number: 3)
  }

  @Test func aRecordedRowIsRead() throws {
    let reading = read(
      #"{"id":"a/0","model":"m","mode":"scratchpad","premises":["P."],"conclusion":"C.","#
        + #""gold":"unknown","generations":["x","y"],"recorded_labels":["True","Error"]}"#)
    let row = try #require(reading.row)
    #expect(reading.diagnostics.isEmpty)
    #expect(row.id == "a/0" && row.isScratchpad && row.form == .pairs)
    #expect(row.gold == .uncertain)
    #expect(row.recordedLabels == [.true, .error])
  }

  @Test func aProgramRowIsRead() throws {
    let reading = read(
      #"{"id":"p","context":"C","question":"Q?","options":["A) True","B) False"],"#
        + #""answer":"B","raw_logic_programs":["Facts:"]}"#)
    let row = try #require(reading.row)
    #expect(row.form == .program && row.gold == .false && row.conclusion == "Q?")
  }

  @Test func writtenRowsAreReadBack() throws {
    let row = GenerationRow(
      id: "r", model: "m", premises: ["P \"q\"."], conclusion: "C.", gold: .false,
      generations: ["TEXT:\tP\nFOL:\tP(a)"], recordedLabels: [.uncertain],
      failures: [.init(code: "http-500", message: "the server failed")])
    let reading = read(row.json.text)
    let back = try #require(reading.row)
    #expect(reading.diagnostics.isEmpty)
    #expect(back.json == row.json)
    #expect(back.failures == row.failures)
  }

  @Test(arguments: [
    ("{", DiagnosticCode.invalidJSON), ("[]", .wrongType), (#"{"id":"x"}"#, .missingField),
    (#"{"id":"x","generations":"text"}"#, .wrongType),
    (#"{"id":"x","generations":[1]}"#, .wrongType),
  ])
  func whatIsNoRowIsTold(_ line: String, _ code: DiagnosticCode) {
    let reading = read(line)
    #expect(reading.row == nil)
    #expect(reading.diagnostics.map(\.code) == [code])
    #expect(reading.diagnostics.first?.location.line == 3)
  }

  @Test(arguments: [
    #"{"gold":"maybe","generations":[]}"#,
    #"{"generations":["x"],"recorded_labels":["True","True"]}"#,
    #"{"generations":["x"],"recorded_labels":["yes"]}"#,
  ])
  func unknownLabelsLeaveTheRowUsable(_ line: String) {
    let reading = read(line)
    #expect(reading.row != nil && reading.id == "2")
    #expect(reading.diagnostics.map(\.code) == [.unknownLabel])
    #expect(reading.row?.gold == nil && reading.row?.recordedLabels.isEmpty == true)
  }

  @Test func mutatedRowsAreReadOrRefused() {
    let seed =
      #"{"id":"a","premises":["P."],"conclusion":"C.","gold":"True","generations":["FOL:\tP(a)"]}"#
    var mutator = Mutator(seeds: [Array(seed.utf8)], seed: 11)
    for _ in 0..<3_000 {
      let reading = GenerationRowReader.read(line: mutator.next(), fileName: "f", number: 1)
      #expect(reading.row != nil || !reading.diagnostics.isEmpty)
    }
  }
}
