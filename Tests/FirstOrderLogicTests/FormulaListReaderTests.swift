import Diagnostics
import Testing

@testable import FirstOrderLogic

@Suite struct FormulaListReaderTests {
  private func native(_ text: String) -> ReadResult {
    NativeReader.read(SourceText(text), options: ReadingOptions())
  }

  @Test func nativeFileHasCommentsLabelsAndNotations() {
    let result = native(
      """
      # all dogs bark\r
      rule: ∀x (Dog(x) → Barks(x)) # a trailing comment\r
      all x. (Puppy(x) -> Dog(x))\r

      Puppy(rex)\r
      ⊢ Barks(rex)\r

      """)
    #expect(result.diagnostics == [])
    #expect(result.problem.premises.map(\.name) == ["rule", "premise2", "premise3"])
    #expect(result.problem.conclusion?.name == "conclusion")
    #expect(result.problem.conclusion?.formula == .predicate("Barks", .constant("rex")))
  }

  @Test(arguments: [
    "|- Q", "therefore Q", "∴ Q", "Conclusion: Q", "conclusion:\nQ", "⊢\n\nQ", "THEREFORE\nQ",
  ])
  func conclusionsAreMarked(_ text: String) {
    let result = native("Q & P\n\(text)\n")
    #expect(result.diagnostics == [])
    #expect(result.problem.conclusion?.formula == .predicate("Q"))
  }

  @Test func problemsNeedOneConclusion() {
    #expect(native("P\n").diagnostics.map(\.code) == [.noConclusion])
    #expect(native("P\n⊢ P\n⊢ P\n").diagnostics.map(\.code) == [.severalConclusions])
    #expect(native("⊢ P\n").diagnostics.map(\.code) == [.noPremises])
    #expect(native("# nothing\n").diagnostics.map(\.code) == [.emptyFile])
    #expect(native("P\n⊢\n").diagnostics.map(\.code) == [.emptyFormula])
    let doubled = native("a: P\na: P\n⊢ P\n")
    #expect(doubled.diagnostics.map(\.code) == [.duplicateName])
    #expect(Set(doubled.problem.premises.map(\.name)).count == 2)
  }

  @Test func theLastFormulaOfAListIsTheConclusion() {
    let nltk = NLTKReader.read(
      SourceText("all x. (P(x) -> Q(x))\nP(a)\nQ(a)"), options: ReadingOptions())
    #expect(nltk.diagnostics == [])
    #expect(nltk.problem.conclusion?.formula == .predicate("Q", .constant("a")))
    let folio = FOLIOReader.read(
      SourceText("∀x (P(x) → Q(x))\n⊢ Q(a)\nP(a)"), options: ReadingOptions())
    #expect(folio.problem.conclusion?.formula == .predicate("Q", .constant("a")))
    #expect(folio.problem.premises.count == 2)
    let broken = NLTKReader.read(SourceText("P(a)\nP(a"), options: ReadingOptions())
    #expect(broken.diagnostics.map(\.code) == [.missingBracket])
    #expect(broken.problem.conclusion == nil)
  }

  @Test func prover9ListsAreRead() {
    let result = Prover9Reader.read(
      SourceText(
        """
        % a comment. with stops.
        assign(max_seconds, 10).
        formulas(assumptions).
          all x (Man(x) -> Mortal(x)) # label(rule).   % here too
          Man(socrates).
          Weight(socrates, 42.5).
        end_of_list.
        formulas(goals).
          Mortal(socrates) & -
            (Man(socrates) & $F).
        end_of_list.
        """), options: ReadingOptions())
    #expect(result.diagnostics.map(\.code) == [.strayText])
    #expect(result.diagnostics.map(\.severity) == [.note])
    #expect(result.problem.premises.map(\.name) == ["rule", "premise2", "premise3"])
    #expect(result.problem.conclusion != nil)
  }

  @Test func prover9FaultsAreNamed() {
    func codes(_ text: String) -> [DiagnosticCode] {
      Prover9Reader.read(SourceText(text), options: ReadingOptions()).diagnostics.map(\.code)
    }
    #expect(codes("P. Q -> P. Q.") == [])
    #expect(codes("P. all x. R(x). Q & exists x R(x).").contains(.quantifierSyntax))
    #expect(codes("P. exists x Q. Q & P.") == [.unusedQuantifier])
    #expect(codes("P. Q -> P. Q") == [.unterminatedStatement])
    #expect(codes("formulas(sos). P. end_of_list.") == [.noConclusion])
    #expect(codes("formulas(goals). P. P. end_of_list.").contains(.severalConclusions))
    #expect(codes("formulas(nonsense). P. end_of_list.").contains(.unknownSection))
    #expect(codes("formulas(goals). P. ").contains(.unterminatedStatement))
    #expect(codes("% nothing") == [.emptyFile])
  }
}
