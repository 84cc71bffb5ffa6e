// The strata of hardened mode: what rows of both labels have alike.
//
// A shortcut is a rule that looks at something else than the axiom: which name is mentioned first, whether
// the edge X -> Y is stated, whether X is some cause and Y some effect, which of them has more
// effects. It scores 50 % when what it looks at is distributed alike among Yes and No. So rows come in
// pairs, 2k and 2k + 1, with opposite labels and the same stratum:
//
//   transitivity: the distance (for Yes the hops from X to Y; for No the hops along edges of either
//     direction), which node is mentioned first, and how many causes and effects X and Y have;
//   d-separation given sets: the distance along edges of either direction, whether X and Y are
//     d-separated given nothing, and the size of the given set;
//   d-separation given nothing: the distance, and how many causes and effects the two have.
//
// With the numbers of causes and effects alike, every rule that compares, adds or fits them is at 50 %.
//
// An edge X -> Y gives Yes away: distance 1 is left to one pair of rows in sixteen, so that "stated edge"
// scores 53 %. An adjacent pair is never d-separated, so d-separation is asked of other pairs only.
//
// Which strata exist depends on shape, size and split (the 3-node chain has no No pair in which X is a
// cause and Y an effect; a complete graph has distance 1 only). A sample, the same in every run, shows it
// (StratumPilot).

import Graphs

/// How many effects and causes a node has.
struct Degrees: Sendable, Hashable, Comparable {
  var out: Int
  var `in`: Int

  init(out: Int, in causes: Int) {
    self.out = out
    self.in = causes
  }

  init(_ node: Int, in graph: borrowing SmallDAG) {
    out = graph.children(node).count
    self.in = graph.parents(node).count
  }

  /// Edges.
  var sum: Int { out + self.in }

  mutating func add(isOut: Bool) {
    if isOut { out += 1 } else { self.in += 1 }
  }

  static func < (one: Degrees, other: Degrees) -> Bool {
    (one.out, one.in) < (other.out, other.in)
  }
}

/// What a pair of rows has alike.
struct Stratum: Sendable, Hashable {
  /// Hops; `deep` and more where it is the greatest of d-separation.
  var distance: Int
  /// Degrees of the two, six bits each; of d-separation given sets: size of the set * 2 + separated
  /// given nothing.
  var profile: Int

  init(distance: Int, profile: Int) {
    self.distance = distance
    self.profile = profile
  }

  init(distance: Int, _ x: Degrees, _ y: Degrees) {
    self.distance = distance
    profile = x.out | x.in << 6 | y.out << 12 | y.in << 18
  }

  /// The degrees of X and Y, where the profile is these.
  var degrees: (x: Degrees, y: Degrees) {
    (
      Degrees(out: profile & 63, in: profile >> 6 & 63),
      Degrees(out: profile >> 12 & 63, in: profile >> 18 & 63)
    )
  }
}

/// The strata of one family and size, and how often each is drawn.
struct StratumTable: Sendable {
  private(set) var strata: [Stratum] = []
  // The strata's numbers, each as often as it is drawn: a look instead of a search.
  private var slots: [UInt16] = []

  private static let slotBits = 10

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
        let count = Int((sum * Double(1 << Self.slotBits)).rounded()) - slots.count
        // Less than a slot is never drawn.
        guard count > 0 else { continue }
        slots += Array(repeating: UInt16(strata.count), count: count)
        strata.append(entry.stratum)
      }
    }
  }

  /// The stratum that a random word chooses.
  func pick(_ word: UInt64) -> Stratum {
    strata[Int(slots[Int(truncatingIfNeeded: word >> UInt64(64 - Self.slotBits))])]
  }
}
