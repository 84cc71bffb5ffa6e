// The figures of a replay as a table for people.

import Diagnostics
import LINC

enum ReplayText {
  /// The summary of a run.
  static func summary(
    _ summary: ReplaySummary, name: String, rule: ReplayRule, isDeterministic: Bool
  ) -> String {
    var lines = [
      "\(name): \(summary.rows) rows, \(summary.samples) samples, rule \(rule.rawValue)",
      "  accuracy    " + share(summary.right, summary.scored),
    ]
    if summary.recordedScored.rows > 0 {
      let recorded = summary.recordedScored
      lines.append("  recorded    " + share(recorded.right, recorded.rows))
      let agreement = summary.recorded
      lines.append(
        "  same label  \(agreement.agreeingAnswers) of \(agreement.answers) recorded answers, "
          + "\(agreement.agreeingErrors) of \(agreement.errors) recorded errors")
    }
    lines.append("  certified   \(summary.certified) of \(summary.samples) samples")
    lines += confusion(summary)
    lines += counts("errors", summary.errorsByCode)
    lines += counts("flags", summary.flagsByCode)
    lines += curve(summary.accuracyBySamples)
    if !isDeterministic {
      let rate = Double(summary.rows) / max(summary.cpuSeconds, 1e-3)
      lines.append(
        "  CPU         \(decimal(summary.cpuSeconds, 2)) s, \(Int(rate.rounded())) rows a second")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A fault of a row's line, on one line.
  static func fault(_ fault: Diagnostic, id: String) -> String {
    let place = "\(fault.location.file):\(fault.location.line):\(fault.location.column)"
    return "\(place): \(fault.severity.rawValue): \(fault.message) [\(fault.code.rawValue)]\n"
  }

  /// A row's vote and why it is that.
  static func explanation(of result: RowResult) -> String {
    var heading = "\(result.id): \(result.vote.label.rawValue)"
    if let gold = result.row?.gold, gold != result.vote.label {
      heading += " (\(gold.rawValue) is right)"
    }
    let labels = SampleLabel.allCases.compactMap { label -> String? in
      let count = result.samples.count { $0.label == label }
      return count == 0 ? nil : "\(count) \(label.rawValue)"
    }
    var lines = ["  samples: " + (labels.isEmpty ? "none" : labels.joined(separator: ", "))]
    if let explanation = result.explanation {
      lines += explanation.text.map { $0.isEmpty ? "" : "  " + $0 }
    } else {
      lines += ["  no translation stands for this vote"]
    }
    return ([heading] + lines).joined(separator: "\n") + "\n\n"
  }

  private static func confusion(_ summary: ReplaySummary) -> [String] {
    guard !summary.confusion.isEmpty else { return [] }
    let votes = SampleLabel.allCases.filter { label in
      summary.confusion.values.contains { ($0[label] ?? 0) > 0 }
    }
    let width = 15
    let heading = votes.map { padded($0.rawValue, width) }.joined()
    var lines = [
      "  right answer against vote", "    " + padded("", width, atLeft: false) + heading,
    ]
    for gold in SampleLabel.allCases {
      guard let row = summary.confusion[gold] else { continue }
      let cells = votes.map { padded(String(row[$0] ?? 0), width) }.joined()
      lines.append("    " + padded(gold.rawValue, width, atLeft: false) + cells)
    }
    return lines
  }

  private static func counts(_ what: String, _ counts: [String: Int]) -> [String] {
    guard !counts.isEmpty else { return [] }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return ["  \(what) by code"] + sorted.map { "    \(padded(String($0.value), 6))  \($0.key)" }
  }

  private static func curve(_ points: [BootstrapPoint]) -> [String] {
    guard points.count > 1 else { return [] }
    return ["  accuracy by number of samples (bootstrap, mean and standard deviation)"]
      + points.map { point in
        "    \(padded(String(point.samples), 6))  \(decimal(point.mean * 100, 1)) % "
          + "± \(decimal(point.deviation * 100, 1))"
      }
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "not known: no row says what is right" }
    return "\(decimal(Double(part) / Double(whole) * 100, 1)) % (\(part) of \(whole))"
  }

  private static func padded(_ text: String, _ width: Int, atLeft: Bool = true) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return atLeft ? blanks + text : text + blanks
  }

  /// A number with this many decimals.
  private static func decimal(_ value: Double, _ digits: Int) -> String {
    let scale = [1, 10, 100][digits]
    let scaled = Int((value * Double(scale)).rounded())
    let fraction = String(abs(scaled % scale))
    return "\(scaled / scale)."
      + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
