// Counts distinct hashes in bounded memory: exactly while they are few, then by HyperLogLog.
//
// HyperLogLog (Flajolet, Fusy, Gandouet and Meunier 2007): register j keeps the longest run of leading
// zeros among the hashes whose first 14 bits are j; the harmonic mean of 2^-register gives the count with
// a standard error of 1.04 / sqrt(2^14) = 0.8 %. Beyond the exact limit the small-range correction of the
// paper is not needed.

import Glibc

/// How many different hashes were seen.
struct DistinctCounter: Sendable {
  private static let exactLimit = 1 << 16
  private static let bits = 14
  private var exact: Set<UInt64>? = []
  private var registers = [UInt8](repeating: 0, count: 1 << bits)

  /// The standard error of the count once it isn't exact.
  static let standardError = 0.008

  /// Whether the count is exact.
  var isExact: Bool { exact != nil }

  mutating func insert(_ hash: UInt64) {
    if exact != nil {
      exact!.insert(hash)
      if exact!.count > Self.exactLimit { exact = nil }
    }
    // The hashes are counted by bits that the split of forms doesn't look at.
    let mixed = mix(hash)
    let register = Int(mixed >> UInt64(64 - Self.bits))
    let zeros = (mixed << UInt64(Self.bits) | 1 << UInt64(Self.bits - 1)).leadingZeroBitCount
    registers[register] = max(registers[register], UInt8(zeros + 1))
  }

  /// Adds what another counter has seen.
  mutating func formUnion(_ other: DistinctCounter) {
    if let mine = exact, let theirs = other.exact {
      let union = mine.union(theirs)
      exact = union.count > Self.exactLimit ? nil : union
    } else {
      exact = nil
    }
    for place in registers.indices {
      registers[place] = max(registers[place], other.registers[place])
    }
  }

  /// The number, or its estimate.
  var count: Int {
    if let exact { return exact.count }
    let m = Double(registers.count)
    let sum = registers.reduce(0) { $0 + exp2(-Double($1)) }
    return Int((0.7213 / (1 + 1.079 / m) * m * m / sum).rounded())
  }
}
