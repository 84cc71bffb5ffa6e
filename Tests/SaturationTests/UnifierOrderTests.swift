import TestSupport
import Testing

@testable import Saturation

@Suite struct UnifierOrderTests {
  @Test(arguments: 0..<20) func agreesWithTheOrderOnBuiltInstances(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bank = TermBank()
    var unifier = Saturation.Unifier()
    var unifierOrder = UnifierOrder()
    var compared = [Comparison: Int]()
    for hasWeights in [false, true] {
      var order = TermOrder(
        precedence: testPrecedence, weights: hasWeights ? [1, 1, 2, 3, 1, 4] : nil)
      for _ in 0..<1_500 {
        unifier.reset()
        let first = random.term(3, variables: 3, &bank)
        let second = random.term(3, variables: 3, &bank)
        guard unifier.unify(first, 0, second, 1, bank) else { continue }
        let left = random.term(3, variables: 3, &bank)
        let right = random.term(3, variables: 3, &bank)
        for (side, otherSide) in [(0, 0), (0, 1), (1, 1)] {
          let result = unifierOrder.compare(
            .init(term: left, side: UInt32(side)),
            .init(term: right, side: UInt32(otherSide)), unifier, &order, bank)
          let instance = unifier.apply(left, side, &bank)!
          let other = unifier.apply(right, otherSide, &bank)!
          #expect(result == order.compare(instance, other, bank))
          compared[result, default: 0] += 1
        }
      }
    }
    #expect(compared.count == 4)
  }
}
