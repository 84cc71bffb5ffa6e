// Unique sets: no form twice, rows alone as in the whole, and a clear end where forms run out.

import CausalAxioms
import Testing

@Suite struct UniqueTests {
  @Test(arguments: ["chain-random-flip", "dsep-chain-random-flip", "graphoid-contraction"])
  func noFormStandsTwice(_ family: String) throws {
    func lines(_ range: Range<Int>?, isUnique: Bool = true) throws -> GeneratedSet {
      try GeneratedSet(family, sizes: [7], rows: 300, range: range) { $0.isUnique = isUnique }
    }
    let whole = try lines(nil)
    #expect(whole.manifest["distinct_canonical"]?["count"]?.integer == 300)
    #expect(whole.manifest["yes"]?.integer == 150 && whole.manifest["unique"] == true)
    if family != "graphoid-contraction" {
      #expect(whole.audit().canonicalDuplicates == 0 && whole.audit().labelErrors == 0)
    }
    #expect(try lines(131..<134).lines == Array(whole.lines[131..<134]))
    #expect(try lines(0..<2).lines == Array(whole.lines[0..<2]))
  }

  @Test func usedUpStrataKeepTheBalance() throws {
    let set = try GeneratedSet("chain-random-flip", sizes: [7], rows: 700) { $0.isUnique = true }
    for (rule, score) in try set.scores() { #expect(abs(score - 0.5) < 0.05, "\(rule) \(score)") }
  }

  @Test func formsRunOutAtTheirNumber() throws {
    func set(_ rows: Int) throws -> GeneratedSet {
      try GeneratedSet("chain-sequential", sizes: [3], rows: rows) {
        $0.mode = .paper
        $0.isUnique = true
      }
    }
    // A chain of three told in order: three questions of either label.
    #expect(try set(6).manifest["distinct_canonical"]?["count"]?.integer == 6)
    #expect {
      try set(7)
    } throws: {
      ($0 as? GenerationFault)?.message.contains("has given 6 different questions") == true
    }
  }

  @Test(arguments: Split.allCases)
  func evaluationSetsFitWhereTheySaySo(_ split: Split) throws {
    for preset in Preset.all(mode: .hardened, split: split) where preset.fitsUnique(split) {
      var settings = GenerationSettings(preset: preset, rows: nil, seed: 11)
      settings.split = split
      settings.isUnique = true
      // The smallest size is the one in doubt.
      let first = settings.components[0]
      settings.components = [.init(family: first.family, sizes: [first.sizes[0]])]
      settings.rows = 500
      let manifest = try GenerationRun(plan: try GenerationPlan(settings))
        .runWithManifest(version: "test") { _ in }
      #expect(manifest["distinct_canonical"]?["count"]?.integer == 500, "\(preset.name)")
    }
  }
}
