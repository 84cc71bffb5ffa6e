// What the rows of a set are like, summed while they are written.

import JSON

/// Sums over rows.
struct GenerationStatistics: Sendable {
  private(set) var rows = 0
  private var yes = 0
  private var bytes = 0
  private var nodes = [Int](repeating: 0, count: 65)
  private var hops = [[Int]](repeating: [Int](repeating: 0, count: 65), count: 2)
  private var right = [Int](repeating: 0, count: Shortcut.allCases.count)
  private var fitted = FittedTallies()
  private var graphs = DistinctCounter()
  private var forms = DistinctCounter()

  mutating func add(_ row: RowFacts) {
    rows += 1
    if row.isYes { yes += 1 }
    nodes[row.nodes] += 1
    hops[row.isYes ? 1 : 0][row.hops] += 1
    for place in right.indices where (row.shortcuts >> UInt32(place) & 1 == 1) == row.isYes {
      right[place] += 1
    }
    fitted.add(row.numbers, row.isYes ? .yes : .no)
    graphs.insert(row.graph)
    forms.insert(row.form)
  }

  mutating func add(_ other: GenerationStatistics) {
    rows += other.rows
    yes += other.yes
    for place in nodes.indices { nodes[place] += other.nodes[place] }
    for label in 0..<2 {
      for place in hops[label].indices { hops[label][place] += other.hops[label][place] }
    }
    for place in right.indices { right[place] += other.right[place] }
    fitted.add(other.fitted)
    graphs.formUnion(other.graphs)
    forms.formUnion(other.forms)
  }

  /// The members of the manifest that are sums.
  func members(axioms: [Family.Axiom]) -> [(String, JSONValue)] {
    [
      ("rows", .integer(rows)),
      ("yes", .integer(yes)),
      ("no", .integer(rows - yes)),
      ("nodes", Self.histogram(nodes)),
      ("hops", .object([("Yes", Self.histogram(hops[1])), ("No", Self.histogram(hops[0]))])),
      ("distinct_graphs", distinct(graphs)),
      ("distinct_canonical", distinct(forms)),
      (
        "shortcuts",
        .object(
          Shortcut.allCases.compactMap { rule in
            accuracy(rule, axioms).map { score in
              (rule.rawValue, .number((score * 10_000).rounded() / 10_000))
            }
          })
      ),
    ]
  }

  private func accuracy(_ rule: Shortcut, _ axioms: [Family.Axiom]) -> Double? {
    guard rows > 0 else { return nil }
    if rule == .majority { return Double(max(yes, rows - yes)) / Double(rows) }
    guard Shortcut.generated.contains(rule) else { return fitted.accuracy(rule) }
    guard axioms.contains(where: { rule.applies(to: $0) }) else { return nil }
    return Double(right[rule.number]) / Double(rows)
  }

  private static func histogram(_ counts: [Int]) -> JSONValue {
    .object(
      counts.indices.filter { counts[$0] > 0 }.map { ("\($0)", .integer(counts[$0])) })
  }

  private func distinct(_ counter: DistinctCounter) -> JSONValue {
    .object([
      // An estimate may be above what is possible.
      ("count", .integer(min(counter.count, rows))),
      ("standard_error", .number(counter.isExact ? 0 : DistinctCounter.standardError)),
    ])
  }
}
