import Graphs
import Testing

@Suite struct NodeSetTests {
  @Test func bitsAreNodes() {
    #expect(NodeSet(bits: 0b101).contains(2) && !NodeSet(bits: 0b101).contains(1))
  }

  @Test func setsWithoutBranchesAreThoseWithThem() {
    for bits in UInt64(0)..<64 {
      let set = NodeSet(bits: bits)
      #expect(set.hasSeveral == (set.count > 1))
      for node in 0..<7 {
        #expect(set.all(if: node) == NodeSet(bits: set.contains(node) ? ~0 : 0))
      }
    }
  }
}
