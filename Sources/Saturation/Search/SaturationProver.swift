// The built-in prover: saturation under ordered resolution and superposition (Bachmair and Ganzinger
// 1994), so refutationally complete for first-order logic with equality.
//
// All state is one value that can't be copied: a class would pay an exclusivity check (about 15 ns)
// at every write. Extensions hold the rules, one a file:
//
//   Inferences/      what is concluded from active clauses
//   Simplification/  what makes a clause simpler or needless
//   Search/          the given-clause loop
//   Proofs/          steps for the kernel, by doing the inferences of a proof again

import Certificates
import Clausification
import FirstOrderLogic

/// A search for a refutation of a set of clauses; it can be stopped and resumed.
///
/// The same clauses and budget of given clauses give the same outcome on every machine.
public struct SaturationProver: ~Copyable {
  let input: [InputClause]
  let firstStep: Int
  let componentPrefix: String
  let strategy: SaturationStrategy
  let signature: Signature

  var bank = TermBank()
  var order: TermOrder
  var instanceOrder = InstanceOrder()
  var unifierOrder = UnifierOrder()
  var unifier = Unifier()
  var matcher = Matcher()
  var clauses = ClauseBank()
  var indexes = ActiveIndexes()
  var passive: PassiveQueue
  var evaluation: ClauseEvaluation
  var variants = VariantTable()
  var splitting = ComponentTable()
  var resource = LimitedResource()
  var theory: ACTheory

  /// The clause under construction.
  var draft = ClauseDraft()
  /// Keys of lookups.
  var cells = Arena<Cell>()
  /// Answers of lookups for simplifications.
  var candidates = Arena<IndexEntry>()
  /// Answers of lookups for inferences.
  var partners = Arena<IndexEntry>()
  var subterms = Arena<TermID>()
  /// Literals that a subsumption has used.
  var usedLiterals = Arena<Bool>()
  var subsumptionAttempts = 0
  /// Counts the changes of the rewrite system.
  var rewriteVersion: UInt32 = 1
  /// Whether a clause is taken out for a moment, so that what is irreducible now need not stay so.
  var isRewriteSystemPartial = false

  var emptyClause: ClauseID?
  /// Whether a clause was dropped.
  var isIncomplete = false
  /// A clause whose inferences a limit cut off.
  var interruptedGiven: ClauseID?
  var picks = 0
  var attempts = 0
  var generatedCount = 0
  var limitReached: SaturationLimit?

  /// Number of clauses activated so far.
  public private(set) var givenCount = 0
  /// What the search has done so far.
  public var statistics: SaturationStatistics {
    SaturationStatistics(
      given: givenCount, attempted: attempts, generated: generatedCount, kept: clauses.count)
  }
  /// Bytes held by the search.
  public var memoryBytes: Int {
    bank.bytes + clauses.bytes + indexes.bytes + passive.bytes + evaluation.bytes + variants.bytes
      + splitting.bytes + order.weights.bytes + theory.bytes
  }

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - clauses: what to refute.
  ///   - firstStep: the id of the first step of the refutation.
  ///   - componentPrefix: components of clauses are named by this with a number; no symbol of the
  ///     problem may be of this form.
  ///   - strategy: how the search is led.
  /// - Complexity: linear in the size of the clauses, but for a sort of their symbols.
  public init(
    clauses input: [InputClause], firstStep: Int, componentPrefix: String = "sp",
    strategy: SaturationStrategy = .init()
  ) {
    self.componentPrefix = componentPrefix
    self.input = input
    self.firstStep = firstStep
    self.strategy = strategy
    var translation = InputTranslation()
    for clause in input { translation.add(clause, &bank) }
    signature = translation.signature
    // Where everything is the conclusion's it says nothing, as in generated clause sets.
    let hasConclusion =
      input.contains { $0.isFromConclusion } && !input.allSatisfy { $0.isFromConclusion }
    let isGoal = input.map { clause in
      hasConclusion ? clause.isFromConclusion : clause.literals.allSatisfy { !$0.isPositive }
    }
    var goal = GoalTerms(symbolCount: signature.symbols.count)
    for index in 0..<input.count where isGoal[index] {
      for literal in translation.literals[index] { goal.add(literal, bank) }
    }
    order = TermOrder(strategy, signature, isGoalSymbol: goal.isSymbol)
    passive = PassiveQueue(picks: strategy.queues.map(\.picks))
    evaluation = ClauseEvaluation(
      strategy.queues, isGoalSymbol: goal.isSymbol, goalTerms: goal.terms)
    theory = ACTheory(symbolCount: signature.symbols.count)
    var stored: [ClauseID] = []
    for index in 0..<input.count {
      draft.start(Origin(.input, ClauseID(index)))
      for literal in translation.literals[index] { draft.literals.append(literal) }
      draft.isGoal = isGoal[index]
      stored.append(storeDraft())
    }
    for clause in unfoldDefinitions(in: stored) where emptyClause == nil { addInput(clause) }
  }

  /// Searches until a limit is reached.
  ///
  /// Calling it again goes on where it stopped; after a refutation or saturation it gives the same
  /// answer again.
  ///
  /// - Parameters:
  ///   - limits: what the run may spend.
  ///   - isCancelled: asked every few hundred inferences.
  public mutating func run(
    limits: SaturationLimits, isCancelled: () -> Bool = { false }
  ) -> SaturationOutcome {
    let start = threadSeconds()
    let deadline = start + limits.cpuSeconds
    limitReached = nil
    let firstPick = picks
    let firstAttempt = attempts
    resource.restart(atPick: picks)
    let isOver: (Int) -> SaturationLimit? = { bytes in
      if isCancelled() { return .cancelled }
      if bytes > limits.memoryBytes { return .memory }
      return threadSeconds() > deadline ? .time : nil
    }
    while true {
      if let emptyClause { return .refutation(refutation(endingWith: emptyClause)) }
      if givenCount >= limits.givenClauses { return .limit(.given) }
      if attempts >= limits.inferences { return .limit(.inferences) }
      poll(isOver)
      if let limitReached { return .limit(limitReached) }
      if strategy.dropsUnreachable {
        resource.update(picks: picks, runPicks: picks - firstPick) {
          max(
            (threadSeconds() - start) / limits.cpuSeconds,
            Double(attempts - firstAttempt) / Double(max(1, limits.inferences - firstAttempt)))
        }
      }
      if let given = interruptedGiven {
        interruptedGiven = nil
        generate(given, isOver)
      } else if !updateModel(isOver) {
        if let limitReached { return .limit(limitReached) }
        return .refutation(propositionalRefutation())
      } else if let given = pickGiven() {
        givenCount += 1
        process(given, isOver)
      } else {
        return isIncomplete ? .limit(.incomplete) : .saturated
      }
    }
  }
}
