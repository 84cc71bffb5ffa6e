// SHA-256 (FIPS 180-4, sections 4.1.2, 5 and 6.2): names a record by its content in the store, a data set in
// its manifest.
//
// swift-crypto would bring BoringSSL and minutes of build for one hash.

/// The 64 hexadecimal digits of the hash.
///
/// - Complexity: O(bytes).
public func sha256(_ message: [UInt8]) -> String {
  var hash = SHA256()
  message.withUnsafeBytes { hash.update($0) }
  return hash.hexadecimal()
}

/// The hash of a message that comes in pieces.
public struct SHA256: ~Copyable {
  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var block = InlineArray<64, UInt8>(repeating: 0)
  private var blockCount = 0
  private var byteCount: UInt64 = 0
  private var constants = InlineArray<64, UInt32>(repeating: 0)

  /// Begins an empty message.
  public init() {
    for t in 0..<64 { constants[t] = roundConstants[t] }
  }

  /// Adds a piece.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    byteCount += UInt64(bytes.count)
    for byte in bytes { append(byte) }
  }

  /// Ends the message: a bit, zeros, and its length in bits (section 5.1.1).
  public consuming func hexadecimal() -> String {
    let bitCount = byteCount * 8
    append(0x80)
    while blockCount != 56 { append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
    }
    return (0..<8).map { place in
      let digits = String(state[place], radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private mutating func append(_ byte: UInt8) {
    block[blockCount] = byte
    blockCount += 1
    if blockCount == 64 {
      compress()
      blockCount = 0
    }
  }

  // One 512-bit block (section 6.2.2).
  private mutating func compress() {
    var schedule = InlineArray<64, UInt32>(repeating: 0)
    for t in 0..<16 {
      schedule[t] =
        UInt32(block[4 * t]) << 24 | UInt32(block[4 * t + 1]) << 16
        | UInt32(block[4 * t + 2]) << 8 | UInt32(block[4 * t + 3])
    }
    for t in 16..<64 {
      let w15 = schedule[t - 15]
      let w2 = schedule[t - 2]
      let sigma0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >> 3)
      let sigma1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >> 10)
      schedule[t] = schedule[t - 16] &+ sigma0 &+ schedule[t - 7] &+ sigma1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for t in 0..<64 {
      let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ sum1 &+ choice &+ constants[t] &+ schedule[t]
      let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ sum0 &+ majority)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }
}

private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word >> count | word << (32 - count)
}

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (section
// 4.2.2), computed rather than listed: the integer cube root of p shifted by 96 bits.
private let roundConstants: [UInt32] = {
  var primes: [UInt64] = []
  var candidate: UInt64 = 2
  while primes.count < 64 {
    if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
    candidate += 1
  }
  return primes.map(cubeRootFraction)
}()

// The greatest r with r^3 <= p * 2^96, modulo 2^32, by bisection in 128-bit integers.
private func cubeRootFraction(_ prime: UInt64) -> UInt32 {
  let target = UInt128(prime) << 96
  var root: UInt128 = 0
  for bit in stride(from: 34, through: 0, by: -1) {
    let trial = root | (1 << UInt128(bit))
    if trial * trial * trial <= target { root = trial }
  }
  return UInt32(truncatingIfNeeded: root)
}
