// The names of one premise, numbered by first mention.
//
// Names of up to seven bytes are their own key, longer ones are hashed and compared; the table
// outlives the premise, and an entry of an earlier one is told by its stamp, so that nothing need be
// cleared between rows.

import Diagnostics

/// Numbers names.
struct NodeNames {
  /// Where each node is named first.
  private(set) var spans: [Span] = []
  private var keys: [UInt64] = []
  // Stamp above, node below.
  private var slots = [UInt64](repeating: 0, count: 256)
  private var stamp: UInt64 = 0

  /// Forgets the names.
  mutating func reset() {
    stamp += 1
    spans.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
  }

  /// The number of a name, a new one at its first mention.
  mutating func number(_ bytes: [UInt8], _ span: Span) -> Int {
    let key = Self.key(bytes, span)
    if 2 * (spans.count + 1) > slots.count { grow() }
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: Fingerprint.mix(key, 0x9E37_79B9_7F4A_7C15)) & mask
    while slots[at] >> 32 == stamp {
      let node = Int(slots[at] & 0xFFFF_FFFF)
      if keys[node] == key, key >> 63 == 0 || isSame(bytes, span, spans[node]) { return node }
      at = (at + 1) & mask
    }
    slots[at] = stamp << 32 | UInt64(spans.count)
    spans.append(span)
    keys.append(key)
    return spans.count - 1
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (node, key) in keys.enumerated() {
      var at = Int(truncatingIfNeeded: Fingerprint.mix(key, 0x9E37_79B9_7F4A_7C15)) & mask
      while slots[at] >> 32 == stamp { at = (at + 1) & mask }
      slots[at] = stamp << 32 | UInt64(node)
    }
  }

  // Seven bytes and their number, or a hash with the highest bit set.
  private static func key(_ bytes: [UInt8], _ span: Span) -> UInt64 {
    let length = span.upper - span.lower
    if length <= 7 {
      var key = UInt64(length) << 56
      for offset in 0..<length { key |= UInt64(bytes[span.lower + offset]) << UInt64(8 * offset) }
      return key
    }
    return Fingerprint.hash(bytes, span.lower..<span.upper) | 1 << 63
  }

  private func isSame(_ bytes: [UInt8], _ first: Span, _ second: Span) -> Bool {
    bytes[first.lower..<first.upper].elementsEqual(bytes[second.lower..<second.upper])
  }
}
