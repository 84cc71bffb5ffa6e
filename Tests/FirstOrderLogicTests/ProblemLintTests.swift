import Diagnostics
import Testing

@testable import FirstOrderLogic

@Suite struct ProblemLintTests {
  func read(_ premises: [String], _ conclusion: String, repairs: Bool = false) -> ReadResult {
    var collector = ProblemCollector(options: ReadingOptions(repairs: repairs))
    for (index, text) in (premises + [conclusion]).enumerated() {
      let source = collector.add(SourceText(text))
      collector.addFormula(
        source: source, span: Span(0, text.utf8.count), name: "s\(index)", notation: .folio,
        isConclusion: index == premises.count)
    }
    return collector.finished()
  }

  func faults(_ result: ReadResult, _ code: DiagnosticCode) -> [Span] {
    result.diagnostics.filter { $0.code == code }.map(\.span)
  }

  @Test func freeVariablesAreClosedOnlyByTheRepair() {
    let plain = read(["P(x) → Q(x)"], "Q(a)")
    #expect(faults(plain, .freeVariable) == [Span(2, 3)])
    #expect(plain.isUsable)
    #expect(
      plain.problem.premises[0].formula
        == .implies(.predicate("P", .constant("x")), .predicate("Q", .constant("x"))))
    let repaired = read(["P(x) → Q(x)"], "Q(a)", repairs: true)
    #expect(
      repaired.problem.premises[0].formula
        == .forAll(
          "x", .implies(.predicate("P", .variable("x")), .predicate("Q", .variable("x")))))
  }

  @Test func yearsAndWordsAreConstants() {
    let result = read(["Printed(y1984)", "Printed(zebra)", "Printed(a)"], "Printed(y1984)")
    #expect(faults(result, .freeVariable).isEmpty)
  }

  @Test func arityClashIsAnErrorAtTheRarerUseAndSplits() {
    let premises = ["P(a)", "P(b)", "P(a, b)"]
    let plain = read(premises, "P(a)")
    #expect(faults(plain, .arityClash) == [Span(0, 1)])
    #expect(!plain.isUsable)
    let repaired = read(premises, "P(a)", repairs: true)
    #expect(repaired.isUsable)
    #expect(
      repaired.problem.premises[2].formula
        == .predicate("P_2", .constant("a"), .constant("b")))
    #expect(repaired.problem.premises[0].formula == .predicate("P", .constant("a")))
  }

  @Test func newNamesAreUnlikeAllOthers() {
    let result = read(["P(a)", "P(b)", "P(a, b)", "P_2(c)"], "P(a)", repairs: true)
    #expect(
      result.problem.premises[2].formula == .predicate("P_2_", .constant("a"), .constant("b")))
  }

  @Test func predicateAsTermSplits() {
    let plain = read(["Dog(rex)", "Likes(rex, Dog)"], "Dog(rex)")
    #expect(faults(plain, .predicateAsTerm) == [Span(11, 14)])
    #expect(!plain.isUsable)
    let repaired = read(["Dog(rex)", "Likes(rex, Dog)"], "Dog(rex)", repairs: true)
    #expect(repaired.isUsable)
    #expect(repaired.problem.conclusion?.formula == .predicate("Dog_holds", .constant("rex")))
    #expect(
      repaired.problem.premises[1].formula
        == .predicate("Likes", .constant("rex"), .constant("Dog")))
  }

  @Test(arguments: [
    ("team", "Team"), ("Meeting", "Meetings"), ("FootballPlayer", "FootbalPlayer"),
    ("City", "Cities"), ("Recieve", "Receive"), ("has_part", "hasPart"), ("Box", "Boxes"),
  ])
  func lookAlikesAreReportedOnce(_ first: String, _ second: String) {
    let result = read(["\(first)(a)", "\(first)(b)"], "\(second)(a)")
    #expect(faults(result, .nearIdenticalNames) == [Span(0, second.utf8.count)])
  }

  @Test func spellingsOfOneWordAreUnifiedOnRequest() {
    let premises = ["∀x (Cats(x) → Pet(x))", "Cat(tom) ∧ cat(tim)"]
    let plain = read(premises, "Pet(Tom)")
    #expect(plain.problem.premises[1].formula != plain.problem.premises[0].formula)
    #expect(plain.diagnostics.allSatisfy { $0.repair?.applied != true })
    let repaired = read(premises, "Pet(Tom)", repairs: true)
    #expect(repaired.problem.conclusion?.formula == .predicate("Pet", .constant("tom")))
    #expect(
      repaired.problem.premises[1].formula
        == .and([.predicate("Cats", .constant("tom")), .predicate("Cats", .constant("tim"))]))
  }

  @Test func aSlipIsOnlyReported() {
    let result = read(["Player(a)", "Player(b)"], "Playar(a)", repairs: true)
    #expect(faults(result, .nearIdenticalNames) == [Span(0, 6)])
    #expect(result.problem.conclusion?.formula == .predicate("Playar", .constant("a")))
  }

  @Test(arguments: [
    ("p1", "p2"), ("roomA", "roomB"), ("team_a", "team_b"), ("block1", "block12"),
    ("moral", "amoral"), ("Cat", "Car"), ("tower-a", "tower-b"),
  ])
  func seriesAndOtherWordsAreNot(_ first: String, _ second: String) {
    let result = read(["\(first)(a)", "\(first)(b)"], "\(second)(a)")
    #expect(faults(result, .nearIdenticalNames).isEmpty)
  }

  @Test func conclusionPredicatesShouldBeMentioned() {
    let result = read(["P(a)"], "P(a) ∧ Qualified(a)")
    #expect(faults(result, .conclusionPredicateUnmentioned) == [Span(9, 18)])
    #expect(result.isUsable)
  }
}
