// Replays of our own small run: labels, figures, order, threads, and rows that can't be used.

import Diagnostics
import Entailment
import Foundation
import JSON
import TestSupport
import Testing

@testable import LINC

@Suite struct ReplayTests {
  static func lines() throws -> [String] {
    let file = TestData.package.appending(path: "Corpora/linc/choir.jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  func replay(
    _ lines: [String], rule: ReplayRule = .default, jobs: Int = 1, draws: Int = 20
  ) -> (rows: [RowResult], summary: ReplaySummary) {
    let options = ReplayOptions(
      rule: rule, entailment: EntailmentOptions(cpuSeconds: 5), jobs: jobs, draws: draws, seed: 1)
    var rest = lines[...]
    var number = 0
    var rows: [RowResult] = []
    let summary = Replay(options: options).run(
      next: {
        guard let line = rest.popFirst() else { return nil }
        number += 1
        return GenerationRowReader.read(line: Array(line.utf8), fileName: "run", number: number)
      }, cancellations: (0..<jobs).map { _ in Cancellation() }, watch: { _, _ in },
      emit: { rows.append($0) })
    return (rows, summary)
  }

  @Test func everySampleHasItsLabel() throws {
    let (rows, summary) = replay(try Self.lines())
    #expect(rows.map(\.id) == ["rika", "milo", "match"])
    #expect(
      rows[0].samples.map(\.label) == [.true, .true, .uncertain, .uncertain, .error])
    #expect(rows[1].samples.map(\.label) == [.false, .false, .false, .false, .error])
    #expect(
      rows[2].samples.map(\.label) == [.uncertain, .uncertain, .contradictory, .uncertain, .error])
    #expect(rows[0].samples[2].flags == ["conclusion-predicate-unmentioned"])
    #expect(rows[1].samples[4].errorCode == "no-formulas")
    #expect(rows.flatMap(\.samples).allSatisfy { ($0.certificate != nil) == ($0.label != .error) })
    #expect(summary.rows == 3 && summary.samples == 15 && summary.right == 3)
    #expect(summary.certified == 12)
    #expect(summary.recorded.answers == 9 && summary.recorded.errors == 6)
  }

  @Test func thePublishedRuleGivesTheRecordedLabels() throws {
    let (rows, summary) = replay(try Self.lines(), rule: .linc)
    for row in rows { #expect(row.samples.map(\.label) == row.row?.recordedLabels, "\(row.id)") }
    #expect(summary.recorded.agreeingAnswers == 9 && summary.recorded.agreeingErrors == 6)
    #expect(summary.certified == 0)
  }

  @Test func threadsChangeNothing() throws {
    let lines = Array(repeating: try Self.lines(), count: 4).flatMap { $0 }
    let (alone, sum) = replay(lines)
    let (together, other) = replay(lines, jobs: 3)
    #expect(alone.map { $0.json(explains: true) } == together.map { $0.json(explains: true) })
    #expect(sum.json(isDeterministic: true) == other.json(isDeterministic: true))
  }

  @Test func aFaultyRowIsMarkedAndTheRunGoesOn() throws {
    let lines = try Self.lines()
    let (rows, summary) = replay(
      [
        lines[0], "{\"id\":\"bad\"}", "{", lines[1],
        #"{"id":"none","premises":[],"conclusion":"","gold":"True","generations":[],"#
          + #""failures":[{"code":"http-401","message":"the key was refused"}]}"#,
      ], draws: 0)
    #expect(rows.map(\.id) == ["rika", "bad", "2", "milo", "none"])
    #expect(rows.map(\.errorCode) == [nil, "missing-field", "invalid-json", nil, "http-401"])
    #expect(rows[4].vote.label == .error && rows[4].isRight == false)
    #expect(summary.rows == 5 && summary.scored == 3 && summary.right == 2)
    #expect(summary.errorsByCode["http-401"] == 1)
    #expect(summary.json(isDeterministic: true)["accuracy_by_samples"] == nil)
  }

  @Test func drawsOfAllTheSameSamplesAreTheVote() throws {
    let row = GenerationRow(
      id: "same", premises: ["P."], conclusion: "C.", gold: .true,
      generations: Array(repeating: "FOL:\tP(a)\nFOL:\tP(a)\n", count: 4))
    let (_, summary) = replay([row.json.text])
    #expect(summary.accuracyBySamples.map(\.samples) == [1, 2, 3, 4])
    #expect(summary.accuracyBySamples.allSatisfy { $0.mean == 1 && $0.deviation == 0 })
  }

  /// With one right and one wrong sample a single draw is right half of the time.
  @Test func drawsFollowTheSamples() {
    let samples = [SampleResult(label: .true), SampleResult(label: .false)]
    let bootstrap = Bootstrap(draws: 4_000, seed: 3)
    let draws = bootstrap.votes(of: samples, row: 1, gold: .true) { $0[0].label }
    let share = Double(draws[0].filter { $0 }.count) / 4_000
    #expect(abs(share - 0.5) < 0.04)
    #expect(draws == bootstrap.votes(of: samples, row: 1, gold: .true) { $0[0].label })
    #expect(draws != bootstrap.votes(of: samples, row: 2, gold: .true) { $0[0].label })
  }
}
