// 64-bit fingerprints of texts and of sequences of numbers.
//
// Each step multiplies two words to 128 bits and folds the halves, as wyhash does (Wang Yi 2019).
// Among n different items the expected number of pairs with one fingerprint is n² / 2⁶⁵: 0.000003
// for ten million. Equal items always agree, so "no duplicates" is never wrong.

enum Fingerprint {
  private static let factor: UInt64 = 0xE703_7ED1_A0B4_28DB

  /// Two words to one.
  static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = (first ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: second ^ factor)
    return product.high ^ product.low
  }

  /// The fingerprint of bytes.
  static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    bytes.withUnsafeBytes { buffer in
      var state = UInt64(range.count) &* factor
      var at = range.lowerBound
      while at + 8 <= range.upperBound {
        state = mix(state, buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        at += 8
      }
      var rest: UInt64 = 0
      while at < range.upperBound {
        rest = rest << 8 | UInt64(buffer[at])
        at += 1
      }
      return mix(mix(state, rest), UInt64(range.count))
    }
  }
}
