// The search's parameters. A value is also written as a text, `SaturationStrategy+Text.swift`.
//
// A single strategy is always worse than several that differ (Schulz and Möhrmann 2016; Bártek,
// Chvalovský and Suda 2024), so what can be chosen is laid out as independent dimensions.

/// How the search is led.
public struct SaturationStrategy: Hashable, Sendable {
  /// The kind of term order.
  public enum Order: String, CaseIterable, Sendable {
    /// Weights first.
    case knuthBendix = "kbo"
    /// The precedence first.
    case lexicographicPath = "lpo"
  }

  /// The weights of symbols in the Knuth-Bendix order.
  public enum SymbolWeights: String, CaseIterable, Sendable {
    /// Each weighs 1.
    case one
    /// One more than its arity.
    case arity
    /// The more frequent, the heavier.
    case frequency = "freq"
    /// The more frequent, the lighter.
    case rarity = "rare"
  }

  /// The precedence of symbols.
  public enum Precedence: String, CaseIterable, Sendable {
    /// Greater arity is greater, then the rarer.
    case arity
    /// Smaller arity is greater, then the rarer.
    case reverseArity = "revarity"
    /// The more frequent are greater.
    case frequency = "freq"
    /// The rarer are greater.
    case rarity = "rare"
    /// Those that occur first later are greater.
    case occurrence = "occur"
    /// Those that occur first earlier are greater.
    case reverseOccurrence = "revoccur"
    /// Unary symbols are greatest, the others by arity.
    case unaryFirst = "unary"
  }

  /// Where the precedence has the symbols of the conclusion.
  public enum GoalSymbols: String, CaseIterable, Sendable {
    /// Where any symbol would be.
    case asOthers = "any"
    /// Below all others.
    case lowest = "low"
    /// Above all others.
    case highest = "high"
  }

  /// Which literal of a clause is selected, so that inferences act on it alone.
  public enum Selection: String, CaseIterable, Sendable {
    /// None: inferences act on maximal literals.
    case none
    /// The first negative literal.
    case first
    /// The heaviest negative literal.
    case heaviest = "heavy"
    /// The lightest negative literal.
    case lightest = "light"
    /// The deepest negative literal.
    case deepest = "deep"
    /// The negative literal with the most variables.
    case mostVariables = "vars"
    /// The negative literal with the fewest variables.
    case fewestVariables = "novars"
    /// A negative equation of variables; else the lightest ground negative literal; else the negative
    /// literal whose sides differ most in weight.
    case complex
    /// The negative literal whose predicate is in the fewest positive literals of the clause; of
    /// these the heaviest.
    case avoidingPositive = "avoid"
    /// The negative literal with the fewest partners among the active clauses.
    case fewestPartners = "look"
    /// The heaviest literal of any sign: incomplete.
    case heaviestOfAll = "anyheavy"
    /// The literal of any sign with the fewest partners among the active clauses: incomplete.
    case fewestPartnersOfAll = "anylook"
  }

  /// Which clauses of a queue come before all others.
  public enum Priority: String, CaseIterable, Sendable {
    /// None.
    case none = "any"
    /// Those that descend from the conclusion.
    case support = "sos"
    /// Those without a positive literal.
    case goals = "goal"
    /// Those with a positive literal.
    case definites = "fact"
    /// Those without variables.
    case ground
    /// Those of one literal.
    case units = "unit"
    /// Those with at most one positive literal.
    case horn
  }

  /// What orders a queue.
  public enum Evaluation: Hashable, Sendable {
    /// The oldest first.
    case age
    /// The lightest first.
    case weight(ClauseWeight)
  }

  /// A queue of passive clauses.
  public struct Queue: Hashable, Sendable {
    /// Clauses taken from it in one round of all queues.
    public var picks: Int
    /// What orders it.
    public var evaluation: Evaluation
    /// What comes first, whatever the evaluation says.
    public var priority: Priority

    /// Makes a queue.
    public init(_ picks: Int, _ evaluation: Evaluation, _ priority: Priority = .none) {
      self.picks = picks
      self.evaluation = evaluation
      self.priority = priority
    }
  }

  /// The kind of term order.
  public var order = Order.knuthBendix
  /// Weights of symbols in a Knuth-Bendix order.
  public var symbolWeights = SymbolWeights.one
  /// The precedence of symbols.
  public var precedence = Precedence.arity
  /// Where the precedence has the symbols of the conclusion.
  public var goalSymbols = GoalSymbols.asOthers
  /// Literal selection. The default solves 119 of 164 problems within half a second, the heaviest
  /// negative literal 117, that of most different sides 112.
  public var selection = Selection.avoidingPositive
  /// Whether nothing is selected in a clause with a positive literal greater than all others.
  public var selectsUnlessMaximal = true
  /// The queues that clauses are taken from, in rounds.
  public var queues = goalDirectedQueues
  /// Whether nothing is inferred from two clauses that don't descend from the conclusion: incomplete.
  public var usesSetOfSupport = false
  /// Whether clauses are dropped that the run's budget will not reach.
  public var dropsUnreachable = false
  /// Whether clauses are split into components without common variables.
  public var splits = false

  /// Five queues that look at the conclusion, of the kind that Schulz and Möhrmann (2016) found by an
  /// evolutionary search. They solve 112 of 164 problems within half a second, where symbols counted,
  /// with clauses far from the conclusion half as heavy again, and age at 5:1 solve 103.
  public static let goalDirectedQueues: [Queue] = {
    func related(_ percent: Int, positive: Int = 100) -> Evaluation {
      .weight(
        ClauseWeight(
          goalSymbolPercent: percent, maximalSidePercent: 150, maximalLiteralPercent: 150,
          positivePercent: positive))
    }
    let refined = ClauseWeight(
      symbol: 3, variable: 2, maximalSidePercent: 200, maximalLiteralPercent: 150,
      positivePercent: 200)
    return [
      Queue(1, related(50), .support), Queue(4, related(10, positive: 150)), Queue(1, .age),
      Queue(1, related(50), .definites), Queue(4, .weight(refined), .support),
    ]
  }()

  /// The default strategy.
  public init() {}
}
