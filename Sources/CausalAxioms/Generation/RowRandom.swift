// Counter-based randomness: row i of a set can be made alone, in any order, on any thread.
//
// A row's numbers are a function of (seed, split, family, row, draw). Seed, split, family and row are
// the 128-bit counter of Philox2x64-10 under a fixed key (Salmon, Moraes, Dror and Shaw 2011), which is
// a bijection: no two rows, splits, families or seeds begin at the same place. Its two words are the
// state and the increment of SplitMix64 (Steele, Lea and Flood 2014), whose j-th output is one mixing
// of state + j * increment. Philox for every draw would be as good and costs four times as much; the
// usual seed + i gives two sets with near seeds the same rows, shifted.

/// The numbers of one row.
struct RowRandom {
  /// What the numbers are for; each purpose has its own stream.
  enum Purpose: UInt64 {
    /// A row.
    case row = 0
    /// What the rows 2k and 2k + 1 have in common.
    case pair = 1
    /// The samples that show which strata exist.
    case pilot = 2
  }

  private var state: UInt64
  private let increment: UInt64
  // What small numbers are cut from, and how many are still to be.
  private var rest: UInt64 = 0
  private var left = 0

  /// The stream of a row. Splits number below 4, families below 4096, rows below 2^48.
  init(seed: UInt64, split: Split, family: Int, purpose: Purpose, index: Int) {
    var x0 = seed
    var x1 =
      split.number << 62 | UInt64(family) << 50 | purpose.rawValue << 48 | UInt64(index)
    var key: UInt64 = 0x5851_f42d_4c95_7f2d
    for _ in 0..<10 {
      let product = x0.multipliedFullWidth(by: 0xd2b7_4407_b1ce_6e93)
      x0 = product.high ^ key ^ x1
      x1 = product.low
      key &+= 0x9e37_79b9_7f4a_7c15
    }
    state = x0
    increment = x1 | 1
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= increment
    return mix(state)
  }

  /// A number from 0 to `count` - 1, by multiplication (Lemire 2019); off even by `count` / 2^64.
  mutating func below(_ count: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: count)).high)
  }

  /// A number from 0 to `count` - 1, four to a random word: multiplication leaves in its low half the
  /// bits that were not used. Up to 2048 the fourth still has 31 bits, and is even up to 2^-20.
  @inline(__always)
  mutating func small(_ count: Int) -> Int {
    if left == 0 {
      rest = next()
      left = 4
    }
    left &-= 1
    let product = rest.multipliedFullWidth(by: UInt64(truncatingIfNeeded: count))
    rest = product.low
    return Int(truncatingIfNeeded: product.high)
  }
}

extension RowRandom {
  /// A number from 0 up to 1.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Two different numbers from 0 to `count` - 1, the lower first.
  @inline(__always)
  mutating func smallPair(_ count: Int) -> (Int, Int) {
    let a = small(count)
    let b = skip(small(count &- 1), a)
    return (min(a, b), max(a, b))
  }
}

/// A number, one more from another on: numbering what is left without it. Written without a comparison,
/// of which the compiler makes a branch that nobody can guess.
@inline(__always)
func skip(_ number: Int, _ other: Int) -> Int {
  number &+ 1 &+ (number &- other) &>> 63
}

/// The finaliser of SplitMix64: a bijection in which every bit depends on every bit.
func mix(_ word: UInt64) -> UInt64 {
  var z = word
  z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
  z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
  return z ^ z >> 31
}

/// The parts of a data set; they share no text, and in hardened mode no canonical form.
public enum Split: String, CaseIterable, Sendable {
  /// Nearly all.
  case train
  /// For choosing a model.
  case validation
  /// For the last word.
  case test

  var number: UInt64 {
    switch self {
    case .train: 0
    case .validation: 1
    case .test: 2
    }
  }

  // Of ten canonical forms one is for testing, one for validation.
  init(formHash: UInt64) {
    switch formHash.multipliedFullWidth(by: 10).high {
    case 0: self = .test
    case 1: self = .validation
    default: self = .train
    }
  }
}

/// A permutation of the numbers below 62^6, or another number: a Feistel network of four rounds over
/// the bits of these, walked until it lands below (Black and Rogaway 2002).
///
/// A row's serial number spells the first six characters of its names, so two rows of one set never
/// have the same text.
struct SerialPermutation {
  /// 62^6.
  static let count = 56_800_235_584
  /// How many numbers are permuted.
  var count: Int { Int(size) }
  private let key: UInt64
  private let size: UInt64
  // Bits of either half.
  private let half: UInt64

  init(seed: UInt64, family: Int, size: Int = Self.count) {
    key = mix(seed ^ mix(UInt64(family) &+ 0x5e71_a1))
    self.size = UInt64(size)
    half = UInt64(65 - UInt64(max(size - 1, 1)).leadingZeroBitCount) / 2
  }

  func callAsFunction(_ number: Int) -> Int {
    var word = UInt64(number)
    repeat {
      var left = word >> half
      var right = word & (1 << half &- 1)
      for round in 0..<4 {
        let f = (right ^ key >> (UInt64(round) &* 12)) &* 0x9e37_79b9_7f4a_7c15 &+ key
        (left, right) = (right, left ^ ((f ^ f >> 29) &* 0xbf58_476d_1ce4_e5b9) >> (64 &- half))
      }
      word = left << half | right
    } while word >= size
    return Int(word)
  }
}
