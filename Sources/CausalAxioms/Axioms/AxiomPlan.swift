// What a user asks for when axioms of a file become a family, checked and with its strata.

import Graphs

/// What is generated from a program.
public struct AxiomSettings: Sendable {
  /// The axioms.
  public var program: HornProgram
  /// Numbers of nodes, which come in turn.
  public var sizes: [Int]
  /// Facts of a row; nil for 1.4 a node.
  public var facts: Int?
  /// Whether the rules are told before the facts.
  public var statesRules = false
  /// How many rows the whole set has.
  public var rows: Int
  /// The seed.
  public var seed: UInt64
  /// Train, validation or test.
  public var split = Split.train
  /// Paper or hardened.
  public var mode = GenerationMode.hardened
  /// The form of a line.
  public var format = RowFormat.full

  /// The number of nodes when none is given.
  public static let defaultSizes = [8]

  /// Makes settings.
  public init(program: HornProgram, sizes: [Int] = defaultSizes, rows: Int, seed: UInt64) {
    self.program = program
    self.sizes = sizes
    self.rows = rows
    self.seed = seed
  }
}

/// What a generator needs to make any row.
public final class AxiomPlan: Sendable {
  /// What was asked for.
  public let settings: AxiomSettings
  let sizes: [AxiomSize]
  let serials: SerialPermutation
  /// The seed of the streams: another program with the same seed has other ones.
  let seed: UInt64

  /// Above the codes of all families and presets.
  static let familyCode = 4095
  // Steps of a rule over one set of facts: rules with more variables are for fewer nodes.
  private static let maximumSteps = 1 << 22

  /// Checks settings and finds the strata.
  ///
  /// - Complexity: some milliseconds a size.
  public init(_ settings: AxiomSettings) throws(GenerationFault) {
    guard (0...GenerationPlan.maximumRows).contains(settings.rows) else {
      throw GenerationFault(
        message: "\(settings.rows) rows are more than the \(GenerationPlan.maximumRows) different "
          + "texts of a set",
        hint: "use several seeds")
    }
    var pilot = AxiomPilot(settings.program, split: settings.split)
    var sizes: [AxiomSize] = []
    for nodes in settings.sizes {
      sizes.append(try Self.size(nodes, settings, &pilot))
    }
    self.settings = settings
    self.sizes = sizes
    seed = mix(settings.seed) ^ settings.program.code
    serials = SerialPermutation(seed: seed, family: Self.familyCode)
  }

  private static func size(
    _ nodes: Int, _ settings: AxiomSettings, _ pilot: inout AxiomPilot
  ) throws(GenerationFault) -> AxiomSize {
    let program = settings.program
    guard (3...SmallDAG.maximumCount).contains(nodes) else {
      throw GenerationFault(
        message: "facts are about 3 to \(SmallDAG.maximumCount) nodes, not \(nodes)",
        hint: "change --nodes")
    }
    let variables = program.rules.map(\.variableCount).max() ?? 0
    var steps = 1
    for _ in 1..<max(2, variables) { steps *= nodes }
    guard steps <= maximumSteps else {
      throw GenerationFault(
        message: "a rule with \(variables) variables may take \(steps) steps over \(nodes) nodes; "
          + "at most \(maximumSteps) are taken",
        hint: "use fewer nodes")
    }
    let unary = program.base.count { program.predicates[$0].arity == 1 }
    let most =
      FactShape.allCases.filter { nodes >= $0.minimumNodes }.map {
        $0.capacity(nodes: nodes, binary: program.base.count - unary, unary: unary)
      }.max() ?? 0
    let facts = settings.facts ?? min(nodes * 7 / 5, most)
    guard (nodes - 1...min(most, FactDrawer.maximumFacts)).contains(facts) else {
      throw GenerationFault(
        message: "\(nodes) nodes have \(nodes - 1) to \(min(most, FactDrawer.maximumFacts)) facts, "
          + "not \(facts)",
        hint: "change --facts or --nodes")
    }
    let isStratified = settings.mode == .hardened
    guard let size = pilot.size(nodes: nodes, facts: facts, isStratified: isStratified) else {
      throw GenerationFault(
        message: """
          \(program.name) with \(nodes) nodes and \(facts) facts has no relation with both a Yes and \
          a No \(isStratified ? "that look alike (split \(settings.split.rawValue))" : "")
          """,
        hint: "use other numbers of nodes or facts, or more rules")
    }
    return size
  }

  /// What a user should know about the strata.
  public var notes: [String] {
    var notes: [String] = []
    for size in sizes {
      let at = "\(settings.program.name) with \(size.nodes) nodes: "
      let missing = settings.program.asked.filter { !size.asked.contains($0) }
      if !missing.isEmpty {
        let names = missing.map { settings.program.predicates[$0].name }.joined(separator: ", ")
        notes.append(at + "\(names) has no Yes, or no No, and isn't asked about")
      }
      if settings.mode == .hardened, size.isAlwaysTold {
        notes.append(
          at + "every Yes shows in a fact about the two; the manifest has the shortcut's score")
      }
    }
    return notes
  }
}
