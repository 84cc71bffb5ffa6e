import TestSupport
import Testing

@testable import Saturation

@Suite struct UnifierTests {
  /// The two terms are over different variables. Instances of one term by others' terms often unify.
  @Test(arguments: 0..<20) func makesTermsEqualAndIsMostGeneral(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bank = TermBank()
    var unifier = Saturation.Unifier()
    var matcher = Matcher()
    var successes = 0
    for _ in 0..<300 {
      let first = random.term(3, variables: 3, &bank)
      let second = random.term(3, variables: 3, &bank)
      unifier.reset()
      if unifier.unify(first, 0, second, 1, bank) {
        successes += 1
        let left = unifier.apply(first, 0, &bank)
        let right = unifier.apply(second, 1, &bank)
        #expect(left != nil && left == right)
      }
      // A common instance exists, so there is a unifier and the instance is one of its instances.
      let general = random.term(3, variables: 3, &bank)
      let images = (0..<3).map { _ in random.term(1, variables: 0, &bank) }
      let common = bank.instance(general, images)
      let other = generalize(common, &random, &bank)
      unifier.reset()
      let isUnified = unifier.unify(general, 0, other, 1, bank)
      let unified = unifier.apply(general, 0, &bank)!
      let otherUnified = unifier.apply(other, 1, &bank)
      let isInstance = matcher.match(unified, common, bank)
      #expect(isUnified && unified == otherUnified && isInstance)
      matcher.undo(to: 0)
    }
    #expect(successes > 0)
  }

  /// The term with some subterm replaced by a variable that occurs nowhere else.
  private func generalize(_ term: TermID, _ random: inout SeededGenerator, _ bank: inout TermBank)
    -> TermID
  {
    var subterms = Arena<TermID>()
    bank.startWalk()
    bank.collectSubterms(term, into: &subterms)
    let chosen = subterms[Int.random(in: 0..<subterms.count, using: &random)]
    return bank.replacing(chosen, by: .variable(0), in: term)
  }

  @Test func refusesCyclesAndClashes() {
    var bank = TermBank()
    var unifier = Saturation.Unifier()
    bank.push(.variable(0))
    let application = bank.make(4, arity: 1)
    let isCyclic = !unifier.unify(.variable(0), 0, application, 0, bank)
    unifier.reset()
    let isApart = unifier.unify(.variable(0), 0, application, 1, bank)
    unifier.reset()
    let constants = (bank.make(2, arity: 0), bank.make(3, arity: 0))
    let isClash = !unifier.unify(constants.0, 0, constants.1, 1, bank)
    #expect(isCyclic && isApart && isClash)
  }
}
