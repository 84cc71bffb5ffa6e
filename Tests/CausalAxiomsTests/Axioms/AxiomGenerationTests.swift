// Rows of a file of axioms: labels from the text by the second algorithm and the prover, and the laws of a
// set: any row alone, any shards, twins alike, splits without overlap.

import Diagnostics
import Entailment
import Foundation
import JSON
import Kernel
import Testing

@testable import CausalAxioms

@Suite struct AxiomGenerationTests {
  private func row(_ line: String) throws -> CausalRow {
    try CausalRow.read(line: Array(line.utf8), fileName: "rows", number: 1).get()
  }

  @Test(arguments: AxiomFiles.names, GenerationMode.allCases)
  func labelsFollowFromTheText(_ name: String, _ mode: GenerationMode) throws {
    let program = try AxiomFiles.example(name)
    let reader = AxiomReader(program: program)
    var texts: Set<String> = []
    for statesRules in [false, true] {
      let lines = try AxiomFiles.lines(program, sizes: [7, 8], rows: 80) {
        $0.mode = mode
        $0.statesRules = statesRules
      }
      for line in lines {
        let row = try row(line)
        let answer = reader.answer(row.text)
        #expect(answer.answer == row.stated && answer.diagnostics.isEmpty, "\(line)")
        #expect(texts.insert(row.text.string(Span(0, row.text.bytes.count))).inserted)
      }
      #expect(lines.count { $0.contains("\"answer\":\"Yes\"") } == 40)
    }
  }

  @Test(arguments: AxiomFiles.names)
  func theProverAgrees(_ name: String) throws {
    let program = try AxiomFiles.example(name)
    let reader = AxiomReader(program: program)
    let entailer = Entailer(options: EntailmentOptions(prover: .resolution))
    for line in try AxiomFiles.lines(program, sizes: [6], rows: 4) {
      let row = try row(line)
      let answer = entailer.answer(try #require(reader.problem(row.text)))
      #expect(AxiomReader.label(of: answer.verdict)?.rawValue == row.stated)
      let certificate = try #require(answer.certificate)
      guard case .accepted = verify(certificate) else {
        Issue.record("the kernel rejects \(line)")
        continue
      }
    }
  }

  @Test(arguments: AxiomFiles.names)
  func anyRowAloneAndAnyShardsGiveTheSameBytes(_ name: String) throws {
    let rows = 1101
    let plan = try AxiomPlan(
      AxiomSettings(program: try AxiomFiles.example(name), rows: rows, seed: 7))
    let whole = AxiomFiles.text(AxiomRun(plan: plan, range: 0..<rows))
    let lines = whole.split(separator: "\n")
    #expect(lines.count == rows)
    for count in [2, 7] {
      let parts = (0..<count).map { index in
        AxiomFiles.text(
          AxiomRun(plan: plan, range: GenerationRun.part(index, of: count, rows: rows)))
      }
      #expect(parts.joined() == whole)
    }
    #expect(AxiomFiles.text(AxiomRun(plan: plan, range: 0..<rows, jobs: 3)) == whole)
    for index in [0, 1, 550, rows - 1] {
      let alone = AxiomRun(plan: plan, range: index..<index + 1).row(index)
      #expect(String(decoding: alone, as: UTF8.self) == lines[index] + "\n")
    }
  }

  @Test(arguments: AxiomFiles.names)
  func shortcutsAreNearChanceAndDepthsEven(_ name: String) throws {
    let plan = try AxiomPlan(
      AxiomSettings(program: try AxiomFiles.example(name), rows: 2400, seed: 5))
    let manifest = AxiomRun(plan: plan, range: 0..<2400)
      .runWithManifest(version: "test", proved: []) { _ in }
    #expect(manifest["yes"]?.integer == 1200)
    for shortcut in try #require(manifest["shortcuts"]?.members) {
      let score = try #require(Double(shortcut.value.text))
      #expect(abs(score - 0.5) < 0.05, "\(shortcut.key) \(score)")
    }
    #expect((manifest["depth_of_yes"]?["0"]?.integer ?? 0) <= 2400 / 2 / 10)
  }

  @Test func symmetryAloneIsToldByAFact() throws {
    let program = try AxiomFiles.program("∀x ∀y (Knows(x, y) → Knows(y, x))")
    let plan = try AxiomPlan(AxiomSettings(program: program, rows: 200, seed: 1))
    #expect(plan.notes.count == 1)
    let manifest = AxiomRun(plan: plan, range: 0..<200)
      .runWithManifest(version: "test", proved: []) { _ in }
    #expect(manifest["shortcuts"]?["adjacency"]?.text == "1.0")
  }

  @Test func seedsSplitsAndFilesShareNoRow() throws {
    var texts: Set<String> = []
    var graphs: [String: Split] = [:]
    for name in ["grandparent", "ancestor"] {
      let program = try AxiomFiles.example(name)
      for split in Split.allCases {
        for line in try AxiomFiles.lines(
          program, sizes: [6], rows: 200, change: { $0.split = split })
        {
          let text = AxiomReader(program: program).read(try row(line).text)
          // Names by first mention: the canonical form.
          let form =
            name + text.facts.map { "\($0)" }.sorted().joined() + "\(try #require(text.question))"
          #expect(graphs[form, default: split] == split)
          graphs[form] = split
          #expect(texts.insert(line).inserted)
        }
      }
    }
  }

  @Test func impossibleParametersNameTheLimit() throws {
    let program = try AxiomFiles.example("transitivity")
    for (sizes, facts, limit) in [
      ([2], nil, "3 to 64"), ([65], nil, "3 to 64"), ([8], 6, "7 to"), ([8], 900, "7 to"),
    ] as [([Int], Int?, String)] {
      var settings = AxiomSettings(program: program, sizes: sizes, rows: 10, seed: 0)
      settings.facts = facts
      #expect { try AxiomPlan(settings) } throws: {
        ($0 as? GenerationFault)?.message.contains(limit) == true
      }
    }
  }

  @Test func faultyTextsAreNotAnswered() throws {
    let reader = AxiomReader(program: try AxiomFiles.example("grandparent"))
    for (text, code, isAnswered) in [
      ("a is parent of b.", .missingQuestion, false),
      ("a likes b. Is a grandparent of b?", .unreadSentence, false),
      ("a is parent of b. Is a uncle of b?", .unreadSentence, false),
      ("a is parent of b. Is a grandparent of c?", .unknownNode, true),
      ("a is parent of b. a is parent of b. Is a grandparent of b?", .duplicateEdge, true),
      ("a is parent of b. Is a grandparent of b", .unreadSentence, false),
      ("a is parent of b. Is a grandparent of b? b is parent of c.", .unreadSentence, false),
    ] as [(String, DiagnosticCode, Bool)] {
      let answer = reader.answer(SourceText(text))
      #expect(answer.diagnostics.contains { $0.code == code }, "\(text)")
      #expect((answer.answer != nil) == isAnswered, "\(text)")
    }
  }

  @Test func brokenTextsNeverStopTheReader() throws {
    let program = try AxiomFiles.example("uncle")
    let reader = AxiomReader(program: program)
    let text = Array("F is parent of V. If X, then Y. r is brother of F. Is r uncle of V?".utf8)
    for place in text.indices {
      for byte in [0x20, 0x2E, 0x3F, 0x2C, 0xFF] as [UInt8] {
        var broken = text
        broken[place] = byte
        let answer = reader.answer(SourceText(name: "broken", bytes: broken))
        #expect(answer.answer != nil || !answer.diagnostics.isEmpty)
      }
    }
  }
}
