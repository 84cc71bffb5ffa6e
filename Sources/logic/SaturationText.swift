// A saturated set as TPTP text, with what it is claimed to be.

import FirstOrderLogic
import Saturation

enum SaturationText {
  /// The block between the SZS marks.
  static func block(_ set: SaturatedSet, problem: String) -> String {
    var names: Set<String> = []
    let symbols = set.precedence.filter { names.insert($0).inserted }
    let selected =
      switch set.strategy.selection {
      case .none: "no literal; inferences act on maximal ones"
      case .heaviestNegative: "the first of the heaviest negative literals"
      }
    var lines = [
      "% SZS output start Saturation for \(problem)",
      "% Claimed: closed under ordered resolution and superposition up to redundancy.",
      "% Order: Knuth-Bendix, all weights 1, precedence "
        + symbols.map { TPTPNotation.text(.constant($0)) }.joined(separator: " < "),
      "% Selected in a clause: \(selected)",
    ]
    for (index, clause) in set.clauses.enumerated() {
      lines.append("cnf(c\(index + 1), plain, (\(TPTPNotation.text(clause)))).")
    }
    lines.append("% SZS output end Saturation for \(problem)")
    return lines.joined(separator: "\n") + "\n"
  }
}
