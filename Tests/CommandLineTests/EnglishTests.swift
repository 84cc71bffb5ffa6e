import Diagnostics
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct EnglishTests {
  private let story = "Anne is kind. Every kind person is red. Is Anne red?\n"

  @Test func aStoryIsCheckedWithNothingElse() throws {
    let run = try ToolRun(["check", "-"], input: story)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("True\n  The conclusion follows from premise1 and premise2.\n"))
  }

  @Test func aTextFileIsEnglishByItsContent() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    try ("# expected: False\n" + story.replacingOccurrences(of: "is red.", with: "isn't red."))
      .write(to: file, atomically: true, encoding: .utf8)
    let run = try ToolRun(["check", file.path, "--expect", "label"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("False\n"))
  }

  @Test func theStoriesOfTheCorporaComeOutAsExpected() throws {
    let folder = TestData.corpora.appending(path: "english")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count >= 6)
    let run = try ToolRun(
      ["check", "--expect", "label", "--jsonl"] + names.map { "Corpora/english/\($0)" })
    #expect(run.status == 0, "\(run.errors)")
    for line in run.output.split(separator: "\n") {
      let record = try readJSON(SourceText(String(line))).get()
      #expect(record["verdict"]?.string == record["expected"]?.string)
    }
  }

  @Test func englishIsConverted() throws {
    let run = try ToolRun(["convert", "-", "--from", "english", "--to", "folio"], input: story)
    #expect(run.output == "Kind(anne)\n∀x (Kind(x) → Red(x))\nRed(anne)\n")
    let proved = try ToolRun(["prove", "-", "--format", "english"], input: story)
    #expect(proved.output.contains("SZS status Theorem"))
  }

  @Test func anUnreadSentenceIsNamed() throws {
    let run = try ToolRun(["check", "-"], input: "Most cats purr. Tom is a cat. Does Tom purr?")
    #expect(run.status == 3)
    #expect(run.errors.contains("<stdin>:1:1: error: `Most`"))
    #expect(run.errors.contains("[unread-sentence]"))
  }

  @Test func anAnswerThatDependsOnTheReadingIsRefused() throws {
    let text = "Anne is either kind or red. Anne is kind. Is Anne red?"
    let run = try ToolRun(["check", "-"], input: text)
    #expect(run.status == 3)
    #expect(run.errors.contains("[ambiguous-sentence]"))
  }

  @Test(arguments: ["check", "batch"])
  func rowsAreReadFromTheirSentences(_ command: String) throws {
    let rows = """
      {"id": 1, "context": "Tom is kind.", "question": "Is Tom kind?", "label": "True"}
      {"id": 2, "premises": ["Most cats purr."], "conclusion": "Tom is kind.", "label": "True"}
      """
    let arguments = command == "check" ? ["check", "-", "--jsonl"] : ["batch", "-"]
    let run = try ToolRun(arguments + ["--english", "--deterministic"], input: rows)
    let records = try run.output.split(separator: "\n").map {
      try readJSON(SourceText(String($0))).get()
    }
    #expect(records.count == 2)
    #expect(records.first?["verdict"]?.string == "True")
    #expect(records.last?["error"]?.string == "input")
  }
}
