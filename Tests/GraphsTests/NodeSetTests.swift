import Graphs
import Testing

@Suite struct NodeSetTests {
  @Test func bitsAreNodes() {
    #expect(NodeSet(bits: 0b101).contains(2) && !NodeSet(bits: 0b101).contains(1))
  }
}
