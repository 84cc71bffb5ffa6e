// Distinct fingerprints in bounded memory.
//
// A table with open addressing keeps every fingerprint until it holds `limit`; then only those that
// begin with a zero bit are kept, then with two, and so on (adaptive sampling, Flajolet 1990). Up to
// the limit counts are exact but for equal fingerprints of different items (n² / 2⁶⁵ expected pairs);
// beyond it, at depth d, a count is that of the sample times 2ᵈ, with a relative standard error of
// 1.2 / √(size of the sample): 0.04 % for eight million. Because the sample is chosen by the
// fingerprint, an item and its duplicates are kept or dropped together, in every file alike.

/// A set of 64-bit fingerprints.
struct FingerprintSet {
  /// Leading zero bits that kept fingerprints have.
  private(set) var depth = 0
  /// Fingerprints kept.
  private(set) var kept = 0
  /// Occurrences of kept fingerprints, the first of each included.
  private var occurrences = 0
  private var slots: [UInt64]
  private let limit: Int

  /// Fingerprints that are kept before sampling begins: 2²⁴ slots, 128 MiB.
  static let standardLimit = 12_000_000

  init(limit: Int = standardLimit) {
    self.limit = limit
    slots = [UInt64](repeating: 0, count: 1024)
  }

  /// Adds a fingerprint; true when it was there.
  @discardableResult
  mutating func insert(_ fingerprint: UInt64) -> Bool {
    // Zero marks an empty slot.
    let value = max(fingerprint, 1)
    guard value.leadingZeroBitCount >= depth else { return false }
    occurrences += 1
    var at = place(value)
    while slots[at] != 0 {
      if slots[at] == value { return true }
      at = (at + 1) & (slots.count - 1)
    }
    slots[at] = value
    kept += 1
    if kept > limit {
      deepen()
    } else if 4 * kept > 3 * slots.count {
      rebuild(slots.count * 2) { _ in true }
    }
    return false
  }

  func contains(_ fingerprint: UInt64) -> Bool {
    let value = max(fingerprint, 1)
    var at = place(value)
    while slots[at] != 0 {
      if slots[at] == value { return true }
      at = (at + 1) & (slots.count - 1)
    }
    return false
  }

  /// Distinct items, exact when `depth` is 0.
  var count: Int { kept << depth }

  /// Items that were there before, exact when `depth` is 0.
  var repeats: Int { (occurrences - kept) << depth }

  /// Distinct items in both.
  func shared(with other: FingerprintSet) -> Int {
    let deeper = max(depth, other.depth)
    let (small, large) = kept < other.kept ? (self, other) : (other, self)
    var found = 0
    for value in small.slots where value != 0 && value.leadingZeroBitCount >= deeper {
      if large.contains(value) { found += 1 }
    }
    return found << deeper
  }

  private func place(_ value: UInt64) -> Int {
    // The sample is chosen by the leading bits, so the place is taken from the others.
    Int(truncatingIfNeeded: value) & (slots.count - 1)
  }

  private mutating func deepen() {
    depth += 1
    let (before, least) = (kept, depth)
    rebuild(slots.count) { $0.leadingZeroBitCount >= least }
    occurrences = occurrences * kept / max(before, 1)
  }

  private mutating func rebuild(_ size: Int, keep: (UInt64) -> Bool) {
    let old = slots
    slots = [UInt64](repeating: 0, count: size)
    kept = 0
    for value in old where value != 0 && keep(value) {
      var at = place(value)
      while slots[at] != 0 { at = (at + 1) & (size - 1) }
      slots[at] = value
      kept += 1
    }
  }
}
