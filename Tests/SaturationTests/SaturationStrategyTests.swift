import TestSupport
import Testing

@testable import Saturation

extension SeededGenerator {
  fileprivate mutating func choice<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: 0..<choices.count, using: &self)]
  }

  fileprivate mutating func strategy() -> SaturationStrategy {
    var strategy = SaturationStrategy()
    strategy.order = choice(SaturationStrategy.Order.allCases)
    if strategy.order == .knuthBendix {
      strategy.symbolWeights = choice(SaturationStrategy.SymbolWeights.allCases)
    }
    strategy.precedence = choice(SaturationStrategy.Precedence.allCases)
    strategy.goalSymbols = choice(SaturationStrategy.GoalSymbols.allCases)
    strategy.selection = choice(SaturationStrategy.Selection.allCases)
    strategy.selectsUnlessMaximal = choice([false, true])
    strategy.usesSetOfSupport = choice([false, true])
    strategy.dropsUnreachable = choice([false, true])
    strategy.splits = choice([false, true])
    strategy.queues = (0..<choice([1, 2, 5])).map { _ in
      let evaluation: SaturationStrategy.Evaluation
      if choice([false, true]) {
        evaluation = .age
      } else {
        evaluation = .weight(
          ClauseWeight(
            symbol: choice([1, 3]), variable: choice([1, 2]), goalSymbolPercent: choice([100, 10]),
            goalTermPercent: choice([100, 50]), maximalSidePercent: choice([100, 200]),
            maximalLiteralPercent: choice([100, 150]), positivePercent: choice([100, 150]),
            distantPercent: choice([100, 1_000]), distancePercent: choice([0, 20]),
            literal: choice([0, 4])))
      }
      return .init(choice([1, 7]), evaluation, choice(SaturationStrategy.Priority.allCases))
    }
    return strategy
  }
}

@Suite struct SaturationStrategyTests {
  @Test func isWrittenAsText() {
    #expect(
      SaturationStrategy().description
        == "kbo:one/prec=arity/goal=any/sel=avoid:max/q=1wg50t150m150:sos,4wg10t150m150p150,1a,"
        + "1wg50t150m150:fact,4wf3v2t200m150p200:sos")
    let text = "lpo/prec=rare/goal=low/sel=avoid:max/q=4wg10t150:sos,1a:unit/sos/lrs/split"
    #expect(SaturationStrategy(text)?.description == text)
    #expect(SaturationStrategy("") == nil)
    #expect(SaturationStrategy("sel=none")?.description.contains("sel=none/q=1wg50") == true)
  }

  @Test(arguments: 0..<20) func isReadFromItsText(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<20 {
      let strategy = random.strategy()
      #expect(SaturationStrategy(strategy.description) == strategy)
    }
  }

  @Test(arguments: [
    "kbo/lpo", "kbo:heavy", "lpo:one", "sel=", "sel=heavy:min", "sel", "q=", "q=a", "q=0a", "q=1x",
    "q=1a,", "q=1w5", "q=1wf", "q=1wf1f2", "q=1wf99999", "q=1a:old", "q=1a:unit:sos", "sos=1",
    "sos/sos", "prec=arity/prec=rare", "lrs/", "kbo/ sos", "q=1001a",
  ])
  func refusesOtherTexts(text: String) {
    #expect(SaturationStrategy(text) == nil)
  }

  /// Whatever the strategy: a refutation that is found checks, and nothing unsatisfiable is saturated.
  @Test(arguments: 0..<30) func isSoundWhateverIsChosen(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var refuted = 0
    for clauses in SaturationProverTests.theorems {
      let strategy = random.strategy()
      switch search(inputClauses(clauses), given: 60, strategy: strategy) {
      case .refuted: refuted += 1
      case .saturated, .wrongProof: Issue.record("\(strategy): \(clauses)")
      case .limited(let limit): #expect(limit == .given || limit == .incomplete)
      }
    }
    #expect(refuted > 2)
  }

  @Test func saysSoWhenASelectionIsIncomplete() {
    var strategy = SaturationStrategy()
    strategy.selection = .heaviestOfAll
    strategy.selectsUnlessMaximal = false
    let clauses = ["p(f(X0)) | q(X0)", "~q(a)"]
    #expect(search(inputClauses(clauses), strategy: strategy) == .limited(.incomplete))
    strategy = SaturationStrategy()
    strategy.usesSetOfSupport = true
    #expect(search(inputClauses(clauses), strategy: strategy) == .limited(.incomplete))
  }
}
