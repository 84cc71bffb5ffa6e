// Schedules: which engine works for how long, by the class of the problem.
//
// A single strategy is always worse than several complementary ones for a short time each: Vampire's
// portfolio solves more of the sample in one second than its default strategy in five (148 and 142 of
// 224), and our own gain is of the same size. The rows are found by `Benchmarks/strategies`, which
// runs candidates and picks greedily; it can be run again, and no row knows a problem's name.

import Clausification
import Saturation

/// One engine's turn.
struct Slice {
  /// Who works.
  enum Engine {
    case saturation(SaturationStrategy)
    case models
  }

  let engine: Engine
  /// Which statements are looked at; nil for all.
  var selection: AxiomSelection?
  /// CPU milliseconds of the first pass, or what is counted in their place.
  let milliseconds: Int
}

/// The slices of one class of problems, gone through again with longer times as long as needed.
struct Schedule {
  let slices: [Slice]

  /// Later passes take so many times the time of the one before.
  static let growth = 3

  init(for problemClass: ProblemClass) { slices = Self.slices(of: problemClass) }

  /// Slice number `index` of the endless sequence.
  subscript(index: Int) -> (slice: Slice, milliseconds: Int) {
    let (pass, position) = index.quotientAndRemainder(dividingBy: slices.count)
    let factor = (0..<min(pass, 12)).reduce(1) { product, _ in product * Self.growth }
    return (slices[position], slices[position].milliseconds * factor)
  }
}
