// Rows about what follows: read back and decided by other means, twins alike, texts all different.

import CausalAxioms
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct StatementRowTests {
  static let families = Family.all.filter {
    if case .rule = $0.axiom { true } else { false }
  }

  private final class Sink: @unchecked Sendable { var bytes: [UInt8] = [] }

  @Test(arguments: families.map(\.name), GenerationMode.allCases)
  func rowsAreDecidedAndBalanced(_ name: String, _ mode: GenerationMode) throws {
    let family = try #require(Family.named(name))
    var settings = GenerationSettings(
      family: family, sizes: [family.defaultNodes.lowerBound], rows: 120, seed: 9)
    settings.mode = mode
    let sink = Sink()
    let manifest = try GenerationRun(plan: GenerationPlan(settings))
      .runWithManifest(version: "test") { sink.bytes += $0 }
    var audit = SetAudit(name: name)
    for line in sink.bytes.split(separator: 0x0A) {
      audit.add(Array(line), in: 0..<line.count)
    }
    // Names are words of the grammar in paper mode now and then.
    #expect(audit.rows == 120 && (mode == .paper || audit.isClean) && audit.leaks.isEmpty)
    #expect(audit.labelErrors + audit.unread + audit.undecided + audit.duplicates == 0)
    #expect(audit.labels.yes == 60 && audit.sizes.larger + audit.sizes.smaller == 0)
    // Both score the same rules, under the same names, alike.
    #expect(audit.json["shortcuts"] == manifest["shortcuts"])
    #expect(audit.json["distinct_canonical"] == manifest["distinct_canonical"]?["count"])
  }

  @Test(arguments: ["graphoid-weak-union", "irrelevance-strong-union"])
  func everySplitHasRows(_ name: String) throws {
    let family = try #require(Family.named(name))
    for split in Split.allCases {
      var settings = GenerationSettings(
        family: family, sizes: [family.defaultNodes.upperBound], rows: 6, seed: 2)
      settings.split = split
      let sink = Sink()
      try GenerationRun(plan: GenerationPlan(settings)).run { sink.bytes += $0 }
      #expect(sink.bytes.split(separator: 0x0A).count == 6)
    }
  }
}
