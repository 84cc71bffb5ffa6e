import Certificates
import Diagnostics
import English
import Entailment
import FirstOrderLogic
import TestSupport
import Testing

@Suite struct ExplanationTests {
  private static func explanation(
    _ text: String, wording: ProblemWording = ProblemWording()
  ) -> Explanation {
    let read = ProblemReader.read(SourceText(name: "story", text), format: .native)
    let answer = Entailer(options: EntailmentOptions(prover: .resolution)).answer(read.problem)
    return Explanation(
      read.problem, wording: wording, diagnostics: read.diagnostics, verdict: answer.verdict,
      certificate: answer.certificate)
  }

  @Test func aDirectProof() {
    let explanation = Self.explanation(
      """
      ∀x (Kind(x) → Red(x))
      ∀x (Red(x) ∧ Big(x) → Round(x))
      Kind(bob)
      Big(bob)
      Cold(ann)
      ⊢ Round(bob)
      """)
    #expect(
      explanation.proof == [
        "Since Bob is kind (premise 3) and everything that is kind is red (premise 1), Bob is red.",
        "Since Bob is red, Bob is big (premise 4) and everything that is red and big is round "
          + "(premise 2), Bob is round.",
        "This is the conclusion.",
      ])
    #expect(explanation.entries.map(\.isUsed) == [true, true, true, true, false, false])
  }

  @Test func aFactIsItsOwnProof() {
    let explanation = Self.explanation("Kind(bob)\n⊢ ¬Kind(bob)\n")
    #expect(explanation.proof == ["So Bob is kind (premise 1).", "So the conclusion is false."])
  }

  @Test func aProofByContradiction() {
    let explanation = Self.explanation(
      """
      ∀x (Cat(x) → Kind(x))
      ∀x (Kind(x) → Red(x))
      ⊢ ∀x (Cat(x) → Red(x))
      """)
    #expect(
      explanation.proof == [
        "Suppose the conclusion were false: some cat is not red.",
        "Call it thing A.",
        "Since thing A is a cat (as supposed) and every cat is kind (premise 1), thing A is kind.",
        "Since thing A is kind and everything that is kind is red (premise 2), thing A is red.",
        "But thing A is red: that contradicts what was supposed.",
        "So the conclusion holds: every cat is red.",
      ])
  }

  @Test func aProofByCases() {
    let explanation = Self.explanation(
      """
      Kind(bob) ∨ Red(bob)
      ∀x (Kind(x) → Round(x))
      ∀x (Red(x) → Round(x))
      ⊢ ∃x Round(x)
      """)
    #expect(explanation.proof.last == "So the conclusion holds: something is round.")
  }

  @Test func whatExistsIsCalled() {
    let explanation = Self.explanation(
      "∃x (Cat(x) ∧ Kind(x))\n∀x (Kind(x) → Red(x))\n⊢ ∃x (Cat(x) ∧ Red(x))\n")
    #expect(explanation.proof.contains("Some cat is kind (premise 1); call it thing A."))
  }

  @Test func contradictoryPremises() {
    let explanation = Self.explanation(
      "∀x (Cat(x) → Kind(x))\nCat(tom)\nBig(tom)\n¬Kind(tom)\n⊢ Big(tom)\n")
    #expect(explanation.verdict == .contradictory)
    #expect(explanation.proof.last == "So the premises contradict each other.")
    let text = explanation.text
    let heading = text.firstIndex(of: "These sentences contradict each other:")
    #expect(
      heading.map { Array(text[($0 + 1)...($0 + 3)]) } == [
        "  Every cat is kind.", "  Tom is a cat.", "  Tom is not kind.",
      ])
  }

  @Test func situations() {
    let explanation = Self.explanation("∀x (Cat(x) → Kind(x))\nCat(tom)\n⊢ Red(tom)\n")
    #expect(explanation.verdict == .uncertain)
    #expect(explanation.proof.isEmpty)
    #expect(explanation.situations.map(\.stance) == [.asserted, .denied])
    let there = "There is one thing: Tom."
    #expect(
      explanation.situations.map(\.sentences) == [
        [there, "Tom is a cat, kind and red.", "Nothing else holds."],
        [there, "Tom is a cat and kind.", "Nothing else holds."],
      ])
  }

  @Test func modelsAreToldWhole() throws {
    let certificate = HandMadeCertificates.uncertain
    let explanation = Explanation(
      certificate.problem, verdict: .uncertain, certificate: certificate)
    let sentences = try #require(explanation.situations.first).sentences
    #expect(sentences.first?.hasPrefix("There are 3 things: ") == true)
    #expect(sentences.contains { $0.contains("\"next\" holds.") })
    #expect(
      sentences.filter { $0.contains("the next of") || $0.contains("The next of") }.count == 3)
  }

  /// Steps that split clauses have no instances: such a proof is told step by step.
  @Test func splittingIsToldStepByStep() {
    let certificate = HandMadeCertificates.splitting
    let explanation = Explanation(
      certificate.problem, verdict: .contradictory, certificate: certificate)
    #expect(explanation.proof.first == "The premises contradict each other.")
    #expect(explanation.proof.dropFirst().first?.hasPrefix("1. By premise \"one\", ") == true)
    #expect(explanation.proof.last?.hasSuffix("that cannot be.") == true)
  }

  @Test(arguments: HandMadeCertificates.all.map(\.name))
  func everyCertificateIsExplained(_ name: String) throws {
    let certificate = try #require(HandMadeCertificates.all.first { $0.name == name }).certificate
    let explanation = Explanation(
      certificate.problem, verdict: certificate.verdict, certificate: certificate)
    #expect(explanation.proof.isEmpty == (certificate.refutation == nil))
    #expect(explanation.situations.isEmpty == (certificate.verdict != .uncertain))
    #expect(explanation.json["statements"]?.array?.count == certificate.problem.statements.count)
  }

  @Test func theAuthorsSentencesAndFlags() {
    let text = "∀x (Cat(x) → Kind(x)\nCat(tom)\n⊢ Kind(tim)\n"
    let source = SourceText(name: "story", text)
    let read = ProblemReader.read(
      source, format: .native, options: ReadingOptions(repairs: true))
    let wording = ProblemWording(sentences: ["premise1": "Cats are kind."])
    let explanation = Explanation(
      read.problem, wording: wording, diagnostics: read.diagnostics, verdict: nil,
      certificate: nil)
    #expect(explanation.entries[0].flags == ["missing-bracket"])
    #expect(explanation.entries[1].flags.isEmpty)
    let lines = Array(explanation.text.prefix(6))
    #expect(
      lines == [
        "premise 1: Cats are kind.", "  formula: ∀x (Cat(x) → Kind(x))",
        "  reads:   Every cat is kind.", "  flags:   missing-bracket", "premise 2: Tom is a cat.",
        "  formula: Cat(tom)",
      ])
  }

  /// In a row the field says which statement a fault is about.
  @Test func flagsOfRows() {
    let line =
      #"{"premises-FOL":["Cat(tom)","Kind(tom"],"conclusion-FOL":"Kind(tom)","premises":["a","b"]}"#
    let row = RowsReader.read(
      line: SourceText(name: "rows", line), span: Span(0, line.utf8.count), number: 1,
      options: ReadingOptions(repairs: true))
    let explanation = Explanation(
      row.problem, wording: row.wording, diagnostics: row.diagnostics, verdict: nil,
      certificate: nil)
    #expect(explanation.entries.map(\.flags) == [[], ["missing-bracket"], []])
    #expect(explanation.entries.map(\.said.original) == ["a", "b", nil])
  }
}
