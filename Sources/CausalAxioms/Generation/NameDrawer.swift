// Names of nodes: letters and digits, all different within a row, no text twice within a set.
//
// The first six characters of a row's names, in the order of first mention, spell the row's serial
// number in base 62, so that rows of one set differ in their texts whatever their graphs are; the rest
// is drawn. Lengths are drawn evenly. In hardened mode the words of the grammar are no names, nor is
// what becomes one when case is ignored: a model's vocabulary has tokens of their own for them.
//
// Names are kept as words of bytes, the first character lowest, because they are written often. A name
// is cut from a word of characters by a mask: loops over one to three characters would be guessed
// wrong by the processor for every second name.

import Graphs

/// The names of one row's nodes, by the order of first mention.
struct NameDrawer: ~Copyable {
  private(set) var count = 0
  /// First eight bytes of further words that are no names, in small letters.
  var refused: [UInt64] = []
  private var low = FixedStorage<UInt64>(count: 64, repeating: 0)
  private var high = FixedStorage<UInt64>(count: 64, repeating: 0)
  private var lengths = FixedStorage<UInt8>(count: 64, repeating: 0)
  // One bit a hash value of the names so far: nearly every name is seen to be new by one look.
  private var seen = FixedStorage<UInt64>(count: 16, repeating: 0)
  // The two characters of a number below 62^2, the lower digit's first.
  private var pairs = FixedStorage<UInt16>(count: 3844, repeating: 0)

  /// Makes a drawer that has drawn nothing.
  init() {
    for number in 0..<3844 {
      let digits = UInt64(number % 62) | UInt64(number / 62) << 8
      pairs[number] = UInt16(truncatingIfNeeded: Self.ascii(digits))
    }
  }

  /// The bytes of a name: the first eight, the others, and how many.
  subscript(name: Int) -> (low: UInt64, high: UInt64, length: Int) {
    (low[name], high[name], Int(lengths[name]))
  }

  /// Whether a name stands before another in ASCII order.
  func isOrdered(_ a: Int, _ b: Int) -> Bool {
    if low[a] != low[b] { return low[a].byteSwapped < low[b].byteSwapped }
    return high[a].byteSwapped < high[b].byteSwapped
  }

  /// Draws names of at most 16 characters; those that the text mentions come first, and spell the serial.
  mutating func draw(
    count: Int, mentioned: Int, lengths range: ClosedRange<Int>, serial: Int, refusesWords: Bool,
    _ random: inout RowRandom
  ) {
    let serial = Self.spell(UInt64(serial))
    // Only lengths are drawn again when the serial's own characters make a name twice: the serial
    // must stand. Lengths 1, 2 and 3 can't fail but by a reserved word.
    // Where words are refused on top of each other, such as `a`, `an`, `and`, there may be no lengths.
    var tries = 0
    while !tryDraw(
      count, mentioned, range, serial, refusesWords && tries < 1000, &random)
    { tries += 1 }
  }

  private mutating func tryDraw(
    _ wanted: Int, _ mentioned: Int, _ range: ClosedRange<Int>, _ serial: UInt64,
    _ refusesWords: Bool,
    _ random: inout RowRandom
  ) -> Bool {
    count = 0
    for word in 0..<16 { seen[word] = 0 }
    let isShort = range.upperBound <= 3
    var serial = serial
    var serialLeft = 6
    while count < wanted {
      if isShort, serialLeft == 0 {
        drawShort(wanted, range, refusesWords, &random)
        return true
      }
      if count == mentioned, serialLeft > 0 { return false }
      let usesSerial = serialLeft > 0
      let length: Int
      var first: UInt64
      var second: UInt64 = 0
      if isShort {
        let word = random.next()
        length = range.lowerBound &+ Self.cut(word &>> 48, range.count, bits: 16)
        first = serial | Self.threeCharacters(word) &<< UInt64(8 &* serialLeft)
      } else {
        length = range.lowerBound &+ random.small(range.count)
        first = serial | Self.eightCharacters(random.next()) &<< UInt64(8 &* serialLeft)
        second = Self.eightCharacters(random.next()) & Self.mask(length &- 8)
      }
      first &= Self.mask(length)
      serial >>= UInt64(8 &* length)
      serialLeft = max(0, serialLeft &- length)
      if isTaken(first) || refusesWords && isReserved(first) {
        if usesSerial { return false }
        continue
      }
      low[count] = first
      high[count] = second
      lengths[count] = UInt8(truncatingIfNeeded: length)
      count &+= 1
    }
    return serialLeft == 0
  }

  // Names of up to three characters after the serial's: two from a random word. Half a word gives, by
  // multiplications whose low halves are used on, two characters by a table, the third, and the length.
  private mutating func drawShort(
    _ wanted: Int, _ range: ClosedRange<Int>, _ refusesWords: Bool, _ random: inout RowRandom
  ) {
    let least = UInt64(truncatingIfNeeded: range.lowerBound)
    let lengthCount = UInt64(truncatingIfNeeded: range.count)
    var word: UInt64 = 0
    var isFresh = false
    while count < wanted {
      isFresh.toggle()
      word = isFresh ? random.next() : word &>> 32
      let two = (word & 0xffff_ffff) &* 3844
      let third = (two & 0xffff_ffff) &* 62
      let length = least &+ ((third & 0xffff_ffff) &* lengthCount) &>> 32
      let characters =
        UInt64(pairs[Int(truncatingIfNeeded: two &>> 32)])
        | UInt64(pairs[Int(truncatingIfNeeded: third &>> 32)] & 0xff) &<< 16
      let name = characters & (1 &<< (8 &* length) &- 1)
      if isTaken(name) || refusesWords && isReserved(name) { continue }
      low[count] = name
      high[count] = 0
      lengths[count] = UInt8(truncatingIfNeeded: length)
      count &+= 1
    }
  }

  // A number from 0 to `count` - 1 out of some random bits, by multiplication (Lemire 2019).
  @inline(__always)
  private static func cut(_ random: UInt64, _ count: Int, bits: UInt64) -> Int {
    Int(truncatingIfNeeded: (random &* UInt64(truncatingIfNeeded: count)) &>> bits)
  }

  // Three characters, each out of 16 bits that no other uses: even up to one in a thousand.
  @inline(__always)
  private static func threeCharacters(_ random: UInt64) -> UInt64 {
    let first = ((random & 0xffff) &* 62) &>> 16
    let second = ((random &>> 16 & 0xffff) &* 62) &>> 16
    let third = ((random &>> 32 & 0xffff) &* 62) &>> 16
    return ascii(first | second &<< 8 | third &<< 16)
  }

  // Eight characters: each multiplication leaves in its low half the bits that were not used.
  private static func eightCharacters(_ random: UInt64) -> UInt64 {
    var rest = random
    var digits: UInt64 = 0
    for place in 0..<8 {
      let product = rest.multipliedFullWidth(by: 62)
      rest = product.low
      digits |= product.high &<< UInt64(8 &* place)
    }
    return ascii(digits)
  }

  // Six characters, the lowest digit of base 62 first.
  private static func spell(_ serial: UInt64) -> UInt64 {
    var rest = serial
    var digits: UInt64 = 0
    for place in 0..<6 {
      digits |= (rest % 62) &<< UInt64(8 &* place)
      rest /= 62
    }
    return ascii(digits) & mask(6)
  }

  // Eight digits to characters at once, in the order of ASCII: 0-9, A-Z, a-z. Adding 118 sets the high
  // bit of digits from 10 on, adding 92 that of digits from 36 on.
  @inline(__always)
  private static func ascii(_ digits: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let letters = (digits &+ 118 &* ones) &>> 7 & ones
    let small = (digits &+ 92 &* ones) &>> 7 & ones
    return digits &+ 48 &* ones &+ 7 &* letters &+ 6 &* small
  }

  // The bytes of so many characters, none for a negative number.
  @inline(__always)
  private static func mask(_ length: Int) -> UInt64 {
    length >= 8 ? ~0 : 1 &<< UInt64(truncatingIfNeeded: 8 &* max(0, length)) &- 1
  }

  private mutating func isTaken(_ name: UInt64) -> Bool {
    let hash = (name &* 0x9e37_79b9_7f4a_7c15) >> 54
    let word = Int(truncatingIfNeeded: hash >> 6)
    let bit: UInt64 = 1 << (hash & 63)
    if seen[word] & bit == 0 {
      seen[word] |= bit
      return false
    }
    for other in 0..<count where low[other] == name { return true }
    return false
  }

  // no, yes, are, and; does and the words longer than three that 8 to 10 characters could spell.
  private func isReserved(_ name: UInt64) -> Bool {
    // A letter becomes small, a digit stays, and what is after the name becomes blanks.
    let folded = name | 0x2020_2020_2020_2020
    let isWord =
      folded == 0x2020_2020_2020_6f6e || folded == 0x2020_2020_2073_6579
      || folded == 0x2020_2020_2065_7261 || folded == 0x2020_2020_2064_6e61
      || folded == 0x6574_6172_6170_6573
    return isWord || !refused.isEmpty && refused.contains(folded)
  }

  /// The first eight bytes of a word as a number, in small letters.
  static func folded(_ word: [UInt8]) -> UInt64 {
    word.prefix(8).enumerated().reduce(0x2020_2020_2020_2020) {
      $0 | UInt64($1.element) << UInt64(8 * $1.offset)
    }
  }
}
