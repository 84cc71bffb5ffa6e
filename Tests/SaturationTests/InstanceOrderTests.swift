import TestSupport
import Testing

@testable import Saturation

@Suite struct InstanceOrderTests {
  @Test(arguments: 0..<20) func agreesWithTheOrderOnBuiltInstances(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bank = TermBank()
    var order = TermOrder(precedence: testPrecedence)
    var instanceOrder = InstanceOrder()
    var greater = 0
    for _ in 0..<2_000 {
      let left = random.term(3, variables: 3, &bank)
      let right = random.term(3, variables: 3, &bank)
      var bindings = Arena<TermID>()
      var images: [TermID] = []
      for _ in 0..<3 {
        let image = random.term(2, variables: 2, &bank)
        images.append(image)
        bindings.append(image)
      }
      let term = bank.instance(left, images)
      let instance = bank.instance(right, images)
      #expect(bank.instance(of: right, bindings) == instance)
      #expect(bank.instanceWeight(of: right, bindings) == bank.weight(instance))
      #expect(bank.isInstance(term, of: right, bindings) == (term == instance))
      let isBalanced = instanceOrder.hasVariables(of: right, in: left, bank)
      let isGreater = order.compare(term, instance, bank) == .greater
      if isGreater { greater += 1 }
      for known in [isBalanced, false] {
        #expect(
          instanceOrder.isGreater(
            term, than: right, bindings, isBalanced: known, &order, bank) == isGreater)
      }
    }
    #expect(greater > 200)
  }
}
