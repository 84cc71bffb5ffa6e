// `logic linc replay` from end to end.

import Diagnostics
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct LINCReplayTests {
  let run = "Corpora/linc/choir.jsonl"

  @Test func theFiguresAreATableOrAnObject() throws {
    let table = try ToolRun(["linc", "replay", run, "--deterministic"])
    #expect(table.status == 0)
    #expect(table.output.hasPrefix("\(run): 3 rows, 15 samples, rule default\n"))
    #expect(table.errors.isEmpty)
    let object = try readJSON(
      SourceText(try ToolRun(["linc", "replay", run, "--json"]).output)
    ).get()
    #expect(object["rows"]?.integer == 3)
    #expect(object["samples"]?.integer == 15)
    #expect(object["accuracy"] == .integer(1) || object["accuracy"] == .number(1))
    #expect(object["labels_agreeing_with_recorded"]?.integer != nil)
    #expect(object["confusion"]?["True"]?["True"]?.integer == 1)
    #expect(object["errors_by_code"]?["no-formulas"]?.integer == 1)
    #expect(object["cpu_s"] != nil)
  }

  @Test func rowsAndSamplesAreWritten() throws {
    let folder = FileManager.default.temporaryDirectory
    let rows = folder.appending(path: "rows-\(UUID().uuidString).jsonl").path
    let samples = folder.appending(path: "samples-\(UUID().uuidString).jsonl").path
    defer {
      try? FileManager.default.removeItem(atPath: rows)
      try? FileManager.default.removeItem(atPath: samples)
    }
    let done = try ToolRun([
      "linc", "replay", run, "--rows", rows, "--samples", samples, "--draws", "0",
    ])
    #expect(done.status == 0)
    let lines = try String(contentsOfFile: rows, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 3)
    let first = try readJSON(SourceText(String(lines[0]))).get()
    #expect(first["vote"]?.string == "True")
    #expect(first["samples"]?.array?.count == 5)
    #expect(first["samples"]?.array?[2]["flags"]?.array?.first?.string != nil)
    let records = try String(contentsOfFile: samples, encoding: .utf8).split(separator: "\n")
    #expect(records.count == 15)
    #expect(try readJSON(SourceText(String(records[0]))).get()["certificate"]?.members != nil)
  }

  @Test func rowsAreExplained() throws {
    let done = try ToolRun(["linc", "replay", run, "--explain", "--deterministic", "--draws", "0"])
    #expect(done.status == 0)
    #expect(done.output.hasPrefix("rika: True\n  samples: 2 True, 2 Uncertain, 1 Error\n"))
    #expect(done.output.contains("premise 4: Rika is a robin.\n    formula: "))
    #expect(done.output.contains("\n  Why:\n"))
    #expect(done.output.contains("\(run): 3 rows"))
  }

  @Test func faultyRowsAreMarked() throws {
    let done = try ToolRun(
      ["linc", "replay", "-", "--json"],
      input: "{\"id\":\"x\"}\n\n{\"id\":\"y\",\"generations\":[\"\"],\"gold\":\"True\"}\n")
    #expect(done.status == 3)
    #expect(done.errors.contains("missing-field"))
    #expect(done.output.contains("{\"missing-field\":1,\"no-formulas\":1}"))
  }

  @Test func anEmptyRunAndAMissingFileAreFaults() throws {
    let empty = try ToolRun(["linc", "replay", "-"], input: "\n")
    #expect(empty.status == 3 && empty.errors.contains("no rows"))
    let missing = try ToolRun(["linc", "replay", "no/such/run.jsonl"])
    #expect(missing.status == 3 && missing.errors.contains("file-not-found"))
    #expect(try ToolRun(["linc", "replay", run, "--draws", "-1"]).status == 64)
  }
}
