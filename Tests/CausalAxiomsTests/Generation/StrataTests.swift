// The law behind hardened mode: rows 2k and 2k + 1 have opposite labels and are alike in distance and in
// the degrees of the two that are asked about, so that every rule about these is right as often as not.

import CausalAxioms
import Foundation
import Testing

@Suite struct StrataTests {
  private static let families = Family.all.filter {
    if case .rule = $0.axiom { false } else { true }
  }

  @Test(arguments: families.map(\.name))
  func twinsAreAlike(_ name: String) throws {
    let family = try #require(Family.named(name))
    // Sizes cost more than rows: each has its strata to be found.
    let sizes = [family.defaultNodes.lowerBound, family.defaultNodes.upperBound]
    let rows = try Self.rows(family, sizes, count: 64)
    for pair in stride(from: 0, to: rows.count, by: 2) {
      let twins = [rows[pair], rows[pair + 1]]
      let (yes, no) = (
        try #require(twins.first { $0.isYes }), try #require(twins.first { !$0.isYes })
      )
      #expect(yes.text.nodes.count == no.text.nodes.count)
      switch family.axiom {
      case .transitivity:
        #expect(yes.degrees == no.degrees)
        #expect(yes.distance(isDirected: true) == no.distance(isDirected: false))
        #expect(yes.mentionsXFirst == no.mentionsXFirst)
      case .dSeparation(let isEmpty):
        if isEmpty { #expect(Set(yes.degrees) == Set(no.degrees)) }
        #expect(yes.text.given?.count == no.text.given?.count)
        #expect(
          min(4, yes.distance(isDirected: false)) == min(4, no.distance(isDirected: false)))
      case .rule: break
      }
    }
  }

  /// A threshold of the edges out of X and into Y, fitted to the set, is right half the time.
  @Test(arguments: ["branching-1.4", "branching-2.0", "tree", "scale-free"])
  func noThresholdOfDegreesDecides(_ name: String) throws {
    let family = try #require(Family.named(name))
    let rows = try Self.rows(family, [family.defaultNodes.upperBound], count: 600)
    let sums = rows.map { $0.degrees[0][0] + $0.degrees[1][1] }
    for threshold in 0..<12 {
      let right = zip(rows, sums).count { row, sum in (sum >= threshold) == row.isYes }
      #expect(right == 300)
    }
  }

  /// Distances beyond 1 are all asked about, as often as each other.
  @Test(arguments: ["chain-random-flip", "branching-1.4", "tree", "layered"])
  func distancesAreSpread(_ name: String) throws {
    let family = try #require(Family.named(name))
    let rows = try Self.rows(family, [12], count: 1200)
    let distances = rows.filter(\.isYes).map { $0.distance(isDirected: true) }
    let counts = Dictionary(grouping: distances, by: { $0 }).mapValues(\.count)
    let far = counts.filter { $0.key > 1 }.map(\.value)
    #expect(far.count >= 2)
    #expect(far.min()! * 2 > far.max()!)
    #expect(counts[1, default: 0] < 600 / 8)
  }

  private static func rows(
    _ family: Family, _ sizes: [Int], count: Int
  ) throws -> [TwinRow] {
    var settings = GenerationSettings(family: family, sizes: sizes, rows: count, seed: 11)
    settings.format = .paper
    let sink = Sink()
    try GenerationRun(plan: GenerationPlan(settings)).run { sink.bytes += $0 }
    return try sink.bytes.split(separator: UInt8(ascii: "\n")).map { line in
      let row = try #require(
        JSONSerialization.jsonObject(with: Data(line)) as? [String: String])
      let text = try #require(RowText(row["text"] ?? ""))
      return TwinRow(text: text, isYes: row["label"] == "Yes")
    }
  }

  private final class Sink: @unchecked Sendable { var bytes: [UInt8] = [] }
}

/// A row read back, with what its twin has alike.
private struct TwinRow {
  let text: RowText
  let isYes: Bool

  /// Effects and causes of X, then of Y.
  var degrees: [[Int]] {
    [text.x, text.y].map { node in
      [text.edges.count { $0.0 == node }, text.edges.count { $0.1 == node }]
    }
  }

  var mentionsXFirst: Bool {
    for (cause, effect) in text.edges {
      for node in [cause, effect] where node == text.x || node == text.y { return node == text.x }
    }
    return false
  }

  /// Steps from X to Y; 99 when there is no way.
  func distance(isDirected: Bool) -> Int {
    var reached: Set = [text.x]
    for steps in 0..<text.nodes.count {
      if reached.contains(text.y) { return steps }
      let before = reached
      for (cause, effect) in text.edges {
        if before.contains(cause) { reached.insert(effect) }
        if !isDirected, before.contains(effect) { reached.insert(cause) }
      }
    }
    return 99
  }
}
