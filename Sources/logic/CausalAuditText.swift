// An audit's findings as text.

import CausalAxioms
import Diagnostics

enum CausalAuditText {
  /// What was found in every set, and what sets share.
  static func report(_ audits: [SetAudit], _ contamination: [Contamination]) -> String {
    audits.map(section).joined(separator: "\n") + shared(audits, contamination)
  }

  private static func section(_ audit: SetAudit) -> String {
    let labels = audit.labels
    let about = audit.isSampled ? "about " : ""
    var lines = [
      "\(audit.name): \(audit.rows) rows, \(labels.yes) Yes, \(labels.no) No",
      "  distinct      \(about)\(audit.distinctGraphs) graphs, \(audit.distinctCanonical) "
        + "questions up to names, \(audit.duplicates) repeated texts",
    ]
    if audit.labelErrors > 0 {
      let ids = audit.labelErrorIDs.prefix(10).joined(separator: ", ")
      lines.append(
        "  wrong labels  \(audit.labelErrors): \(ids)\(audit.labelErrors > 10 ? ", ..." : "")")
    }
    lines += faults(audit)
    let hops = audit.hops.entries.filter { $0.yes > 0 }.map { "\($0.number): \($0.yes)" }
    if !hops.isEmpty { lines.append("  hops of Yes   \(hops.joined(separator: ", "))") }
    let sizes = audit.conditionSizes.entries.map { "\($0.number): \($0.yes)+\($0.no)" }
    if !sizes.isEmpty { lines.append("  given         \(sizes.joined(separator: ", ")) (Yes+No)") }
    lines.append("  shortcuts     " + shortcuts(audit))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func faults(_ audit: SetAudit) -> [String] {
    var counts = audit.flagged.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.rawValue) \($0.value)" }
    if audit.sizes.larger > 0 {
      counts.append("more nodes than stated \(audit.sizes.larger)")
    }
    if audit.sizes.smaller > 0 {
      counts.append("fewer nodes than stated \(audit.sizes.smaller)")
    }
    for (name, count) in [
      ("no rows", audit.malformed), ("unread", audit.unread), ("unlabelled", audit.unlabelled),
      ("undefined", audit.undefined), ("undecided", audit.undecided),
    ] where count > 0 {
      counts.append("\(name) \(count)")
    }
    return counts.isEmpty ? [] : ["  flagged rows  " + counts.joined(separator: ", ")]
  }

  private static func shortcuts(_ audit: SetAudit) -> String {
    Shortcut.allCases.compactMap { rule in
      audit.accuracy(rule).map { share in
        let mark = audit.leaks.contains(rule) ? "!" : ""
        return "\(rule.rawValue) \(percent(share))\(mark)"
      }
    }.joined(separator: ", ")
  }

  private static func shared(_ audits: [SetAudit], _ contamination: [Contamination]) -> String {
    guard audits.count > 1 else { return "" }
    let found = contamination.filter { $0.canonical > 0 }
    guard !found.isEmpty else { return "\nno question stands in two sets, names aside\n" }
    return "\nshared questions, names aside (the same texts)\n"
      + found.map { "  \($0.canonical) (\($0.texts))  \($0.first)  \($0.second)\n" }.joined()
  }

  /// A share in percent with one decimal.
  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1_000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
