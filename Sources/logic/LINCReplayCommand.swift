// `logic linc replay`: recorded texts in, votes and figures out.

import ArgumentParser
import Batch
import Diagnostics
import Entailment
import Foundation
import JSON
import LINC

extension ReplayRule: ExpressibleByArgument {}

struct LINCReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Decides and scores the recorded texts of a run, without a language model.",
    discussion: """
      A run is JSON lines: rows with `premises`, `conclusion`, `gold` and `generations` (TEXT: and \
      FOL: lines, the conclusion last), or Logic-LM rows with `raw_logic_programs`. What can't be \
      used is marked and counted, and the run goes on.

      The rule `linc` gives the labels that the paper's code would have given, its flaws included, \
      so that published figures can be checked. The rule `default` reads what can be read in one \
      way, certifies every verdict, and weighs each vote by its evidence.
      """)

  @Argument(help: ArgumentHelp("A JSONL file, or - for standard input.", valueName: "run.jsonl"))
  var path: String

  @Option(help: "How texts are decided and samples vote: linc or default.")
  var rule = ReplayRule.default

  @OptionGroup var limits: LimitOptions

  @OptionGroup var report: ReportOptions

  @Option(
    help: ArgumentHelp(
      "Write each sample with its diagnostics and certificate, one object a line.",
      valueName: "file"))
  var samples: String?

  @Option(
    help: ArgumentHelp(
      "Draws for accuracy against the number of samples; 0 for none.", valueName: "number"))
  var draws = 100

  func validate() throws {
    guard (0...100_000).contains(draws) else {
      throw ValidationError("--draws must be 0 to 100000")
    }
  }

  func run() throws {
    let session = ReplaySession(
      path: path,
      options: ReplayOptions(
        rule: rule, entailment: limits.entailment, jobs: limits.jobs, draws: draws,
        seed: UInt64(limits.seed)),
      report: report, samples: samples)
    let status = onLargeStack { session.run() }
    throw ExitCode(status.rawValue)
  }
}

/// What is reported of a run.
struct ReportOptions: ParsableArguments {
  @Flag(help: "The figures as one JSON object.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Write each row with its samples' labels and flags and the vote, one object a line.",
      valueName: "file"))
  var rows: String?

  @Flag(
    help: """
      Explain each row: its sentences and formulas, and in plain English the proof or the \
      counter-models of the sample that stands for the vote.
      """)
  var explain = false

  @Flag(help: "Leave out what differs from run to run: the times.")
  var deterministic = false
}

/// Decides and scores rows, and reports.
struct ReplaySession: Sendable {
  let path: String
  let options: ReplayOptions
  let report: ReportOptions
  let samples: String?

  func run() -> ExitStatus {
    let input = path == "-" ? Input.standardInput : .file(path)
    let nextLine: () -> RowLine?
    switch input.lines() {
    case .success(let lines): nextLine = lines
    case .failure(let fault):
      Console.note(fault.diagnostic.rendered(color: Console.usesColor))
      return .inputFault
    }
    return run(name: input.name) {
      while let line = nextLine() {
        if line.isBlank { continue }
        return GenerationRowReader.read(
          line: line.bytes, fileName: input.name, number: line.number)
      }
      return nil
    }
  }

  /// Decides and scores these rows.
  func run(name: String, next: () -> GenerationRowReading?) -> ExitStatus {
    guard let rowSink = Sink.open(report.rows), let sampleSink = Sink.open(samples) else {
      return .outputFault
    }
    let writer = ReplayReport(rows: rowSink, samples: sampleSink, options: report)
    let summary = replay(next, writer)
    Console.progress("")
    guard summary.rows > 0 else {
      Console.note("\(name): error: no rows [empty-file]\n")
      return .inputFault
    }
    if report.json {
      Console.out(summary.json(isDeterministic: report.deterministic).indentedText + "\n")
    } else {
      Console.out(
        ReplayText.summary(
          summary, name: name, rule: options.rule, isDeterministic: report.deterministic))
    }
    return writer.hasFaultyRow ? .inputFault : .decided
  }

  private func replay(
    _ next: () -> GenerationRowReading?, _ writer: ReplayReport
  ) -> ReplaySummary {
    let cancellations = (0..<options.jobs).map { _ in Cancellation() }
    let watchdog = Watchdog(
      cancellations: cancellations, memoryBytes: options.entailment.memoryBytes * options.jobs,
      cpuSeconds: options.entailment.cpuSeconds,
      giveUp: { limit in
        Console.note("logic: a decider did not stop at the limit on \(limit.rawValue)\n")
        _exit(ExitStatus.internalFault.rawValue)
      })
    return Replay(options: options).run(
      next: next,
      cancellations: cancellations, watch: { watchdog.mark($0, isWorking: $1) },
      emit: writer.add)
  }
}

/// Writes rows and samples as they come.
private final class ReplayReport {
  private let rows: Sink
  private let samples: Sink
  private let options: ReportOptions
  private var count = 0
  private(set) var hasFaultyRow = false

  init(rows: Sink, samples: Sink, options: ReportOptions) {
    self.options = options
    self.rows = rows
    self.samples = samples
  }

  func add(_ result: RowResult) {
    count += 1
    for fault in result.diagnostics { Console.note(ReplayText.fault(fault, id: result.id)) }
    if result.row == nil { hasFaultyRow = true }
    rows.write { result.json(explains: options.explain).text + "\n" }
    if options.explain, !options.json { Console.out(ReplayText.explanation(of: result)) }
    samples.write { result.sampleRecords.map { $0.text + "\n" }.joined() }
    Console.progress("\(count) rows")
  }
}
