// Where a clause comes from, just enough to do the inference again when a proof is written down.

/// The inference that made a clause, before its simplification.
struct Origin: BitwiseCopyable {
  /// Its rule.
  enum Rule: UInt8 {
    /// `first` is the index of the input clause.
    case input
    /// `first` is the clause simplified.
    case copy
    /// `first` with a positive, `second` with a negative literal.
    case resolution
    /// `first` with an equation, into `second`.
    case superposition
    case factoring
    case equalityResolution
    case equalityFactoring
    /// `first` is the code of the assertion under which the clause holds.
    case component
  }

  var rule: Rule
  var first: ClauseID
  var firstLiteral: UInt32 = 0
  /// The second parent; in `factoring` and `equalityFactoring` unused.
  var second: ClauseID = 0
  /// In the second parent; in `factoring` and `equalityFactoring` another literal of the first.
  var secondLiteral: UInt32 = 0
  /// Whether the first literal's equation is used from right to left.
  var isReversed = false
  /// The same of the second literal, in `equalityFactoring`.
  var otherIsReversed = false
  /// The subterm of `second` that is replaced in `superposition`.
  var subterm = TermID.none

  init(_ rule: Rule, _ first: ClauseID) {
    self.rule = rule
    self.first = first
  }

  /// Whether `second` is a parent.
  var hasTwoPremises: Bool { rule == .resolution || rule == .superposition }
}

/// One simplification of a clause under construction.
struct Simplification: BitwiseCopyable {
  /// Its rule.
  enum Rule: UInt8 {
    /// All occurrences of `redex` in the `scope` of the literal became `contractum`, by the unit
    /// `clause`.
    case demodulation
    /// The literal was resolved away with `clause`, whose other literals are in this one.
    case resolution
    /// The literal s ≠ s was dropped.
    case reflexivity
    /// The literal x ≠ t was dropped and x became t everywhere; x is `redex`, t is `contractum`.
    case elimination
    /// The literal is the same as an earlier one.
    case repetition
  }

  /// Where demodulation replaced its redex. The sides of a positive equation are rewritten one after
  /// the other, and at their tops under a condition, so "everywhere" would say too much.
  enum Scope: UInt8 {
    case literal
    case leftArguments
    case leftSide
    case rightArguments
    case rightSide
  }

  var rule: Rule
  var scope = Scope.literal
  var literal: UInt32
  var clause: ClauseID = 0
  /// Which literal of `clause`.
  var clauseLiteral: UInt32 = 0
  /// Whether the equation is used from right to left.
  var isReversed = false
  var redex = TermID.none
  var contractum = TermID.none

  init(_ rule: Rule, literal: Int) {
    self.rule = rule
    self.literal = UInt32(literal)
  }
}

/// The clause under construction.
struct ClauseDraft: ~Copyable {
  var literals = Arena<ClauseLiteral>()
  var simplifications = Arena<Simplification>()
  var origin = Origin(.input, 0)
  var isGoal = false
  var assertions = AssertionSets.empty

  /// Starts a new clause.
  mutating func start(_ origin: Origin) {
    literals.truncate(to: 0)
    simplifications.truncate(to: 0)
    self.origin = origin
    isGoal = false
    assertions = AssertionSets.empty
  }

  /// Takes out a literal; those behind it move up.
  mutating func removeLiteral(_ index: Int) {
    for position in index..<(literals.count - 1) { literals[position] = literals[position + 1] }
    literals.truncate(to: literals.count - 1)
  }
}
