// What a user asks the generator for, and why it may be impossible.

/// How rows are drawn.
public enum GenerationMode: String, CaseIterable, Sendable {
  /// As in the paper: sentences in its order, queries drawn from all pairs, classes balanced.
  case paper
  /// Shuffled sentences, no reserved words as names, strata in which both labels are alike.
  case hardened
}

/// The form of an output line.
public enum RowFormat: String, CaseIterable, Sendable {
  /// id, question, answer and metadata.
  case full
  /// The paper's text and label.
  case paper
  /// A prompt and its completion, as chat messages.
  case chat
}

/// What is generated.
public struct GenerationSettings: Sendable, Equatable {
  /// A part of the set: a family with its sizes and its share.
  public struct Component: Sendable, Equatable {
    /// The family.
    public var family: Family
    /// Numbers of nodes, all alike often.
    public var sizes: [Int]
    /// Rows of this part relative to the others.
    public var weight: Int

    /// Makes a part.
    public init(family: Family, sizes: [Int], weight: Int = 1) {
      self.family = family
      self.sizes = sizes
      self.weight = weight
    }
  }

  /// The family's or preset's name.
  public var name: String
  /// The number of the set's random streams.
  public var code: Int
  /// Its parts.
  public var components: [Component]
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
  /// Words, names, order, sentences beside the matter.
  public var surface = Surface()
  /// Whether each canonical form stands once in the set.
  public var isUnique = false

  /// Makes settings for one family.
  public init(family: Family, sizes: [Int], rows: Int, seed: UInt64) {
    name = family.name
    code = family.code
    components = [Component(family: family, sizes: sizes)]
    self.rows = rows
    self.seed = seed
  }

  /// Makes settings for a preset.
  public init(preset: Preset, rows: Int?, seed: UInt64) {
    name = preset.name
    code = preset.code
    components = preset.components
    self.rows = rows ?? preset.rows
    self.seed = seed
  }
}

/// Why a set can't be generated.
public struct GenerationFault: Error, Sendable, Equatable {
  /// What can't be done, with the limit.
  public var message: String
  /// What to do about it.
  public var hint: String
}
