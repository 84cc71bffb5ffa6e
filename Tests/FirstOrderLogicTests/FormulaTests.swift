import FirstOrderLogic
import TestSupport
import Testing

@Suite struct FormulaTests {
  @Test func freeVariablesRespectShadowing() {
    let inner = Formula.forAll("x", .predicate("P", .variable("x"), .variable("y")))
    #expect(Formula.and([inner, .predicate("Q", .variable("x"))]).freeVariables == ["x", "y"])
    #expect(Formula.exists("y", inner).freeVariables == [])
  }

  @Test func distinctVariablesKeepTheMeaningOfNames() {
    let body = Formula.and([
      .predicate("P", .variable("x")),
      .exists("x", .predicate("Q", .variable("x"), .variable("x'"))),
    ])
    let formula = Formula.forAll("x'", .forAll("x", body))
    #expect(
      formula.withDistinctVariables()
        == .forAll(
          "X",
          .forAll(
            "X1",
            .and([
              .predicate("P", .variable("X1")),
              .exists("X2", .predicate("Q", .variable("X2"), .variable("X"))),
            ]))))
  }

  @Test(arguments: 0..<200)
  func distinctVariablesAreDistinct(_ seed: UInt64) {
    var generator = FormulaGenerator(seed: seed)
    let formula = generator.formula(depth: 5).withDistinctVariables()
    var bound: [String] = []
    func collect(_ formula: Formula) {
      if case .quantified(_, let name, _) = formula { bound.append(name) }
      formula.children.forEach(collect)
    }
    collect(formula)
    #expect(Set(bound).count == bound.count)
    #expect(formula.freeVariables.isEmpty)
    #expect(
      formula.withDistinctVariables(keepingNames: false)
        == formula.withDistinctVariables().withDistinctVariables(keepingNames: false))
  }
}
