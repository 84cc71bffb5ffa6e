// `logic check`: premises in, a certified verdict out.

import ArgumentParser
import Batch
import Certificates
import Diagnostics
import Entailment
import FirstOrderLogic
import Foundation
import JSON
import Translation

/// What a problem is expected to come out as.
enum Expectation: Sendable, ExpressibleByArgument {
  case verdict(Verdict)
  /// Each problem's own: a row's label, a file's `expected:` comment.
  case label

  init?(argument: String) {
    if argument.lowercased() == "label" {
      self = .label
    } else if let verdict = Verdict.allCases.first(where: {
      $0.rawValue.lowercased() == argument.lowercased()
    }) {
      self = .verdict(verdict)
    } else {
      return nil
    }
  }
}

/// How a proof is printed.
enum ProofFormat: String, ExpressibleByArgument, CaseIterable {
  case text, tstp, json, dot
}

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Decides whether premises entail a conclusion.",
    discussion: """
      The verdict is True, False, Uncertain, Contradictory (the premises contradict each other) or \
      Unknown (a limit was reached). True and False come with a refutation, Uncertain with two \
      finite models, Contradictory with a minimal subset of premises.

      Files are told apart by name and content: .fol (the native notation), NLTK, FOLIO, Prover9, \
      Logic-LM programs, TPTP, JSONL rows, and stories in plain English. `-` is standard input; a directory stands for the \
      problems in it.
      """)

  @Argument(help: ArgumentHelp("Files, directories, or - for standard input.", valueName: "file"))
  var paths: [String] = ["-"]

  @OptionGroup var input: InputOptions
  @OptionGroup var limits: LimitOptions

  @Flag(help: "One JSON object a file, certificate inside.")
  var json = false

  @Flag(help: "One JSON object a line: a record for each row, or for each file.")
  var jsonl = false

  @Option(
    help: ArgumentHelp(
      """
      Exit with 1 unless the verdict is this; `label` takes each row's label and each file's \
      `expected:` comment.
      """, valueName: "verdict"))
  var expect: Expectation?

  @Flag(
    inversion: .prefixedNo,
    help: """
      Apply named repairs to faulty input, and report each. By default files are not repaired, and \
      JSONL rows only where they can't be read otherwise (a warning's repair, such as closing a \
      formula over its free variables, waits for --repair); every record lists its repairs.
      """)
  var repair: Bool?

  @OptionGroup var english: EnglishOptions

  @Option(help: "Print the proof: text, tstp, json (the certificate) or dot.")
  var proof: ProofFormat?

  @Flag(
    help: """
      Explain each verdict in English: every statement with its sentence, formula and flags, the proof \
      with the premises it uses, or the situations that the models describe. With --json and --jsonl \
      an object `explanation`.
      """)
  var explain = false

  @Option(
    help: ArgumentHelp(
      "Write one certificate file a problem into this folder.", valueName: "folder")
  )
  var certificates: String?

  @Flag(help: "Leave out what differs from run to run: the times.")
  var deterministic = false

  @Option(
    help: """
      For sentences of an English text that the reader is not certain of: ask a language model, and \
      for no others.
      """)
  var fallback: Fallback?

  @OptionGroup(title: "Options of --fallback model")
  var model: ModelOptions

  func validate() throws {
    let outputs = [json, jsonl, proof != nil].filter { $0 }.count
    guard outputs <= 1 else {
      throw ValidationError("choose one of --json, --jsonl and --proof")
    }
    if explain, proof != nil { throw ValidationError("choose one of --explain and --proof") }
  }

  func run() throws {
    var writer: CertificateFolder?
    if let certificates { writer = try CertificateFolder.make(certificates) }
    if paths == ["-"], isatty(STDIN_FILENO) == 1 {
      Console.note("logic: reading premises and a conclusion from the terminal; end with Ctrl-D\n")
    }
    let inputs = Input.collect(paths).map { $0.readingStandardInput() }
    let session = CheckSession(
      command: CheckSettings(self, fallback: try makeFallback()), certificates: writer)
    let status = onLargeStack { session.run(inputs) }
    throw ExitCode(status.rawValue)
  }

  private func makeFallback() throws -> ModelFallback? {
    guard fallback == .model else { return nil }
    let options = try model.liveOptions(seed: nil)
    guard options.prompt.canComplete else {
      throw ValidationError("--fallback needs a section `given` in the prompt")
    }
    let path = try model.cachePath()
    do throws(CacheError) {
      return ModelFallback(options: options, cache: try AnswerCache(path: path))
    } catch {
      Console.note("logic: \(error)\n")
      throw ExitCode(ExitStatus.outputFault.rawValue)
    }
  }
}

/// One run of `logic check`.
private struct CheckSession: Sendable {
  let command: CheckSettings
  let certificates: CertificateFolder?

  func run(_ inputs: [Input]) -> ExitStatus {
    let cancellations = (0..<command.jobs).map { _ in Cancellation() }
    let watchdog = Watchdog(
      cancellations: cancellations, memoryBytes: command.entailment.memoryBytes * command.jobs,
      cpuSeconds: command.entailment.cpuSeconds,
      giveUp: { [command] limit in command.giveUp(limit) })
    var status = ExitStatus.decided
    // Files between two inputs of rows are worked on together; what is written keeps the order.
    var rest = inputs[...]
    while let first = rest.first {
      if first.holdsRows(command.format) {
        rest.removeFirst()
        status.raise(to: runRows(first, cancellations, watchdog))
      } else {
        let files = rest.prefix { !$0.holdsRows(command.format) }
        rest.removeFirst(files.count)
        let isSingle = inputs.count == 1
        status.raise(to: runFiles(files, isSingle: isSingle, cancellations, watchdog))
      }
    }
    return status
  }

  private func runFiles(
    _ files: ArraySlice<Input>, isSingle: Bool, _ cancellations: [Cancellation],
    _ watchdog: Watchdog
  ) -> ExitStatus {
    var status = ExitStatus.decided
    var waiting: [Int: Record] = [:]
    var nextIndex = 0
    let pool = OrderedPool<Input, Record>(jobs: command.jobs) { [command] number in
      let entailer = Entailer(options: command.entailment, cancellation: cancellations[number])
      return { input in
        // A model takes the time it takes; limits are for what is decided here.
        let completion = command.completion(of: input)
        watchdog.mark(number, isWorking: true)
        defer {
          watchdog.mark(number, isWorking: false)
          cancellations[number].reset()
        }
        return command.decide(input, completion, entailer, cancellations[number])
      }
    }
    var remaining = files
    pool.run(
      next: { remaining.popFirst() },
      finished: { index, record in
        waiting[index] = record
        while let ready = waiting.removeValue(forKey: nextIndex) {
          status.raise(to: report(ready, isSingle: isSingle))
          nextIndex += 1
        }
      })
    return status
  }

  private func report(_ record: Record, isSingle: Bool) -> ExitStatus {
    if let certificate = record.answer?.certificate {
      certificates?.write(certificate.json.text, id: record.id)
    }
    for fault in record.diagnostics { Console.note(fault.rendered(color: Console.usesColor)) }
    if command.json {
      Console.out(record.fileJSON(isDeterministic: command.isDeterministic).indentedText + "\n")
    } else if command.jsonl {
      Console.out(record.rowJSON(isDeterministic: command.isDeterministic).text + "\n")
    } else if let proof = command.proof {
      Console.out(AnswerText.proof(record, as: proof))
    } else {
      Console.out(AnswerText.summary(record, namesFile: !isSingle))
      Console.out(AnswerText.explanation(record.explanation?.text ?? []))
    }
    return record.status(expecting: command.expect)
  }

  private func runRows(
    _ input: Input, _ cancellations: [Cancellation], _ watchdog: Watchdog
  ) -> ExitStatus {
    let nextLine: () -> RowLine?
    switch input.lines() {
    case .success(let lines): nextLine = lines
    case .failure(let fault):
      Console.note(fault.diagnostic.rendered(color: Console.usesColor))
      return .inputFault
    }
    if command.proof != nil {
      Console.note("logic: --proof is for single problems; --certificates keeps those of rows\n")
    }
    let options = RowOptions(
      entailment: command.entailment,
      reading: ReadingOptions(
        repairs: command.repair ?? true, leavesWarnings: command.repair == nil,
        includeRoots: command.includeRoots),
      isDeterministic: command.isDeterministic, fileName: input.name,
      english: command.english.rows, explains: command.explains)
    let run = BatchRun(
      options: options, jobs: command.jobs, shard: nil, store: nil, resumes: false,
      version: Logic.version, progress: { Console.progress("\($0) rows") })
    var status = ExitStatus.decided
    let summary = try! run.run(
      nextLine: nextLine, cancellations: cancellations, watch: { watchdog.mark($0, isWorking: $1) },
      wantsCertificates: certificates != nil,
      emit: { id, entry in status.raise(to: emitRow(entry, id: id)) })
    Console.progress("")
    Console.note(AnswerText.batchSummary(summary))
    if summary.records == 0 {
      Console.note("\(input.name): error: no rows [empty-file]\n")
      status.raise(to: .inputFault)
    }
    return status
  }

  private func emitRow(_ entry: ResultStore.Entry, id: String) -> ExitStatus {
    guard let json = try? readJSON(SourceText(entry.record)).get() else { return .internalFault }
    if let certificate = entry.certificate { certificates?.write(certificate, id: id) }
    if command.jsonl || command.json {
      Console.out(entry.record + "\n")
    } else {
      Console.note(AnswerText.rowDiagnostics(json))
      Console.out(AnswerText.row(json) + AnswerText.explanation(entry.explanation))
    }
    guard let verdict = json["verdict"]?.string else { return .inputFault }
    if verdict == Verdict.unknown.rawValue { return .gaveUp }
    switch command.expect {
    case .verdict(let wanted)? where wanted.rawValue != verdict: return .notAsExpected
    case .label? where json["expected"]?.string.map({ $0 != verdict }) ?? false:
      return .notAsExpected
    default: return .decided
    }
  }
}
