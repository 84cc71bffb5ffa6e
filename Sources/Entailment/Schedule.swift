// Schedules: which engine works for how long, by the class of the problem.
//
// A single strategy is always worse than several complementary ones for a short time each: Vampire's
// portfolio solves more of the sample in one second than its default strategy in five (148 and 142 of
// 224), and our own gain is of the same size. The rows are found by `Benchmarks/strategies`, which
// runs candidates and picks greedily; it can be run again, and no row knows a problem's name.

import Clausification
import Saturation

/// One engine's turn.
///
///     slice ::= milliseconds ("models" | "instances" | [ "sine:" tolerance ":" depth ] strategy)
struct Slice: LosslessStringConvertible {
  /// Who works.
  enum Engine {
    case saturation(SaturationStrategy)
    case models
    case instances
  }

  let engine: Engine
  /// Which statements are looked at; nil for all.
  var selection: AxiomSelection?
  /// CPU milliseconds of the first pass, or what is counted in their place.
  let milliseconds: Int

  /// The slice of a text; nil if it isn't one.
  init?(_ text: String) {
    var words = text.split(separator: " ").map(String.init)[...]
    guard let milliseconds = words.popFirst().flatMap({ Int($0) }), milliseconds > 0 else {
      return nil
    }
    self.milliseconds = milliseconds
    if let word = words.first, word.hasPrefix("sine:") {
      let numbers = word.dropFirst(5).split(separator: ":").compactMap { Int($0) }
      guard numbers.count == 2 else { return nil }
      selection = AxiomSelection(tolerance: numbers[0], depth: numbers[1])
      words.removeFirst()
    }
    guard let name = words.popFirst(), words.isEmpty else { return nil }
    if name == "models" {
      engine = .models
    } else if name == "instances" {
      engine = .instances
    } else if let strategy = SaturationStrategy(name) {
      engine = .saturation(strategy)
    } else {
      return nil
    }
  }

  /// A slice of one strategy alone.
  init(_ strategy: SaturationStrategy, milliseconds: Int) {
    engine = .saturation(strategy)
    self.milliseconds = milliseconds
  }

  var description: String {
    let selected = selection.map { "sine:\($0.tolerance):\($0.depth) " } ?? ""
    switch engine {
    case .models: return "\(milliseconds) models"
    case .instances: return "\(milliseconds) instances"
    case .saturation(let strategy): return "\(milliseconds) \(selected)\(strategy)"
    }
  }
}

/// The slices of one class of problems, gone through again with longer times as long as needed.
struct Schedule {
  let slices: [Slice]

  /// Later passes take so many times the time of the one before.
  static let growth = 3

  init(for problemClass: ProblemClass) {
    slices = Self.rows(of: problemClass).split(separator: "\n").map { row in
      guard let slice = Slice(String(row)) else { fatalError("no slice of a schedule: \(row)") }
      return slice
    }
  }

  /// A schedule of one strategy alone.
  init(_ strategy: SaturationStrategy) { slices = [Slice(strategy, milliseconds: 1_000)] }

  /// Slice number `index` of the endless sequence.
  subscript(index: Int) -> (slice: Slice, milliseconds: Int) {
    let (pass, position) = index.quotientAndRemainder(dividingBy: slices.count)
    let factor = (0..<min(pass, 12)).reduce(1) { product, _ in product * Self.growth }
    return (slices[position], slices[position].milliseconds * factor)
  }
}
