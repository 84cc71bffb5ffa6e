// Rows in other words: read back by the reader with their labels, balanced, the same row by row.

import CausalAxioms
import Diagnostics
import JSON
import Testing

@Suite struct SurfaceTests {
  private static let tellings: [Surface.Telling] =
    Phrasing.builtIn.map { .one($0) } + [.mixedRows, .mixedSentences]

  @Test(
    arguments: tellings,
    ["chain-random-flip", "branching-1.4", "dsep-branching-1.4", "dsep-empty-layered"])
  func everyPhrasingIsReadBackAndBalanced(_ telling: Surface.Telling, _ family: String) throws {
    let set = try GeneratedSet(family, sizes: [10], rows: 400) {
      $0.surface.telling = telling
      $0.surface.distractors = 5
      $0.surface.isolated = 2
    }
    let audit = set.audit()
    #expect(audit.unread == 0 && audit.labelErrors == 0 && audit.malformed == 0)
    #expect(audit.duplicates == 0 && audit.flagged[.unknownNode] == nil)
    // What the rows state to be their nodes is what the text names: isolated ones and all.
    #expect(audit.sizes == (0, 0) && audit.countedNodes.entries.map(\.number) == [12])
    #expect(set.manifest["phrasing"]?.string == telling.name)
    let first = try #require(try set.scores()["first-mention"])
    #expect(family.hasPrefix("dsep") ? abs(first - 0.5) < 0.1 : first == 0.5)
    #expect(abs(first - (audit.accuracy(.firstMention) ?? 0)) < 0.0001)
  }

  @Test(arguments: [GenerationMode.paper, .hardened])
  func rowsAloneAreThoseOfTheSet(_ mode: GenerationMode) throws {
    func set(_ range: Range<Int>?) throws -> [String] {
      try GeneratedSet("branching-1.4", sizes: [8, 9], rows: 60, range: range) {
        $0.mode = mode
        $0.surface.telling = .mixedSentences
        $0.surface.distractors = 3
        $0.surface.isolated = 1
        $0.surface.names = .words
      }.lines
    }
    let whole = try set(nil)
    #expect(try set(17..<19) == Array(whole[17..<19]))
  }

  @Test func theDefaultSaysWhatThePaperSays() throws {
    let questions = try GeneratedSet("chain-sequential", sizes: [6], rows: 20) {
      $0.mode = .paper
    }.questions()
    for question in questions { #expect(RowText(question)?.edges.count == 5, "\(question)") }
  }

  @Test func twinsHaveOnePhrasing() throws {
    let lines = try GeneratedSet("branching-1.4", sizes: [10], rows: 200) {
      $0.surface.telling = .mixedRows
    }.lines
    let phrasings = lines.map { $0.components(separatedBy: "\"phrasing\":\"")[1].prefix(7) }
    #expect(Set(phrasings).count == Phrasing.builtIn.count)
    for pair in 0..<100 { #expect(phrasings[2 * pair] == phrasings[2 * pair + 1]) }
  }

  @Test func hardenedModeNeverAsksAboutIsolatedNodes() throws {
    for family in ["chain-random-flip", "dsep-branching-1.4"] {
      let set = try GeneratedSet(family, sizes: [8], rows: 200) { $0.surface.isolated = 4 }
      for question in try set.questions() {
        var reader = DemonstrationReader()
        reader.read(Array(question.utf8))
        let asked = try #require(reader.question)
        for node in [asked.x, asked.y] + asked.given {
          #expect(reader.graph.outDegree(node) + reader.graph.inDegree(node) > 0)
        }
      }
    }
  }

  @Test func ordersAreKept() throws {
    let family = "chain-random-flip"
    func firstEdges(_ order: Family.SentenceOrder) throws -> [String] {
      try GeneratedSet(family, sizes: [6], rows: 40) {
        $0.mode = .paper
        $0.surface.order = order
      }.questions().map { question in
        let sentences = question.components(separatedBy: ". ").dropLast()
        return (order == .reversed ? Array(sentences.reversed()) : Array(sentences))
          .map { sentence in sentence.components(separatedBy: " ").count == 3 ? "e" : "?" }
          .joined()
      }
    }
    #expect(Set(try firstEdges(.forward)) == ["eeeee"])
    // Along the chain or against it, neighbouring sentences share a node.
    for order in [Family.SentenceOrder.forward, .reversed] {
      let set = try GeneratedSet(family, sizes: [6], rows: 40) { $0.surface.order = order }
      for question in try set.questions() {
        let edges = try #require(RowText(question)).edges
        for (one, next) in zip(edges, edges.dropFirst()) {
          #expect(!Set([one.0, one.1]).isDisjoint(with: [next.0, next.1]))
        }
      }
      #expect(try set.scores()["first-mention"] == 0.5)
    }
    // Told along the chain Yes is always mentioned in order, so nothing can be balanced.
    #expect(throws: GenerationFault.self) {
      try GeneratedSet("chain-sequential", sizes: [8], rows: 10) { $0.surface.order = .forward }
    }
  }

  @Test func statementsHaveSentencesOfTheirOwn() {
    #expect(throws: GenerationFault.self) {
      try GeneratedSet("graphoid-symmetry", sizes: [5], rows: 10) { $0.surface.distractors = 1 }
    }
  }

  @Test func wordsOnTopOfEachOtherAreNoTrap() throws {
    // The serial number of this row spells `and...`; with `a` and `an` refused too no name would be left.
    let set = try GeneratedSet(
      "branching-1.4", sizes: [10], rows: 20_000, seed: 5, range: 5266..<5267
    ) { $0.surface.telling = .mixedRows }
    #expect(set.lines.count == 1 && set.audit().labelErrors == 0)
  }
}
