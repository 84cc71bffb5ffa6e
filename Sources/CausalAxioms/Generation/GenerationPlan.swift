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
  private let weightUpTo: [Int]

  /// The most rows of one split: each has a serial number of its own.
  public static let maximumRows = SerialPermutation.count / Split.allCases.count

  /// Checks settings and finds the strata.
  ///
  /// - Complexity: a few milliseconds a size in hardened mode.
  public init(_ settings: GenerationSettings) throws(GenerationFault) {
    guard (0...Self.maximumRows).contains(settings.rows) else {
      throw GenerationFault(
        message:
          "\(settings.rows) rows are more than the \(Self.maximumRows) different texts of a set",
        hint: "use several seeds")
    }
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
    serials = SerialPermutation(seed: settings.seed, family: settings.code)
  }

  private static func part(
    _ component: GenerationSettings.Component, _ settings: GenerationSettings
  ) throws(GenerationFault) -> Part {
    let family = component.family
    var tables: [StratumTable] = []
    var shapes: [StatementShapes] = []
    for size in component.sizes {
      guard (family.minimumNodes...SmallDAG.maximumCount).contains(size) else {
        throw GenerationFault(
          message:
            "\(family.name) has \(family.minimumNodes) to \(SmallDAG.maximumCount) nodes, not \(size)",
          hint: "change --nodes")
      }
      if case .rule(let rule) = family.axiom {
        shapes.append(try Self.shapes(family, rule, size, settings))
        continue
      }
      if settings.mode == .paper {
        guard StratumPilot.hasBothLabels(family, size: size) else {
          throw GenerationFault(
            message: "\(family.name) with \(size) nodes has questions of one label only",
            hint: "use more nodes")
        }
        continue
      }
      let table = StratumPilot.table(family, size: size, split: settings.split)
      guard !table.strata.isEmpty else {
        throw GenerationFault(
          message: """
            \(family.name) with \(size) nodes has no stratum in which Yes and No look alike \
            (split \(settings.split.rawValue))
            """,
          hint: "use more nodes, or --mode paper")
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
  /// Rows of this family have shuffled sentences.
  func shuffles(_ mode: GenerationMode) -> Bool { mode == .hardened || order == .shuffled }
}
