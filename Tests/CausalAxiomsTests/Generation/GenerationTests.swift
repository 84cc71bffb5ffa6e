// Rows read back from their text by a reader that shares nothing with the generator, their labels
// decided again, and the laws of a set: any row alone, any shards, balance, splits without overlap.

import CausalAxioms
import Foundation
import JSON
import Testing

@Suite struct GenerationTests {
  private static let pairFamilies = Family.all.filter {
    if case .rule = $0.axiom { false } else { true }
  }

  @Test(arguments: pairFamilies.map(\.name), GenerationMode.allCases)
  func labelsFollowFromTheText(_ name: String, _ mode: GenerationMode) throws {
    var seen: Set<String> = []
    let lines = try lines(name, rows: 60) { $0.mode = mode }
    for line in lines {
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as! [String: Any]
      let question = row["question"] as! String
      #expect(seen.insert(question).inserted)
      let text = try #require(RowText(question))
      let answer = text.given == nil ? text.causes : text.isSeparated
      #expect(answer == (row["answer"] as! String == "Yes"), "\(question)")
      #expect(text.hasCycle == false)
      let metadata = row["metadata"] as! [String: Any]
      #expect(metadata["nodes"] as! Int == text.nodes.count)
      #expect(metadata["edges"] as! Int == text.edges.count)
      let witness = metadata["witness"] as! [String: [String]]
      if let path = witness["path"] {
        #expect(path.first == text.x && path.last == text.y)
        #expect(zip(path, path.dropFirst()).allSatisfy { text.effects[$0]!.contains($1) })
      } else if text.given == nil {
        #expect(Set(witness["reached"]!) == text.reached(from: text.x))
      }
    }
    #expect(lines.filter { $0.contains("\"answer\":\"Yes\"") }.count == 30)
  }

  @Test(arguments: Family.all.map(\.name))
  func anyRowAloneAndAnyShardsGiveTheSameBytes(_ name: String) throws {
    let family = try #require(Family.named(name))
    // Threads take 256 rows at a time.
    let rows = name.hasPrefix("chain") ? 2901 : 41
    let plan = try GenerationPlan(
      GenerationSettings(family: family, sizes: Array(family.defaultNodes), rows: rows, seed: 7))
    let whole = try bytes(GenerationRun(plan: plan))
    #expect(whole.split(separator: "\n").count == rows)
    for count in [2, 7] {
      let parts = try (0..<count).map { try bytes(GenerationRun(plan: plan, shard: ($0, count))) }
      #expect(parts.joined() == whole)
    }
    #expect(try bytes(GenerationRun(plan: plan, jobs: 3)) == whole)
    let lines = whole.split(separator: "\n")
    for index in [0, 1, rows / 2, rows - 1] {
      #expect(try bytes(GenerationRun(plan: plan, range: index..<index + 1)) == lines[index] + "\n")
    }
  }

  @Test func seedsAndSplitsShareNoText() throws {
    var seen: Set<String> = []
    for seed in [UInt64(1), 2] {
      for split in Split.allCases {
        for line in try lines(
          "branching-1.4", rows: 200, seed: seed,
          change: {
            $0.split = split
            $0.format = .paper
          })
        { #expect(seen.insert(line).inserted) }
      }
    }
  }

  @Test(arguments: ["chain-sequential", "chain-random-flip", "branching-1.4", "dsep-branching-1.4"])
  func splitsShareNoCanonicalForm(_ name: String) throws {
    var owners: [String: Split] = [:]
    for split in Split.allCases {
      for line in try lines(name, rows: 200, change: { $0.split = split }) {
        let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as! [String: Any]
        let form = try #require(RowText(row["question"] as! String)).canonical
        #expect(owners[form, default: split] == split)
        owners[form] = split
      }
    }
  }

  @Test(arguments: [
    "chain-sequential", "chain-random-flip", "chain-reversed", "branching-1.4", "branching-2.0",
    "tree", "fork-collider", "layered", "scale-free", "dsep-branching-1.4",
    "dsep-chain-random-flip",
  ])
  func hardenedShortcutsAreNearChance(_ name: String) throws {
    let family = try #require(Family.named(name))
    let plan = try GenerationPlan(
      GenerationSettings(family: family, sizes: [10], rows: 2400, seed: 5))
    let manifest = try GenerationRun(plan: plan).runWithManifest(version: "test") { _ in }
    #expect(manifest["yes"]?.integer == 1200)
    for shortcut in try #require(manifest["shortcuts"]?.members) {
      let score = try #require(Double(shortcut.value.text))
      #expect(abs(score - 0.5) < 0.05, "\(shortcut.key) \(score)")
    }
  }

  @Test func manifestsOfPaperModeShowTheShortcut() throws {
    let family = try #require(Family.named("chain-sequential"))
    var settings = GenerationSettings(family: family, sizes: [7], rows: 500, seed: 5)
    settings.mode = .paper
    let manifest = try GenerationRun(plan: try GenerationPlan(settings))
      .runWithManifest(version: "test") { _ in }
    #expect(manifest["shortcuts"]?["first-mention"]?.text == "1.0")
  }

  @Test func presetsAreFeasible() throws {
    for mode in GenerationMode.allCases {
      for split in Split.allCases {
        for preset in Preset.all(mode: mode, split: split) {
          var settings = GenerationSettings(preset: preset, rows: 40, seed: 1)
          settings.mode = mode
          settings.split = split
          // The smallest sizes are the ones in doubt.
          settings.components = settings.components.map {
            .init(family: $0.family, sizes: [$0.sizes[0]], weight: $0.weight)
          }
          let rows = try bytes(GenerationRun(plan: try GenerationPlan(settings)))
          #expect(rows.split(separator: "\n").count == 40)
        }
      }
    }
  }

  @Test func impossibleParametersNameTheLimit() throws {
    let family = try #require(Family.named("chain-sequential"))
    for (sizes, rows, limit) in [
      ([3], 10, "no stratum"), ([65], 10, "3 to 64"), ([2], 10, "3 to 64"),
      ([6], GenerationPlan.maximumRows + 1, "\(GenerationPlan.maximumRows)"),
    ] {
      #expect {
        try GenerationPlan(GenerationSettings(family: family, sizes: sizes, rows: rows, seed: 0))
      } throws: {
        ($0 as? GenerationFault)?.message.contains(limit) == true
      }
    }
    let dense = try #require(Family.named("dsep-branching-2.0"))
    var settings = GenerationSettings(family: dense, sizes: [4], rows: 10, seed: 0)
    settings.mode = .paper
    #expect(throws: GenerationFault.self) { try GenerationPlan(settings) }
  }

  private func lines(
    _ name: String, rows: Int, seed: UInt64 = 3, change: (inout GenerationSettings) -> Void
  ) throws -> [String] {
    let family = try #require(Family.named(name))
    var settings = GenerationSettings(
      family: family, sizes: Array(family.defaultNodes), rows: rows, seed: seed)
    change(&settings)
    return try bytes(GenerationRun(plan: try GenerationPlan(settings))).split(separator: "\n")
      .map(String.init)
  }

  private final class Sink: @unchecked Sendable { var bytes: [UInt8] = [] }

  private func bytes(_ run: GenerationRun) throws -> String {
    let sink = Sink()
    try run.run { sink.bytes += $0 }
    return String(decoding: sink.bytes, as: UTF8.self)
  }
}
