// What the facade returns: one answer type, whichever engine decided.

import Certificates
import Saturation

/// Which limit stopped a search.
public enum Limit: String, CaseIterable, Sendable {
  /// The CPU time was used up.
  case time
  /// The memory was used up.
  case memory
  /// Every engine gave up before a limit: the problem is outside what they decide.
  case search
  /// The search was called off from outside.
  case cancelled
}

/// Which deciders may be used.
public enum ProverChoice: String, CaseIterable, Sendable {
  /// Z3 decides; the built-in prover only re-finds Z3's refutations for the certificate.
  case z3
  /// The built-in superposition prover and finite-model finder.
  case resolution
  /// All of them by turns, the built-in ones first; the first certified answer wins.
  case both
}

/// Which engine found the evidence.
public enum Engine: String, Sendable {
  /// The built-in superposition prover.
  case resolution
  /// The built-in finite-model finder.
  case finiteModels = "finite-models"
  /// Z3, its evidence not certified.
  case z3
  /// Z3's unsatisfiable core, refuted again by the built-in prover.
  case z3Resolution = "z3+resolution"
  /// Z3's model.
  case z3Model = "z3-model"
}

/// What an engine's turn is measured by.
public enum Pace: Sendable {
  /// Inferences and other steps, so that the same problem gives the same evidence on every machine.
  case counted
  /// CPU time, which shares it out better.
  case timed
}

/// How a search is bounded.
public struct EntailmentOptions: Sendable {
  /// Which deciders may be used.
  public var prover: ProverChoice
  /// CPU seconds of the calling thread for one problem.
  public var cpuSeconds: Double
  /// Bytes that one engine may hold.
  public var memoryBytes: Int
  /// Seed of Z3's random choices; the built-in engines make none.
  public var seed: UInt32
  /// What the built-in engines' turns are measured by.
  public var pace: Pace
  /// Threads that race for one problem; only `Refuter` uses more than one.
  public var jobs: Int
  /// The only strategy to be used; nil for the schedule of the problem's class.
  public var strategy: SaturationStrategy?
  /// Rounds of turns after which `Entailer` gives up. With counted turns a limit that is the same on
  /// every machine, for questions that are asked by the thousand.
  public var rounds: Int

  /// Makes options; by default all provers, 10 s and 2 GiB.
  public init(
    prover: ProverChoice = .both, cpuSeconds: Double = 10, memoryBytes: Int = 2 << 30,
    seed: UInt32 = 0, pace: Pace = .counted, jobs: Int = 1,
    strategy: SaturationStrategy? = nil, rounds: Int = .max
  ) {
    self.prover = prover
    self.cpuSeconds = cpuSeconds
    self.memoryBytes = memoryBytes
    self.seed = seed
    self.pace = pace
    self.jobs = jobs
    self.strategy = strategy
    self.rounds = rounds
  }
}

/// The answer to a problem.
public struct Answer: Sendable {
  /// The verdict.
  public var verdict: Verdict
  /// For Unknown: which limit was reached.
  public var limit: Limit?
  /// The engine whose evidence decided; nil for Unknown.
  public var engine: Engine?
  /// The certificate, accepted by the kernel; nil when there is none, and then `note` says why.
  public var certificate: Certificate?
  /// For True, False and Contradictory: the premises the refutation uses, in the problem's order.
  public var premisesUsed: [String]
  /// For Contradictory: whether leaving out any one of `premisesUsed` was shown to be satisfiable.
  public var isMinimal: Bool
  /// What a reader must know: why there is no certificate, or that consistency was not shown.
  public var note: String?
  /// CPU seconds of the calling thread.
  public var cpuSeconds: Double

  init(
    _ verdict: Verdict, limit: Limit? = nil, engine: Engine? = nil,
    certificate: Certificate? = nil, premisesUsed: [String] = [], isMinimal: Bool = false,
    note: String? = nil
  ) {
    self.verdict = verdict
    self.limit = limit
    self.engine = engine
    self.certificate = certificate
    self.premisesUsed = premisesUsed
    self.isMinimal = isMinimal
    self.note = note
    self.cpuSeconds = 0
  }

  /// The status in the SZS ontology (Sutcliffe 2008).
  ///
  /// - Parameter hasConclusion: whether the problem asked about one.
  public func szsStatus(hasConclusion: Bool) -> String {
    switch (verdict, limit) {
    case (.true, _): "Theorem"
    case (.false, _): "CounterTheorem"
    case (.uncertain, _): hasConclusion ? "CounterSatisfiable" : "Satisfiable"
    case (.contradictory, _): hasConclusion ? "ContradictoryAxioms" : "Unsatisfiable"
    case (.unknown, .time): "Timeout"
    case (.unknown, .memory): "MemoryOut"
    case (.unknown, .cancelled): "User"
    case (.unknown, _): "GaveUp"
    }
  }
}
