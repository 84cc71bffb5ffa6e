// `logic linc run`: a language model translates, the provers decide.

import ArgumentParser
import Diagnostics
import Entailment
import Foundation
import LINC
import Translation

struct LINCRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Has a language model translate each row, decides, and lets the samples vote.",
    discussion: """
      The file holds FOLIO, Logic-LM or ProofWriter rows in sentences (JSONL), or a plain text whose \
      last sentence is the conclusion. The server is any with OpenAI's chat or completions call; a \
      key is taken from the variable LOGIC_API_KEY, else OPENAI_API_KEY.

      Every answer is kept in the cache as soon as it is there. A run that was stopped and is started \
      again asks only for what is missing and writes what an undisturbed one would have.

      The report is that of `logic linc replay`, to which --output gives its input. Exits with 69 \
      when samples are missing because the server did not give them: the rows say why, and the same \
      command asks again.
      """)

  @Argument(help: ArgumentHelp("A JSONL or text file, or - for standard input.", valueName: "file"))
  var path = "-"

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp("Seed of the first sample; sample i has seed + i.", valueName: "number"))
  var seed: Int?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write the rows with their texts here, for `logic linc replay`.", valueName: "run.jsonl"))
  var output: String?

  @Option(help: "How texts are decided and samples vote: linc or default.")
  var rule = ReplayRule.default

  @OptionGroup var resources: ResourceOptions

  @Option(
    name: [.short, .long], help: ArgumentHelp("Rows decided at once.", valueName: "threads"))
  var jobs = 1

  @OptionGroup var report: ReportOptions

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs must be 1 to 256") }
  }

  func run() throws {
    let replay = ReplaySession(
      path: path,
      options: ReplayOptions(
        rule: rule,
        entailment: EntailmentOptions(
          prover: .both, cpuSeconds: resources.time, memoryBytes: resources.memory.bytes, seed: 0),
        jobs: jobs, draws: 100, seed: 0),
      report: report, samples: nil)
    let session = LiveSession(
      path: path, output: output, options: try model.liveOptions(seed: seed),
      cachePath: try model.cachePath(), replay: replay)
    let status = onLargeStack { session.run() }
    throw ExitCode(status.rawValue)
  }
}

private struct LiveSession: Sendable {
  let path: String
  let output: String?
  let options: LiveOptions
  let cachePath: String
  let replay: ReplaySession

  func run() -> ExitStatus {
    let input = (path == "-" ? Input.standardInput : .file(path)).readingStandardInput()
    let nextRow: () -> SentenceRow?
    switch Self.rows(of: input) {
    case .success(let rows): nextRow = rows
    case .failure(let fault):
      Console.note(fault.diagnostic.rendered(color: Console.usesColor))
      return .inputFault
    }
    guard let sink = Sink.open(output) else { return .outputFault }
    var rows: [GenerationRow] = []
    do throws(CacheError) {
      let run = LiveRun(options: options, cache: try AnswerCache(path: cachePath))
      let summary = try run.run(nextRow: nextRow) { row in
        sink.write { row.json.text + "\n" }
        rows.append(row)
        Console.progress("\(rows.count) rows asked about")
      }
      Console.progress("")
      Console.note(Self.text(summary))
      var status = summary.incomplete == 0 ? ExitStatus.decided : .serverFault
      var rest = rows[...]
      status.raise(
        to: replay.run(name: input.name) { rest.popFirst().map { GenerationRowReading($0) } })
      return status
    } catch {
      Console.note("logic: \(error)\n")
      return .outputFault
    }
  }

  /// The rows of an input: problems, one a line or more, or one plain text. Faults are told as they
  /// are met.
  private static func rows(of input: Input) -> Result<() -> SentenceRow?, SourceFault> {
    func told(_ row: SentenceRow) -> SentenceRow {
      for diagnostic in row.diagnostics {
        Console.note(diagnostic.rendered(color: Console.usesColor))
      }
      return row
    }
    guard isJSONL(input) else {
      return input.load().map { source in
        var row: SentenceRow? = SentenceRowReader.row(text: source)
        return { row.take().map(told) }
      }
    }
    return input.lines().map { nextLine in
      var rows: [SentenceRow] = []
      return {
        while rows.isEmpty, let line = nextLine() {
          if line.isBlank { continue }
          rows = SentenceRowReader.rows(line: line.bytes, number: line.number, name: input.name)
        }
        return rows.isEmpty ? nil : told(rows.removeFirst())
      }
    }
  }

  private static func isJSONL(_ input: Input) -> Bool {
    guard case .text(let source) = input else { return input.name.hasSuffix(".jsonl") }
    return source.bytes.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "{")
  }

  private static func text(_ summary: LiveSummary) -> String {
    let asked = summary.asked
    var text = "\(summary.rows) rows, \(summary.samples) samples"
    text += "; \(asked.cached) answers from the cache, \(asked.requests) requests"
    text += asked.retries > 0 ? " (\(asked.retries) sent again)\n" : "\n"
    if let fault = summary.fatalFault { text += "asking ended early: \(fault.message)\n" }
    if summary.incomplete > 0 { text += "\(summary.incomplete) rows lack samples\n" }
    for (code, count) in summary.failures.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      text += "  \(code): \(count) rows\n"
    }
    return text
  }
}
