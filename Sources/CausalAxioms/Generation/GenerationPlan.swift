// Settings made ready: checked against the limits, with the strata of each part and size.

import Graphs

/// What a generator needs to make any row of a set.
public final class GenerationPlan: Sendable {
  struct Part: Sendable {
    var family: Family
    var sizes: [Int]
    /// In hardened mode, one table a size.
    var tables: [StratumTable]
    /// Of a family about statements, the shapes of rows of each size.
    var shapes: [StatementShapes] = []
  }

  /// What was asked for.
  public let settings: GenerationSettings
  let parts: [Part]
  let serials: SerialPermutation
  let sentences: SentenceTable
  /// How many of a row's first names spell its serial number, where names are from a list.
  let spelling: Int
  private let weightUpTo: [Int]

  /// The most rows of one split: each has a serial number of its own.
  public static let maximumRows = SerialPermutation.count / Split.allCases.count

  /// The most rows of one split of this set.
  public var mostRows: Int { serials.count / Split.allCases.count }

  /// Checks settings and finds the strata.
  ///
  /// - Complexity: a few milliseconds a size in hardened mode.
  public init(_ settings: GenerationSettings) throws(GenerationFault) {
    try Self.check(settings)
    var parts: [Part] = []
    var sum = 0
    var weightUpTo: [Int] = []
    for component in settings.components {
      parts.append(try Self.part(component, settings))
      sum += component.weight
      weightUpTo.append(sum)
    }
    self.settings = settings
    self.parts = parts
    self.weightUpTo = weightUpTo
    sentences = SentenceTable(settings.surface)
    let (names, count) = Self.spelling(settings)
    spelling = names
    serials = SerialPermutation(seed: settings.seed, family: settings.code, size: count)
  }

  private static func part(
    _ component: GenerationSettings.Component, _ settings: GenerationSettings
  ) throws(GenerationFault) -> Part {
    let family = component.family
    var tables: [StratumTable] = []
    var shapes: [StatementShapes] = []
    for size in component.sizes {
      let most = SmallDAG.maximumCount - settings.surface.isolated
      guard family.minimumNodes <= size, size <= most else {
        throw GenerationFault(
          message: "\(family.name) has \(family.minimumNodes) to \(most) nodes, not \(size)",
          hint: "change --nodes")
      }
      if case .rule(let rule) = family.axiom {
        shapes.append(try Self.shapes(family, rule, size, settings))
        continue
      }
      if settings.mode == .paper {
        guard StratumPilot.hasBothLabels(family, size: size, settings.surface) else {
          throw GenerationFault(
            message: "\(family.name) with \(size) nodes has questions of one label only",
            hint: "use more nodes")
        }
        continue
      }
      let table = StratumPilot.table(
        family, size: size, split: settings.split, settings.surface)
      guard !table.strata.isEmpty else {
        throw GenerationFault(
          message: """
            \(family.name) with \(size) nodes has no stratum in which Yes and No look alike \
            (split \(settings.split.rawValue))
            """,
          hint: settings.surface.order == nil
            ? "use more nodes, or --mode paper" : "leave the order out, or use --mode paper")
      }
      tables.append(table)
    }
    return Part(family: family, sizes: component.sizes, tables: tables, shapes: shapes)
  }

  private static func shapes(
    _ family: Family, _ rule: StatementRule, _ size: Int, _ settings: GenerationSettings
  ) throws(GenerationFault) -> StatementShapes {
    let split = settings.mode == .hardened ? settings.split : nil
    let shapes = StatementShapes(family, rule, size: size, split: split)
    guard !shapes.isEmpty else {
      throw GenerationFault(
        message: """
          \(family.name) with \(size) nodes has no statements that look alike for Yes and No \
          (split \(settings.split.rawValue))
          """,
        hint: "use other numbers of nodes")
    }
    return shapes
  }

  /// The part and the size that a pair of rows belongs to. One part: sizes in turn. Several: by
  /// their weights, so that row i doesn't depend on how many there are.
  func place(pair: Int, _ random: inout RowRandom) -> (part: Int, size: Int) {
    guard parts.count > 1 else { return (0, pair % parts[0].sizes.count) }
    let drawn = random.below(weightUpTo[weightUpTo.count - 1])
    var part = 0
    while weightUpTo[part] <= drawn { part += 1 }
    return (part, random.below(parts[part].sizes.count))
  }
}

extension Family {
  /// Whether rows ask about a pair of a graph, and hardened mode draws them by strata.
  var isStratified: Bool {
    if case .rule = axiom { return false }
    return true
  }
}
