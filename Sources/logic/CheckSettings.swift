// The settings of one `logic check`, as plain values that cross threads, and the work on one file.

import Batch
import Certificates
import Diagnostics
import English
import Entailment
import FirstOrderLogic
import Foundation
import JSON
import LINC

struct CheckSettings: Sendable {
  let format: InputFormat?
  let includeRoots: [String]
  let entailment: EntailmentOptions
  let jobs: Int
  let repair: Bool?
  let expect: Expectation?
  let json: Bool
  let jsonl: Bool
  let proof: ProofFormat?
  let isDeterministic: Bool
  let english: EnglishOptions
  let explains: Bool
  let fallback: ModelFallback?

  init(_ command: CheckCommand, fallback: ModelFallback?) {
    self.fallback = fallback
    format = command.input.format
    includeRoots = command.input.tptp
    entailment = command.limits.entailment
    jobs = command.limits.jobs
    repair = command.repair
    expect = command.expect
    json = command.json
    jsonl = command.jsonl
    proof = command.proof
    isDeterministic = command.deterministic
    english = command.english
    explains = command.explain
  }

  /// What a model makes of the sentences of a file that can't be read, where one may be asked.
  func completion(of input: Input) -> StoryCompletion? {
    guard let fallback, let source = try? input.load().get() else { return nil }
    return fallback.completion(of: source, format)
  }

  /// Reads and decides one file.
  ///
  /// - Parameters:
  ///   - input: the file.
  ///   - completion: what a model made of sentences that can't be read.
  ///   - entailer: decides.
  ///   - cancellation: the entailer's.
  func decide(
    _ input: Input, _ completion: StoryCompletion?, _ entailer: Entailer,
    _ cancellation: Cancellation
  ) -> Record {
    let source: SourceText
    switch input.load() {
    case .success(let text): source = text
    case .failure(let fault):
      return Record(
        id: input.name, expected: nil, diagnostics: [fault.diagnostic], answer: nil,
        hasConclusion: false)
    }
    var read = ProblemReader.read(
      source, format: format,
      options: ReadingOptions(repairs: repair ?? false, includeRoots: includeRoots),
      english: { EnglishReader.read($0, semantics: english.semantics) })
    var answer: Answer?
    if read.isUsable {
      let given = entailer.answer(read.problem, alternatives: read.alternatives, in: source)
      answer = given.answer
      if let diagnostic = given.diagnostic { read.diagnostics.append(diagnostic) }
    }
    var record = Record(
      id: input.name, expected: expectedVerdict(in: source), diagnostics: read.diagnostics,
      answer: answer, hasConclusion: read.problem.conclusion != nil)
    if let completion,
      let completed = ModelFallback.record(
        record, completion, entailer, entailment, cancellation)
    {
      (record, read) = completed
      answer = record.answer
      record.hasConclusion = true
    }
    if explains {
      record.explanation = Explanation(
        read.problem, wording: read.wording, diagnostics: read.diagnostics,
        verdict: answer?.verdict, certificate: answer?.certificate)
    }
    return record
  }

  /// Reports a limit when the search could not be called off, and ends the process.
  func giveUp(_ limit: Limit) {
    if json || jsonl {
      let szs = limit == .memory ? "MemoryOut" : "Timeout"
      let object: JSONValue = .object([
        ("verdict", "Unknown"), ("expected", nil), ("limit", .string(limit.rawValue)),
        ("prover", nil), ("szs", .string(szs)), ("premises_used", .array([])),
        ("certificate_status", "none"), ("repairs", .array([])), ("diagnostics", .array([])),
        ("certificate", nil), ("cpu_ms", .number(0)),
      ])
      Console.out(object.text + "\n")
    } else {
      Console.out("Unknown\n  The limit on \(limit.rawValue) was reached.\n")
    }
    _exit(ExitStatus.gaveUp.rawValue)
  }
}

extension Record {
  /// The exit status that this record alone gives.
  func status(expecting expectation: Expectation?) -> ExitStatus {
    guard let answer else { return .inputFault }
    if answer.note?.hasPrefix("internal fault") == true { return .internalFault }
    if answer.verdict == .unknown { return .gaveUp }
    switch expectation {
    case .verdict(let wanted)? where wanted != answer.verdict: return .notAsExpected
    case .label? where meetsExpectation == false: return .notAsExpected
    default: return .decided
    }
  }
}

/// Runs work on a thread whose stack is large enough for the deepest formula that is read.
func onLargeStack<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Result {
  let box = ResultBox<Result>()
  WorkerThread { box.value = work() }.join()
  return box.value!
}

// Written before the thread ends, read after it was joined.
private final class ResultBox<Value>: @unchecked Sendable {
  var value: Value?
}
