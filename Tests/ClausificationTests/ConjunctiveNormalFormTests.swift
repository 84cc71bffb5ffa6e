import FirstOrderLogic
import TestSupport
import Testing

@testable import Clausification

@Suite struct ConjunctiveNormalFormTests {
  private let a = Term.constant("a")
  private let b = Term.constant("b")

  private func literal(_ name: String, _ arguments: Term..., isPositive: Bool = true) -> Literal {
    Literal(isPositive, .predicate(name, arguments))
  }

  @Test func distributionKeepsTheOrder() {
    let parts = "pqrst".map { Formula.predicate(String($0)) }
    let formula = Formula.or([
      .and([parts[0], .or([parts[1], .and([parts[2], parts[3]])])]), parts[4],
    ])
    let names = formula.distributed().map { clause in
      clause.map { literal in
        if case .predicate(let name, _) = literal.atom { name } else { "=" }
      }.joined()
    }
    #expect(names == ["pt", "qrt", "qst"])
  }

  @Test func constantsDecideClauses() {
    let p = Formula.predicate("p")
    #expect(Formula.constant(true).distributed() == [])
    #expect(Formula.constant(false).distributed() == [[]])
    #expect(Formula.or([.constant(true), p]).distributed() == [])
    #expect(
      Formula.and([.or([.constant(false), p]), .constant(true)]).distributed() == [[literal("p")]])
  }

  @Test func repetitionsGo() {
    let p = literal("p", a)
    let equation = Literal(true, .equality(a, b))
    let turned = Literal(true, .equality(b, a))
    #expect([p, equation, p, turned].withoutRepetitions() == [p, equation])
    let long = (0..<40).map { literal("p\($0)") }
    #expect((long + [equation] + long + [turned]).withoutRepetitions() == long + [equation])
  }

  @Test func tautologiesGo() {
    let p = literal("p", a)
    let equation = Literal(true, .equality(a, b))
    let turned = Literal(true, .equality(b, a))
    #expect([p, p.negated].withoutRepetitions() == nil)
    #expect([equation, turned.negated].withoutRepetitions() == nil)
    #expect([p, Literal(true, .equality(a, a))].withoutRepetitions() == nil)
    let long = (0..<40).map { literal("p\($0)") }
    #expect((long + [long[7].negated]).withoutRepetitions() == nil)
    #expect((long + [equation, turned.negated]).withoutRepetitions() == nil)
  }

  @Test func inequalitiesOfATermWithItselfStay() {
    let inequality = Literal(false, .equality(a, a))
    #expect([inequality].withoutRepetitions() == [inequality])
  }

  @Test func variablesAreNumberedByFirstOccurrence() {
    let y = Term.variable("Y")
    let x = Term.variable("X0")
    let (literals, substitution) = [literal("p", .application("f", [y, x])), literal("q", y, a)]
      .withNumberedVariables()
    let x0 = Term.variable("X0")
    let x1 = Term.variable("X1")
    #expect(literals == [literal("p", .application("f", [x0, x1])), literal("q", x0, a)])
    #expect(substitution == ["Y": x0, "X0": x1])
  }
}
