// From formulas to clauses, with the steps that the kernel checks.

import Certificates
import FirstOrderLogic

/// A clause of the input with the step that states it.
public struct InputClause: Hashable, Sendable {
  /// Its literals; variables are named `X0`, `X1`, ... in the order of their first occurrence.
  public var literals: [Literal]
  /// Id of its step, whose content has these literals in this order.
  public var step: Int
  /// Whether it comes from the conclusion, asserted or denied.
  public var isFromConclusion: Bool

  /// Makes an input clause.
  public init(literals: [Literal], step: Int, isFromConclusion: Bool) {
    self.literals = literals
    self.step = step
    self.isFromConclusion = isFromConclusion
  }
}

/// Clausifies a problem statement by statement; a value, so that the premises are done once and the
/// conclusion is added to two copies, asserted and denied.
public struct Clausifier: Sendable {
  /// The clauses so far.
  public private(set) var clauses: [InputClause] = []
  /// All steps so far, ids ascending.
  public private(set) var steps: [Step] = []

  /// Makes a clausifier.
  ///
  /// - Parameter problem: every symbol in it is avoided by Skolem and definition symbols.
  public init(avoidingSymbolsOf problem: Problem) {}

  /// Adds the clauses of one statement.
  ///
  /// - Parameters:
  ///   - formula: closed, with distinct variables; for `negatedConclusion` already negated.
  ///   - rule: `premise`, `conclusion` or `negatedConclusion`.
  public mutating func add(_ formula: Formula, rule: Rule) {}
}
