// `logic causal generate --axiom` and `answer --axiom` from end to end.

import Diagnostics
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct CausalAxiomFileTests {
  private let file = "Corpora/axioms/ancestor.fol"

  @Test func rowsAreAnsweredFromTheirText() throws {
    let rows = try ToolRun(["causal", "generate", "--axiom", file, "--rows", "40", "--seed", "7"])
    #expect(rows.status == 0 && rows.output.split(separator: "\n").count == 40)
    let answers = try ToolRun(
      ["causal", "answer", "--axiom", file, "--expect"], input: rows.output)
    #expect(answers.status == 0 && answers.errors.contains("40 rows compared, 0 differ"))
    let one = try ToolRun(["causal", "generate", "--axiom", file, "--seed", "7", "--index", "9"])
    #expect(one.output == rows.output.split(separator: "\n")[9] + "\n")
  }

  @Test func aSampleIsProvedAndItsCertificatesAreAccepted() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let out = folder.appending(path: "rows.jsonl").path
    let run = try ToolRun([
      "causal", "generate", "--axiom", file, "--nodes", "6", "--rows", "50", "--out", out,
      "--prove", "4",
    ])
    #expect(run.status == 0 && run.errors.contains("4 of 4 rows proved"))
    let manifest = try readJSON(
      SourceText(try String(contentsOfFile: out + ".manifest.json", encoding: .utf8))
    ).get()
    #expect(manifest["proved"]?["certificates_accepted"]?.integer == 4)
    #expect(manifest["rules"]?.array?.count == 2)
    let verified = try ToolRun(["verify", out + ".certificates"])
    #expect(verified.status == 0 && verified.output == String(repeating: "accepted\n", count: 4))
  }

  @Test func faultyFilesAndOptionsAreRefused() throws {
    let bad = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).fol")
    try Data("∀x ∀y (R(x, y) → ∃z R(y, z))\n".utf8).write(to: bad)
    defer { try? FileManager.default.removeItem(at: bad) }
    let run = try ToolRun(["causal", "generate", "--axiom", bad.path])
    #expect(run.status == 3 && run.errors.contains("not-horn") && run.output.isEmpty)
    #expect(try ToolRun(["causal", "answer", "--axiom", "none.fol"]).status == 3)
    for arguments in [
      ["--axiom", file, "--family", "tree"], ["--family", "tree", "--facts", "9"],
      ["--axiom", file, "--nodes", "70"], ["--axiom", file, "--facts", "2"],
    ] {
      #expect(try ToolRun(["causal", "generate"] + arguments).status == 64, "\(arguments)")
    }
  }
}
