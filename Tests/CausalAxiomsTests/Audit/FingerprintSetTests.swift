import TestSupport
import Testing

@testable import CausalAxioms

@Suite struct FingerprintSetTests {
  @Test func countsAreExactBelowTheLimit() {
    var random = SeededGenerator(seed: 1)
    let items = (0..<5_000).map { _ in random.next() }
    var set = FingerprintSet()
    for item in items + items.prefix(700) + [0, 0] { set.insert(item) }
    #expect(set.depth == 0 && set.count == 5_001 && set.repeats == 701)
    #expect(items.allSatisfy(set.contains) && !set.contains(random.next()))
  }

  @Test func beyondTheLimitASampleTellsTheCounts() {
    var random = SeededGenerator(seed: 2)
    let items = (0..<100_000).map { _ in random.next() }
    var first = FingerprintSet(limit: 4_000)
    var second = FingerprintSet(limit: 8_000)
    for item in items { first.insert(item) }
    // Half of the first set, half new, each once more.
    let others = items.prefix(50_000) + (0..<50_000).map { _ in random.next() }
    for item in others + others { second.insert(item) }
    #expect(first.depth > 0 && second.depth > 0 && first.kept <= 4_000)
    #expect((93_000...107_000).contains(first.count) && first.repeats == 0)
    #expect((93_000...107_000).contains(second.count))
    #expect((90_000...110_000).contains(second.repeats))
    #expect((44_000...56_000).contains(first.shared(with: second)))
  }

  @Test func differentBytesHaveDifferentFingerprints() {
    var seen: Set<UInt64> = []
    for length in 0..<40 {
      for place in 0..<max(1, length) {
        var bytes = [UInt8](repeating: 0, count: length)
        if length > 0 { bytes[place] = 1 }
        seen.insert(Fingerprint.hash(bytes, 0..<length))
      }
    }
    #expect(seen.count == 1 + (1..<40).reduce(0, +))
  }

  @Test func groupsAreScoredByTheirMajority() {
    var groups = GroupTally()
    for group in UInt64(1)...300 {
      for index in 0..<4 { groups.add(group &* 0x9E37_79B9_7F4A_7C15, index < 3 ? .yes : .no) }
    }
    #expect(groups.majority == 0.75)
    var single = GroupTally()
    single.add(7, .yes)
    #expect(single.majority == nil)
  }
}
