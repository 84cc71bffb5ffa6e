// The facade of a prover in the TPTP's sense: one side only, premises with the conclusion denied.
//
//   refuted      S ∪ {¬C} has no model: C follows from S, or S contradicts itself
//   model        a finite model of S ∪ {¬C}: C does not follow
//   saturated    no inference is left: C does not follow, if the calculus is complete
//
// `Entailer` looks at both sides, because a language model's premises may well contradict each other;
// a prover's user asks one question, and the other side would cost half of the time.

import Certificates
import Clausification
import FiniteModels
import FirstOrderLogic
import Kernel
import Saturation

/// How a refutation attempt ended.
public enum RefuterOutcome: Sendable {
  /// Refuted. The certificate's verdict is True, or Contradictory when the derivation does not use
  /// the conclusion.
  case refuted(Certificate)
  /// A finite model. The certificate is about `Problem.denied`, which has no conclusion, and says
  /// that it is consistent.
  case model(Certificate)
  /// Satisfiable by saturation. That nothing was missed is a property of the prover that no
  /// certificate shows. Nil when the model finder has a model that can't be written down.
  case saturated(SaturatedSet?)
  /// A limit was reached.
  case limit(Limit)
  /// The kernel rejected the evidence: a fault of this program.
  case rejected(step: Int?, reason: String)
}

/// Refutes problems or finds models of them; every certificate it returns is accepted by the kernel.
public struct Refuter: Sendable {
  /// Rounds in which a model is still looked for once the prover is saturated.
  private static let modelRounds = 3

  private let options: EntailmentOptions
  private let cancellation: Cancellation

  /// Makes a refuter with the built-in engines.
  ///
  /// - Parameters:
  ///   - options: the limits; Z3 is never asked.
  ///   - cancellation: set it from another thread to call a search off.
  public init(options: EntailmentOptions, cancellation: Cancellation = Cancellation()) {
    var options = options
    options.prover = .resolution
    options.pace = .timed
    self.options = options
    self.cancellation = cancellation
  }

  /// Searches for a refutation of the premises and the denied conclusion, and for a model of them.
  ///
  /// - Parameter problem: its formulas closed; names of statements unique.
  /// - Complexity: undecidable in general; ends soon after `options.cpuSeconds`.
  ///
  /// With several jobs the threads share the schedule's slices out, and the first to decide ends the
  /// others' work; each has the CPU time and the memory of the options.
  public func refute(_ problem: Problem) -> RefuterOutcome {
    guard options.jobs > 1 else { return refute(problem, Racer(), cancellation) }
    let race = Race(jobs: options.jobs, parent: cancellation)
    return race.run { refute(problem, $0, $1) }
  }

  private func refute(
    _ problem: Problem, _ racer: Racer, _ cancellation: Cancellation
  ) -> RefuterOutcome {
    let deadline = Deadline(cpuSeconds: options.cpuSeconds, cancellation: cancellation)
    let normal = problem.withDistinctVariables()
    var premises = Clausifier(avoidingSymbolsOf: normal)
    for premise in normal.premises {
      if deadline.isOver { return .limit(deadline.limit) }
      premises.add(premise)
    }
    let search = Search(
      normal.conclusion == nil ? .absent : .denied, of: normal, premises: premises,
      options: options, deadline: deadline, racer: racer)
    var roundsSaturated = 0
    for round in 0..<Int.max {
      search.advance(round: round, expectsModel: false, z3: { fatalError("Z3 is not asked") })
      switch search.finding {
      case .refuted(let refutation, _): return Self.certified(refutation, of: normal)
      case .model(let model, _): return Self.certified(model, of: normal)
      case .satisfiable:
        roundsSaturated += 1
        if roundsSaturated >= Self.modelRounds || deadline.isOver {
          return .saturated(search.saturatedSet)
        }
      case .open, .refutedWithoutProof: break
      }
      if deadline.isOver { return .limit(deadline.limit) }
      if search.isExhausted {
        return search.finding.isOpen ? .limit(.search) : .saturated(search.saturatedSet)
      }
    }
    return .limit(.search)
  }

  /// Searches for a finite model of the premises and the denied conclusion, and for nothing else.
  ///
  /// - Parameter problem: its formulas closed; names of statements unique.
  /// - Returns: a model, or a limit; `.search` when there is no finite model to be found.
  public func findModel(_ problem: Problem) -> RefuterOutcome {
    let deadline = Deadline(cpuSeconds: options.cpuSeconds, cancellation: cancellation)
    let normal = problem.withDistinctVariables()
    let denied = normal.denied
    var clausifier = Clausifier(avoidingSymbolsOf: denied)
    for premise in denied.premises {
      if deadline.isOver { return .limit(deadline.limit) }
      clausifier.add(premise.formula, rule: .premise(name: premise.name))
    }
    clausifier.addDistinctness()
    guard clausifier.isComplete else { return .limit(.search) }
    var finder = ModelFinder(clauses: clausifier.clauses)
    for size in 1..<Int.max {
      let outcome = finder.search(
        sizes: size...size,
        limits: ModelSearchLimits(maximumSize: size, cpuSeconds: deadline.remaining),
        isCancelled: { deadline.isOver })
      switch outcome {
      case .model(let model):
        guard let model = model.restricted(to: denied) else { return .limit(.search) }
        return Self.certified(model, of: normal)
      case .exhausted(let size):
        if let decisive = finder.decisiveSize, size >= decisive { return .limit(.search) }
      case .limit: return .limit(deadline.isOver ? deadline.limit : .search)
      }
    }
    return .limit(.search)
  }

  // The last gate: nothing is called certified that the kernel has not accepted.
  private static func certified(_ refutation: Refutation, of problem: Problem) -> RefuterOutcome {
    let certificate = Certificate(
      problem: problem.withoutRoles, verdict: refutation.stance == .absent ? .contradictory : .true,
      refutation: refutation, models: [])
    return gate(certificate, .refuted(certificate))
  }

  private static func certified(_ model: FiniteModel, of problem: Problem) -> RefuterOutcome {
    let certificate = Certificate(
      problem: problem.denied.withoutRoles, verdict: .uncertain, refutation: nil,
      models: [ModelEvidence(stance: .absent, model: model)])
    return gate(certificate, .model(certificate))
  }

  private static func gate(
    _ certificate: Certificate, _ outcome: RefuterOutcome
  ) -> RefuterOutcome {
    switch verify(certificate) {
    case .accepted: outcome
    case .rejected(let step, let reason): .rejected(step: step, reason: reason)
    }
  }
}

extension Problem {
  /// What a refutation refutes: the premises, and the conclusion's negation as one more of them.
  public var denied: Problem {
    Problem(
      premises: premises
        + (conclusion.map { [Statement(name: $0.name, formula: .not($0.formula), span: $0.span)] }
          ?? []),
      conclusion: nil)
  }
}
