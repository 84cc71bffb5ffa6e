// Names met in a text, each made into a String once and known by a small number.
//
// A text of a megabyte names a few thousand symbols a hundred thousand times; looking bytes up in an
// open-addressed table (FNV-1a, linear probing, at most half full) is several times cheaper than
// making and hashing a String each time, and the numbers index plain arrays.

/// Interns names given as bytes.
struct NameTable {
  /// The names, by number.
  private(set) var names: [String] = []
  private var ranges: [Range<Int>] = []
  private var slots = [Int32](repeating: -1, count: 32)

  /// The number of the name that stands at `range` of `bytes`; nil when it isn't UTF-8.
  ///
  /// All calls must give the same `bytes`.
  mutating func number(of range: Range<Int>, in bytes: [UInt8]) -> Int? {
    var slot = hash(range, bytes) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = ranges[Int(slots[slot])]
      if known.count == range.count, isEqual(known, range, bytes) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard let name = String(validating: bytes[range], as: UTF8.self) else { return nil }
    slots[slot] = Int32(names.count)
    names.append(name)
    ranges.append(range)
    if names.count * 2 > slots.count { grow(bytes) }
    return names.count - 1
  }

  private func isEqual(_ left: Range<Int>, _ right: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let shift = right.lowerBound - left.lowerBound
    for at in left where bytes[at] != bytes[at + shift] { return false }
    return true
  }

  private func hash(_ range: Range<Int>, _ bytes: [UInt8]) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for at in range { hash = (hash ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  private mutating func grow(_ bytes: [UInt8]) {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, range) in ranges.enumerated() {
      var slot = hash(range, bytes) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
