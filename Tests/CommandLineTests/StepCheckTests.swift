// Derivations that another prover checks: each step is a problem of its own for E.

import Foundation
import TestSupport
import Testing

@Suite struct StepCheckTests {
  static let hasTools = ["eprover", "python3"].allSatisfy { tool in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
  }

  /// Problems whose proofs have, taken together, every rule.
  static let problems = [
    "socrates.fol", "pelletier-17.fol", "pelletier-29.p", "pelletier-33.p", "pelletier-51.fol",
    "pelletier-55.fol", "exactly-two.fol", "contradiction-in-a-crowd.fol", "knights-either.fol",
    "group-inverse-of-product.p", "band-rectangular.in",
  ]

  /// Runs the step checker on a proof; gives what it printed and its exit code.
  private func stepCheck(
    _ proof: String, of problem: URL
  ) throws -> (output: String, status: Int32) {
    let file = problem.deletingPathExtension().appendingPathExtension("out")
    try Data(proof.utf8).write(to: file)
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "Benchmarks/stepcheck.py", file.path, problem.path]
    process.currentDirectoryURL = TestData.package
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }

  /// A problem of the corpus as TPTP.
  private func corpus(_ name: String) throws -> String {
    try ToolRun(["convert", "Corpora/logic/\(name)", "--to", "tptp"]).output
  }

  /// Does something with a problem in a folder of its own and our proof of it.
  private func withProof(of text: String, _ body: (URL, String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "steps-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let problem = folder.appending(path: "problem.p")
    try Data(text.utf8).write(to: problem)
    let proof = try ToolRun(["prove", problem.path, "--time", "60"])
    #expect(proof.status == 0)
    #expect(proof.errors == "")
    try body(problem, proof.output)
  }

  private func expectAcceptance(_ text: String) throws {
    try withProof(of: text) { problem, proof in
      #expect(proof.contains("SZS output start CNFRefutation for problem\n"))
      let checked = try stepCheck(proof, of: problem)
      #expect(checked.output.hasSuffix(" 0 not accepted\n"), "\(checked.output)")
      #expect(checked.status == 0)
    }
  }

  @Test(.enabled(if: hasTools, "eprover or python3 is not installed"), arguments: problems)
  func anotherProverAcceptsEveryStep(_ name: String) throws {
    try expectAcceptance(try corpus(name))
  }

  @Test(.enabled(if: hasTools, "eprover or python3 is not installed"))
  func distinctObjectsNeedNoAxiom() throws {
    try expectAcceptance(
      """
      fof(a, axiom, kind("x") = "b" & kind("y") = "c").
      fof(c, conjecture, kind("x") != kind("y")).
      """)
  }

  @Test(
    .enabled(if: hasTools, "eprover or python3 is not installed"),
    arguments: [
      ("axiom, (! [X] : ('Human'(X) =>", "axiom, (! [X] : ('Mortal'(X) =>"),
      ("~ 'Human'(X0) | 'Mortal'(X0)", "'Mortal'(X0)"),
      ("(~ 'Mortal'(socrates)), inference(negated_conclusion", "($false), inference(negated"),
      ("[s7,s11]", "[s11]"), ("cnf(s12, plain, ($false)", "cnf(s12, plain, ('Mortal'(socrates))"),
    ])
  func aChangedStepIsNotAccepted(_ old: String, _ new: String) throws {
    try withProof(of: try corpus("socrates.fol")) { problem, proof in
      let place = try #require(proof.range(of: old), "\(old)")
      let checked = try stepCheck(proof.replacingCharacters(in: place, with: new), of: problem)
      #expect(checked.status == 1, "\(checked.output)")
    }
  }
}
