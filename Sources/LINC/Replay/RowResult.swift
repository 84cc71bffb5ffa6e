// What a row of a run came to, and its JSON forms: one object a row, one a sample.

import Batch
import Diagnostics
import JSON

/// What a row came to.
public struct RowResult: Sendable {
  /// The row; nil when its line can't be used.
  public var row: GenerationRow?
  /// The row's name.
  public var id: String
  /// Faults of the line itself.
  public var diagnostics: [Diagnostic]
  /// What each text came to, in their order.
  public var samples: [SampleResult]
  /// The label they voted for.
  public var vote: RowVote
  /// Whether votes of samples drawn from the row's are right: first index the number drawn, less 1,
  /// second the draw. Empty when no draws were asked for.
  var draws: [[Bool]]

  /// Whether the vote is the right answer; nil when that isn't known.
  public var isRight: Bool? { row?.gold.map { $0 == vote.label } }

  /// The kind of fault that left the row without any text to decide; nil when there was one.
  public var errorCode: String? {
    if row == nil { return diagnostics.first { $0.severity == .error }?.code.rawValue ?? "row" }
    return samples.isEmpty ? row?.failures.first?.code ?? "no-samples" : nil
  }

  /// The row with its samples' labels, flags and groups, and the vote.
  public func json(explains: Bool) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(id)), ("gold", .string(row?.gold?.rawValue)),
      ("vote", .string(vote.label.rawValue)), ("right", isRight.map { .bool($0) } ?? nil),
    ]
    if let share = vote.share { members.append(("share", .number((share * 1e4).rounded() / 1e4))) }
    if let sample = vote.representative { members.append(("sample", .integer(sample))) }
    if let errorCode { members.append(("error", .string(errorCode))) }
    let faults = diagnostics.map(\.json)
    if !faults.isEmpty { members.append(("diagnostics", .array(faults))) }
    let failures = (row?.failures ?? []).map { failure in
      JSONValue.object([("code", .string(failure.code)), ("message", .string(failure.message))])
    }
    if !failures.isEmpty { members.append(("failures", .array(failures))) }
    members.append(("samples", .array(samples.indices.map { sampleJSON($0, isDetailed: false) })))
    if explains { members.append(("explanation", explanation?.json ?? nil)) }
    return .object(members)
  }

  /// Each sample as an object of its own.
  public var sampleRecords: [JSONValue] {
    samples.indices.map { sampleJSON($0, isDetailed: true) }
  }

  private func sampleJSON(_ index: Int, isDetailed: Bool) -> JSONValue {
    let sample = samples[index]
    var members: [(String, JSONValue)] = []
    if isDetailed { members = [("id", .string(id)), ("sample", .integer(index))] }
    members.append(("label", .string(sample.label.rawValue)))
    if let recorded = row?.recordedLabels, !recorded.isEmpty {
      members.append(("recorded", .string(recorded[index].rawValue)))
    }
    if let code = sample.errorCode { members.append(("error", .string(code))) }
    members.append(("flags", .array(sample.flags.map { .string($0) })))
    if Ballot(sample).isSuspect { members.append(("suspect", true)) }
    if let group = sample.group { members.append(("group", .integer(group))) }
    members.append(
      ("certificate_status", sample.certificate == nil ? "none" : "accepted"))
    if isDetailed {
      members.append(("diagnostics", .array(sample.diagnostics.map(\.json))))
      members.append(("certificate", sample.certificate?.json ?? nil))
    }
    return .object(members)
  }
}
