// What is read as Horn rules, and what is refused.

import Diagnostics
import FirstOrderLogic
import Testing

@testable import CausalAxioms

@Suite struct AxiomFileReaderTests {
  @Test(arguments: [
    "∀x ∀y ∀z (R(x, y) ∧ R(y, z) → R(x, z))",
    "∀x ∀y (R(x, y) → ∀z (R(y, z) → R(x, z)))",
    "all x. all y. all z. (R(x, y) & R(y, z) -> R(x, z))",
    "∀x ∀z (∃y (R(x, y) ∧ R(y, z)) → R(x, z))",
    "∀x ∀y ∀z (¬R(x, y) ∨ ¬R(y, z) ∨ R(x, z))",
    "∀a ∀b ∀c (R(a, b) ∧ R(b, c) → R(a, c))\n⊢ ∀x ∀y R(x, y)",
  ])
  func oneRuleInManySpellings(_ text: String) throws {
    let program = try AxiomFiles.program(text)
    let first = try AxiomFiles.program("∀x ∀y ∀z (R(x, y) ∧ R(y, z) → R(x, z))")
    #expect(program.rules == first.rules && program.code == first.code)
    #expect(program.asked == [0] && program.base == [0])
  }

  @Test func equivalencesAndConjunctionsAreSeveralRules() throws {
    let program = try AxiomFiles.program(
      "∀x ∀y ((P(x, y) ↔ Q(y, x)) ∧ (Q(x, y) → S(x)))\n∀x ∀y (T(x, y) → P(x, y))")
    #expect(program.rules.count == 4)
    #expect(program.base.map { program.predicates[$0].name } == ["T"])
    #expect(program.asked.map { program.predicates[$0].name } == ["P", "Q", "S"])
  }

  @Test func loopsThatNothingFeedsAreStated() throws {
    let program = try AxiomFiles.program(
      """
      ∀x ∀y (Owns(x, y) → BelongsTo(y, x))
      ∀x ∀y (BelongsTo(x, y) → Owns(y, x))
      ∀x ∀y (Owns(x, y) → Keeps(x, y))
      """)
    #expect(program.base.map { program.predicates[$0].name } == ["Owns", "BelongsTo"])
  }

  @Test(
    arguments: [
      ("∀x ∀y (R(x, y) → ∃z R(y, z))", .notHorn),
      ("∀x ∀y (R(x, y) → ¬R(y, x))", .notHorn),
      ("∀x ∀y (R(x, y) ∨ R(y, x))", .notHorn),
      ("∀x ∀y (R(x, y) ∨ S(x, y) → T(x, y))", .notHorn),
      ("∀x ∀y (¬R(x, y) → S(x, y))", .notHorn),
      ("∀x ∀y (R(x, y) → x = y)", .notHorn),
      ("∀x (R(x, bob) → S(x, x))", .notHorn),
      ("∀x ∀y (R(x, f(y)) → S(x, y))", .notHorn),
      ("∀x ∀y ∀z (R(x, y) → S(x, z))", .notHorn),
      ("∀x R(x, x)", .notHorn),
      ("∀x ∀y ∀z (B(x, y, z) → R(x, z))", .notHorn),
      ("∀x (P(x) → Q(x))", .notHorn),
      ("∀x ∀y (R(x, y) ⊕ R(y, x))", .notHorn),
      ("∀x ∀y (R(x, y) → S(x, y))\n⊢ ∀x ∀y R(x, y)", .notHorn),
      ("∀x ∀y (R(x, y) → S(x, y))\n⊢ ∀x ∀y (R(x, y) → S(y, x))", .notHorn),
      ("∀x ∀y (Parent(x, y) → ParentOf(x, y))", .samePhrase),
      (
        "∀a ∀b ∀c ∀d ∀e ∀f ∀g (R(a, b) ∧ R(b, c) ∧ R(c, d) ∧ R(d, e) ∧ R(e, f) ∧ R(f, g) → R(a, g))",
        .axiomLimit
      ),
      ("∀x ∀y (R(x, y) → S(x, y)", .missingBracket),
      ("# nothing\n", .emptyFile),
    ] as [(String, DiagnosticCode)])
  func faultsAreNamed(_ text: String, _ code: DiagnosticCode) {
    let read = AxiomFileReader.read(SourceText(name: "test.fol", text), name: "test")
    #expect(read.program == nil)
    #expect(read.diagnostics.contains { $0.code == code && $0.severity == .error })
  }

  @Test func limitsHold() {
    let many = (0...HornProgram.maximumPredicates).map { "∀x ∀y (R\($0)(x, y) → S(x, y))" }
    let read = AxiomFileReader.read(
      SourceText(name: "test.fol", many.joined(separator: "\n")), name: "test")
    #expect(read.diagnostics.contains { $0.code == .axiomLimit })
  }

  @Test(arguments: [
    ("causes", 2, "X causes Y", "Does X cause Y?"),
    ("Cause", 2, "X causes Y", "Does X cause Y?"),
    ("BelongsTo", 2, "X belongs to Y", "Does X belong to Y?"),
    ("parentOf", 2, "X is parent of Y", "Is X parent of Y?"),
    ("is_parent", 2, "X is parent of Y", "Is X parent of Y?"),
    ("older", 2, "X is older than Y", "Is X older than Y?"),
    ("connected", 2, "X is connected to Y", "Is X connected to Y?"),
    ("teaches", 2, "X teaches Y", "Does X teach Y?"),
    ("carries", 2, "X carries Y", "Does X carry Y?"),
    ("HasTVShow", 1, "X has tv show", "Does X have tv show?"),
    ("Mortal", 1, "X is mortal", "Is X mortal?"),
    ("sleeps", 1, "X sleeps", "Does X sleep?"),
  ])
  func namesAreSaid(_ name: String, _ arity: Int, _ sentence: String, _ question: String) throws {
    let phrase = try #require(RelationPhrase(name: name, arity: arity))
    let y = arity == 2 ? "Y" : nil
    #expect(phrase.sentence("X", y) == sentence && phrase.question("X", y) == question)
  }
}
