// The schedules of all classes.

import Clausification
import Saturation

extension Schedule {
  static func slices(of problemClass: ProblemClass) -> [Slice] {
    func slice(_ milliseconds: Int, _ change: (inout SaturationStrategy) -> Void) -> Slice {
      var strategy = SaturationStrategy()
      strategy.dropsUnreachable = true
      change(&strategy)
      return Slice(engine: .saturation(strategy), milliseconds: milliseconds)
    }
    let goalDirected: [SaturationStrategy.Queue] = [
      .init(1, .weight(ClauseWeight(distantPercent: 1_000))), .init(1, .age),
    ]
    let models = Slice(engine: .models, milliseconds: 200)
    let base = [
      slice(200) { $0.selection = .none },
      models,
      slice(200) { $0.queues = goalDirected },
      slice(200) { _ in },
      slice(200) {
        $0.selection = .none
        $0.queues = goalDirected
      },
    ]
    guard problemClass == .manyAxioms else { return base }
    return base.map {
      var slice = $0
      slice.selection = AxiomSelection(tolerance: 150, depth: 3)
      return slice
    } + base
  }
}
