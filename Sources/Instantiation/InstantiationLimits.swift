// What an instantiation search may use, and what it ends with.

import Certificates
import Clausification

/// Limits of one call of `InstantiationProver.run`. All but the time and the memory are deterministic.
public struct InstantiationLimits: Hashable, Sendable {
  /// CPU seconds of the calling thread for this call.
  public var cpuSeconds: Double
  /// Attempted unifications, counted over all calls.
  public var inferences: Int
  /// Conflicts of the SAT solver for one question to it.
  public var conflicts: Int
  /// Bytes that terms and clauses may hold.
  public var memoryBytes: Int

  /// Makes limits.
  public init(
    cpuSeconds: Double = 10, inferences: Int = .max, conflicts: Int = 1_000_000,
    memoryBytes: Int = 2 << 30
  ) {
    self.cpuSeconds = cpuSeconds
    self.inferences = inferences
    self.conflicts = conflicts
    self.memoryBytes = memoryBytes
  }
}

/// Which limit ended a run.
public enum InstantiationLimit: String, Hashable, Sendable {
  /// The CPU time.
  case time
  /// The caller's wish.
  case cancelled
  /// The attempted unifications.
  case inferences
  /// The SAT solver's conflicts.
  case conflicts
  /// The memory.
  case memory
}

/// Ground instances that contradict each other.
public struct ContradictoryInstances: Hashable, Sendable {
  /// Their steps, instantiations of input clauses.
  public var steps: [Step]
  /// The instances as clauses to be refuted, by superposition for example.
  public var clauses: [InputClause]
}

/// What a run found.
public enum InstantiationOutcome: Hashable, Sendable {
  /// Steps from the input's clauses to the empty clause, which is the last.
  case refutation([Step])
  /// Instances that contradict each other by the axioms of equality.
  case contradiction(ContradictoryInstances)
  /// No instance is left to add: the clauses have a model.
  case saturated
  /// A limit was met; another run goes on from there.
  case limit(InstantiationLimit)
}
