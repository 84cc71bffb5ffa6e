// Finds which strata a family and size have, by drawing the same few hundred graphs in every run.

import Graphs

/// Counts strata over sample graphs.
enum StratumPilot {
  private static let samples = 256
  /// A stratum is used when both labels meet it in this part of the graphs at least: the first
  /// part that any stratum beyond distance 1 reaches.
  private static let thresholds = [0.2, 0.1, 0.02]

  /// The strata of a family and size for a split.
  static func table(
    _ family: Family, size: Int, split: Split, _ surface: Surface = Surface()
  ) -> StratumTable {
    var generator = PairDrawer(surface)
    generator.telling.firstIsolated = size
    var frequencies: [Stratum: (yes: [Double], no: [Double])] = [:]
    for sample in 0..<samples {
      var random = RowRandom(
        seed: 0, split: split, family: family.code, purpose: .pilot, index: size << 16 | sample)
      guard generator.drawGraph(family, size: size, mode: .hardened, &random) else { continue }
      for (stratum, queries) in generator.strataMet(family, &random) {
        for isYes in [true, false] {
          guard let query = isYes ? queries.yes : queries.no else { continue }
          var counts = frequencies[stratum] ?? ([0, 0], [0, 0])
          for first in 0..<2 {
            let met = generator.settle(
              query, firstMentioned: first == 0, split: split, &random)
            guard met else { continue }
            if isYes { counts.yes[first] += 1 } else { counts.no[first] += 1 }
          }
          frequencies[stratum] = counts
        }
      }
    }
    let met = frequencies.map { stratum, counts in
      (stratum: stratum, frequency: min(counts.yes.min()!, counts.no.min()!) / Double(samples))
    }
    let ordered = met.sorted {
      ($0.stratum.distance, $0.stratum.profile) < ($1.stratum.distance, $1.stratum.profile)
    }
    // Chains are drawn around the pair, so that rare strata cost nothing.
    for threshold in family.shape.isChain ? [0.02] : thresholds {
      let table = StratumTable(met: ordered.filter { $0.frequency >= threshold })
      if !table.strata.isEmpty { return table }
    }
    return StratumTable(met: [])
  }

  /// Whether paper mode can ask for both labels: in a complete graph nothing is d-separated.
  static func hasBothLabels(
    _ family: Family, size: Int, _ surface: Surface = Surface()
  ) -> Bool {
    var generator = PairDrawer(surface)
    generator.telling.firstIsolated = size
    var missing: Set = [true, false]
    for sample in 0..<samples where !missing.isEmpty {
      var random = RowRandom(
        seed: 0, split: .train, family: family.code, purpose: .pilot, index: size << 16 | sample)
      guard generator.drawGraph(family, size: size, mode: .paper, &random) else { continue }
      generator.tell(&random)
      missing = missing.filter { generator.findAnyQuery(family, isYes: $0, &random) == nil }
    }
    return missing.isEmpty
  }
}
