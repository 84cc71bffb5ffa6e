// What a search for a finite model may use, and what it ends with.

import Certificates

/// Limits of one call of `ModelFinder.search`. All but the time are deterministic.
public struct ModelSearchLimits: Hashable, Sendable {
  /// Largest domain that is tried, whatever range is asked for.
  public var maximumSize: Int
  /// CPU seconds of the calling thread.
  public var cpuSeconds: Double
  /// Most literals of ground clauses for one size, counted before any is made.
  public var groundClauses: Int
  /// Most conflicts of the SAT solver for one size.
  public var conflicts: Int

  /// Makes limits.
  public init(
    maximumSize: Int = 100, cpuSeconds: Double = 10, groundClauses: Int = 5_000_000,
    conflicts: Int = 1_000_000
  ) {
    self.maximumSize = maximumSize
    self.cpuSeconds = cpuSeconds
    self.groundClauses = groundClauses
    self.conflicts = conflicts
  }
}

/// Which limit ended a search.
public enum ModelSearchLimit: String, Hashable, Sendable {
  /// The CPU time.
  case time
  /// The caller's wish.
  case cancelled
  /// The number of ground literals.
  case groundClauses
  /// The SAT solver's conflicts.
  case conflicts
}

/// What a search for a finite model found.
public enum ModelSearchOutcome: Hashable, Sendable {
  /// A model of all clauses, with a table for every symbol in them.
  case model(FiniteModel)
  /// There is no model of the sizes asked for up to this one. Sizes above `maximumSize` were not
  /// tried and don't count.
  case exhausted(upTo: Int)
  /// A limit was met at this size; no smaller size of those asked for has a model.
  case limit(ModelSearchLimit, size: Int)
}
