import Diagnostics
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct CheckTests {
  private let socrates = "∀x (Human(x) → Mortal(x))\nHuman(socrates)\n⊢ Mortal(socrates)\n"

  @Test func theVerdictGoesToStandardOutput() throws {
    let run = try ToolRun(["check", "-"], input: socrates)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output.hasPrefix("True\n  The conclusion follows from premise1 and premise2.\n"))
    #expect(run.output.contains("Certificate accepted by the kernel"))
  }

  @Test func jsonHoldsTheNamedFields() throws {
    let run = try ToolRun(["check", "-", "--json"], input: socrates)
    let object = try readJSON(SourceText(run.output)).get()
    #expect(object["verdict"]?.string == "True")
    #expect(object["limit"]?.isNull == true)
    #expect(object["prover"]?.string == "resolution")
    #expect(object["premises_used"] == ["premise1", "premise2"])
    #expect(object["diagnostics"] == [])
    #expect(object["certificate"]?["verdict"]?.string == "True")
    #expect(object["cpu_ms"] != nil)
    let verified = try ToolRun(["verify", "-"], input: run.output)
    #expect(verified.output == "accepted\n")
    #expect(verified.status == 0)
  }

  @Test func anExpectationNotMetGivesOne() throws {
    #expect(try ToolRun(["check", "-", "--expect", "true"], input: socrates).status == 0)
    #expect(try ToolRun(["check", "-", "--expect", "False"], input: socrates).status == 1)
    #expect(try ToolRun(["check", "-", "--expect", "maybe"], input: socrates).status == 64)
  }

  @Test func proofsInEveryForm() throws {
    let text = try ToolRun(["check", "-", "--proof", "text"], input: socrates)
    #expect(text.output.contains("resolution"))
    let tstp = try ToolRun(["check", "-", "--proof", "tstp"], input: socrates)
    #expect(tstp.output.hasPrefix("% SZS status Theorem for <stdin>\n"))
    #expect(tstp.output.contains("% SZS output start CNFRefutation"))
    let dot = try ToolRun(["check", "-", "--proof", "dot"], input: socrates)
    #expect(dot.output.hasPrefix("digraph"))
    let json = try ToolRun(["check", "-", "--proof", "json"], input: socrates)
    #expect(try ToolRun(["verify", "-"], input: json.output).output == "accepted\n")
  }

  @Test func aChangedCertificateIsRejected() throws {
    let run = try ToolRun(["check", "-", "--proof", "json"], input: socrates)
    for (old, new) in [
      ("\"True\"", "\"False\""), ("socrates", "plato"), ("\"denied\"", "\"asserted\""),
    ] {
      // The first occurrence only: a name changed everywhere gives another valid certificate.
      let place = try #require(run.output.range(of: old))
      let verified = try ToolRun(
        ["verify", "-"], input: run.output.replacingCharacters(in: place, with: new))
      #expect(verified.output.hasPrefix("rejected: "), "\(old)")
      #expect(verified.status == 1)
    }
  }

  @Test func severalCertificatesGiveALineEach() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "certs-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows =
      "{\"id\":\"a\",\"premises\":[\"P(a)\"],\"conclusion\":\"P(a)\"}\n"
      + "{\"id\":\"b\",\"premises\":[\"P(a)\"],\"conclusion\":\"P(b)\"}\n"
    _ = try ToolRun(["batch", "--certificates", folder.path], input: rows)
    let accepted = try ToolRun(["verify", folder.path])
    #expect(accepted.output == "accepted\naccepted\n")
    #expect(accepted.status == 0)
    let second = folder.appending(path: "b.json")
    try Data("{}".utf8).write(to: second)
    let mixed = try ToolRun(["verify", folder.path])
    #expect(mixed.output.hasPrefix("accepted\nrejected: "))
    #expect(mixed.output.hasSuffix("(\(second.path))\n"))
    #expect(mixed.status == 1)
  }

  @Test func faultsHavePlaceCodeAndExitCode() throws {
    let run = try ToolRun(["check", "-"], input: "P(a)\n∀x (Q(x) → R(x)\n⊢ R(a)\n")
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.contains("<stdin>:2:"))
    #expect(run.errors.contains("[missing-bracket]"))
    let repaired = try ToolRun(
      ["check", "-", "--repair"], input: "Q(a)\n∀x (Q(x) → R(x)\n⊢ R(a)\n")
    #expect(repaired.status == 0)
    #expect(repaired.output.hasPrefix("True\n"))
    #expect(repaired.errors.contains("repaired: close-bracket"))
  }

  @Test func aLimitGivesFour() throws {
    let text = """
      ∀x ¬Less(x, x)
      ∀x ∀y ∀z (Less(x, y) ∧ Less(y, z) → Less(x, z))
      ∀x ∃y Less(x, y)
      ∀x ∀y (Less(x, y) → ∃z (Less(x, z) ∧ Less(z, y)))
      ⊢ ∃x Big(x)
      """
    let run = try ToolRun(["check", "-", "--time", "0.3", "--json"], input: text)
    #expect(run.status == 4)
    let object = try readJSON(SourceText(run.output)).get()
    #expect(object["verdict"]?.string == "Unknown")
    #expect(object["limit"]?.string == "time")
  }

  /// Łukasiewicz's single axiom of implication: condensed detachment makes ever larger clauses of it.
  @Test func theMemoryLimitHolds() throws {
    let text = """
      ∀x ∀y (P(i(x, y)) ∧ P(x) → P(y))
      ∀x ∀y ∀z ∀u P(i(i(i(x, y), z), i(i(z, x), i(u, x))))
      ⊢ P(i(i(a, b), i(i(b, c), i(a, c))))
      """
    let run = try ToolRun(
      ["check", "-", "--time", "600", "--memory", "36M", "--prover", "resolution"], input: text)
    #expect(run.status == 4)
    #expect(run.output == "Unknown\n  The memory limit was reached (--memory).\n")
  }

  @Test(arguments: [
    ["check", "no-such-file.fol"], ["check", "Sources"], ["convert", "no-such.p", "--to", "fol"],
    ["batch", "no-such.jsonl"],
  ])
  func missingFilesAndEmptyFolders(_ arguments: [String]) throws {
    let run = try ToolRun(arguments)
    #expect(run.status == 3)
    #expect(run.errors.contains("error:"))
  }

  @Test func usageGivesSixtyFour() throws {
    #expect(try ToolRun(["check", "--no-such-option"]).status == 64)
    #expect(try ToolRun(["check", "--time", "-1"]).status == 64)
    #expect(try ToolRun(["check", "--json", "--jsonl"]).status == 64)
    #expect(try ToolRun(["batch", "--resume"]).status == 64)
  }

  @Test func rowsGiveOneRecordEach() throws {
    let rows = """
      {"id":"a","premises":["P(a)"],"conclusion":"P(a)","expected":"True"}
      {"premises-FOL":["∀x (P(x) → Q(x)"],"conclusion-FOL":"Q(a)","label":"Uncertain"}
      not json

      """
    let run = try ToolRun(["check", "--jsonl"], input: rows)
    let records = try run.output.split(separator: "\n").map {
      try readJSON(SourceText(String($0))).get()
    }
    #expect(records.map { $0["id"]?.string } == ["a", "1", "2"])
    #expect(records.map { $0["verdict"]?.string } == ["True", "Uncertain", nil])
    #expect(records[1]["repairs"] == ["close-bracket"])
    #expect(run.status == 3)
  }

  /// All but those whose headers say that a model they need is infinite.
  @Test func theOwnProblemsComeOutAsTheirHeadersSay() throws {
    let folder = TestData.corpora.appending(path: "logic")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let files = try names.filter { name in
      guard [".fol", ".p", ".in"].contains(where: name.hasSuffix) else { return false }
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return !text.contains("infinite")
    }
    #expect(files.count >= 200)
    let run = try ToolRun(
      ["check", "--expect", "label", "--jsonl", "--time", "60", "-j", "2"]
        + files.map { "Corpora/logic/\($0)" })
    #expect(run.status == 0)
    let records = try run.output.split(separator: "\n").map {
      try readJSON(SourceText(String($0))).get()
    }
    #expect(records.count == files.count)
    for record in records {
      let file = record["id"]?.string ?? "?"
      #expect(record["verdict"] == record["expected"], "\(file)")
      #expect(record["certificate_status"]?.string == "accepted", "\(file)")
      #expect(record["diagnostics"] == [], "\(file)")
    }
  }

  @Test func badFilesGiveTheirDiagnostic() throws {
    let index = TestData.corpora.appending(path: "bad/index.tsv")
    let rows = try String(contentsOf: index, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(rows.count >= 10)
    for row in rows where !row.hasPrefix("#") {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let run = try ToolRun(["check", "Corpora/bad/\(fields[0])"])
      #expect(run.status == 3, "\(fields[0])")
      #expect(
        run.errors.contains(":\(fields[2]):\(fields[3]): ")
          && run.errors.contains("[\(fields[1])]"), "\(fields[0]): \(run.errors)")
    }
  }
}
