import Diagnostics
import Entailment
import FirstOrderLogic
import Foundation
import TestSupport
import Testing
import Translation

@testable import LINC

@Suite struct KnownFormulasTests {
  private let sentences = ["Every cat sleeps.", "Tom is an odd cat.", "Tom sleeps."]

  private func formula(_ text: String) -> Formula {
    ProblemReader.read(SourceText("p\n\(text)"), format: .folio).problem.conclusion!.formula
  }

  private var known: KnownFormulas {
    KnownFormulas([formula("∀x (cat(x) → sleep(x))"), nil, formula("sleep(tom)")])
  }

  @Test func formulasAreListedWithTheirSentences() {
    #expect(known.listing(of: sentences).split(separator: "\n").count == 4)
    #expect(known.listing(of: sentences).hasSuffix("TEXT:\tTom sleeps.\nFOL:\tsleep(tom)"))
    #expect(KnownFormulas([nil, nil]).isEmpty && !known.isEmpty)
  }

  /// Whatever a model writes, the known formulas stay; what it wrote for the others is taken where it
  /// is clear which is whose.
  @Test(arguments: [
    ("FOL: all x. dog(x)\nFOL: **odd(tom)**\nFOL: bark(tom)", "odd(tom)"),
    ("TEXT: Tom is an odd cat.\nFOL:\t`cat(tom)`\n", "cat(tom)"),
  ])
  func theRestIsFilledIn(_ text: String, _ formula: String) {
    let lines = known.completed(text, sentences: sentences).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 7)
    #expect(lines[1].hasPrefix("FOL:\tall") && lines[1].contains("cat(x) -> sleep(x)"))
    #expect(lines[3] == "FOL:\t\(formula)" && lines[5] == "FOL:\tsleep(tom)")
  }

  /// What says too little makes no listing: one without the sentence could have another verdict.
  @Test(arguments: ["I don't know.", "FOL: a(b)\nFOL: c(d)", "FOL: a\nFOL: \nFOL: b", "FOL:"])
  func anUnclearTextGivesNothing(_ text: String) {
    #expect(known.completed(text, sentences: sentences) == "")
  }

  /// A story of which a model translates one sentence: it is told the others' formulas, and the whole
  /// is decided.
  @Test func aModelIsAskedForWhatIsMissing() throws {
    let server = try ModelServer { question in
      let isTold = question.prompt.contains("TEXT:\tTom sleeps.\nFOL:\tsleep(tom)\n\n<PREMISES>")
      let isBound = question.grammar?.contains("\"sleep(tom)\" \"\\n\"") == true
      return isTold && isBound ? .texts(["FOL:\tcat(tom)"]) : .error(400, "not told")
    }
    defer { server.close() }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "known-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var options = LiveOptions(
      endpoint: try Endpoint(baseAddress: server.address, call: .chat, model: "test"), key: nil)
    options.sampling.grammarField = .llama
    options.samples = 1
    options.refinements = 1
    let story = try StoryCompletion(
      id: "s", sentences: sentences,
      formulas: [formula("∀x (cat(x) → sleep(x))"), nil, formula("sleep(tom)")],
      options: options, cache: try AnswerCache(path: folder.appending(path: "c").path))
    #expect(story.summary.failures.isEmpty)
    let result = story.decided(EntailmentOptions(cpuSeconds: 5), Cancellation())
    #expect(result.vote.label == .true && result.representative?.certificate != nil)
    #expect(result.representative?.problem?.premises.count == 2)
  }
}
