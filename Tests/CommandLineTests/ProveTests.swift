// `logic prove` and `logic model`: what goes to which stream, and the exit codes.

import Foundation
import TestSupport
import Testing

@Suite struct ProveTests {
  private static let group = """
    fof(left_identity, axiom, ! [X] : m(e,X) = X).
    fof(left_inverse, axiom, ! [X] : m(i(X),X) = e).
    fof(associativity, axiom, ! [X,Y,Z] : m(m(X,Y),Z) = m(X,m(Y,Z))).

    """

  /// A problem, and the status and the form of the evidence that it has.
  static let decided: [(text: String, status: String, evidence: String)] = [
    (group + "fof(g, conjecture, ! [X] : m(X,i(X)) = e).", "Theorem", "CNFRefutation"),
    (group + "fof(g, conjecture, ! [X,Y] : X = Y).", "CounterSatisfiable", "FiniteModel"),
    (group, "Satisfiable", "FiniteModel"),
    ("cnf(a, axiom, p(X)).\ncnf(b, negated_conjecture, ~ p(a)).", "Unsatisfiable", "CNFRefutation"),
    (
      "fof(a, axiom, p).\nfof(b, axiom, ~ p).\nfof(c, conjecture, q).", "ContradictoryAxioms",
      "CNFRefutation"
    ),
  ]

  @Test(arguments: decided)
  func statusAndEvidence(_ text: String, _ status: String, _ evidence: String) throws {
    let run = try ToolRun(["prove", "--format", "tptp"], input: text)
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(lines.first == "% SZS status \(status) for stdin")
    #expect(lines.dropFirst().first == "% SZS output start \(evidence) for stdin")
    #expect(lines.last == "% SZS output end \(evidence) for stdin")
  }

  @Test(arguments: decided)
  func theKernelAcceptsTheCertificate(
    _ text: String, _ status: String, _ evidence: String
  ) throws {
    let run = try ToolRun(["prove", "--format", "tptp", "--proof", "json"], input: text)
    let lines = run.output.split(separator: "\n", maxSplits: 1)
    #expect(lines.first == "% SZS status \(status) for stdin")
    #expect(try ToolRun(["verify", "-"], input: String(lines[1])).output == "accepted\n")
    let alone = try ToolRun(["prove", "--format", "tptp", "--proof", "none"], input: text)
    #expect(alone.output == "% SZS status \(status) for stdin\n")
  }

  @Test(arguments: decided)
  func aModelFinderFindsModelsOnly(
    _ text: String, _ status: String, _ evidence: String
  ) throws {
    let run = try ToolRun(["model", "--format", "tptp", "--time", "0.2"], input: text)
    if evidence == "FiniteModel" {
      #expect(run.output.hasPrefix("% SZS status \(status) for stdin\n% SZS output start Finite"))
      #expect(run.status == 0)
    } else {
      #expect(["Timeout", "GaveUp"].contains { run.output == "% SZS status \($0) for stdin\n" })
      #expect(run.status == 4)
    }
    #expect(run.errors == "")
  }

  @Test func aSaturatedSetIsAClaim() throws {
    let run = try ToolRun(["prove", "Corpora/logic/infinite-injection.fol", "--time", "5"])
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 0)
    #expect(
      lines.prefix(4) == [
        "% SZS status CounterSatisfiable for infinite-injection",
        "% Not certified: that the prover misses no inference is trusted.",
        "% SZS output start Saturation for infinite-injection",
        "% Claimed: closed under ordered resolution and superposition up to redundancy.",
      ])
    // Symbols are ordered and clauses listed; the premise and the conclusion's negation are two.
    #expect(run.output.contains("precedence sk1 < next\n"))
    #expect(lines.filter { $0.hasPrefix("cnf(c") }.count == 2)
    #expect(lines.last == "% SZS output end Saturation for infinite-injection")
    let none = try ToolRun(
      ["prove", "Corpora/logic/infinite-injection.fol", "--time", "5", "--proof", "none"])
    #expect(!none.output.contains("SZS output"))
  }

  @Test(arguments: decided)
  func severalThreadsComeToTheSameStatus(
    _ text: String, _ status: String, _ evidence: String
  ) throws {
    let run = try ToolRun(["prove", "--format", "tptp", "--jobs", "2"], input: text)
    #expect(run.output.hasPrefix("% SZS status \(status) for stdin\n% SZS output start"))
    #expect(run.status == 0)
    #expect(try ToolRun(["prove", "--jobs", "0"]).status == 64)
  }

  @Test func theNameIsTheFilesWithoutItsEnding() throws {
    let run = try ToolRun(["prove", "Corpora/logic/group-no-zero.p", "--proof", "none"])
    #expect(run.output.hasSuffix(" for group-no-zero\n"))
    #expect(run.status == 0)
  }

  @Test func aLimitGivesFour() throws {
    let infinite = """
      fof(a, axiom, ! [X] : ~ less(X,X)).
      fof(b, axiom, ! [X,Y,Z] : ((less(X,Y) & less(Y,Z)) => less(X,Z))).
      fof(c, axiom, ! [X] : ? [Y] : less(X,Y)).
      fof(d, axiom, ! [X,Y] : (less(X,Y) => ? [Z] : (less(X,Z) & less(Z,Y)))).
      """
    for command in ["prove", "model"] {
      let run = try ToolRun([command, "--format", "tptp", "--time", "0.3"], input: infinite)
      #expect(run.status == 4)
      #expect(run.output == "% SZS status Timeout for stdin\n")
      #expect(run.errors == "")
    }
  }

  @Test func faultsGiveThree() throws {
    let faulty = try ToolRun(["prove", "--format", "tptp"], input: "fof(a, axiom, p(.")
    #expect(faulty.status == 3)
    #expect(faulty.output == "% SZS status InputError for stdin\n")
    #expect(faulty.errors.contains("<stdin>:1:"))
    let missing = try ToolRun(["model", "no/such/file.p"])
    #expect(missing.status == 3)
    #expect(missing.output == "% SZS status InputError for file\n")
    #expect(missing.errors.contains("no/such/file.p"))
    #expect(try ToolRun(["prove", "--time", "0"]).status == 64)
    #expect(try ToolRun(["prove", "--proof", "dot"]).status == 64)
  }

  /// Robbins's equation and a consequence that no short search finds.
  @Test func theMemoryLimitHoldsWithinATenth() throws {
    let text = """
      cnf(commutativity, axiom, p(X,Y) = p(Y,X)).
      cnf(associativity, axiom, p(p(X,Y),Z) = p(X,p(Y,Z))).
      cnf(robbins, axiom, n(p(n(p(X,Y)),n(p(X,n(Y))))) = X).
      cnf(goal, negated_conjecture, p(n(p(a,n(b))),n(p(n(a),n(b)))) != b).
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).p")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    let process = Process()
    let pipe = Pipe()
    process.executableURL = ToolRun.binary
    process.arguments = ["prove", file.path, "--time", "600", "--memory", "40M"]
    process.standardOutput = pipe
    try process.run()
    var peak = 0
    while process.isRunning {
      // In kilobytes; gone once the process has ended.
      let path = "/proc/\(process.processIdentifier)/status"
      let status = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
        peak = line.split(separator: " ").compactMap { Int($0) }.first ?? peak
      }
      usleep(2_000)
    }
    let output = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
    #expect(output.hasPrefix("% SZS status MemoryOut for "))
    #expect(process.terminationStatus == 4)
    #expect((36 * 1024...44 * 1024).contains(peak), "\(peak) KB")
  }
}
