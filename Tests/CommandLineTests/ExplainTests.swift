import Diagnostics
import Foundation
import JSON
import TestSupport
import Testing

/// `logic check --explain`.
@Suite struct ExplainTests {
  private static let story = "all x.(Cat(x) -> Kind(x))\nCat(tom)\nTherefore: Kind(tom)\n"

  @Test func textHasSentencesFormulasAndProof() throws {
    let run = try ToolRun(["check", "-", "--explain", "--prover", "resolution"], input: Self.story)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix("True\n  The conclusion follows from premise1 and premise2.\n"))
    #expect(
      run.output.hasSuffix(
        """

          premise 1: Every cat is kind.
            formula: ∀x (Cat(x) → Kind(x))
          premise 2: Tom is a cat.
            formula: Cat(tom)
          conclusion: Tom is kind.
            formula: Kind(tom)

          Why:
            Since Tom is a cat (premise 2) and every cat is kind (premise 1), Tom is kind.
            This is the conclusion.


        """))
  }

  @Test func objectsHaveAnExplanation() throws {
    let text = Self.story + "\n"
    for option in ["--json", "--jsonl"] {
      let run = try ToolRun(["check", "-", "--explain", option], input: text)
      #expect(run.status == 0)
      let explanation = try #require(
        try readJSON(SourceText(run.output)).get()["explanation"])
      #expect(explanation["verdict"] == "True")
      #expect(explanation["proof"]?.array?.isEmpty == false)
      let first = explanation["statements"]?.array?.first
      #expect(first?["role"] == "premise")
      #expect(first?["sentence"] == "Every cat is kind.")
      #expect(first?["used"] == true)
    }
    let plain = try ToolRun(["check", "-", "--json"], input: text)
    #expect(try readJSON(SourceText(plain.output)).get()["explanation"] == nil)
  }

  @Test func rowsAreExplained() throws {
    let rows = """
      {"id":"one","premises-FOL":["∀x (Cat(x) → Kind(x))","Cat(tom)"],"conclusion-FOL":"¬Kind(tom)","premises":["Cats are kind.","Tom's a cat."],"conclusion":"Tom isn't kind.","label":"False"}
      {"id":"two","premises":["Cat(tom)"],"conclusion":"Kind(tom)"}
      {"id":"three","premises":["Cat(tom"],"conclusion":"Kind(tom) Kind"}
      """
    let run = try ToolRun(["check", "-", "--explain", "--no-repair"], input: rows)
    #expect(run.status == 3)
    #expect(run.output.contains("one: False\n\n  premise 1: Cats are kind.\n"))
    #expect(run.output.contains("    reads:   Every cat is kind.\n"))
    #expect(run.output.contains("    So the conclusion is false.\n"))
    #expect(run.output.contains("  A situation in which the premises and the conclusion hold:\n"))
    #expect(run.output.contains("three: input at fault\n"))
    #expect(run.output.contains("missing-bracket") == false || run.output.contains("flags"))
    let lines = try ToolRun(["check", "-", "--explain", "--jsonl"], input: rows).output
      .split(separator: "\n").map { try readJSON(SourceText(String($0))).get() }
    #expect(lines.count == 3)
    #expect(lines[0]["explanation"]?["statements"]?.array?[1]["original"] == "Tom's a cat.")
    #expect(lines[1]["explanation"]?["situations"]?.array?.count == 2)
  }

  @Test func aProofInAnotherFormIsNoExplanation() throws {
    let run = try ToolRun(["check", "-", "--explain", "--proof", "text"], input: Self.story)
    #expect(run.status == 64)
    #expect(run.errors.contains("--explain"))
  }
}
