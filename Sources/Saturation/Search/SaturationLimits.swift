// What a search may spend, and how it ends.

import Certificates
import Glibc

/// What one run of the search may spend.
public struct SaturationLimits: Sendable {
  /// Seconds of this thread's CPU time from the start of the run.
  public var cpuSeconds: Double
  /// Bytes that the search's own memory may grow to.
  public var memoryBytes: Int
  /// Clauses activated since the prover was made: a budget that doesn't depend on the machine.
  public var givenClauses: Int
  /// Inferences tried since the prover was made, as independent of the machine, and nearer to time.
  public var inferences: Int

  /// Makes limits.
  public init(
    cpuSeconds: Double = .infinity, memoryBytes: Int = 1 << 30, givenClauses: Int = .max,
    inferences: Int = .max
  ) {
    self.inferences = inferences
    self.cpuSeconds = cpuSeconds
    self.memoryBytes = memoryBytes
    self.givenClauses = givenClauses
  }
}

/// Which limit ended a search.
public enum SaturationLimit: String, Sendable {
  /// CPU time.
  case time
  /// Memory.
  case memory
  /// The budget of given clauses.
  case given
  /// The budget of inferences.
  case inferences
  /// The caller wanted no more.
  case cancelled
  /// All is done but for clauses that were dropped: with too deep or too large terms, or cut off by
  /// an earlier limit in the middle of a clause's inferences.
  case incomplete
}

/// Counts of a search, which are the same on every machine.
public struct SaturationStatistics: Hashable, Sendable {
  /// Clauses activated.
  public var given: Int
  /// Inferences tried: pairs of places that an index offered.
  public var attempted: Int
  /// Conclusions drawn, before their simplification.
  public var generated: Int
  /// Clauses stored.
  public var kept: Int
}

/// How a search ended.
public enum SaturationOutcome: Sendable {
  /// The steps from the input's clauses to the empty clause, which is the last.
  case refutation([Step])
  /// Every inference was done and none led to the empty clause: the clauses are satisfiable.
  case saturated
  /// A limit was reached.
  case limit(SaturationLimit)
}

/// This thread's CPU time in seconds.
func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
