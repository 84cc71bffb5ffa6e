import Diagnostics
import Foundation
import JSON
import TestSupport
import Testing

/// Results are written whole, each to a place of its own, or the exit code says that they weren't.
@Suite struct OutputTests {
  private static func row(_ id: String) -> String {
    "{\"id\":\"\(id)\",\"premises\":[\"P(a)\"],\"conclusion\":\"P(a)\"}\n"
  }

  @Test func noTwoIdsShareACertificateFile() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "certs-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let long = String(repeating: "h", count: 5_000)
    let ids = ["a/b", "a_b", "a_b", "", "a\\nb", "a%2Fb", long, long + "i", "ä"]
    let run = try ToolRun(
      ["batch", "--certificates", folder.path], input: ids.map(Self.row).joined())
    #expect(run.status == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.count == ids.count)
    #expect(files.contains("a%2Fb.json"))
    #expect(files.contains("a_b.json"))
  }

  @Test(arguments: [
    ["--output", "/nowhere/records"], ["--output", "/dev/full"], ["--store", "/nowhere/store"],
    ["--store", "README.md"], ["--certificates", "/dev/null/folder"],
  ])
  func whatCannotBeWrittenGivesSeventyFour(_ options: [String]) throws {
    let run = try ToolRun(["batch"] + options, input: Self.row("a"))
    #expect(run.status == 74)
    #expect(run.errors.hasPrefix("logic: cannot "))
    #expect(run.output.isEmpty)
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstRow() throws {
    let text = "\u{FEFF}" + Self.row("a").dropLast() + "\r\n" + Self.row("b")
    for command in [["batch"], ["check", "-", "--jsonl"]] {
      let run = try ToolRun(command + ["--deterministic"], input: text)
      let verdicts = try run.output.split(separator: "\n").map {
        try readJSON(SourceText(String($0))).get()["verdict"]?.string
      }
      #expect(verdicts == ["True", "True"])
    }
  }

  @Test func noPremiseIsMadeTheConclusion() throws {
    let clauses = "cnf(one, axiom, p(a)).\ncnf(two, axiom, ~p(a)).\n"
    for notation in ["fol", "nltk", "folio", "prover9", "logic-lm"] {
      let run = try ToolRun(["convert", "--from", "tptp", "--to", notation], input: clauses)
      #expect(run.status == 3)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("has no conclusion"))
    }
    let run = try ToolRun(["convert", "--from", "tptp", "--to", "tptp"], input: clauses)
    let check = try ToolRun(["check", "-", "--format", "tptp"], input: run.output)
    #expect(check.output.hasPrefix("Contradictory\n"))
  }

  @Test func filesAndRowsKeepTheOrderTheyWereNamedIn() throws {
    let file = "Corpora/logic/socrates.fol"
    let rows = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: rows) }
    try Data(Self.row("a").utf8).write(to: rows)
    let run = try ToolRun(["check", file, rows.path, file, "--jsonl"])
    let ids = try run.output.split(separator: "\n").map {
      try readJSON(SourceText(String($0))).get()["id"]?.string
    }
    #expect(ids == [file, "a", file])
  }

  @Test func anIdWithALineEndStaysOnOneLine() throws {
    let run = try ToolRun(
      ["check", "-", "--format", "jsonl"], input: Self.row("a\\nb"))
    #expect(run.output == "a\\nb: True\n")
  }
}
