// The built-in engines on one set of clauses, by turns: a short opening that decides everyday problems
// within a millisecond or two, then the slices of a schedule, each a strategy of its own.
//
// A slice begins afresh: to keep the state of every strategy would cost the memory of all of them, and
// as the slices of each pass are three times those of the one before, at most a third is done again.
// Only the opening's prover and the model finder go on where they stopped.

import Certificates
import Clausification
import FiniteModels
import Instantiation
import Saturation

/// One of several portfolios that share the slices of a schedule.
struct Racer {
  /// Its number, from 0.
  var number = 0
  /// How many there are.
  var count = 1
}

final class Portfolio {
  /// What a turn has shown.
  enum Event {
    case open
    case refutation([Step])
    case saturated
    case model(FiniteModel)
  }

  /// What a millisecond is where turns are counted: about what a slow machine does in one.
  private static let inferencesPerMillisecond = 300
  private static let groundLiteralsPerMillisecond = 10_000
  private static let conflictsPerMillisecond = 20
  /// Clauses that the opening activates within a millisecond.
  private static let givenPerMillisecond = 40
  /// The opening is done after so many milliseconds of all turns.
  private static let openingMilliseconds = 62

  private let clausifier: Clausifier
  private let options: EntailmentOptions
  private let deadline: Deadline
  private let schedule: Schedule
  private var opening: SaturationProver
  private var finder: ModelFinder
  private var nextModelSize = 1
  /// Made when its first turn comes.
  private var instances: InstantiationProver?
  private var instanceInferences = 0
  private var openingLeft = openingMilliseconds
  private var givenAllowed = 0
  private var nextSlice: Int
  private let sliceStep: Int
  private var incompleteSlices = 0
  private var isSaturated = false
  /// The clauses of the last run that ended as saturated.
  private(set) var saturatedSet: SaturatedSet?
  private var isFinderDone = false

  init(
    _ clausifier: Clausifier, options: EntailmentOptions, deadline: Deadline, racer: Racer
  ) {
    nextSlice = racer.number
    sliceStep = racer.count
    self.clausifier = clausifier
    self.options = options
    self.deadline = deadline
    schedule =
      options.strategy.map { Schedule($0) } ?? Schedule(for: ProblemClass(clausifier.clauses))
    opening = SaturationProver(
      clauses: clausifier.clauses, firstStep: (clausifier.steps.last?.id ?? 0) + 1,
      componentPrefix: clausifier.componentPrefix,
      strategy: options.strategy ?? SaturationStrategy())
    finder = ModelFinder(clauses: clausifier.clauses)
    isFinderDone = !clausifier.isComplete
  }

  /// Whether nothing is left to try.
  var isExhausted: Bool {
    (isSaturated || incompleteSlices >= schedule.slices.count) && isFinderDone
  }

  /// Spends a number of milliseconds, or what is counted in their place.
  ///
  /// - Parameter modelsFirst: looks for models only as long as that can help, then as usual.
  func advance(milliseconds: Int, modelsFirst: Bool) -> Event {
    var left = milliseconds
    if modelsFirst || isSaturated {
      if case .model(let model) = findModel(milliseconds) { return .model(model) }
      if isSaturated { return .saturated }
    }
    if openingLeft > 0 {
      let event = runOpening(milliseconds)
      openingLeft -= milliseconds
      if openingLeft <= 0 { opening = SaturationProver(clauses: [], firstStep: 0) }
      if case .refutation = event { return event }
      if !modelsFirst, case .model(let model) = findModel(milliseconds) { return .model(model) }
      return event
    }
    while left > 0, !deadline.isOver, !isExhausted {
      let (slice, length) = schedule[nextSlice]
      nextSlice += sliceStep
      left -= length
      let event = run(slice, milliseconds: length)
      if case .open = event { continue }
      return event
    }
    return .open
  }

  private func limits(_ milliseconds: Int) -> SaturationLimits {
    let held = instances?.memoryBytes ?? 0
    var limits = SaturationLimits(
      cpuSeconds: deadline.remaining, memoryBytes: max(1 << 20, options.memoryBytes - held))
    switch options.pace {
    case .counted: limits.inferences = milliseconds * Self.inferencesPerMillisecond
    case .timed: limits.cpuSeconds = min(limits.cpuSeconds, Double(milliseconds) / 1_000)
    }
    return limits
  }

  private func runOpening(_ milliseconds: Int) -> Event {
    var limits = limits(milliseconds)
    if options.pace == .counted {
      givenAllowed += milliseconds * Self.givenPerMillisecond
      limits.givenClauses = givenAllowed
      limits.inferences = .max
    }
    let outcome = opening.run(limits: limits, isCancelled: { [deadline] in deadline.isOver })
    if case .saturated = outcome { saturatedSet = opening.saturatedSet }
    return event(of: outcome, isWhole: true)
  }

  /// - Parameter isWhole: whether a saturated set speaks for the whole problem.
  private func event(of outcome: SaturationOutcome, isWhole: Bool) -> Event {
    switch outcome {
    case .refutation(let steps): return .refutation(steps)
    case .saturated where isWhole && clausifier.isComplete:
      isSaturated = true
      return .saturated
    case .saturated, .limit(.incomplete): incompleteSlices += 1
    case .limit: incompleteSlices = 0
    }
    return .open
  }

  private func run(_ slice: Slice, milliseconds: Int) -> Event {
    switch slice.engine {
    case .models: return findModel(milliseconds)
    case .instances: return instantiate(milliseconds)
    case .saturation(let strategy):
      var clauses = clausifier.clauses
      if let selection = slice.selection {
        guard let selected = selection.select(clauses) else { return .open }
        clauses = selected
      }
      var prover = SaturationProver(
        clauses: clauses, firstStep: (clausifier.steps.last?.id ?? 0) + 1,
        componentPrefix: clausifier.componentPrefix, strategy: strategy)
      let outcome = prover.run(
        limits: limits(milliseconds), isCancelled: { [deadline] in deadline.isOver })
      let isWhole = slice.selection == nil
      if isWhole, case .saturated = outcome { saturatedSet = prover.saturatedSet }
      return event(of: outcome, isWhole: isWhole)
    }
  }

  private func instantiate(_ milliseconds: Int) -> Event {
    let firstStep = (clausifier.steps.last?.id ?? 0) + 1
    if instances == nil {
      instances = InstantiationProver(clauses: clausifier.clauses, firstStep: firstStep)
    }
    var limits = InstantiationLimits(
      cpuSeconds: deadline.remaining, conflicts: milliseconds * Self.conflictsPerMillisecond,
      memoryBytes: options.memoryBytes)
    switch options.pace {
    case .timed: limits.cpuSeconds = min(limits.cpuSeconds, Double(milliseconds) / 1_000)
    case .counted:
      instanceInferences += milliseconds * Self.inferencesPerMillisecond
      limits.inferences = instanceInferences
    }
    switch instances!.run(limits: limits, isCancelled: { [deadline] in deadline.isOver }) {
    case .refutation(let steps): return .refutation(steps)
    case .contradiction(let found): return refute(found, milliseconds)
    case .saturated: return event(of: .saturated, isWhole: true)
    case .limit: return .open
    }
  }

  /// Contradictory ground instances are few, so a short search refutes them.
  private func refute(_ found: ContradictoryInstances, _ milliseconds: Int) -> Event {
    let last = found.steps.last?.id ?? clausifier.steps.last?.id ?? 0
    var prover = SaturationProver(
      clauses: found.clauses, firstStep: last + 1, componentPrefix: clausifier.componentPrefix)
    let outcome = prover.run(
      limits: limits(milliseconds), isCancelled: { [deadline] in deadline.isOver })
    guard case .refutation(let steps) = outcome else { return .open }
    return .refutation(found.steps + steps)
  }

  private func findModel(_ milliseconds: Int) -> Event {
    guard !isFinderDone, !deadline.isOver else { return .open }
    var limits = ModelSearchLimits(
      cpuSeconds: deadline.remaining,
      groundClauses: milliseconds * Self.groundLiteralsPerMillisecond,
      conflicts: milliseconds * Self.conflictsPerMillisecond)
    if options.pace == .timed {
      limits.cpuSeconds = min(limits.cpuSeconds, Double(milliseconds) / 1_000)
    }
    let outcome = finder.search(
      sizes: nextModelSize...limits.maximumSize, limits: limits,
      isCancelled: { [deadline] in deadline.isOver })
    switch outcome {
    case .model(let model): return .model(model)
    case .exhausted: isFinderDone = true
    case .limit(_, let size): nextModelSize = size
    }
    return .open
  }
}
