// One result as JSON: the record of a row, and the object of a single file.
//
// A row that can't be used gives a record too, with `"error": "input"` and verdict null, so that
// every input record has exactly one output record.

import Certificates
import Diagnostics
import English
import Entailment
import FirstOrderLogic
import JSON

/// What was decided about one problem.
public struct Record: Sendable {
  /// The row's id, or the file's name.
  public var id: String
  /// Whether the row's id was an integer, and is written as one.
  public var hasIntegerID: Bool
  /// What the row's label or the file's header says the verdict is.
  public var expected: String?
  /// Faults of the input and repairs.
  public var diagnostics: [Diagnostic]
  /// The answer; nil when the input was at fault.
  public var answer: Answer?
  /// Whether a conclusion was asked about.
  public var hasConclusion: Bool
  /// Whether rules were applied forwards only (`Problem.asForwardRules`).
  public var appliesRulesForwards: Bool
  /// The verdict explained, where that was asked for.
  public var explanation: Explanation?

  /// Makes a record.
  public init(
    id: String, hasIntegerID: Bool = false, expected: String?, diagnostics: [Diagnostic],
    answer: Answer?, hasConclusion: Bool, appliesRulesForwards: Bool = false
  ) {
    self.id = id
    self.hasIntegerID = hasIntegerID
    self.expected = expected
    self.diagnostics = diagnostics
    self.answer = answer
    self.hasConclusion = hasConclusion
    self.appliesRulesForwards = appliesRulesForwards
  }

  /// Names of the repairs that were applied, in the order of their places.
  public var repairs: [String] {
    diagnostics.compactMap { fault in
      fault.repair.flatMap { $0.applied ? $0.name.rawValue : nil }
    }
  }

  /// Whether the verdict is the expected one; nil when nothing was expected.
  public var meetsExpectation: Bool? {
    expected.map { $0 == answer?.verdict.rawValue }
  }

  /// The record of a row, one object.
  ///
  /// - Parameter isDeterministic: leaves out what differs from run to run: the times.
  public func rowJSON(isDeterministic: Bool) -> JSONValue {
    let row = hasIntegerID ? Int(id).map { .integer($0) } ?? .string(id) : JSONValue.string(id)
    return json(of: ("id", row), holdsCertificate: false, isDeterministic)
  }

  /// The object of a single file, its certificate inside.
  public func fileJSON(isDeterministic: Bool) -> JSONValue {
    json(of: ("file", .string(id)), holdsCertificate: true, isDeterministic)
  }

  private func json(
    of subject: (String, JSONValue), holdsCertificate: Bool, _ isDeterministic: Bool
  ) -> JSONValue {
    var members: [(String, JSONValue)] = [
      subject,
      ("verdict", .string(answer?.verdict.rawValue)),
      ("expected", .string(expected)),
    ]
    if answer == nil { members.append(("error", "input")) }
    members += [
      ("limit", .string(answer?.limit?.rawValue)),
      ("prover", .string(answer?.engine?.rawValue)),
      ("szs", .string(answer?.szsStatus(hasConclusion: hasConclusion) ?? "InputError")),
      ("premises_used", .array((answer?.premisesUsed ?? []).map { .string($0) })),
    ]
    if let answer, answer.verdict == .contradictory {
      members.append(("premises_minimal", .bool(answer.isMinimal)))
    }
    members += [
      ("certificate_status", .string(answer?.certificate == nil ? "none" : "accepted")),
      ("repairs", .array(repairs.map { .string($0) })),
      ("diagnostics", .array(diagnostics.map(\.json))),
    ]
    if let explanation { members.append(("explanation", explanation.json)) }
    if holdsCertificate { members.append(("certificate", answer?.certificate?.json ?? nil)) }
    if appliesRulesForwards { members.append(("semantics", "forward")) }
    if let note = answer?.note { members.append(("note", .string(note))) }
    if !isDeterministic { members.append(("cpu_ms", milliseconds)) }
    return .object(members)
  }

  private var milliseconds: JSONValue {
    .number(((answer?.cpuSeconds ?? 0) * 1_000_000).rounded() / 1_000)
  }
}

extension Diagnostic {
  /// The diagnostic as an object.
  public var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("code", .string(code.rawValue)),
      ("severity", .string(severity.rawValue)),
      ("file", .string(location.file)),
      ("line", .integer(location.line)),
      ("column", .integer(location.column)),
    ]
    if let field { members.append(("field", .string(field))) }
    members += [("message", .string(message)), ("hint", .string(hint))]
    if let repair {
      members.append(("repair", .string(repair.name.rawValue)))
      members.append(("repaired", .bool(repair.applied)))
    }
    return .object(members)
  }
}

extension JSONValue {
  /// The id of a record as text.
  public var recordID: String? { self["id"].flatMap { $0.string ?? $0.integer.map { String($0) } } }
}
