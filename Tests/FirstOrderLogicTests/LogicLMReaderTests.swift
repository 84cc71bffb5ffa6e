import Diagnostics
import Testing

@testable import FirstOrderLogic

@Suite struct LogicLMReaderTests {
  func read(_ text: String, repairs: Bool = false) -> ReadResult {
    LogicLMReader.read(SourceText(text), options: ReadingOptions(repairs: repairs))
  }

  @Test func infixProgram() {
    let result = read(
      "Predicates:\nDog(x) ::: x is a dog\nPremises:\n∀x (Dog(x) → Pet(x)) ::: Dogs are pets.\n"
        + "Dog(rex)\nConclusion:\nPet(rex) ::: Rex is a pet.\n")
    #expect(result.diagnostics.isEmpty)
    #expect(result.problem.premises.count == 2)
    #expect(result.problem.conclusion?.formula == .predicate("Pet", .constant("rex")))
  }

  @Test func rulesAreClosedAndTheLastArgumentIsTheSign() {
    let result = read(
      "FACTS:\nBig(bob, True)\nRule:\nBig($x, True) && Near($x, $y, False) >>> Red($y, False)\n"
        + "Query:\nRed(bob, True)")
    let x = Term.variable("x")
    let y = Term.variable("y")
    #expect(result.isUsable)
    #expect(
      result.problem.premises.map(\.formula) == [
        .predicate("Big", .constant("bob")),
        .forAll(
          "x",
          .forAll(
            "y",
            .implies(
              .and([.predicate("Big", x), .not(.predicate("Near", x, y))]),
              .not(.predicate("Red", y))))),
      ])
  }

  @Test(arguments: [
    ("Facts:\nBig(bob True)\nQuery:\nBig(a, True)", DiagnosticCode.blankInName),
    ("Facts:\nBig(bob, True\nQuery:\nBig(a, True)", .missingBracket),
    ("Facts:\nBig bob\nQuery:\nBig(a, True)", .blankInName),
    ("Facts:\nBig(a, True)\nQuery:\n", .noConclusion),
    ("Facts:\nBig(a, True)\nDomain:\n1: x\nQuery:\nBig(a, True)", .unknownSection),
    ("Facts:\nBig(a, True)\nQuery:\nBig(a, True)\nBig(b, True)", .severalConclusions),
    ("Facts:\n::: nothing\nBig(a, True)\nQuery:\nBig(a, True)", .emptyFormula),
    ("Facts:\nBig('a, True)\nQuery:\nBig(a, True)", .unterminatedQuote),
    ("Predicates:\nBig($x, bool)\nFacts:\nBig(a, Maybe)\nQuery:\nBig(a, True)", .unexpectedToken),
  ])
  func faultsHaveTheirCode(_ text: String, _ code: DiagnosticCode) {
    let result = read(text)
    #expect(result.diagnostics.filter { $0.severity == .error }.map(\.code) == [code])
    #expect(!result.isUsable)
  }

  @Test func declaredArityIsCheckedAgainstUse() {
    let result = read("Predicates:\nP(x, y)\nPremises:\nP(a)\nConclusion:\nP(b)")
    #expect(result.diagnostics.map(\.code) == [.arityClash])
    #expect(result.isUsable)
  }

  @Test func blanksInNamesAreJoinedByTheRepair() {
    let result = read("Facts:\nBig(bald eagle, True)\nQuery:\nBig(a, True)", repairs: true)
    #expect(result.problem.premises.first?.formula == .predicate("Big", .constant("bald_eagle")))
    #expect(result.isUsable)
  }

  @Test(arguments: ["Unknown", "bool", "X", "?"])
  func anOpenTruthValueOfAQueryAsksWhetherItIsTrue(_ value: String) {
    let program =
      "Predicates:\nWarm($x, bool)\nFacts:\nWarm(Ada, True)\nQuery:\nWarm(Bob, \(value))\n"
    let plain = read(program)
    #expect(plain.diagnostics.map(\.code) == [.unexpectedToken] && !plain.isUsable)
    let repaired = read(program, repairs: true)
    #expect(repaired.isUsable)
    #expect(repaired.diagnostics.first?.repair?.name == .askWhetherTrue)
    #expect(repaired.problem.conclusion?.formula == .predicate("Warm", .constant("Bob")))
  }

  @Test func anOpenTruthValueOfAFactStaysAFault() {
    let program =
      "Predicates:\nWarm($x, bool)\nFacts:\nWarm(Ada, Unknown)\nQuery:\nWarm(Ada, True)\n"
    #expect(!read(program, repairs: true).isUsable)
  }
}
