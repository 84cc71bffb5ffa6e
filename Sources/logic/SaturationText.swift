// A saturated set as TPTP text, with what it is claimed to be.

import FirstOrderLogic
import Saturation

enum SaturationText {
  /// The block between the SZS marks.
  static func block(_ set: SaturatedSet, problem: String) -> String {
    var names: Set<String> = []
    let symbols = set.precedence.filter { names.insert($0).inserted }
    let strategy = set.strategy
    let order =
      switch strategy.order {
      case .knuthBendix: "Knuth-Bendix, weights of symbols: \(strategy.symbolWeights.rawValue)"
      case .lexicographicPath: "lexicographic path"
      }
    var lines = [
      "% SZS output start Saturation for \(problem)",
      "% Claimed: closed under ordered resolution and superposition up to redundancy.",
      "% Order: \(order), precedence "
        + symbols.map { TPTPNotation.text(.constant($0)) }.joined(separator: " < "),
      "% Selection of literals: \(strategy.selection.rawValue); strategy: \(strategy)",
    ]
    for (index, clause) in set.clauses.enumerated() {
      lines.append("cnf(c\(index + 1), plain, (\(TPTPNotation.text(clause)))).")
    }
    lines.append("% SZS output end Saturation for \(problem)")
    return lines.joined(separator: "\n") + "\n"
  }
}
