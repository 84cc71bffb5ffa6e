// `logic causal generate --axiom`: a user's own axioms as a family, a sample of its labels proved.

import ArgumentParser
import CausalAxioms
import Certificates
import Diagnostics
import Entailment
import Foundation
import JSON
import Kernel

/// Options of `generate` that are about a file of axioms.
struct AxiomOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Horn axioms over relations, such as ∀x ∀y ∀z (R(x, y) ∧ R(y, z) → R(x, z)): facts are drawn, \
      and asked is what follows.
      """, valueName: "file.fol"))
  var axiom: String?

  @Option(help: ArgumentHelp("With --axiom: facts of a row; 1.4 a node.", valueName: "number"))
  var facts: Int?

  @Flag(help: "With --axiom: tell the rules before the facts.")
  var stateRules = false

  @Option(
    help: ArgumentHelp(
      """
      With --axiom: so many rows, evenly spread, are decided by the prover too, certificates in \
      FILE.certificates; 20 with --out, else none.
      """, valueName: "number"))
  var prove: Int?

  func validate() throws {
    if axiom == nil, facts != nil || stateRules || prove != nil {
      throw ValidationError("--facts, --state-rules and --prove go with --axiom")
    }
    if let prove, prove < 0 { throw ValidationError("--prove must not be negative") }
  }

  /// Reads the axioms at a path, or reports what is wrong and ends with the code of faulty input.
  static func program(at path: String) throws -> HornProgram {
    let input = path == "-" ? Input.standardInput : .file(path)
    let stem =
      path == "-"
      ? "axioms"
      : ((path as NSString).lastPathComponent as NSString)
        .deletingPathExtension
    let name = String(
      stem.map { $0.isASCII && ($0.isLetter || $0.isNumber) || "-_".contains($0) ? $0 : "-" })
    let loaded = input.load()
    let read = onLargeStack { () -> (program: HornProgram?, diagnostics: [Diagnostic]) in
      switch loaded {
      case .failure(let fault): (nil, [fault.diagnostic])
      case .success(let source): AxiomFileReader.read(source, name: name)
      }
    }
    for fault in read.diagnostics { Console.note(fault.rendered(color: Console.usesColor)) }
    guard let program = read.program else { throw ExitCode(ExitStatus.inputFault.rawValue) }
    return program
  }
}

/// One run of `generate --axiom`.
struct AxiomGeneration {
  let plan: AxiomPlan
  let run: AxiomRun
  let prove: Int
  let out: String?
  let gzip: Bool

  init(_ command: CausalGenerateCommand, axioms path: String) throws {
    var settings = AxiomSettings(
      program: try AxiomOptions.program(at: path), rows: command.rows ?? 1000, seed: command.seed)
    if let sizes = command.nodes?.sizes { settings.sizes = sizes }
    settings.facts = command.axioms.facts
    settings.statesRules = command.axioms.stateRules
    settings.split = command.split
    settings.mode = command.mode
    settings.format = command.chat ? .chat : command.format
    do throws(GenerationFault) {
      plan = try AxiomPlan(settings)
    } catch {
      throw ValidationError("\(error.message); \(error.hint)")
    }
    run = AxiomRun(
      plan: plan, range: try Self.range(command, rows: settings.rows), jobs: command.jobs)
    out = command.out == "-" ? nil : command.out
    gzip = command.gzip
    prove = min(command.axioms.prove ?? (out == nil ? 0 : 20), run.range.count)
  }

  private static func range(_ command: CausalGenerateCommand, rows: Int) throws -> Range<Int> {
    if let index = command.index {
      guard (0..<max(1, rows)).contains(index) || command.rows == nil && index >= 0 else {
        throw ValidationError("the set has rows 0 to \(rows - 1), not \(index)")
      }
      return index..<index + 1
    }
    guard let shard = command.shard else { return 0..<rows }
    return GenerationRun.part(shard.index, of: shard.count, rows: rows)
  }

  /// Proves the sample, then writes rows and manifest.
  func callAsFunction() throws {
    for note in plan.notes { Console.note("logic: \(note)\n") }
    var proved: [(String, JSONValue)] = []
    if prove > 0 {
      let folder = try out.map { path throws -> CertificateFolder in
        try CertificateFolder.make(path + ".certificates")
      }
      proved = try proveSample(folder)
    }
    let output = try RowOutput(out, gzip: gzip)
    guard output.takesManifest else {
      run.run { output.write($0) }
      return try output.finish(nil)
    }
    let manifest = run.runWithManifest(version: Logic.version, proved: proved) { output.write($0) }
    try output.finish(manifest)
  }

  // The rows are read from their text, so that a sentence that says something else than was drawn is
  // found too.
  private func proveSample(_ folder: CertificateFolder?) throws -> [(String, JSONValue)] {
    let run = run
    let count = prove
    let outcome = onLargeStack { () -> Outcome in
      var outcome = Outcome()
      let reader = AxiomReader(program: run.plan.settings.program)
      let entailer = Entailer(options: EntailmentOptions(prover: .resolution))
      for number in 0..<count {
        let index = run.range.lowerBound + number * run.range.count / count
        outcome.add(run.row(index), index, reader, entailer, folder)
      }
      return outcome
    }
    guard let wrong = outcome.wrong else {
      Console.note(
        "\(outcome.yes + outcome.no) of \(count) rows proved, \(outcome.unknown) given up\n")
      return [
        (
          "proved",
          [
            "asked": .integer(count), "yes": .integer(outcome.yes), "no": .integer(outcome.no),
            "given_up": .integer(outcome.unknown),
            "certificates_accepted":
              .integer(outcome.yes + outcome.no),
          ]
        )
      ]
    }
    Console.note("logic: internal fault: \(wrong)\n")
    throw ExitCode(ExitStatus.internalFault.rawValue)
  }

  private struct Outcome: Sendable {
    var yes = 0
    var no = 0
    var unknown = 0
    var wrong: String?

    mutating func add(
      _ line: [UInt8], _ index: Int, _ reader: AxiomReader, _ entailer: Entailer,
      _ folder: CertificateFolder?
    ) {
      guard wrong == nil else { return }
      guard case .success(let row) = CausalRow.read(line: line, fileName: "row", number: index + 1),
        let problem = reader.problem(row.text)
      else {
        wrong = "row \(index) can't be read back"
        return
      }
      let answer = entailer.answer(problem)
      guard answer.verdict != .unknown else {
        unknown += 1
        return
      }
      guard let certificate = answer.certificate, case .accepted = verify(certificate) else {
        wrong = "row \(index) has no certificate that the kernel accepts"
        return
      }
      guard let label = AxiomReader.label(of: answer.verdict), label.rawValue == row.stated else {
        wrong = "row \(index) says \(row.stated ?? ""), the prover \(answer.verdict.rawValue)"
        return
      }
      if label == .yes { yes += 1 } else { no += 1 }
      folder?.write(certificate.json.text, id: row.id.string ?? "row-\(index)")
    }
  }
}
