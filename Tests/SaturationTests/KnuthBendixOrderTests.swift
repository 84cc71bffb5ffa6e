import TestSupport
import Testing

@testable import Saturation

@Suite struct KnuthBendixOrderTests {
  @Test(arguments: 0..<20) func isASimplificationOrder(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bank = TermBank()
    var order = KnuthBendixOrder(precedence: testPrecedence)
    for _ in 0..<200 {
      let first = random.term(3, variables: 3, &bank)
      let second = random.term(3, variables: 3, &bank)
      let images = (0..<3).map { _ in random.term(2, variables: 2, &bank) }
      let comparison = order.compare(first, second, bank)
      let reversed = order.compare(second, first, bank)
      #expect(reversed == comparison.reversed)
      #expect((comparison == .equal) == (first == second))
      if comparison == .greater {
        let instances = (bank.instance(first, images), bank.instance(second, images))
        let instanceComparison = order.compare(instances.0, instances.1, bank)
        #expect(instanceComparison == .greater)
      }
      var subterms = Arena<TermID>()
      bank.startWalk()
      bank.collectSubterms(first, into: &subterms)
      for index in 0..<subterms.count where subterms[index] != first {
        let subtermComparison = order.compare(first, subterms[index], bank)
        #expect(subtermComparison == .greater)
      }
    }
  }

  @Test(arguments: 0..<10) func isTotalAndTransitiveOnGroundTerms(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bank = TermBank()
    var order = KnuthBendixOrder(precedence: testPrecedence)
    for _ in 0..<200 {
      let terms = (0..<3).map { _ in random.term(3, variables: 0, &bank) }
      let comparison = order.compare(terms[0], terms[1], bank)
      #expect(comparison != .incomparable)
      if comparison == .greater, order.compare(terms[1], terms[2], bank) == .greater {
        let outer = order.compare(terms[0], terms[2], bank)
        #expect(outer == .greater)
      }
    }
  }
}
