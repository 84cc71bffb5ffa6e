// `logic causal generate` from end to end: files, compression, faults.

import Diagnostics
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct CausalGenerateTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "causal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func generate(_ arguments: String...) throws -> ToolRun {
    try ToolRun(["causal", "generate", "--family", "branching-1.4", "--rows", "50"] + arguments)
  }

  private var files: Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
  }

  @Test func aFileAndItsManifestAreThereWhole() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let plain = try generate("--out", path("a.jsonl"))
    #expect(plain.status == 0 && plain.output.isEmpty && plain.errors.isEmpty)
    #expect(files == ["a.jsonl", "a.jsonl.manifest.json"])
    let text = try String(contentsOfFile: path("a.jsonl"), encoding: .utf8)
    #expect(try generate().output == text)
    let failed = try ToolRun([
      "causal", "generate", "--family", "chain-sequential", "--nodes", "3", "--mode", "paper",
      "--rows", "7", "--unique", "--out", path("b.jsonl"),
    ])
    #expect(failed.status == 3 && failed.errors.contains("has given 6 different questions"))
    #expect(files == ["a.jsonl", "a.jsonl.manifest.json"])
    #expect(try generate("--out", path("no/such/folder")).status == 74)
  }

  @Test func devicesGetNoManifest() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try generate("--out", "/dev/null").status == 0)
    #expect(!FileManager.default.fileExists(atPath: "/dev/null.manifest.json"))
  }

  @Test func compressedFilesAreTheSameText() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try generate("--out", path("a.jsonl.gz")).status == 0)
    #expect(try generate("--jobs", "3", "--gzip", "--out", path("b")).status == 0)
    let bytes = try Data(contentsOf: URL(filePath: path("a.jsonl.gz")))
    #expect(bytes.starts(with: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]))
    #expect(try Data(contentsOf: URL(filePath: path("b"))) == bytes)
    let manifest = try readJSON(
      SourceText(try String(contentsOfFile: path("a.jsonl.gz.manifest.json"), encoding: .utf8))
    ).get()
    #expect(manifest["sha256"]?.string == sha256(bytes))
    #expect(manifest["text_sha256"]?.string == sha256(Data(try generate().output.utf8)))
    // Parts one after the other are one file, for every reader.
    var parts = Data()
    for part in ["0/2", "1/2"] {
      #expect(try generate("--shard", part, "--out", path("part.gz")).status == 0)
      parts += try Data(contentsOf: URL(filePath: path("part.gz")))
    }
    try parts.write(to: URL(filePath: path("whole.gz")))
    let audit = try readJSON(
      SourceText(try ToolRun(["causal", "audit", "--json", path("whole.gz")]).output)
    ).get()
    #expect(audit["rows"]?.integer == 50 && audit["label_errors"]?.integer == 0)
    let answers = try ToolRun(["causal", "answer", "--expect", path("whole.gz")])
    #expect(answers.status == 0 && answers.errors.contains("50 rows compared, 0 differ"))
    try bytes.dropLast(40).write(to: URL(filePath: path("cut.gz")))
    let cut = try ToolRun(["causal", "audit", path("cut.gz")])
    #expect(cut.status == 3 && cut.errors.contains("break off"))
  }

  private func sha256(_ data: Data) -> String {
    var hash = SHA256()
    data.withUnsafeBytes { hash.update($0) }
    return hash.hexadecimal()
  }

  @Test func aUsersPhrasingAndNames() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let phrasing = """
      {"name": "hangs", "edge": "{Y} hangs on {X}.", "path-question": "Does {Y} hang on {X}?",
       "separation-question": "Are {X} and {Y} kept apart?", "introduction": "See {X}.",
       "separation-question-given": "Are {X} and {Y} kept apart by {Z}?"}
      """
    try Data(phrasing.utf8).write(to: URL(filePath: path("p.json")))
    try Data((1...40).map { "n\($0)\n" }.joined().utf8).write(to: URL(filePath: path("n.txt")))
    let rows = try generate("--phrasing", path("p.json"), "--names", path("n.txt"))
    #expect(rows.status == 0 && rows.output.contains(" hangs on n"))
    #expect(try ToolRun(["causal", "answer"], input: rows.output).status == 3)
    let read = try ToolRun(
      ["causal", "answer", "--expect", "--phrasing", path("p.json")], input: rows.output)
    #expect(read.status == 0 && read.errors.contains("50 rows compared, 0 differ"))
    try Data(phrasing.replacing("on {X}.", with: "on.").utf8)
      .write(to: URL(filePath: path("bad.json")))
    let bad = try generate("--phrasing", path("bad.json"))
    #expect(bad.status == 3 && bad.errors.contains("[template-fault]") && bad.output.isEmpty)
    #expect(try generate("--phrasing", "no-such-phrasing").status == 3)
  }

  @Test func evaluationSetsAreUniqueWhereTheyCanBe() throws {
    let whole = try ToolRun(["causal", "generate", "--preset", "eval-branching-1.4"])
    #expect(whole.status == 0 && whole.errors.isEmpty)
    let few = try ToolRun(["causal", "generate", "--preset", "eval-reversed", "--split", "test"])
    #expect(few.status == 0 && few.errors.contains("questions recur under other names"))
  }
}
