// The strata of hardened mode: what rows of both labels have alike.
//
// A shortcut is a rule that looks at something else than the axiom: which name is mentioned first, whether
// the edge X -> Y is stated, whether X is some cause and Y some effect, which of them has more
// effects. It scores 50 % when what it looks at is distributed alike among Yes and No. So rows come in
// pairs, 2k and 2k + 1, with opposite labels and the same stratum:
//
//   transitivity: the distance (for Yes the hops from X to Y; for No the hops along edges of either
//     direction), which node is mentioned first, and the profile of degrees below;
//   d-separation: the distance along edges of either direction, whether X and Y are d-separated given
//     nothing, and the size of the given set.
//
// An edge X -> Y gives Yes away: distance 1 is left to one pair of rows in sixteen, so that "stated edge"
// scores 53 %. An adjacent pair is never d-separated, so d-separation is asked of other pairs only.
//
// Which strata exist depends on shape, size and split (the 3-node chain has no No pair in which X is a
// cause and Y an effect; a complete graph has distance 1 only). A sample of graphs, the same in every
// run, shows it; a stratum counts when both labels meet it often enough, and is drawn as often as
//  the rarer label meets it, which also keeps rejection cheap.

import Graphs

/// What a pair of rows has alike.
struct Stratum: Sendable, Hashable {
  /// Hops; `deep` and more where it is the greatest of d-separation.
  var distance: Int
  /// Transitivity: the profile. d-separation: size of the given set * 2 + separated given nothing.
  var profile: Int
}

/// The strata of one family and size, and how often each is drawn.
struct StratumTable: Sendable {
  private(set) var strata: [Stratum] = []
  private var upTo: [Double] = []

  /// Part of the pairs of rows that have distance 1.
  static let adjacentShare = 1.0 / 16

  /// Makes a table from how often each stratum was met: the distances beyond 1 in equal parts, within
  /// each its profiles by frequency.
  init(met: [(stratum: Stratum, frequency: Double)]) {
    let distances = Set(met.map(\.stratum.distance)).sorted()
    let far = distances.filter { $0 > 1 }
    // Without a distance beyond 1 the stated edge decides: no table.
    guard !far.isEmpty else { return }
    let nearShare = distances.contains(1) ? Self.adjacentShare : 0
    var sum = 0.0
    for distance in distances {
      let entries = met.filter { $0.stratum.distance == distance }
      let share = distance == 1 ? nearShare : (1 - nearShare) / Double(far.count)
      let total = entries.reduce(0) { $0 + $1.frequency }
      for entry in entries {
        sum += share * entry.frequency / total
        strata.append(entry.stratum)
        upTo.append(sum)
      }
    }
    upTo[upTo.count - 1] = 1
  }

  /// The stratum at a place from 0 up to 1.
  func pick(_ place: Double) -> Stratum {
    var low = 0
    var high = upTo.count - 1
    while low < high {
      let middle = (low + high) / 2
      if place < upTo[middle] { high = middle } else { low = middle + 1 }
    }
    return strata[low]
  }
}

/// Degrees of the pair asked about, as far as a rule could use them.
enum DegreeProfile {
  /// How many profiles there are.
  static let count = 108

  /// The pair's profile: which of the two has more effects, more causes, more of both; whether X has
  /// a cause; whether Y has an effect. Nil when X is no cause or Y no effect: that is No at once.
  static func of(_ x: Int, _ y: Int, in graph: borrowing SmallDAG) -> Int? {
    of(
      outX: graph.children(x).count, inX: graph.parents(x).count,
      outY: graph.children(y).count, inY: graph.parents(y).count)
  }

  /// The profile of a pair with these numbers of effects and causes.
  static func of(outX: Int, inX: Int, outY: Int, inY: Int) -> Int? {
    guard outX > 0, inY > 0 else { return nil }
    let comparisons = (sign(outX - outY) * 3 + sign(inX - inY)) * 3 + sign(outX + inX - outY - inY)
    return comparisons * 4 + (inX > 0 ? 2 : 0) + (outY > 0 ? 1 : 0)
  }

  private static func sign(_ difference: Int) -> Int {
    difference < 0 ? 0 : difference == 0 ? 1 : 2
  }
}
