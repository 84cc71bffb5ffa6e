import Batch
import Diagnostics
import Entailment
import FirstOrderLogic
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct BatchRunTests {
  static let rows: [String] = [
    #"{"id":"t","premises":["∀x (Human(x) → Mortal(x))","Human(socrates)"],"#
      + #""conclusion":"Mortal(socrates)","expected":"True"}"#,
    #"{"id":7,"premises":["Human(a)"],"conclusion":"¬Human(a)","expected":"False"}"#,
    "",
    "this is no row",
    #"{"id":"u","premises-FOL":["P(a)"],"conclusion-FOL":"P(b)","label":"Uncertain"}"#,
    #"{"id":"c","premises":["Q(a)","P(a)","¬P(a)"],"conclusion":"Q(a)","expected":"True"}"#,
  ]

  private func run(
    _ rows: [String], jobs: Int = 1, store: ResultStore? = nil, resumes: Bool = false,
    shard: Shard? = nil
  ) throws -> (records: [JSONValue], text: [String], summary: BatchSummary) {
    let run = BatchRun(
      options: RowOptions(
        entailment: EntailmentOptions(), reading: ReadingOptions(repairs: true),
        isDeterministic: true, fileName: "rows.jsonl"),
      jobs: jobs, shard: shard, store: store, resumes: resumes, version: "test",
      progress: { _ in })
    var number = 0
    var text: [String] = []
    let summary = try run.run(
      nextLine: {
        number += 1
        return number <= rows.count
          ? RowLine(bytes: Array(rows[number - 1].utf8), number: number) : nil
      },
      cancellations: (0..<jobs).map { _ in Cancellation() }, watch: { _, _ in },
      wantsCertificates: true, emit: { text.append($1.record) })
    return (try text.map { try readJSON(SourceText($0)).get() }, text, summary)
  }

  @Test func oneRecordARowInOrder() throws {
    let (records, _, summary) = try run(Self.rows)
    #expect(records.map { $0["id"] } == ["t", 7, "3", "u", "c"])
    #expect(
      records.map { $0["verdict"]?.string }
        == ["True", "False", nil, "Uncertain", "Contradictory"])
    #expect(records[2]["error"]?.string == "input")
    #expect(records[2]["diagnostics"]?.array?.first?["line"]?.integer == 4)
    #expect(
      records.map { $0["certificate_status"]?.string }
        == ["accepted", "accepted", "none", "accepted", "accepted"])
    #expect(records[4]["premises_used"] == ["premise2", "premise3"])
    #expect(summary.records == 5)
    #expect(summary.faulty == 1)
    #expect(summary.expected == 4)
    #expect(summary.met == 3)
  }

  @Test func threadsDoNotChangeTheBytes() throws {
    let many = (0..<60).flatMap { _ in Self.rows }
    #expect(try run(many, jobs: 3).text == run(many).text)
  }

  @Test func aResumedRunWritesTheSameBytes() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "logic-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "results.sqlite").path
    _ = try run(Array(Self.rows.prefix(3)), store: ResultStore(path: path))
    let resumed = try run(Self.rows, store: ResultStore(path: path), resumes: true)
    #expect(resumed.summary.resumed == 2)
    #expect(resumed.text == (try run(Self.rows).text))
    let again = try run(Self.rows, store: ResultStore(path: path), resumes: true)
    #expect(again.summary.resumed == 5)
    #expect(again.text == resumed.text)
  }

  @Test func shardsTogetherAreTheWhole() throws {
    let parts = try (0..<3).map { try run(Self.rows, shard: Shard("\($0)/3")).text }
    #expect(parts.joined().sorted() == (try run(Self.rows).text).sorted())
  }

  @Test func aStoreThatCannotBeOpenedIsAnEnvironmentFault() {
    #expect(throws: StoreError.self) { try ResultStore(path: "/proc/no/such/folder/x.sqlite") }
  }
}
