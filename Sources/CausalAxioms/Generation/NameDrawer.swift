// Names of nodes: letters and digits, all different within a row, no text twice within a set.
//
// The first six characters of a row's names, in the order of first mention, spell the row's serial
// number in base 62, so that rows of one set differ in their texts whatever their graphs are; the rest
// is drawn. Lengths are drawn evenly. In hardened mode the words of the grammar are no names, nor is
// what becomes one when case is ignored: a model's vocabulary has tokens of their own for them.
//
// Names are kept as words of bytes, the first character lowest, because they are written often.

import Graphs

/// The names of one row's nodes, by the order of first mention.
struct NameDrawer: ~Copyable {
  private(set) var count = 0
  private var low = FixedStorage<UInt64>(count: 64, repeating: 0)
  private var high = FixedStorage<UInt64>(count: 64, repeating: 0)
  private var lengths = FixedStorage<UInt8>(count: 64, repeating: 0)
  // One bit a hash value of the names so far: nearly every name is seen to be new by one look.
  private var seen = FixedStorage<UInt64>(count: 4, repeating: 0)

  /// The bytes of a name: the first eight, the others, and how many.
  subscript(name: Int) -> (low: UInt64, high: UInt64, length: Int) {
    (low[name], high[name], Int(lengths[name]))
  }

  /// Whether a name stands before another in ASCII order.
  func isOrdered(_ a: Int, _ b: Int) -> Bool {
    if low[a] != low[b] { return low[a].byteSwapped < low[b].byteSwapped }
    return high[a].byteSwapped < high[b].byteSwapped
  }

  /// Draws names; those that the text mentions come first, and spell the serial.
  mutating func draw(
    count: Int, mentioned: Int, lengths range: ClosedRange<Int>, serial: Int, refusesWords: Bool,
    _ random: inout RowRandom
  ) {
    // Only lengths are drawn again when the serial's own characters make a name twice: the serial
    // must stand. Lengths 1, 2 and 3 can't fail but by a reserved word.
    while !tryDraw(count, mentioned, range, serial, refusesWords, &random) {}
  }

  private mutating func tryDraw(
    _ wanted: Int, _ mentioned: Int, _ range: ClosedRange<Int>, _ serial: Int, _ refusesWords: Bool,
    _ random: inout RowRandom
  ) -> Bool {
    count = 0
    for word in 0..<4 { seen[word] = 0 }
    var digits = serial
    var digitsLeft = 6
    var characters = CharacterSource()
    var total = 0
    while count < wanted {
      if count == mentioned, digitsLeft > 0 { return false }
      let length = range.lowerBound + characters.below(range.count, &random)
      var bytes: (UInt64, UInt64) = (0, 0)
      let usesSerial = digitsLeft > 0
      for place in 0..<length {
        var digit = 0
        if digitsLeft > 0 {
          digit = digits % 62
          digits /= 62
          digitsLeft -= 1
        } else {
          digit = characters.below(62, &random)
        }
        let byte = UInt64(asciiOfDigit(digit))
        if place < 8 {
          bytes.0 |= byte << UInt64(8 * place)
        } else {
          bytes.1 |= byte << UInt64(8 * place - 64)
        }
      }
      total += length
      if isTaken(bytes.0) || refusesWords && isReserved(bytes.0) {
        if usesSerial { return false }
        continue
      }
      low[count] = bytes.0
      high[count] = bytes.1
      lengths[count] = UInt8(truncatingIfNeeded: length)
      count += 1
    }
    return digitsLeft == 0
  }

  private mutating func isTaken(_ name: UInt64) -> Bool {
    let hash = (name &* 0x9e37_79b9_7f4a_7c15) >> 56
    let word = Int(truncatingIfNeeded: hash >> 6)
    let bit: UInt64 = 1 << (hash & 63)
    if seen[word] & bit == 0 {
      seen[word] |= bit
      return false
    }
    for other in 0..<count where low[other] == name { return true }
    return false
  }

  // A digit's character; the order is ASCII's: 0-9, A-Z, a-z.
  private func asciiOfDigit(_ digit: Int) -> UInt8 {
    let byte = 48 + digit + (digit >= 10 ? 7 : 0) + (digit >= 36 ? 6 : 0)
    return UInt8(truncatingIfNeeded: byte)
  }

  // no, yes, are, and; does and the words longer than three that 8 to 10 characters could spell.
  private func isReserved(_ name: UInt64) -> Bool {
    let folded = name | 0x2020_2020_2020_2020 & spread(name)
    return folded == 0x6f6e || folded == 0x73_6579 || folded == 0x65_7261 || folded == 0x64_6e61
      || folded == 0x6574_6172_6170_6573
  }

  // 0x20 in each byte that has a letter's bit.
  private func spread(_ name: UInt64) -> UInt64 { (name & 0x4040_4040_4040_4040) >> 1 }
}

/// Small numbers cut from random words one after the other.
private struct CharacterSource {
  private var word: UInt64 = 0
  private var left = 0

  /// A number below 64, by multiplication; the low half is the next number's source. Eight a word
  /// leave the last one 16 bits.
  mutating func below(_ count: Int, _ random: inout RowRandom) -> Int {
    if left == 0 {
      word = random.next()
      left = 8
    }
    left -= 1
    let product = word.multipliedFullWidth(by: UInt64(truncatingIfNeeded: count))
    word = product.low
    return Int(truncatingIfNeeded: product.high)
  }
}
