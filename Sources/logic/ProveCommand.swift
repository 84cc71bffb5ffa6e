// `logic prove` and `logic model`: a prover and a model finder as the TPTP world calls them.
//
// Statuses are those of the SZS ontology (Sutcliffe 2008), one line on standard output, and the
// evidence between its `SZS output` lines, so that whatever drives other provers drives this one.

import ArgumentParser
import Certificates
import Diagnostics
import English
import Entailment
import FirstOrderLogic
import Foundation
import Saturation

/// How the evidence is printed.
enum EvidenceFormat: String, ExpressibleByArgument, CaseIterable {
  case tstp, json, none
}

extension SaturationStrategy: ExpressibleByArgument {}

struct SZSOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("A problem, or - for standard input.", valueName: "file"))
  var path = "-"

  @OptionGroup var input: InputOptions
  @OptionGroup var resources: ResourceOptions

  @Option(
    help: """
      How the evidence is printed: tstp, json (the certificate that `logic verify` takes) or none.
      """)
  var proof = EvidenceFormat.tstp
}

struct ProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Proves one problem, as TPTP provers do.",
    discussion: """
      Prints `% SZS status STATUS for NAME`, then the derivation or the finite model. With a \
      conjecture the status is Theorem, CounterSatisfiable or ContradictoryAxioms (the derivation \
      does not use the conjecture), without one Unsatisfiable or Satisfiable; at a limit Timeout, \
      MemoryOut or GaveUp. Only the built-in prover and model finder are used, and the kernel checks \
      what they find before it is printed.
      """)

  @OptionGroup var options: SZSOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Threads that race; each may spend the whole time.", valueName: "threads"))
  var jobs = 1

  @Option(
    help: ArgumentHelp(
      "One strategy in place of the schedule, as Documentation/prover.md writes them.",
      valueName: "strategy"))
  var strategy: SaturationStrategy?

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs must be 1 to 256") }
  }

  func run() throws {
    try SZSSession(options, jobs: jobs, strategy: strategy).exit { $0.refute($1) }
  }
}

struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Finds a finite model of one problem, as TPTP model finders do.",
    discussion: """
      A model of the premises and the negated conjecture. The status is Satisfiable, or \
      CounterSatisfiable with a conjecture; Timeout, MemoryOut, or GaveUp where no finite model is \
      left to be found.
      """)

  @OptionGroup var options: SZSOptions

  func run() throws { try SZSSession(options).exit { $0.findModel($1) } }
}

/// One run of a command that answers with an SZS status.
private struct SZSSession: Sendable {
  let path: String
  let format: InputFormat?
  let reading: ReadingOptions
  let entailment: EntailmentOptions
  let proof: EvidenceFormat

  init(_ options: SZSOptions, jobs: Int = 1, strategy: SaturationStrategy? = nil) {
    path = options.path
    format = options.input.format
    reading = ReadingOptions(includeRoots: options.input.tptp)
    var entailment = EntailmentOptions(
      prover: .resolution, cpuSeconds: options.resources.time,
      memoryBytes: options.resources.memory.bytes)
    entailment.jobs = jobs
    entailment.strategy = strategy
    self.entailment = entailment
    proof = options.proof
  }

  /// The problem's name: its file's, without folder and extension.
  private var name: String {
    path == "-" ? "stdin" : ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }

  /// The name on one line.
  private var lineName: String {
    name.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Runs a search and ends the command with its exit code.
  func exit(_ search: @escaping @Sendable (Refuter, Problem) -> RefuterOutcome) throws {
    let status = onLargeStack { run(search) }
    throw ExitCode(status.rawValue)
  }

  private func run(_ search: (Refuter, Problem) -> RefuterOutcome) -> ExitStatus {
    guard let problem = read() else {
      report("InputError")
      return .inputFault
    }
    let cancellation = Cancellation()
    let watchdog = Watchdog(
      cancellations: [cancellation], memoryBytes: entailment.memoryBytes,
      cpuSeconds: entailment.cpuSeconds,
      giveUp: { limit in
        report(Self.status(limit))
        _exit(ExitStatus.gaveUp.rawValue)
      })
    var options = entailment
    // What reading took is part of the problem's time, and what it left part of its memory.
    options.cpuSeconds = max(0, options.cpuSeconds - threadCPUSeconds())
    options.memoryBytes = max(1 << 20, options.memoryBytes - Watchdog.residentBytes())
    watchdog.mark(0, isWorking: true)
    let outcome = search(Refuter(options: options, cancellation: cancellation), problem)
    watchdog.mark(0, isWorking: false)
    return report(outcome, hasConclusion: problem.conclusion != nil)
  }

  private func read() -> Problem? {
    switch (path == "-" ? Input.standardInput : .file(path)).load() {
    case .failure(let fault):
      Console.note(fault.diagnostic.rendered(color: Console.usesColor))
      return nil
    case .success(let source):
      let read = ProblemReader.read(
        source, format: format, options: reading, english: { EnglishReader.read($0) })
      for fault in read.diagnostics { Console.note(fault.rendered(color: Console.usesColor)) }
      return read.isUsable ? read.problem : nil
    }
  }

  private func report(_ outcome: RefuterOutcome, hasConclusion: Bool) -> ExitStatus {
    let satisfiable = hasConclusion ? "CounterSatisfiable" : "Satisfiable"
    switch outcome {
    case .refuted(let certificate):
      let isTheorem = certificate.verdict == .true
      report(
        hasConclusion ? (isTheorem ? "Theorem" : "ContradictoryAxioms") : "Unsatisfiable")
      show(certificate)
    case .model(let certificate):
      report(satisfiable)
      show(certificate)
    case .saturated(let set):
      report(satisfiable)
      Console.out("% Not certified: that the prover misses no inference is trusted.\n")
      if let set, proof == .tstp { Console.out(SaturationText.block(set, problem: lineName)) }
    case .limit(let limit):
      report(Self.status(limit))
      return .gaveUp
    case .rejected(let step, let reason):
      report("Error")
      let place = step.map { " at step \($0)" } ?? ""
      Console.note("logic: internal fault: the kernel rejected the evidence\(place): \(reason)\n")
      return .internalFault
    }
    return .decided
  }

  private func report(_ status: String) {
    Console.out("% SZS status \(status) for \(lineName)\n")
  }

  private func show(_ certificate: Certificate) {
    switch proof {
    case .tstp:
      Console.out(ProofRendering.tstp(certificate, problem: name, file: path))
    case .json: Console.out(certificate.json.indentedText + "\n")
    case .none: break
    }
  }

  private static func status(_ limit: Limit) -> String {
    switch limit {
    case .time: "Timeout"
    case .memory: "MemoryOut"
    case .search: "GaveUp"
    case .cancelled: "User"
    }
  }
}
