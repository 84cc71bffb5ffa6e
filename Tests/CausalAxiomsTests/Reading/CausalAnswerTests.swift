import CausalAxioms
import Diagnostics
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct CausalAnswerTests {
  private func answer(_ text: String) -> CausalAnswer { CausalAnswer(to: SourceText(text)) }

  @Test func witnessesShowTheAnswer() {
    let chain = answer("a causes b. b causes c. Does a cause c?")
    #expect(chain.answer == "Yes" && chain.witness == ["path": ["a", "b", "c"]])
    let back = answer("a causes b. b causes c. Does c cause b?")
    #expect(back.answer == "No" && back.witness == ["ancestors": ["a", "b"]])
    let open = answer("a causes b. c causes b. b causes d. Are a and c d-separated given {d}?")
    #expect(open.answer == "No")
    #expect(open.witness == ["active_path": "a -> b <- c", "opened": [["b", "d"]]])
    let apart = answer("a causes b. c causes b. Are a and c d-separated?")
    #expect(apart.answer == "Yes")
    #expect(apart.witness == ["ancestors": ["a", "c"], "component": ["a"]])
  }

  static let graph =
    "Given a DAG (directed acyclic graph) with nodes A, B, C, D and directed edges "
    + "A->B, B->C, A->C, C->D."
  static let mixed =
    "Given an ADMG (acyclic directed mixed graph) with nodes A, B, C, directed edges A->B, B->C and "
    + "bi-directed edges A<->C."

  @Test(arguments: [
    ("Are node A and node D d-separated by nodeset {'C'}?", "Yes"),
    ("Are node A and node D d-separated by nodeset set()?", "No"),
    ("Find the minimal nodeset that can d-separate node A and node D .", "{C}"),
    ("Which of the following nodesets can d-separate node A and node D?\nA. {'B'}\nB. {'C'}", "B"),
    ("Is there a directed path from D to A?", "No"),
    ("Is A->B->C a directed path from A to C?", "Yes"),
    ("Is A->C<-B a directed path from A to B?", "No"),
    ("Find all directed paths from node A to node C.", "A->B->C, A->C"),
    ("How many directed paths are there from A to D?", "2"),
    ("Find the longest backdoor path from node B to node C.", "B<-A->C"),
    ("Can path B<-A->C be blocked by nodeset {'A'}?", "Yes"),
    ("What is the markov blanket of node A?", "{B, C}"),
    ("Is {'B', 'C'} the markov blanket of node A?", "Yes"),
    ("Is A, C, B, D a valid topological ordering of this graph?", "No"),
    ("Find one valid topological ordering of the graph.", "A, B, C, D"),
  ])
  func describedGraphsAreAskedAbout(_ question: String, _ expected: String) {
    #expect(answer(Self.graph + " " + question).answer == expected)
  }

  @Test func arcsCountForPathsOnly() {
    let path = answer(Self.mixed + " Find all backdoor paths from node A to node C.")
    #expect(path.answer == "A<->C")
    let refused = answer(Self.mixed + " Are node A and node C d-separated by nodeset set()?")
    #expect(refused.answer == nil && refused.diagnostics.map(\.code) == [.unsupported])
  }

  @Test func faultsOfDescriptionsAreNamed() {
    func codes(_ text: String) -> [DiagnosticCode] { answer(text).diagnostics.map(\.code) }
    let asks = " Is there a directed path from A to B?"
    #expect(codes("Given a DAG with nodes A, B and directed edges A->C." + asks) == [.unknownNode])
    #expect(
      codes("Given a DAG with nodes A, B and directed edges A->B, B->A." + asks)
        == [.cyclicPremises])
    #expect(codes(Self.graph + " Is there a directed path from A to Z?") == [.unknownNode])
    #expect(codes(Self.graph + " Why is it so?") == [.unreadSentence])
  }

  private func rows(_ prefix: [String]) throws -> [CausalRow] {
    guard let folder = TestData.shared("causal-axioms") else { return [] }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try files.filter { file in prefix.contains { file.hasPrefix($0) } }.flatMap { file in
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      return text.split(separator: "\n").enumerated().compactMap { number, line in
        try? CausalRow.read(line: Array(line.utf8), fileName: file, number: number + 1).get()
      }
    }
  }

  @Test(.enabled(if: TestData.shared("causal-axioms") != nil, "no shared/data/causal-axioms"))
  func publishedLabelsAreRightButTwentyOne() throws {
    let rows = try rows(["trans-", "dsep-"])
    #expect(rows.count == 16_000)
    let wrong = rows.filter { row in
      guard let given = row.answer.answer, let stated = row.stated else { return true }
      return !AnswerComparison.agrees(given, with: stated)
    }
    #expect(wrong.count == 21)
    #expect(wrong.allSatisfy { $0.id.string?.hasPrefix("trans-chain-sequential-n50") == true })
  }

  @Test(.enabled(if: TestData.shared("causal-axioms") != nil, "no shared/data/causal-axioms"))
  func everyQuestionOfCLEARIsAnsweredAsItsKeyHasIt() throws {
    let rows = try rows(["clear-"])
    #expect(rows.count == 588)
    for row in rows {
      let answer = row.answer
      let given = try #require(answer.answer, "\(row.id)")
      let answers = answer.alternatives.isEmpty ? [given] : answer.alternatives
      let stated = try #require(row.stated)
      #expect(
        answers.contains { AnswerComparison.agrees($0, with: stated) }, "\(row.id): \(given)")
    }
  }
}
