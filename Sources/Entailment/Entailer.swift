// The facade: decides whether premises entail a conclusion, with evidence that the kernel accepted.
//
// Both sides are searched, in turns: premises with the conclusion denied (a refutation proves it
// True) and asserted (a refutation proves it False). A model on both sides makes it Uncertain; a
// refutation on both sides, or one that never uses the conclusion, makes the premises Contradictory.
// Deciding True as soon as the conclusion is proved, as LINC does, calls contradictory premises True.

import Certificates
import Clausification
import FirstOrderLogic
import Kernel
import SMT

/// Decides problems one after the other; keeps one Z3 context, so it belongs to one thread.
public final class Entailer {
  private let options: EntailmentOptions
  private let cancellation: Cancellation
  private var solver: Z3Solver?

  /// Rounds after which a proved side no longer waits for a model of the other one.
  private static let consistencyRounds = 2

  /// Makes a decider.
  ///
  /// - Parameter cancellation: set it from another thread to call a search off.
  public init(options: EntailmentOptions, cancellation: Cancellation = Cancellation()) {
    self.options = options
    self.cancellation = cancellation
  }

  /// Decides one problem.
  ///
  /// - Parameter problem: its formulas closed; names of statements unique.
  /// - Returns: the answer; its certificate's problem is `problem` with bound variables renamed
  ///   apart.
  /// - Complexity: undecidable in general; ends soon after `options.cpuSeconds`.
  public func answer(_ problem: Problem) -> Answer {
    let deadline = Deadline(cpuSeconds: options.cpuSeconds, cancellation: cancellation)
    let normal = problem.withDistinctVariables()
    var clausifier = Clausifier(avoidingSymbolsOf: normal)
    for premise in normal.premises {
      if deadline.isOver { break }
      clausifier.add(premise)
    }
    return answer(normal, premises: clausifier, deadline)
  }

  /// Decides a problem in normal form whose premises are clausified.
  func answer(_ normal: Problem, premises clausifier: Clausifier, _ deadline: Deadline) -> Answer {
    var answer: Answer
    if deadline.isOver {
      answer = Answer(.unknown, limit: deadline.limit)
    } else if normal.conclusion == nil {
      answer = decideConsistency(normal, clausifier, deadline)
    } else {
      answer = decideConclusion(normal, clausifier, deadline)
    }
    answer.cpuSeconds = deadline.used
    return answer
  }

  private func z3() -> Z3Solver {
    if let solver { return solver }
    let made = Z3Solver(seed: options.seed)
    let interruption = made.interruption
    cancellation.onCancel { interruption.interrupt() }
    solver = made
    return made
  }

  private func decideConsistency(
    _ problem: Problem, _ premises: Clausifier, _ deadline: Deadline
  ) -> Answer {
    let search = Search(
      .absent, of: problem, premises: premises, options: options, deadline: deadline)
    for round in 0..<options.rounds {
      search.advance(round: round, expectsModel: false, z3: z3)
      switch search.finding {
      case .refuted, .refutedWithoutProof:
        return contradictory(problem, search.finding, deadline)
      case .model(let model, let engine):
        return certified(
          problem, .uncertain, models: [ModelEvidence(stance: .absent, model: model)],
          engine: engine)
      case .satisfiable(let engine) where round >= Self.consistencyRounds || deadline.isOver:
        return Answer(.uncertain, engine: engine, note: Self.saturationNote)
      case .open, .satisfiable: break
      }
      if deadline.isOver { return Answer(.unknown, limit: deadline.limit) }
      if search.isExhausted { return Answer(.unknown, limit: .search) }
    }
    return Answer(.unknown, limit: .search)
  }

  private func decideConclusion(
    _ problem: Problem, _ premises: Clausifier, _ deadline: Deadline
  ) -> Answer {
    let sides = [Stance.denied, .asserted].map {
      Search($0, of: problem, premises: premises, options: options, deadline: deadline)
    }
    var provedIn: Int?
    for round in 0..<options.rounds {
      for (side, other) in [(sides[0], sides[1]), (sides[1], sides[0])] {
        if case .model = side.finding { continue }
        if side.finding.isUnsatisfiable { continue }
        side.advance(round: round, expectsModel: other.finding.isUnsatisfiable, z3: z3)
        if case .refuted(let refutation, _) = side.finding, refutation.stance == .absent {
          return contradictory(problem, side.finding, deadline)
        }
      }
      let isLast = deadline.isOver || sides.allSatisfy(\.isExhausted)
      if provedIn == nil, sides.contains(where: \.finding.isUnsatisfiable) { provedIn = round }
      let waited = provedIn.map { round - $0 >= Self.consistencyRounds } ?? false
      if let answer = conclude(
        problem, sides, deadline, isFinal: isLast || waited, round: round)
      {
        return answer
      }
      if isLast { return Answer(.unknown, limit: deadline.isOver ? deadline.limit : .search) }
    }
    return Answer(.unknown, limit: .search)
  }

  // The answer that both sides' findings give, or nil to search on.
  private func conclude(
    _ problem: Problem, _ sides: [Search], _ deadline: Deadline, isFinal: Bool, round: Int
  ) -> Answer? {
    let denied = sides[0].finding
    let asserted = sides[1].finding
    if denied.isUnsatisfiable && asserted.isUnsatisfiable {
      return contradictory(problem, .open, deadline)
    }
    if denied.isUnsatisfiable, asserted.isSatisfiable || isFinal {
      return proved(problem, .true, denied, otherSide: asserted, .asserted)
    }
    if asserted.isUnsatisfiable, denied.isSatisfiable || isFinal {
      return proved(problem, .false, asserted, otherSide: denied, .denied)
    }
    guard denied.isSatisfiable, asserted.isSatisfiable else { return nil }
    if case .model(let against, let engine) = denied, case .model(let forIt, _) = asserted {
      let models = [
        ModelEvidence(stance: .asserted, model: forIt),
        ModelEvidence(stance: .denied, model: against),
      ]
      return certified(problem, .uncertain, models: models, engine: engine)
    }
    guard isFinal || round >= Self.consistencyRounds + 2 else { return nil }
    return Answer(.uncertain, engine: .resolution, note: Self.saturationNote)
  }

  private func proved(
    _ problem: Problem, _ verdict: Verdict, _ finding: Finding, otherSide: Finding,
    _ otherStance: Stance
  ) -> Answer {
    var models: [ModelEvidence] = []
    var note: String?
    if case .model(let model, _) = otherSide {
      models = [ModelEvidence(stance: otherStance, model: model)]
    } else if !otherSide.isSatisfiable {
      note = "the premises were not shown to be consistent"
    }
    switch finding {
    case .refuted(let refutation, let engine):
      return certified(
        problem, verdict, refutation: refutation, models: models, engine: engine, note: note)
    case .refutedWithoutProof(let core):
      return Answer(
        verdict, engine: .z3, premisesUsed: problem.names(among: core),
        note: "certificate: none; Z3 decided and its core was not refuted again in time")
    case .open, .model, .satisfiable:
      fatalError("a verdict without a refutation")
    }
  }

  private func contradictory(
    _ problem: Problem, _ finding: Finding, _ deadline: Deadline
  ) -> Answer {
    var minimizer = ContradictionMinimizer(
      problem: problem, options: options, deadline: deadline, z3: z3)
    let known: Refutation? =
      if case .refuted(let refutation, _) = finding { refutation } else { nil }
    guard let (refutation, engine, isMinimal) = minimizer.minimalRefutation(known: known) else {
      let core: [String] = if case .refutedWithoutProof(let core) = finding { core } else { [] }
      return Answer(
        .contradictory, engine: .z3, premisesUsed: problem.names(among: core),
        note: "certificate: none; the contradiction was not refuted from the premises alone in time"
      )
    }
    var answer = certified(
      problem, .contradictory, refutation: refutation, engine: engine)
    answer.isMinimal = isMinimal
    return answer
  }

  // The last gate: nothing is called certified that the kernel has not accepted.
  private func certified(
    _ problem: Problem, _ verdict: Verdict, refutation: Refutation? = nil,
    models: [ModelEvidence] = [], engine: Engine, note: String? = nil
  ) -> Answer {
    let certificate = Certificate(
      problem: problem.withoutRoles, verdict: verdict, refutation: refutation, models: models)
    switch verify(certificate) {
    case .accepted:
      return Answer(
        verdict, engine: engine, certificate: certificate,
        premisesUsed: problem.names(among: refutation?.premisesUsed ?? []), note: note)
    case .rejected(let step, let reason):
      let place = step.map { " at step \($0)" } ?? ""
      return Answer(
        .unknown, limit: .search, engine: engine,
        note: "internal fault: the kernel rejected the evidence\(place): \(reason)")
    }
  }

  private static let saturationNote =
    "certificate: none; satisfiable by saturation, which trusts the prover's completeness"
}

extension Problem {
  /// The problem with every formula's bound variables renamed apart, and its places dropped.
  func withDistinctVariables() -> Problem {
    func normal(_ statement: Statement) -> Statement {
      Statement(
        name: statement.name, formula: statement.formula.withDistinctVariables(),
        isNegatedConjecture: statement.isNegatedConjecture)
    }
    return Problem(premises: premises.map(normal), conclusion: conclusion.map(normal))
  }

  /// The problem as certificates hold it.
  var withoutRoles: Problem {
    var problem = self
    for index in premises.indices { problem.premises[index].isNegatedConjecture = false }
    return problem
  }

  /// Those of the premises' names that occur in a list, in the problem's order, each once.
  func names(among used: [String]) -> [String] {
    let used = Set(used)
    return premises.map(\.name).filter(used.contains)
  }
}
