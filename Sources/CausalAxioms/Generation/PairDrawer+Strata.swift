// Every stratum that a graph has, with one question of either label: for the sample that finds strata.

import Graphs

extension PairDrawer {
  /// The strata of the present graph, in one order: what is drawn depends on it.
  mutating func strataMet(
    _ family: Family, _ random: inout RowRandom
  ) -> [(stratum: Stratum, queries: (yes: PairQuery?, no: PairQuery?))] {
    var found: [(stratum: Stratum, queries: (yes: PairQuery?, no: PairQuery?))] = []
    for stratum in candidates(family) {
      let yes = findQuery(family, stratum, isYes: true, &random)
      let no = findQuery(family, stratum, isYes: false, &random)
      if yes != nil || no != nil { found.append((stratum, (yes, no))) }
    }
    return found
  }

  private mutating func candidates(_ family: Family) -> [Stratum] {
    let count = drawer.graph.count
    switch family.axiom {
    case .dSeparation(let isEmpty):
      let sizes = isEmpty ? 0...0 : 1...max(1, min(Self.largestCondition, count - 2))
      return (2...Self.deep).flatMap { distance in
        sizes.flatMap { size in
          (0..<(isEmpty ? 1 : 2)).map { Stratum(distance: distance, profile: size * 2 + $0) }
        }
      }
    case .transitivity, .rule:
      // Only what some pair with a path shows can be a stratum.
      var strata: Set<Stratum> = []
      for x in 0..<count {
        hops.run(from: x, in: drawer.graph)
        for distance in stride(from: 1, through: hops.depth, by: 1) {
          for y in hops.level(distance).nodes {
            guard let profile = DegreeProfile.of(x, y, in: drawer.graph) else { continue }
            strata.insert(Stratum(distance: distance, profile: profile))
          }
        }
      }
      return strata.sorted { ($0.distance, $0.profile) < ($1.distance, $1.profile) }
    }
  }
}
