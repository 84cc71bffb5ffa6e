// A generated set as lines, and its manifest.

import CausalAxioms
import Foundation
import JSON
import Testing

/// Rows of settings.
struct GeneratedSet {
  let lines: [String]
  let manifest: JSONValue

  init(
    _ family: String, sizes: [Int], rows: Int, seed: UInt64 = 3, range: Range<Int>? = nil,
    _ change: (inout GenerationSettings) -> Void
  ) throws {
    var settings = GenerationSettings(
      family: try #require(Family.named(family)), sizes: sizes, rows: rows, seed: seed)
    change(&settings)
    let plan = try GenerationPlan(settings)
    let sink = Sink()
    manifest = try GenerationRun(plan: plan, range: range ?? 0..<rows)
      .runWithManifest(version: "test") { sink.bytes += $0 }
    lines = String(decoding: sink.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private final class Sink: @unchecked Sendable { var bytes: [UInt8] = [] }

  /// The audit of the lines.
  func audit(_ templates: ReadingTemplates = .builtIn) -> SetAudit {
    var audit = SetAudit(name: "generated", templates)
    for line in lines {
      let bytes = Array(line.utf8)
      audit.add(bytes, in: 0..<bytes.count)
    }
    return audit
  }

  /// Scores of the manifest's shortcuts.
  func scores() throws -> [String: Double] {
    let members = try #require(manifest["shortcuts"]?.members)
    return try Dictionary(
      uniqueKeysWithValues: members.map { ($0.key, try #require(Double($0.value.text))) })
  }

  /// The rows' questions.
  func questions() throws -> [String] {
    try lines.map {
      let row = try JSONSerialization.jsonObject(with: Data($0.utf8)) as! [String: Any]
      return row["question"] as! String
    }
  }
}
