// The search's parameters. Every choice keeps the calculus complete.

/// How the search is led.
public struct SaturationStrategy: Hashable, Sendable {
  /// Which negative literals are selected.
  public enum Selection: String, CaseIterable, Sendable {
    /// None: inferences act on maximal literals.
    case none
    /// The first of the heaviest negative literals, if there is any.
    case heaviestNegative
  }

  /// Literal selection.
  public var selection = Selection.heaviestNegative
  /// Clauses picked by score before one is picked by age.
  public var picksByScore = 5
  /// The score of a clause that doesn't descend from the conclusion is its weight times this, in
  /// percent.
  public var distantPercent = 150
  /// Whether clauses are dropped that the run's budget will not reach.
  public var dropsUnreachable = false
  /// Whether clauses are split into components without common variables.
  public var splits = false

  /// The default strategy.
  public init() {}
}
