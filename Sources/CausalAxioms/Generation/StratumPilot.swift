// Finds which strata a family and size have, by drawing the same few thousand graphs in every run.
//
// First pairs are counted in graphs of the shape: a stratum's weight is how many pairs a graph has of the
// rarer label. Then rows of each stratum, label and first mention are tried: it counts only if tries
// succeed often enough, and is drawn by weight and success, which keeps rejection cheap.

import Graphs

/// Counts strata over sample graphs.
enum StratumPilot {
  // As many tries as give so many successes, or the most.
  private static let tries = 128
  private static let successes = 8
  /// Of the tries of a stratum so many must succeed with either label: the first part that any stratum
  /// beyond distance 1 reaches. Where the pair comes first and the graph after it, and where no two
  /// degrees must be met, tries fail less.
  private static func thresholds(_ kind: PairKind) -> [Double] {
    switch (kind.question, kind.shape) {
    case (.separation, _), (.path, .random): [0.2, 0.1, 0.03, 0.01]
    default: [0.08, 0.03, 0.01]
    }
  }
  /// A distance is asked for when a graph has this many pairs at it; less where none has so many.
  private static let leastPairs = [0.1, 0.01]
  /// A profile is, when it is this frequent beside the most frequent one of the distance.
  private static let leastPart = 1.0 / 16

  /// The strata of a family and size for a split.
  static func table(
    _ family: Family, size: Int, split: Split, _ surface: Surface = Surface()
  ) -> StratumTable {
    let kind = PairKind(family)
    var drawer = PairDrawer(surface)
    drawer.telling.firstIsolated = size
    for pairs in kind.question == .separation ? [0] : leastPairs {
      let candidates = candidates(family, kind, size, split, leastPairs: pairs, &drawer)
      var met: [(stratum: Stratum, frequency: Double, success: Double)] = []
      for (number, candidate) in candidates.enumerated() {
        var random = RowRandom(
          seed: 1, split: split, family: family.code, purpose: .pilot, index: size << 16 | number)
        let success = leastSuccess(kind, size, candidate.stratum, split, &drawer, &random)
        met.append((candidate.stratum, candidate.weight * success, success))
      }
      for threshold in thresholds(kind) {
        let table = StratumTable(
          met: met.filter { $0.success >= threshold }.map { ($0.stratum, $0.frequency) })
        if !table.strata.isEmpty { return table }
      }
    }
    return StratumTable(met: [])
  }

  // Part of the tries that succeed, with the label and first mention that are worst off.
  private static func leastSuccess(
    _ kind: PairKind, _ size: Int, _ stratum: Stratum, _ split: Split,
    _ drawer: inout PairDrawer, _ random: inout RowRandom
  ) -> Double {
    var least = 1.0
    for cell in 0..<(kind.question == .path ? 4 : 2) where least > 0 {
      var successes = 0
      var count = 0
      while count < tries, successes < Self.successes {
        let query = drawer.tryStratum(
          kind, size: size, stratum, isYes: cell & 1 == 0, isXFirst: cell & 2 == 0, split: split,
          &random)
        count += 1
        if query != nil { successes += 1 }
      }
      least = min(least, Double(successes) / Double(count))
    }
    return least
  }

  private static func candidates(
    _ family: Family, _ kind: PairKind, _ size: Int, _ split: Split, leastPairs: Double,
    _ drawer: inout PairDrawer
  ) -> [(stratum: Stratum, weight: Double)] {
    if kind.question == .separation {
      let sizes = 1...max(1, min(PairDrawer.largestCondition, size - 2))
      return (2...PairDrawer.deep).flatMap { distance in
        sizes.flatMap { given in
          (0..<2).map { (Stratum(distance: distance, profile: given * 2 + $0), 1) }
        }
      }
    }
    // Larger graphs have more pairs.
    let samples = max(64, min(256, 5120 / size))
    var counts: [Stratum: (yes: Int, no: Int)] = [:]
    for sample in 0..<samples {
      var random = RowRandom(
        seed: 0, split: split, family: family.code, purpose: .pilot, index: size << 16 | sample)
      guard drawer.drawGraph(kind, size: size, mode: .hardened, &random) else { continue }
      drawer.countPairs(kind.question, into: &counts)
    }
    var found: [(stratum: Stratum, weight: Double)] = []
    for entries in Dictionary(grouping: counts, by: \.key.distance).values {
      let weights = entries.map { Double(min($0.value.yes, $0.value.no)) / Double(samples) }
      guard weights.reduce(0, +) >= leastPairs, let most = weights.max() else { continue }
      for (entry, weight) in zip(entries, weights) where weight > 0 && weight >= most * leastPart {
        found.append((entry.key, weight))
      }
    }
    return found.sorted {
      ($0.stratum.distance, $0.stratum.profile) < ($1.stratum.distance, $1.stratum.profile)
    }
  }

  /// Whether paper mode can ask for both labels: in a complete graph nothing is d-separated.
  static func hasBothLabels(
    _ family: Family, size: Int, _ surface: Surface = Surface()
  ) -> Bool {
    let kind = PairKind(family)
    var drawer = PairDrawer(surface)
    drawer.telling.firstIsolated = size
    var missing: Set = [true, false]
    for sample in 0..<256 where !missing.isEmpty {
      var random = RowRandom(
        seed: 0, split: .train, family: family.code, purpose: .pilot, index: size << 16 | sample)
      guard drawer.drawGraph(kind, size: size, mode: .paper, &random) else { continue }
      drawer.tell(&random)
      missing = missing.filter { drawer.findAnyQuery(kind, isYes: $0, &random) == nil }
    }
    return missing.isEmpty
  }
}
