// `logic causal answer`, `audit` and `score` from end to end.

import Diagnostics
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct CausalTests {
  private let rows = """
    {"id":"a","text":"k causes m. m causes p. Does k cause p?","label":"Yes"}
    {"id":"b","text":"k causes m. m causes p. Does p cause k?","label":"Yes"}
    {"id":"c","text":"k likes m. Does k cause m?","label":"Yes"}

    """

  private func file(_ text: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).jsonl")
    try Data(text.utf8).write(to: path)
    return path.path
  }

  @Test func rowsAreAnsweredAndFaultyOnesMarked() throws {
    let done = try ToolRun(["causal", "answer"], input: rows)
    let lines = try done.output.split(separator: "\n").map {
      try readJSON(SourceText(String($0))).get()
    }
    #expect(done.status == 3 && lines.count == 3)
    #expect(lines[0]["answer"]?.string == "Yes")
    #expect(lines[0]["witness"]?["path"] == ["k", "m", "p"])
    #expect(lines[1]["answer"]?.string == "No")
    #expect(lines[2]["answer"]?.isNull == true)
    #expect(lines[2]["diagnostics"]?.array?[0]["code"]?.string == "unread-sentence")
  }

  @Test func answersAreComparedWithLabels() throws {
    let two = rows.split(separator: "\n").prefix(2).joined(separator: "\n")
    let done = try ToolRun(["causal", "answer", "--expect"], input: two)
    #expect(done.status == 1)
    #expect(done.errors.contains("b: the row says Yes, the text says No"))
    #expect(done.errors.contains("2 rows compared, 1 differ"))
  }

  @Test func anAuditIsAnObjectOrText() throws {
    let path = try file(rows)
    let page = try file("")
    defer {
      for made in [path, page] { try? FileManager.default.removeItem(atPath: made) }
    }
    let object = try readJSON(
      SourceText(try ToolRun(["causal", "audit", path, "--json", "--html", page]).output)
    ).get()
    #expect(object["rows"]?.integer == 3 && object["label_errors"]?.integer == 1)
    #expect(object["label_error_ids"] == ["b"] && object["unread"]?.integer == 1)
    for key in ["cyclic", "distinct_graphs", "distinct_canonical", "duplicates"] {
      #expect(object[key]?.integer != nil, "\(key)")
    }
    #expect(object["shortcuts"]?["first-mention"] != nil && object["hops"]?["2"]?.integer == 1)
    #expect(try String(contentsOfFile: page, encoding: .utf8).hasPrefix("<!doctype html>"))
    let text = try ToolRun(["causal", "audit", path, path]).output
    #expect(text.contains("wrong labels  1: b") && text.contains("  2 (3)  "))
  }

  @Test func anAuditWithoutRowsIsAFault() throws {
    #expect(try ToolRun(["causal", "audit", "no-such-file.jsonl"]).status == 3)
    #expect(try ToolRun(["causal", "audit", "-"]).status == 3)
  }

  @Test func predictionsAreScored() throws {
    let gold = try file(rows)
    let predictions = try file(
      """
      {"id":"a","prediction":"Yes."}
      {"id":"b","prediction":"The answer is No"}

      """)
    defer {
      for made in [gold, predictions] { try? FileManager.default.removeItem(atPath: made) }
    }
    let object = try readJSON(
      SourceText(try ToolRun(["causal", "score", predictions, gold, "--json"]).output)
    ).get()
    #expect(object["rows"]?.integer == 3 && object["right"]?.integer == 1)
    #expect(object["missing"]?.integer == 1 && object["label_errors"]?.integer == 1)
    #expect(object["by_hops"]?["2"]?["right"]?.integer == 1)
    #expect(object["by_nodes"]?["3"]?["rows"]?.integer == 2)
  }
}
