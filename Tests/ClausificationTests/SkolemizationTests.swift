import Certificates
import FirstOrderLogic
import TestSupport
import Testing

@testable import Clausification

@Suite struct SkolemizationTests {
  private let x = Term.variable("X")
  private let y = Term.variable("Y")
  private let z = Term.variable("Z")

  private func skolemized(_ formula: Formula) -> Skolemizer {
    var symbols = FreshSymbols(avoidingSymbolsOf: Problem(premises: [], conclusion: nil))
    return Skolemizer(formula, symbols: &symbols)
  }

  @Test func argumentsAreTheFreeUniversalVariables() {
    let formula = Formula.forAll(
      "X", .forAll("Y", .exists("Z", .and([.predicate("p", y, z), .predicate("q", z)]))))
    let result = skolemized(formula)
    #expect(result.symbols == [SkolemSymbol(name: "sk1", arguments: ["Y"])])
    let term = Term.application("sk1", [y])
    #expect(result.result == .and([.predicate("p", y, term), .predicate("q", term)]))
  }

  @Test func outerSkolemTermsBringTheirArguments() {
    let formula = Formula.forAll(
      "X",
      .exists("Y", .and([.predicate("p", y, x), .exists("Z", .predicate("q", z, y))])))
    let result = skolemized(formula)
    #expect(
      result.symbols == [
        SkolemSymbol(name: "sk1", arguments: ["X"]), SkolemSymbol(name: "sk2", arguments: ["X"]),
      ])
  }

  @Test func existentialVariablesOutsideBecomeConstants() {
    let formula = Formula.exists("X", .forAll("Y", .exists("Z", .predicate("p", x, z))))
    let result = skolemized(formula)
    #expect(
      result.symbols == [
        SkolemSymbol(name: "sk1", arguments: []), SkolemSymbol(name: "sk2", arguments: []),
      ])
    #expect(result.result == .predicate("p", .constant("sk1"), .constant("sk2")))
  }

  @Test func argumentsComeInTheOrderOfFirstOccurrence() {
    let formula = Formula.forAll("X", .forAll("Y", .exists("Z", .predicate("p", z, y, x))))
    #expect(skolemized(formula).symbols[0].arguments == ["Y", "X"])
  }

  /// The two copies of a variable that an equivalence makes stand under different quantifiers.
  @Test func copiesOfAVariableAreKeptApart() {
    let formula = Formula.and([
      .or([.exists("X", .predicate("p", x)), .predicate("c")]),
      .or([.forAll("X", .not(.predicate("p", x))), .not(.predicate("c"))]),
    ])
    #expect(
      skolemized(formula).result
        == .and([
          .or([.predicate("p", .constant("sk1")), .predicate("c")]),
          .or([.not(.predicate("p", x)), .not(.predicate("c"))]),
        ]))
  }

  @Test func symbolsOfTheProblemAreAvoided() {
    let statement = Statement(name: "a", formula: .predicate("sk1", .constant("sk3")))
    var symbols = FreshSymbols(
      avoidingSymbolsOf: Problem(
        premises: [statement], conclusion: Statement(name: "c", formula: .predicate("def1"))))
    #expect((0..<2).map { _ in symbols.makeSkolemSymbol() } == ["sk2", "sk4"])
    #expect(symbols.makeDefinitionSymbol() == "def2")
  }
}
