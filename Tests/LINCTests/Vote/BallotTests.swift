import Certificates
import Diagnostics
import Entailment
import FirstOrderLogic
import LINC
import Testing

@Suite struct BallotTests {
  private func sample(_ text: String) throws -> SampleResult {
    let result = ProblemReader.read(
      SourceText(name: "test.fol", text), format: .native,
      options: ReadingOptions(repairs: true))
    try #require(result.isUsable)
    let answer = Entailer(options: EntailmentOptions()).answer(result.problem)
    return SampleResult(
      label: try #require(SampleLabel(rawValue: answer.verdict.rawValue)),
      diagnostics: result.diagnostics, certificate: answer.certificate, problem: result.problem)
  }

  static let cases: [(String, SampleLabel, isSuspect: Bool)] = [
    ("∀x (P(x) → Q(x))\nP(a)\n⊢ Q(a)", .true, false),
    ("∀x (P(x) → Q(x))\nP(a)\n⊢ ¬Q(a)", .false, false),
    ("∀x (P(x) → Q(x))\nQ(a)\n⊢ P(a)", .uncertain, false),
    ("P(b)\n⊢ P(a) ∨ ¬P(a)", .true, true),
    ("P(b)\n⊢ P(a) ∧ ¬P(a)", .false, true),
    ("P(a)\nP(a, b)\n⊢ P(a)", .true, true),
    ("P(a)\nQ(P)\n⊢ P(a)", .true, true),
    ("P(a)\n⊢ Q(a)", .uncertain, true),
    ("P(a)\n¬P(a)\n⊢ P(b)", .contradictory, false),
    ("P(a)\n∀x P(x) → Q(x)\n⊢ Q(a)", .true, false),
  ]

  @Test(arguments: cases)
  func suspicionIsAboutTheTranslation(
    _ text: String, _ label: SampleLabel, isSuspect: Bool
  ) throws {
    let sample = try sample(text)
    #expect(sample.label == label)
    #expect(Ballot(sample).isSuspect == isSuspect)
  }

  @Test func notesAreNoReasonForSuspicion() {
    let source = SourceText(name: "sample", "FOL: P(a)")
    let note = Diagnostic(.premiseCount, .note, in: source, at: Span(0, 1), "left out")
    let warning = Diagnostic(.premiseCount, in: source, at: Span(0, 1), "1 for 2")
    #expect(!Ballot(SampleResult(label: .uncertain, diagnostics: [note])).isSuspect)
    #expect(Ballot(SampleResult(label: .uncertain, diagnostics: [warning])).isSuspect)
  }

  @Test func onlyVerdictsVote() {
    let voting = SampleLabel.allCases.filter { Ballot(label: $0).hasVerdict }
    #expect(voting == [.true, .false, .uncertain, .contradictory])
  }
}
