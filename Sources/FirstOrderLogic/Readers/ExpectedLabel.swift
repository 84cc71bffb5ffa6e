// The answer a row says is right.

/// The label of a row, as FOLIO writes it. `Unknown` (FOLIO's training set) is `Uncertain`.
enum ExpectedLabel: String, CaseIterable, Sendable {
  /// The premises entail the conclusion.
  case `true` = "True"
  /// The premises entail its negation.
  case `false` = "False"
  /// They entail neither.
  case uncertain = "Uncertain"
  /// The premises contradict each other.
  case contradictory = "Contradictory"

  /// Reads a label; case doesn't matter.
  init?(label: String) {
    switch label.lowercased() {
    case "true": self = .true
    case "false": self = .false
    case "uncertain", "unknown": self = .uncertain
    case "contradictory": self = .contradictory
    default: return nil
    }
  }
}
