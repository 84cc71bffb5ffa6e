import Diagnostics
import Entailment
import FirstOrderLogic
import Foundation
import TestSupport
import Testing

@testable import Translation

@Suite struct PromptTests {
  private func read(_ text: String) -> (prompt: Prompt?, codes: [DiagnosticCode]) {
    let (prompt, diagnostics) = PromptReader.read(SourceText(name: "p", text))
    return (prompt, diagnostics.map(\.code))
  }

  private func formulas(in text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("FOL:\t") }.map { String($0.dropFirst(5)) }
  }

  /// Each embedded example has a formula a sentence, reads without a fault, and has its label.
  @Test func theExamplesAreRight() throws {
    let shots = Prompt.embedded.shots
    #expect(shots.count >= 4)
    let counts = Dictionary(grouping: shots, by: \.label).mapValues(\.count)
    #expect(counts.count == 3 && Set(counts.values).count == 1)
    for shot in shots {
      let formulas = formulas(in: shot.text)
      let result = ProblemReader.read(
        SourceText(formulas.joined(separator: "\n")), format: .nltk)
      #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map { $0.rendered() })")
      let answer = Entailer(options: EntailmentOptions()).answer(result.problem)
      #expect(answer.verdict.rawValue == shot.label)
      let lines = shot.text.split(separator: "\n").map(String.init)
      let conclusion = try #require(lines.firstIndex(of: "<CONCLUSION>"))
      let sentences = lines[1..<conclusion - 1] + [lines[conclusion + 1]]
      #expect(lines.filter { $0.hasPrefix("TEXT:\t") } == sentences.map { "TEXT:\t\($0)" })
      #expect(formulas.count == sentences.count)
    }
  }

  @Test func theQuestionIsFilledIn() {
    let messages = Prompt.embedded.messages(
      premises: ["One {{conclusion}}.", "Two."], conclusion: "Three.", shots: 1)
    #expect(messages.map(\.role) == [.system, .user])
    #expect(
      messages[1].content.hasSuffix(
        """
        </EVALUATE>

        <PREMISES>
        One {{conclusion}}.
        Two.
        </PREMISES>
        <CONCLUSION>
        Three.
        </CONCLUSION>
        <EVALUATE>
        """))
    #expect(messages[1].content.components(separatedBy: "<PREMISES>").count == 3)
    let more = Prompt.embedded.refinement(of: messages, answer: "x", diagnostics: "bad")
    #expect(more.count == 4 && more[2] == Message(.assistant, "x"))
    #expect(more[3].content.contains("\nbad\n"))
  }

  @Test func faultyPromptsAreNamed() {
    #expect(read("%% question\n{{premises}} {{conclusion}}\n").codes.isEmpty)
    #expect(read("").codes == [.missingField])
    #expect(read("%% question\n{{premises}}").codes == [.missingField])
    #expect(
      read("%% qestion\n{{premises}}{{conclusion}}").codes == [.unknownSection, .missingField])
    let twice = "%% question\n{{premises}}{{conclusion}}\n"
    #expect(read(twice + twice).codes == [.unknownSection])
    #expect(read(twice + "%% refine\nno").codes == [.missingField])
    let bytes = SourceText(name: "p", bytes: [0x25, 0xFF])
    #expect(PromptReader.read(bytes).diagnostics.map(\.code) == [.invalidUTF8])
  }

  @Test func mutatedPromptsAreReadOrRefused() {
    var random = SeededGenerator(seed: 5)
    let text = Array(
      "%% system\na\r\n%% shot True\nb\n%% question\n{{premises}}{{conclusion}}".utf8)
    for _ in 0..<500 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let (prompt, diagnostics) = PromptReader.read(SourceText(name: "p", bytes: bytes))
      #expect((prompt == nil) == !diagnostics.isEmpty)
    }
  }
}
