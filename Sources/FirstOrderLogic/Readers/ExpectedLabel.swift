// The answer a row says is right, and the answers it offers.

import JSON

/// The label of a row, as FOLIO writes it. `Unknown` (FOLIO's training set) is `Uncertain`.
public enum ExpectedLabel: String, CaseIterable, Sendable {
  /// The premises entail the conclusion.
  case `true` = "True"
  /// The premises entail its negation.
  case `false` = "False"
  /// They entail neither.
  case uncertain = "Uncertain"
  /// The premises contradict each other.
  case contradictory = "Contradictory"

  /// Reads a label; case doesn't matter.
  public init?(label: String) {
    switch label.lowercased() {
    case "true": self = .true
    case "false": self = .false
    case "uncertain", "unknown": self = .uncertain
    case "contradictory": self = .contradictory
    default: return nil
    }
  }

  /// The text of the option that an answer names by its letter: `True` for `A` and `A) True`; the
  /// answer itself where no option has its letter.
  public static func option(_ answer: String, of options: [String]) -> String {
    let option = options.first { $0.hasPrefix(answer + ")") || $0.hasPrefix(answer + ".") }
    return option.map { String($0.dropFirst(answer.count + 1).drop { $0 == " " }) } ?? answer
  }

  /// Whether a row's `options` offer the answer `Unknown`, as ProofWriter's rows do.
  public static func offersUnknown(_ row: JSONValue) -> Bool {
    (row["options"]?.array ?? []).contains {
      $0.string?.lowercased().hasSuffix("unknown") == true
    }
  }
}
