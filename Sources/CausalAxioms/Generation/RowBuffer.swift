// Owns the memory in which rows are written: the one file of generation with unsafe pointers.
//
// A row is some hundred bytes out of a dozen pieces; appending each to an array of bytes costs its
// bounds and uniqueness checks a piece. Space is reserved once a row and words are stored whole.

import Glibc

/// Bytes that are written, taken and written over.
struct RowBuffer: ~Copyable {
  private var memory: UnsafeMutableRawPointer
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 1 << 16
    memory = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { memory.deallocate() }

  /// Makes room for a row of at most so many bytes.
  mutating func reserve(_ bytes: Int) {
    guard count + bytes + 16 > capacity else { return }
    capacity = max(capacity * 2, count + bytes + 16)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    larger.copyMemory(from: memory, byteCount: count)
    memory.deallocate()
    memory = larger
  }

  mutating func removeAll() { count = 0 }

  /// Takes off what was written last.
  mutating func truncate(to count: Int) { self.count = count }

  /// Appends the low bytes of a word.
  mutating func append(word: UInt64, length: Int) {
    memory.storeBytes(of: word, toByteOffset: count, as: UInt64.self)
    count &+= length
  }

  /// Appends a text of an arena.
  mutating func append(_ text: Int, of arena: borrowing WordArena) {
    var (word, left) = arena[text]
    while left > 0 {
      append(word: arena.word(word), length: min(left, 8))
      word &+= 1
      left &-= 8
    }
  }

  mutating func append(_ text: StaticString) {
    (memory + count).copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
    count &+= text.utf8CodeUnitCount
  }

  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { source in
      guard let base = source.baseAddress else { return }
      (memory + count).copyMemory(from: base, byteCount: source.count)
    }
    count &+= bytes.count
  }

  /// Makes the capital letter at a place small.
  mutating func lowerCase(at place: Int) {
    let letter = memory.load(fromByteOffset: place, as: UInt8.self)
    memory.storeBytes(of: letter | 0x20, toByteOffset: place, as: UInt8.self)
  }

  /// Appends a number in decimal digits.
  mutating func append(_ number: UInt64) {
    var digits = 1
    var limit: UInt64 = 10
    while number >= limit {
      digits += 1
      let (product, overflow) = limit.multipliedReportingOverflow(by: 10)
      if overflow { break }
      limit = product
    }
    var rest = number
    for place in stride(from: digits - 1, through: 0, by: -1) {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      memory.storeBytes(
        of: UInt8(truncatingIfNeeded: 48 + digit), toByteOffset: count + place, as: UInt8.self)
      rest = quotient
    }
    count &+= digits
  }

  /// Appends 16 hexadecimal digits.
  mutating func append(hexadecimal number: UInt64) {
    for half in 0..<2 {
      // Eight digits at once: spread the nibbles over bytes, highest first, then to ASCII.
      var x = half == 0 ? number >> 32 : number & 0xffff_ffff
      x = (x | x << 16) & 0x0000_ffff_0000_ffff
      x = (x | x << 8) & 0x00ff_00ff_00ff_00ff
      x = (x | x << 4) & 0x0f0f_0f0f_0f0f_0f0f
      let letters = (x &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
      let ascii = x &+ 0x3030_3030_3030_3030 &+ letters &* 39
      append(word: ascii.byteSwapped, length: 8)
    }
  }

  /// The bytes.
  var array: [UInt8] {
    Array(UnsafeRawBufferPointer(start: memory, count: count))
  }

  /// Lets a function look at the bytes.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    body(UnsafeRawBufferPointer(start: memory, count: count))
  }
}
