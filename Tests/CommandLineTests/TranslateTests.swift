import Diagnostics
import Foundation
import JSON
import TestSupport
import Testing

/// `logic translate`: formulas in words.
@Suite struct TranslateTests {
  private static let story = """
    all x.(Cat(x) -> Kind(x))
    Cat(tom)
    Therefore: Kind(tom)

    """

  @Test func aSentenceForEachStatement() throws {
    let run = try ToolRun(["translate", "-"], input: Self.story)
    #expect(run.status == 0)
    #expect(run.output == "Every cat is kind.\nTom is a cat.\nTom is kind.\n")
    #expect(run.errors.isEmpty)
    #expect(try ToolRun(["translate", "--to", "english"], input: Self.story).output == run.output)
  }

  @Test func everyNotationIsRead() throws {
    for notation in ["fol", "nltk", "folio", "prover9", "logic-lm", "tptp"] {
      let text = try ToolRun(["convert", "--to", notation], input: Self.story).output
      let run = try ToolRun(["translate", "-", "--format", notation], input: text)
      #expect(run.output == "Every cat is kind.\nTom is a cat.\nTom is kind.\n", "\(notation)")
    }
  }

  @Test func objectsHaveNameFormulaAndSentence() throws {
    let program = """
      Predicates:
      Purr(x) ::: x purrs loudly.
      Premises:
      ∀x (Cat(x) → Purr(x)) ::: Cats purr loudly.
      Conclusion:
      Purr(tom) ::: Does Tom purr?
      """
    let run = try ToolRun(["translate", "-", "--json"], input: program)
    #expect(run.status == 0)
    let object = try readJSON(SourceText(run.output)).get()
    let premise = try #require(object["premises"]?.array?.first)
    #expect(premise["name"]?.string == "premise1")
    #expect(premise["formula"]?.string == "∀x (Cat(x) → Purr(x))")
    #expect(premise["sentence"]?.string == "Every cat purrs loudly.")
    #expect(premise["original"]?.string == "Cats purr loudly.")
    #expect(object["conclusion"]?["sentence"]?.string == "Tom purrs loudly.")
  }

  @Test func rowsGiveOneObjectEach() throws {
    let rows = """
      {"id":7,"premises":["P(a)"],"conclusion":"Q(a)"}
      {"id":"b","premises":["Cat(a","Dog(b)"],"conclusion":"Dog(b)"}
      """
    let run = try ToolRun(["translate", "-", "--jsonl"], input: rows)
    #expect(run.status == 3)
    let objects = try run.output.split(separator: "\n").map {
      try readJSON(SourceText(String($0))).get()
    }
    #expect(objects.map { $0["id"] } == [7, "b"])
    #expect(objects[1]["premises"]?.array?.map { $0["sentence"] } == ["B is a dog."])
    #expect(run.errors.contains("[missing-bracket]"))
    let text = try ToolRun(["translate", "-"], input: rows)
    #expect(text.output.hasPrefix("7:\nA has the property \"P\".\n"))
    #expect(text.status == 3)
  }

  @Test func faultsAreReported() throws {
    #expect(try ToolRun(["translate", "/nowhere"]).status == 3)
    #expect(try ToolRun(["translate", "-"], input: "").status == 3)
    #expect(try ToolRun(["translate", "-", "--format", "jsonl"], input: "\n").status == 3)
    let usage = try ToolRun(["translate", "-", "--to", "latin"], input: Self.story)
    #expect(usage.status == 64)
    #expect(usage.errors.contains("english"))
    #expect(try ToolRun(["translate", "--json", "--jsonl"], input: Self.story).status == 64)
    let broken = try ToolRun(["translate", "-"], input: "Cat(tom\n⊢ Cat(tom)\n")
    #expect(broken.status == 3)
    #expect(broken.output == "Tom is a cat.\n")
    #expect(broken.errors.contains("missing-bracket"))
  }
}
