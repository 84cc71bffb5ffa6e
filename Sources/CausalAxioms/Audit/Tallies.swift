// Counts by number and label.

/// How often each small number occurred, with Yes and with No.
public struct LabelTally: Sendable {
  private var yes: [Int] = []
  private var no: [Int] = []

  /// Counts one occurrence; numbers from `Self.last` on count as that.
  mutating func add(_ number: Int, _ label: Label) {
    let place = min(number, Self.last)
    if place >= yes.count {
      let missing = place + 1 - yes.count
      yes.append(contentsOf: repeatElement(0, count: missing))
      no.append(contentsOf: repeatElement(0, count: missing))
    }
    if label == .yes { yes[place] += 1 } else { no[place] += 1 }
  }

  /// Adds the counts of another tally.
  mutating func add(_ other: LabelTally) {
    let missing = other.yes.count - yes.count
    if missing > 0 {
      yes.append(contentsOf: repeatElement(0, count: missing))
      no.append(contentsOf: repeatElement(0, count: missing))
    }
    for place in other.yes.indices {
      yes[place] += other.yes[place]
      no[place] += other.no[place]
    }
  }

  /// Occurrences of all numbers.
  var count: Int { yes.reduce(0, +) + no.reduce(0, +) }

  /// The largest number counted by itself.
  public static let last = 4_095

  /// The numbers that occurred, ascending, with their counts.
  public var entries: [(number: Int, yes: Int, no: Int)] {
    yes.indices.filter { yes[$0] + no[$0] > 0 }.map { ($0, yes[$0], no[$0]) }
  }

  /// Right answers of the best rule that knows the number only.
  var bestByNumber: Int { entries.reduce(0) { $0 + max($1.yes, $1.no) } }

  /// Right answers of the best rule "Yes from some number on", or its opposite.
  var bestByThreshold: Int {
    let entries = entries
    let allYes = entries.reduce(0) { $0 + $1.yes }
    let allNo = entries.reduce(0) { $0 + $1.no }
    var best = max(allYes, allNo)
    var (yesBelow, noBelow) = (0, 0)
    for entry in entries {
      yesBelow += entry.yes
      noBelow += entry.no
      best = max(best, noBelow + allYes - yesBelow, yesBelow + allNo - noBelow)
    }
    return best
  }
}

/// Yes and No answers of groups of rows, such as the questions that differ in the condition only.
///
/// Beyond `limit` groups a sample is kept, as in `FingerprintSet`.
struct GroupTally {
  private var keys: [UInt64]
  private var counts: [(yes: UInt32, no: UInt32)]
  private var kept = 0
  private var depth = 0
  private let limit: Int

  init(limit: Int = FingerprintSet.standardLimit / 2) {
    self.limit = limit
    keys = [UInt64](repeating: 0, count: 256)
    counts = [(yes: UInt32, no: UInt32)](repeating: (0, 0), count: 256)
  }

  mutating func add(_ group: UInt64, _ label: Label) {
    let key = max(group, 1)
    guard key.leadingZeroBitCount >= depth else { return }
    var at = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while keys[at] != 0, keys[at] != key { at = (at + 1) & (keys.count - 1) }
    let isNew = keys[at] == 0
    keys[at] = key
    if label == .yes { counts[at].yes += 1 } else { counts[at].no += 1 }
    guard isNew else { return }
    kept += 1
    if kept > limit {
      depth += 1
      rebuild(keys.count)
    } else if 4 * kept > 3 * keys.count {
      rebuild(keys.count * 2)
    }
  }

  private mutating func rebuild(_ size: Int) {
    let old = zip(keys, counts).filter { $0.0 != 0 && $0.0.leadingZeroBitCount >= depth }
    keys = [UInt64](repeating: 0, count: size)
    counts = [(yes: UInt32, no: UInt32)](repeating: (0, 0), count: size)
    kept = old.count
    for (key, count) in old {
      var at = Int(truncatingIfNeeded: key) & (size - 1)
      while keys[at] != 0 { at = (at + 1) & (size - 1) }
      keys[at] = key
      counts[at] = count
    }
  }

  /// Share of rows that the majority of their group gets right; nil when there are fewer than two
  /// rows a group, since the majority of one row is always right.
  var majority: Double? {
    var (rows, right) = (0, 0)
    for (key, count) in zip(keys, counts) where key != 0 {
      rows += Int(count.yes) + Int(count.no)
      right += Int(max(count.yes, count.no))
    }
    return rows >= 2 * kept && rows > 0 ? Double(right) / Double(rows) : nil
  }
}
