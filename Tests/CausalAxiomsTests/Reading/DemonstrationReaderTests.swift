import CausalAxioms
import Diagnostics
import TestSupport
import Testing

@Suite struct DemonstrationReaderTests {
  private func read(_ text: String) -> DemonstrationReader {
    var reader = DemonstrationReader()
    reader.read(Array(text.utf8))
    return reader
  }

  private func codes(_ text: String) -> [DiagnosticCode] { read(text).flags.map(\.code) }

  @Test func aChainIsRead() throws {
    let reader = read("k causes Bz. Bz causes 7q. Does k cause 7q?")
    #expect(reader.flags.isEmpty && reader.label == .yes)
    #expect(reader.edges.map { [$0.from, $0.to] } == [[0, 1], [1, 2]])
    let question = try #require(reader.question)
    #expect(question.x == 0 && question.y == 2 && question.axiom == .transitivity)
    #expect(read("k causes Bz. Bz causes 7q. Does 7q cause k?").label == .no)
  }

  @Test func separationNeedsNoFullStopBeforeAre() throws {
    let reader = read("a causes b. c causes b Are a and c d-separated given {b}?")
    #expect(reader.label == .no && reader.flags.map(\.code) == [.missingFullStop])
    #expect(read("a causes b. c causes b. Are a and c d-separated?").label == .yes)
    #expect(read("a causes b. c causes b. Are a and c d-separated given {}?").label == .yes)
    let chain = read("a causes b. b causes c. b causes d. Are a and c d-separated given {d, b}?")
    #expect(chain.label == .yes)
    #expect(try #require(chain.question).given == [3, 1])
  }

  @Test func anInstructionMayStandBefore() {
    let text = "Answer ONLY 'Yes' or 'No'.\n\nPremise: a causes b. Question: Does a cause b?"
    #expect(read(text).label == .yes && read(text).flags.isEmpty)
  }

  @Test func wordsOfTheGrammarAreNamesWhereANameMustStand() {
    let reader = read("Does causes cause. causes causes Are. Does Does cause cause?")
    #expect(reader.label == .yes && reader.edges.count == 2)
    #expect(reader.flags.allSatisfy { $0.code == .grammarWordName } && reader.flags.count == 4)
    #expect(codes("no causes b. Does no cause b?") == [.grammarWordName])
  }

  @Test func oddTextsAreFlagged() {
    #expect(codes("a causes b. b causes a. Does a cause b?") == [.cyclicPremises])
    #expect(codes("a causes b. a causes b. Does a cause b?") == [.duplicateEdge])
    #expect(codes("a causes b. Does a cause a?") == [.sameNode])
    #expect(codes("a causes b. Does a cause z?") == [.unknownNode])
    #expect(codes("a causes b b causes c. Does a cause c?") == [.missingFullStop])
    #expect(codes("a causes b. Are a and b d-separated given {a}?") == [.overlappingCondition])
    #expect(codes("a causes b.") == [.missingQuestion])
    #expect(codes("") == [.missingQuestion])
  }

  @Test func whatIsNotReadIsNotAnswered() {
    for text in [
      "a causes b. b may cause c. Does a cause b?", "a causes b. Does a cause b? Or c?",
      "a causes b. Are a and b d-separated given {a?", "a causes b. Does a cause?",
    ] {
      #expect(read(text).label == nil, "\(text)")
    }
    // d-separation is not defined on cycles, nor where X and Y are one or given.
    #expect(read("a causes b. b causes a. Are a and b d-separated?").label == nil)
    #expect(read("a causes b. Are a and a d-separated?").label == nil)
    #expect(read("a causes b. Are a and b d-separated given {b}?").label == nil)
  }

  @Test func longAndManyNamesAreTold() {
    let names = (0..<400).map { "node-number-\($0)" }
    let text = zip(names, names.dropFirst()).map { "\($0) causes \($1)." }.joined(separator: " ")
    let reader = read(text + " Does node-number-0 cause node-number-399?")
    #expect(reader.nodes.count == 400 && reader.label == .yes && reader.flags.isEmpty)
  }

  @Test func brokenTextsNeverStopTheReader() {
    let seeds = [
      "a causes b. b causes c. Does a cause c?",
      "x causes y. Are x and y d-separated given {z, w}?",
      "Given a DAG with nodes A, B and directed edges A->B. Is there a directed path from A to B?",
    ]
    var mutator = Mutator(seeds: seeds.map { Array($0.utf8) }, seed: 5)
    for _ in 0..<3_000 {
      let bytes = mutator.next(limit: 200)
      let source = SourceText(name: "mutated", bytes: bytes)
      let answer = CausalAnswer(to: source)
      #expect(answer.answer != nil || !answer.diagnostics.isEmpty)
    }
  }
}
