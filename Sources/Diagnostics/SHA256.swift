// SHA-256 (FIPS 180-4, sections 4.1.2, 5 and 6.2): names a record by its content in the store.
//
// swift-crypto would bring BoringSSL and minutes of build for one hash of a few kilobytes.

/// The 64 hexadecimal digits of the hash.
///
/// - Complexity: O(bytes).
public func sha256(_ message: [UInt8]) -> String {
  var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  var padded = message
  padded.append(0x80)
  while padded.count % 64 != 56 { padded.append(0) }
  let bitCount = UInt64(message.count) * 8
  for shift in stride(from: 56, through: 0, by: -8) {
    padded.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
  }
  for start in stride(from: 0, to: padded.count, by: 64) {
    compress(padded[start..<start + 64], into: &state)
  }
  return state.map { word in
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }.joined()
}

// One 512-bit block (section 6.2.2).
private func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
  var schedule = [UInt32](repeating: 0, count: 64)
  for t in 0..<16 {
    let at = block.startIndex + 4 * t
    schedule[t] =
      UInt32(block[at]) << 24 | UInt32(block[at + 1]) << 16
      | UInt32(block[at + 2]) << 8 | UInt32(block[at + 3])
  }
  for t in 16..<64 {
    let w15 = schedule[t - 15]
    let w2 = schedule[t - 2]
    let sigma0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >> 3)
    let sigma1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >> 10)
    schedule[t] = schedule[t - 16] &+ sigma0 &+ schedule[t - 7] &+ sigma1
  }
  var h = state
  for t in 0..<64 {
    let sum1 = rotate(h[4], 6) ^ rotate(h[4], 11) ^ rotate(h[4], 25)
    let choice = (h[4] & h[5]) ^ (~h[4] & h[6])
    let first = h[7] &+ sum1 &+ choice &+ roundConstants[t] &+ schedule[t]
    let sum0 = rotate(h[0], 2) ^ rotate(h[0], 13) ^ rotate(h[0], 22)
    let majority = (h[0] & h[1]) ^ (h[0] & h[2]) ^ (h[1] & h[2])
    h = [first &+ sum0 &+ majority, h[0], h[1], h[2], h[3] &+ first, h[4], h[5], h[6]]
  }
  for index in 0..<8 { state[index] = state[index] &+ h[index] }
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
