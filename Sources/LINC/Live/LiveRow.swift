// One row of a live run: the row as recorded runs have it, and what went wrong with it.

import Diagnostics
import JSON

/// Why a row, or one of its samples, is not what it should be.
public struct LiveFault: Hashable, Sendable {
  /// The sample's number; nil for the whole row.
  public var sample: Int?
  /// The kind, in lower case with hyphens: a diagnostic's code, `AskFault.Kind`, or a kind of sample
  /// that can't be used.
  public var code: String
  /// What is wrong, in one line.
  public var message: String

  var json: JSONValue {
    let place = sample.map { [("sample", JSONValue.integer($0))] } ?? []
    return .object(place + [("code", .string(code)), ("message", .string(message))])
  }
}

/// One row of a live run.
public struct LiveRow: Sendable {
  /// The row; its generations are the samples that were had, in the order of their numbers.
  public var row: GenerationRow
  /// Faults of the input, of asking, and of samples.
  public var faults: [LiveFault]
  /// Whether every sample was had; a row that could not be asked about has none to have.
  public var isComplete: Bool

  /// The row as one line of a run's file.
  public var json: JSONValue {
    .object([
      ("id", .string(row.id)), ("model", .string(row.model)), ("mode", "neurosymbolic"),
      ("premises", .array(row.premises.map { .string($0) })),
      ("conclusion", .string(row.conclusion)), ("gold", .string(row.gold?.rawValue)),
      ("generations", .array(row.generations.map { .string($0) })),
      ("faults", .array(faults.map(\.json))),
    ])
  }
}
