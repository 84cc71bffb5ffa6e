// Names of one row's nodes from a list, all different within a row, no text twice within a set.
//
// The first k names, in the order of first mention, spell the row's serial number as an ordered choice
// of k of n without repetition: digit j, below n - j, counts the names that are still free. k is the same
// in the whole set, so rows with different serials differ in one of the first k names. The rest is
// drawn from the free names in the same way.

import Graphs

/// Chooses names.
struct PooledNames: ~Copyable {
  private let size: Int
  private let spelling: Int
  private var chosen = FixedStorage<UInt32>(count: 64, repeating: 0)
  private var sorted = FixedStorage<UInt32>(count: 64, repeating: 0)

  /// - Parameters:
  ///   - size: names of the list.
  ///   - spelling: how many of a row's names spell its serial number.
  init(size: Int, spelling: Int) {
    self.size = size
    self.spelling = spelling
  }

  /// The place in the list of the node mentioned as the rank says.
  subscript(rank: Int) -> Int { Int(chosen[rank]) }

  /// Draws names.
  mutating func draw(count: Int, serial: Int, _ random: inout RowRandom) {
    var digits = serial
    for place in 0..<count {
      let free = size - place
      if place < spelling {
        take(digits % free, place)
        digits /= free
      } else {
        take(random.below(free), place)
      }
    }
  }

  // Takes the free name that so many free names stand before.
  private mutating func take(_ rank: Int, _ taken: Int) {
    var name = UInt32(truncatingIfNeeded: rank)
    var at = 0
    while at < taken, sorted[at] <= name {
      name += 1
      at += 1
    }
    for place in stride(from: taken, to: at, by: -1) { sorted[place] = sorted[place - 1] }
    sorted[at] = name
    chosen[taken] = name
  }
}
