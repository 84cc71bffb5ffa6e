// The published evaluation sets: graphs, shortcuts and hops as an independent audit found them.

import CausalAxioms
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: TestData.shared("causal-axioms") != nil, "no shared/data/causal-axioms"))
struct PublishedSetsTests {
  /// Name; graphs; accuracies in % of first-mention, role, stated-edge; Yes rows by 1, 2, 3, more
  /// hops.
  static let paths: [(String, Int, [Double], [Int])] = [
    ("branching-1.4-n05", 292, [46.8, 88.6, 91.6], [212, 41, 1, 0]),
    ("branching-1.4-n08", 289, [43.4, 86.8, 85.2], [176, 69, 5, 0]),
    ("branching-1.4-n12", 281, [46.2, 84.2, 80.4], [155, 82, 15, 1]),
    ("branching-2.0-n05", 286, [38.8, 85.0, 100.0], [250, 0, 0, 0]),
    ("branching-2.0-n08", 278, [43.0, 82.2, 87.4], [184, 58, 4, 0]),
    ("branching-2.0-n10", 284, [39.4, 79.4, 81.8], [154, 78, 11, 0]),
    ("chain-random-flip-n07", 26, [55.8, 88.2, 80.8], [154, 59, 26, 11]),
    ("chain-random-flip-n09", 19, [49.2, 79.8, 80.2], [151, 63, 26, 10]),
    ("chain-random-flip-n10", 16, [43.0, 77.2, 78.0], [140, 64, 26, 20]),
    ("chain-random-flip-n12", 13, [47.2, 77.8, 77.2], [136, 60, 26, 28]),
    ("chain-random-flip-n13", 12, [46.4, 78.4, 78.4], [142, 58, 26, 24]),
    ("chain-random-flip-n14", 12, [46.0, 79.2, 80.0], [150, 65, 23, 12]),
    ("chain-random-flip-n20", 7, [45.0, 74.8, 74.0], [120, 66, 33, 26]),
    ("chain-reversed-n03", 84, [33.6, 100.0, 83.4], [167, 83, 0, 0]),
    ("chain-reversed-n04", 42, [16.8, 91.6, 75.0], [125, 83, 42, 0]),
    ("chain-reversed-n06", 17, [6.8, 80.0, 66.6], [83, 66, 50, 51]),
    ("chain-sequential-n07", 12, [100.0, 76.0, 64.2], [71, 59, 48, 72]),
    ("chain-sequential-n08", 9, [100.0, 73.0, 62.4], [62, 53, 45, 90]),
    ("chain-sequential-n10", 3, [100.0, 64.0, 56.4], [32, 29, 27, 162]),
    ("chain-sequential-n11", 5, [100.0, 67.6, 58.8], [44, 40, 36, 130]),
    ("chain-sequential-n13", 4, [100.0, 66.2, 57.6], [38, 35, 32, 145]),
    ("chain-sequential-n15", 3, [100.0, 64.0, 56.4], [32, 29, 27, 162]),
    ("chain-sequential-n50", 1, [98.0, 60.2, 50.8], [6, 6, 6, 232]),
  ]

  /// Name; graphs; accuracies of adjacency and, where rows share premise and pair, ignore-condition.
  static let separations: [(String, Int, Double, Double?)] = [
    ("branching-1.4-n05", 240, 89.4, nil), ("branching-1.4-n10", 218, 74.6, nil),
    ("branching-1.4-n12", 217, 69.8, nil), ("chain-random-flip-n07", 1, 81.6, 83.6),
    ("chain-random-flip-n09", 1, 75.4, 87.6), ("chain-random-flip-n10", 1, 100.0, 100.0),
    ("chain-random-flip-n12", 1, 81.8, 99.2), ("chain-random-flip-n13", 1, 68.8, 99.2),
    ("chain-random-flip-n14", 1, 50.0, 50.0),
  ]

  private func audit(_ name: String) throws -> SetAudit {
    let folder = try #require(TestData.shared("causal-axioms"))
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name + ".jsonl")))
    var audit = SetAudit(name: name)
    for line in bytes.split(separator: 0x0A) {
      audit.add(bytes, in: line.startIndex..<line.endIndex)
    }
    #expect(audit.rows == 500 && audit.unread + audit.malformed + audit.undefined == 0)
    return audit
  }

  private func percent(_ share: Double?) -> Double? { share.map { ($0 * 1_000).rounded() / 10 } }

  @Test func transitivitySets() throws {
    for (name, graphs, shares, hops) in Self.paths {
      let found = try audit("trans-" + name)
      #expect(found.distinctGraphs == graphs, "\(name)")
      let rules = [Shortcut.firstMention, .role, .statedEdge]
      #expect(rules.map { percent(found.accuracy($0)) } == shares, "\(name)")
      let yes = found.hops.entries
      let more = yes.filter { $0.number > 3 }.reduce(0) { $0 + $1.yes }
      let few = (1...3).map { length in yes.first { $0.number == length }?.yes ?? 0 }
      #expect(few + [more] == hops, "\(name)")
      #expect(found.labelErrors == (name == "chain-sequential-n50" ? 21 : 0), "\(name)")
      #expect(found.flagged[.cyclicPremises] == (name == "chain-sequential-n50" ? 500 : nil))
      #expect(found.sizes.larger == (name == "chain-sequential-n10" ? 500 : 0), "\(name)")
    }
  }

  @Test func separationSets() throws {
    for (name, graphs, adjacency, blind) in Self.separations {
      let found = try audit("dsep-" + name)
      #expect(found.distinctGraphs == graphs && found.labelErrors == 0, "\(name)")
      #expect(percent(found.accuracy(.adjacency)) == adjacency, "\(name)")
      #expect(percent(found.accuracy(.ignoreCondition)) == blind, "\(name)")
      let isBranching = name.hasPrefix("branching")
      #expect(found.flagged[.missingFullStop] == (isBranching ? 500 : nil), "\(name)")
    }
  }

  @Test func degenerateRows() throws {
    let all = try (Self.paths.map { "trans-" + $0.0 } + Self.separations.map { "dsep-" + $0.0 })
      .map(audit)
    func total(_ code: DiagnosticCode) -> Int { all.reduce(0) { $0 + ($1.flagged[code] ?? 0) } }
    #expect(total(.sameNode) == 9 && total(.duplicateEdge) == 55 && total(.unknownNode) == 38)
  }
}
