import Entailment
import Foundation
import JSON
import Synchronization
import TestSupport
import Testing
import Translation

@testable import LINC

@Suite struct LiveRunTests {
  private func run(
    _ server: ModelServer, rows: [SentenceRow], set: (inout LiveOptions) -> Void
  ) throws -> (rows: [GenerationRow], summary: LiveSummary) {
    let path = FileManager.default.temporaryDirectory.appending(path: "live-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: path) }
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    var options = LiveOptions(
      endpoint: try Endpoint(baseAddress: server.address, call: .chat, model: "test"), key: nil)
    options.policy.base = 0.002
    set(&options)
    var rest = rows[...]
    var written: [GenerationRow] = []
    let cache = try AnswerCache(path: path.appending(path: "c").path)
    let summary = try LiveRun(options: options, cache: cache).run(
      nextRow: { rest.popFirst() }, emit: { written.append($0) })
    return (written, summary)
  }

  private func row(_ id: String, _ premises: String...) -> SentenceRow {
    SentenceRow(
      id: id, premises: premises, conclusion: "C is d.", gold: .true, diagnostics: [])
  }

  @Test(arguments: [nil, 5])
  func rowsComeInOrderWithAllSamples(_ seed: Int?) throws {
    let server = try ModelServer { question in
      ListingAnswers.passingFault(for: question) ?? ListingAnswers.texts(for: question)
    }
    defer { server.close() }
    var rows = (0..<12).map { row("\($0)", "A\($0) is b.", "All b are c.") }
    rows.insert(SentenceRowReader.rows(line: [0x7B], number: 9, name: "x")[0], at: 4)
    rows.append(SentenceRowReader.rows(line: [0x5B], number: 10, name: "x")[0])
    let (written, summary) = try run(server, rows: rows) { options in
      options.sampling.seed = seed
      options.samples = 3
    }
    #expect(written.map(\.id) == rows.map(\.id))
    #expect(written[4].failures.map(\.code) == ["invalid-json"])
    #expect(summary.samples == 36 && summary.incomplete == 0 && summary.rows == 14)
    for (row, live) in zip(rows, written) where row.isUsable {
      let expected = (0..<3).map {
        ListingAnswers.listing(of: row.premises + [row.conclusion], variant: $0 + (seed ?? 0))
      }
      #expect(live.generations == expected && live.failures.isEmpty)
    }
  }

  @Test func theGrammarIsSentForEachRow() throws {
    let server = try ModelServer { question in
      let sentences = ListingAnswers.sentences(in: question.prompt)
      guard question.grammar == AnswerGrammar.listing(of: sentences) else {
        return .error(400, "not this row's grammar")
      }
      return ListingAnswers.texts(for: question)
    }
    defer { server.close() }
    let (written, summary) = try run(server, rows: [row("0", "A is b."), row("1")]) { options in
      options.sampling.grammarField = .vllm
      options.samples = 2
    }
    #expect(summary.incomplete == 0, "\(written.map(\.failures))")
  }

  /// Samples of no use are kept as they came, and named when they are decided.
  @Test(arguments: [
    ("", "no-formulas"), (" \n", "no-formulas"), ("I can't do that.", "no-formulas"),
    (String(repeating: "all x. (", count: 25_000), "no-formulas"),
    ("FOL:\tP(A\u{0}\n", "unexpected-character"),
  ])
  func uselessSamplesAreNamed(_ text: String, _ code: String) throws {
    let server = try ModelServer { _ in .texts([text]) }
    defer { server.close() }
    let (written, summary) = try run(server, rows: [row("0", "A is b.")]) { $0.samples = 2 }
    #expect(written[0].generations == [text, text] && summary.incomplete == 0)
    let decider = SampleDecider(
      options: EntailmentOptions(cpuSeconds: 1), cancellation: Cancellation())
    #expect(decider.results(for: written[0]).map(\.errorCode) == [code, code])
  }

  @Test func cutSamplesAreMarked() throws {
    let message = #"{"message":{"content":"FOL: P(A)\nFOL: P(A)"},"finish_reason":"length"}"#
    let server = try ModelServer { _ in
      .raw(status: 200, body: Array("{\"choices\":[\(message)]}".utf8))
    }
    defer { server.close() }
    let (written, _) = try run(server, rows: [row("0", "A is b.")]) { $0.samples = 1 }
    #expect(written[0].failures.map(\.code) == ["sample-cut"])
  }

  /// What the model is told, and that the best answer is kept: the correction, or the first where a
  /// correction is no better.
  @Test func faultySamplesAreSentBack() throws {
    let faulty = "TEXT:\tA is b.\nFOL:\tB(A\nTEXT:\tC is d.\nFOL:\tD(C)\n"
    let mended = "TEXT:\tA is b.\nFOL:\tB(A)\nTEXT:\tC is d.\nFOL:\tB(C)\n"
    let told = Mutex<[String]>([])
    let server = try ModelServer { question in
      if question.turns == 2 { return .texts([faulty]) }
      told.withLock { $0.append(question.prompt) }
      if question.turns == 4 { return .texts(["I am sorry."]) }
      return .texts([question.turns == 6 ? mended : faulty])
    }
    defer { server.close() }
    for (rounds, best) in [(0, faulty), (1, faulty), (2, mended), (5, mended)] {
      told.withLock { $0 = [] }
      let (written, _) = try run(server, rows: [row("0", "A is b.")]) { options in
        options.samples = 1
        options.refinements = rounds
      }
      #expect(written[0].generations == [best])
      let words = told.withLock { $0 }
      #expect(words.count == min(rounds, 2))
      if rounds > 0 {
        #expect(words[0].contains("[missing-bracket]") && words[0].contains("    FOL: B(A\n"))
        #expect(words[0].contains("repair: close-bracket"))
      }
      if rounds > 1 { #expect(words[1].contains("[no-formulas]")) }
    }
  }

  @Test func aFaultOfARefinementKeepsTheSample() throws {
    let server = try ModelServer { question in
      question.turns == 2 ? .texts(["FOL:\tB(A\nFOL:\tB(C)\n"]) : .error(400, "too long")
    }
    defer { server.close() }
    let (written, summary) = try run(server, rows: [row("0", "A is b.")]) { options in
      options.samples = 2
      options.refinements = 3
    }
    #expect(written[0].generations.count == 2 && summary.incomplete == 0)
    #expect(summary.failures == ["request-refused": 1])
    #expect(written[0].failures[0].message.contains("too long (sample 0, 1)"))
  }
}
