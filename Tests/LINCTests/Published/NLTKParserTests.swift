// What NLTK 3.8.1 reads, and what it then writes for Prover9; each answer was checked with NLTK.

import TestSupport
import Testing

@testable import LINC

@Suite struct NLTKParserTests {
  @Test(arguments: [
    ("-x = A", "(-(x) = A)"),
    ("-A(x) != B", "-((-(A(x)) = B))"),
    ("A = B & C", "((A = B) & C)"),
    ("A -> B -> C", "((A -> B) -> C)"),
    ("A & B | C & D -> E <-> F", "((((A & B) | (C & D)) -> E) <-> F)"),
    ("A | B & C", "(A | (B & C))"),
    ("all x.P(x) & Q(x)", "(all x P(x) & Q(x))"),
    ("all x.P(x) = Q", "all x (P(x) = Q)"),
    ("exists x y.P(x, y)", "exists x exists y P(x,y)"),
    ("all x P(x)", "all x all P x"),
    ("all x -P(x)", "all x -(P(x))"),
    ("P(x)(y)", "P(x,y)"),
    ("(P(x))(y)", "P(x,y)"),
    ("exists x.(P(x)) (Q)", "exists x P(x,Q)"),
    ("P((A & B))", "P((A & B))"),
    ("P(-A)", "P(-A)"),
    ("P(all x.Q(x))", "P(all x.Q(x))"),
    ("not A and B or some x.C", "((-(A) & B) | exists x C)"),
    ("A => B <=> !C", "((A -> B) <-> -(C))"),
    ("A>B", "A>B"),
    ("A<=B", "(A< = B)"),
    ("\"A B\"", nil),
    ("P(\"A_B\", ?, 50%)", "P(\"A_B\",?,50%)"),
    ("all X.X(A)", "all X X(A)"),
    ("x12 & e1", "(x12 & e1)"),
    ("- - A", "-(-(A))"),
    ("exists x, y.P(x, y)", nil),
    ("P(A = B)", nil),
    ("P(A | B)", nil),
    ("P()", nil),
    ("P(x", nil),
    ("P(x))", nil),
    ("", nil),
    ("A B", nil),
    ("A.", nil),
    ("A || B", nil),
    ("A ⊕ B", nil),
    ("∀x P(x)", nil),
    ("~exists x.P(x)", nil),
    ("A <- B", nil),
    ("all x", nil),
  ])
  func formulasAreReadAsNLTKReadsThem(_ formula: String, _ text: String?) {
    #expect((try? NLTKParser.parse(formula))?.prover9Text == text)
  }

  @Test(arguments: [
    "x(A)", "(x)(A)", "e2(A)", "-(P)(x)", "(A & B)(C)", "all Xy.P(Xy)", "all (x).P",
  ])
  func namesInTheWrongPlaceHaveACodeOfTheirOwn(_ formula: String) {
    #expect(throws: PublishedFault.nltkName) { try NLTKParser.parse(formula) }
  }

  @Test(arguments: ["\\x.P(x)", "(\\x.P(x))(A)", "iota x.P(x)"])
  func termsThatBindAreFaults(_ formula: String) {
    #expect(throws: PublishedFault.nltkSyntax) { try NLTKParser.parse(formula) }
  }

  @Test func deepFormulasAreFaults() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "A" + String(repeating: ")", count: depth)
    }
    let chain = "A" + String(repeating: " & A", count: 10_000)
    let quantifiers = "all" + String(repeating: " x", count: 10_000) + ".A"
    for formula in [nested(10_000), chain, quantifiers, String(repeating: "-", count: 10_000)] {
      #expect(throws: PublishedFault.nltkSyntax) { try NLTKParser.parse(formula) }
    }
    #expect(throws: Never.self) { try NLTKParser.parse(nested(150)) }
  }
}
