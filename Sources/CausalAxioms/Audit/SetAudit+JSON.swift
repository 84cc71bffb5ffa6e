// An audit's findings as JSON: counts, histograms as objects from number to count, shares of 1.

import Diagnostics
import JSON

extension SetAudit {
  /// Rules that score more than five points from chance.
  public var leaks: [Shortcut] {
    Shortcut.allCases.filter { rule in accuracy(rule).map { abs($0 - 0.5) > 0.05 } ?? false }
  }

  /// Whether the set is without faults: labels, cycles, sizes, degenerate and repeated questions.
  public var isClean: Bool {
    malformed + unread + unlabelled + undefined + undecided + labelErrors + sizes.larger
      + duplicates == 0
      && flagged.isEmpty
  }

  /// The findings.
  public var json: JSONValue {
    .object(faults + distinctness + histograms)
  }

  private var faults: [(String, JSONValue)] {
    func flags(_ code: DiagnosticCode) -> JSONValue { .integer(flagged[code] ?? 0) }
    return [
      ("file", .string(name)), ("rows", .integer(rows)),
      ("label_errors", .integer(labelErrors)),
      ("label_error_ids", .array(labelErrorIDs.map { .string($0) })),
      ("cyclic", flags(.cyclicPremises)), ("same_node", flags(.sameNode)),
      ("unknown_nodes", flags(.unknownNode)), ("duplicate_edges", flags(.duplicateEdge)),
      ("missing_full_stops", flags(.missingFullStop)),
      ("grammar_word_names", flags(.grammarWordName)),
      ("overlapping_conditions", flags(.overlappingCondition)),
      ("size_larger", .integer(sizes.larger)), ("size_smaller", .integer(sizes.smaller)),
      ("malformed", .integer(malformed)), ("unread", .integer(unread)),
      ("unread_ids", .array(unreadIDs.map { .string($0) })),
      ("unlabelled", .integer(unlabelled)), ("undefined", .integer(undefined)),
      ("undecided", .integer(undecided)),
    ]
  }

  private var distinctness: [(String, JSONValue)] {
    [
      ("distinct_graphs", .integer(distinctGraphs)),
      ("distinct_shapes", .integer(distinctShapes)),
      ("distinct_canonical", .integer(distinctCanonical)),
      ("duplicates", .integer(duplicates)),
      ("canonical_duplicates", .integer(canonicalDuplicates)),
      ("sampled", .bool(isSampled)),
    ]
  }

  private var histograms: [(String, JSONValue)] {
    let labels = labels
    let lost = unconnected.entries.first
    let strata = distances.balance + (lost.map { [("none", Self.pair($0.yes, $0.no))] } ?? [])
    return [
      ("labels", Self.pair(labels.yes, labels.no)),
      ("balance_by_distance", .object(strata)),
      ("condition_sizes", .object(conditionSizes.balance)),
      ("stated_nodes", .object(statedNodes.totals)), ("nodes", .object(countedNodes.totals)),
      ("hops", .object(hops.yesCounts)),
      (
        "shortcuts",
        .object(
          Shortcut.allCases.compactMap { rule in
            accuracy(rule).map { (rule.rawValue, .number(($0 * 10_000).rounded() / 10_000)) }
          })
      ),
      ("leaks", .array(leaks.map { .string($0.rawValue) })),
    ]
  }

  private static func pair(_ yes: Int, _ no: Int) -> JSONValue {
    ["Yes": .integer(yes), "No": .integer(no)]
  }
}

extension LabelTally {
  fileprivate var balance: [(String, JSONValue)] {
    entries.map { ("\($0.number)", ["Yes": .integer($0.yes), "No": .integer($0.no)]) }
  }

  fileprivate var totals: [(String, JSONValue)] {
    entries.map { ("\($0.number)", .integer($0.yes + $0.no)) }
  }

  fileprivate var yesCounts: [(String, JSONValue)] {
    entries.filter { $0.yes > 0 }.map { ("\($0.number)", .integer($0.yes)) }
  }
}
