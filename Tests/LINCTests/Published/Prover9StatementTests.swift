// What Prover9 reads and what it stops at; each answer was checked with Prover9.

import FirstOrderLogic
import TestSupport
import Testing

@testable import LINC

@Suite struct Prover9StatementTests {
  private func fault(_ formulas: [String]) -> PublishedFault? {
    do throws(PublishedFault) {
      var statements: [Prover9Statement] = []
      for formula in formulas { statements.append(try Prover9Statement(NLTKParser.parse(formula))) }
      return Prover9Statement.clash(among: statements)
    } catch {
      return error
    }
  }

  @Test(arguments: [
    (["P(A)", "P(A, B)"], PublishedFault.prover9Arity),
    (["P(A)", "Q(P)"], .prover9Arity),
    (["P", "P(A)"], .prover9Arity),
    (["P(A)", "Q(P(B))"], .prover9SymbolKind),
    (["A", "P(A)"], .prover9SymbolKind),
    (["P(A)", "P(A, B)", "Q(P(A))"], .prover9SymbolKind),
    (["-P(A) = B", "P(A)"], .prover9SymbolKind),
    (["P((A = B))", "A = C"], .prover9SymbolKind),
    (["A = B", "A"], .prover9SymbolKind),
    (["x"], .prover9SymbolKind),
    (["x", "P(A)", "P(A, B)"], .prover9SymbolKind),
    (["all x P(x)"], .prover9SymbolKind),
    (["all P.Q(P)", "P(A)"], .prover9Arity),
    (["all P.Q", "P(A)"], nil),
    (["all a.Q(a)", "a"], .prover9SymbolKind),
    (["X(A)", "P(x)"], nil),
    (["P((A & B))", "C & D"], nil),
    (["P(all x.Q(x))"], .prover9Syntax),
    (["P(--A)"], nil),
    (["A>B"], nil),
    (["A<=B"], .prover9Syntax),
    (["A>"], .prover9Syntax),
    (["?"], nil),
    (["!A"], nil),
    (["~A"], .prover9Syntax),
    (["P(\"A\" by B)"], .nltkSyntax),
    (["P(\"A\"_by_B)"], .prover9Syntax),
    (["P(\"é\")"], nil),
    (["P(é)"], .prover9Syntax),
    (["P([A, B], [])"], nil),
    (["P([A)"], .prover9Syntax),
    (["P({A})"], .prover9Syntax),
    (["Tom's(A)"], .prover9Syntax),
    (["Tom'"], nil),
    (["P(50%)"], .prover9Syntax),
    (["P($2000, 2000$)"], nil),
    (["P(A+B+C)"], .prover9Syntax),
    (["P(A+B)"], nil),
    (["A#B"], .prover9Syntax),
  ])
  func symbolsAndOddNames(_ formulas: [String], _ expected: PublishedFault?) {
    #expect(fault(formulas) == expected)
  }

  @Test func variablesAreBoundNamesAndThoseFromUToZ() throws {
    let statement = try Prover9Statement(NLTKParser.parse("all A.P(A, wolf, fox, \"x\")"))
    let body = Formula.predicate(
      "P", .variable("A"), .variable("wolf"), .constant("fox"), .constant("\"x\""))
    #expect(statement.formula == .forAll("A", body))
    #expect(statement.closed() == .forAll("wolf", .forAll("A", body)))
    #expect(statement.closed(denied: true) == .forAll("wolf", .not(.forAll("A", body))))
  }

  @Test func longListsAndSequencesAreFaults() {
    let list = "P([A" + String(repeating: ", A", count: 100_000) + "])"
    let sums = "A" + String(repeating: "+A", count: 100_000)
    #expect(fault([list]) == .prover9Syntax)
    #expect(fault([sums]) == .prover9Syntax)
  }

  @Test func mutatedFormulasAreReadOrRejected() {
    let seeds = [
      "all x. (Cat(x) & -Dog(x) -> exists y.(Owns(y, x) & y != x))", "P(-A, [B, C], \"d e\") = F'",
      "((A | B) <-> -(C > D)) & all P Q.(R(P)(Q))", "(v + v) = $T & P(all x.Q(x), -x)",
    ].map { Array($0.utf8) }
    var mutator = Mutator(seeds: seeds, seed: 5)
    var accepted = 0
    for _ in 0..<2_000 {
      let text = String(decoding: mutator.next(limit: 400), as: UTF8.self)
      guard let expression = try? NLTKParser.parse(FormulaExtraction.cleaned(text)),
        let statement = try? Prover9Statement(expression)
      else { continue }
      accepted += 1
      #expect(statement.closed().freeVariables.isEmpty)
      #expect(statement.closed(denied: true).freeVariables.isEmpty)
    }
    #expect(accepted > 20)
  }
}
