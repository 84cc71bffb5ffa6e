// Rules applied forwards, by entailment of their encoding, against chaining, which defines what they give.

import Certificates
import Entailment
import FirstOrderLogic
import TestSupport
import Testing

@testable import English

@Suite struct ForwardRulesTests {
  struct Ground: Hashable {
    var isPositive: Bool
    var predicate: Int
    var opposite: Ground { Ground(isPositive: !isPositive, predicate: predicate) }
    var formula: Formula {
      let atom = Formula.predicate("P\(predicate)", .constant("a"))
      return isPositive ? atom : .not(atom)
    }
  }
  struct Rule {
    var body: [Ground]
    var head: Ground
  }

  /// What chaining derives.
  func chained(_ facts: [Ground], _ rules: [Rule]) -> Set<Ground> {
    var known = Set(facts)
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for rule in rules where rule.body.allSatisfy(known.contains) {
        if known.insert(rule.head).inserted { hasGrown = true }
      }
    }
    return known
  }

  @Test func verdictsAreThoseOfChaining() throws {
    var random = SeededGenerator(seed: 14)
    func literal() -> Ground {
      Ground(
        isPositive: Int.random(in: 0..<3, using: &random) > 0,
        predicate: Int.random(in: 0..<7, using: &random))
    }
    let entailer = Entailer(options: EntailmentOptions(prover: .resolution, cpuSeconds: 5))
    var verdicts: [Verdict: Int] = [:]
    for _ in 0..<300 {
      let facts = (0..<3).map { _ in literal() }
      let rules = (0..<8).map { _ in
        Rule(
          body: (0..<Int.random(in: 1...2, using: &random)).map { _ in literal() }, head: literal())
      }
      let asked = literal()
      var premises = facts.map(\.formula)
      premises += rules.map { rule in
        let body = rule.body.map(\.formula)
        return .implies(body.count == 1 ? body[0] : .and(body), rule.head.formula)
      }
      let problem = Problem(
        premises: premises.enumerated().map { Statement(name: "p\($0)", formula: $1) },
        conclusion: Statement(name: "conclusion", formula: asked.formula))
      let known = chained(facts, rules)
      let verdict = entailer.answer(try #require(problem.asForwardRules)).verdict
      verdicts[verdict, default: 0] += 1
      switch verdict {
      case .true: #expect(known.contains(asked) && !known.contains(asked.opposite))
      case .false: #expect(known.contains(asked.opposite) && !known.contains(asked))
      case .contradictory: #expect(known.contains(asked) && known.contains(asked.opposite))
      case .uncertain: #expect(!known.contains(asked) && !known.contains(asked.opposite))
      case .unknown: Issue.record("a ground program was not decided")
      }
      let classical = entailer.answer(problem).verdict
      if verdict == .true || verdict == .false {
        #expect(classical == verdict || classical == .contradictory)
      }
    }
    #expect(Set(verdicts.keys).isSuperset(of: [.true, .false, .uncertain]))
  }
}
