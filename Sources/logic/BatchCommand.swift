// `logic batch`: the JSONL worker.

import ArgumentParser
import Batch
import Diagnostics
import English
import Entailment
import FirstOrderLogic
import Foundation

extension Shard: ExpressibleByArgument {
  /// Reads `i/n`.
  public init?(argument: String) { self.init(argument) }
}

struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Decides JSONL rows: one record in, one record out.",
    discussion: """
      Rows are FOLIO's (premises-FOL, conclusion-FOL, label) or our own (id, premises, conclusion, \
      expected). Each gives exactly one record with its id, in the input's order, written when it is \
      done; a faulty row gives an error record and never stops the run.

      With --store results and certificates are kept in an SQLite file as soon as they are there. \
      With --resume results that the store has are written out from it instead of being computed \
      again, so a killed run that is started again writes what an undisturbed one would have.

      Exits with 0 when every row has its record, whatever the verdicts.
      """)

  @Argument(help: ArgumentHelp("A JSONL file, or - for standard input.", valueName: "file"))
  var path = "-"

  @OptionGroup var limits: LimitOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write the records here and not to standard output.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("SQLite file that keeps the results.", valueName: "file"))
  var store: String?

  @Flag(help: "Take over results that the store has.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Only records whose id's hash is i modulo n, i from 0.", valueName: "i/n"))
  var shard: Shard?

  @Option(
    help: ArgumentHelp("Write one certificate file a row into this folder.", valueName: "folder"))
  var certificates: String?

  @Flag(
    inversion: .prefixedNo,
    help: """
      Apply named repairs to faulty rows; each record lists its own. By default only where a row \
      can't be read otherwise.
      """)
  var repair: Bool?

  @OptionGroup var english: EnglishOptions

  @Flag(help: "Leave out what differs from run to run: the times.")
  var deterministic = false

  func validate() throws {
    if resume, store == nil { throw ValidationError("--resume needs --store") }
  }

  func run() throws {
    var folder: CertificateFolder?
    if let certificates { folder = try CertificateFolder.make(certificates) }
    let session = BatchSession(
      path: path, output: output, storePath: store, resumes: resume, shard: shard,
      certificates: folder, entailment: limits.entailment, jobs: limits.jobs, repair: repair,
      isDeterministic: deterministic, english: english.rows)
    let status = onLargeStack { session.run() }
    throw ExitCode(status.rawValue)
  }
}

private struct BatchSession: Sendable {
  let path: String
  let output: String?
  let storePath: String?
  let resumes: Bool
  let shard: Shard?
  let certificates: CertificateFolder?
  let entailment: EntailmentOptions
  let jobs: Int
  let repair: Bool?
  let isDeterministic: Bool
  let english: EnglishSemantics?

  func run() -> ExitStatus {
    let input = path == "-" ? Input.standardInput : .file(path)
    let nextLine: () -> RowLine?
    switch input.lines() {
    case .success(let lines): nextLine = lines
    case .failure(let fault):
      Console.note(fault.diagnostic.rendered(color: Console.usesColor))
      return .inputFault
    }
    guard let sink = Sink.open(output ?? "-") else { return .outputFault }
    let cancellations = (0..<jobs).map { _ in Cancellation() }
    let watchdog = Watchdog(
      cancellations: cancellations, memoryBytes: entailment.memoryBytes * jobs,
      cpuSeconds: entailment.cpuSeconds,
      giveUp: { limit in
        Console.note(
          "logic: a decider did not stop at the limit on \(limit.rawValue); use --resume\n")
        _exit(ExitStatus.internalFault.rawValue)
      })
    do throws(StoreError) {
      var store: ResultStore?
      if let storePath { store = try ResultStore(path: storePath) }
      let run = BatchRun(
        options: RowOptions(
          entailment: entailment,
          reading: ReadingOptions(repairs: repair ?? true, leavesWarnings: repair == nil),
          isDeterministic: isDeterministic, fileName: input.name, english: english),
        jobs: jobs, shard: shard, store: store, resumes: resumes, version: Logic.version,
        progress: { Console.progress("\($0) rows") })
      let summary = try run.run(
        nextLine: nextLine, cancellations: cancellations,
        watch: { watchdog.mark($0, isWorking: $1) },
        wantsCertificates: certificates != nil,
        emit: { id, entry in emit(entry, id: id, to: sink) })
      Console.progress("")
      Console.note(AnswerText.batchSummary(summary))
      return .decided
    } catch {
      Console.note("logic: \(error)\n")
      return .outputFault
    }
  }

  private func emit(_ entry: ResultStore.Entry, id: String, to sink: Sink) {
    if let certificate = entry.certificate { certificates?.write(certificate, id: id) }
    sink.write { entry.record + "\n" }
  }
}
