// How accuracy depends on the number of samples: bootstrap over the samples of each row.
//
//   accuracy(k) = mean over draws of (rows whose vote of k samples, drawn with replacement, is right) / rows
//
// (Efron 1979; Olausson et al. 2023 show the same curve.) A draw's random numbers depend on the seed,
// the row's number, k and the draw alone, so that threads and their number don't change a figure.

/// Accuracy for a number of samples.
public struct BootstrapPoint: Sendable {
  /// Samples a row.
  public var samples: Int
  /// Mean over the draws, 0 to 1.
  public var mean: Double
  /// Standard deviation over the draws.
  public var deviation: Double
}

/// Draws samples of rows.
struct Bootstrap: Sendable {
  /// Draws for each number of samples; 0 for none.
  var draws: Int
  /// Seed of the random numbers.
  var seed: UInt64

  /// Whether the votes of drawn samples are right: for each number of samples, for each draw.
  ///
  /// - Complexity: O(draws · n²) votes' work for n samples.
  func votes<Sample>(
    of samples: [Sample], row: Int, gold: SampleLabel, vote: ([Sample]) -> SampleLabel
  ) -> [[Bool]] {
    guard draws > 0, !samples.isEmpty else { return [] }
    return (1...samples.count).map { count in
      (0..<draws).map { draw in
        var drawn: [Sample] = []
        drawn.reserveCapacity(count)
        for position in 0..<count {
          let number = random(row, count, draw, position)
          drawn.append(samples[Int(number % UInt64(samples.count))])
        }
        return vote(drawn) == gold
      }
    }
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014) over the place of the number.
  private func random(_ row: Int, _ count: Int, _ draw: Int, _ position: Int) -> UInt64 {
    var state = seed
    for part in [row, count, draw, position] {
      state = (state &+ UInt64(truncatingIfNeeded: part)) &* 0x9E37_79B9_7F4A_7C15
      state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
      state ^= state >> 31
    }
    return state
  }
}

/// Gathers draws over rows.
struct BootstrapSum: Sendable {
  private var right: [[Int]] = []
  private var rows: [Int] = []

  mutating func add(_ draws: [[Bool]]) {
    for (index, row) in draws.enumerated() {
      if index == right.count {
        right.append(Array(repeating: 0, count: row.count))
        rows.append(0)
      }
      rows[index] += 1
      for (draw, isRight) in row.enumerated() where isRight { right[index][draw] += 1 }
    }
  }

  /// The curve; a row with fewer samples than a point has no part in it.
  var points: [BootstrapPoint] {
    right.indices.map { index in
      let shares = right[index].map { Double($0) / Double(rows[index]) }
      let mean = shares.reduce(0, +) / Double(shares.count)
      let variance =
        shares.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(max(1, shares.count - 1))
      return BootstrapPoint(samples: index + 1, mean: mean, deviation: variance.squareRoot())
    }
  }
}
