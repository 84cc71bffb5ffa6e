// A certificate: a verdict with the evidence that the kernel checks. Data only.
//
// | verdict       | evidence                                                                       |
// | True          | refutation of the premises with the conclusion denied                          |
// | False         | refutation of the premises with the conclusion asserted                        |
// | Contradictory | refutation of the premises alone                                               |
// | Uncertain     | two models of the premises: conclusion asserted, and denied; without a         |
// |               | conclusion one model of the premises                                           |
//
// True and False may carry a model of the premises as well, which shows that they don't contradict
// each other. Unknown has no certificate.
//
// Every formula in a certificate has bound variables with distinct names (see
// `Formula.withDistinctVariables`), so that no step has to rename.

import FirstOrderLogic

/// The answer to "do these premises entail this conclusion?".
public enum Verdict: String, CaseIterable, Sendable {
  /// The premises entail the conclusion.
  case `true` = "True"
  /// The premises entail the conclusion's negation.
  case `false` = "False"
  /// They entail neither.
  case uncertain = "Uncertain"
  /// The premises contradict each other, and so entail both.
  case contradictory = "Contradictory"
  /// A limit was reached first.
  case unknown = "Unknown"
}

/// How the conclusion stands beside the premises in a piece of evidence.
public enum Stance: String, CaseIterable, Sendable {
  /// The conclusion itself.
  case asserted
  /// The conclusion's negation.
  case denied
  /// Neither: the premises alone.
  case absent
}

/// A verdict with its evidence.
public struct Certificate: Hashable, Sendable {
  /// What was asked. Spans are not part of a certificate.
  public var problem: Problem
  /// The verdict claimed; never `unknown`.
  public var verdict: Verdict
  /// For True, False and Contradictory.
  public var refutation: Refutation?
  /// For Uncertain; for True and False optional, to show the premises consistent.
  public var models: [ModelEvidence]

  /// Makes a certificate.
  public init(
    problem: Problem, verdict: Verdict, refutation: Refutation?, models: [ModelEvidence]
  ) {
    self.problem = problem
    self.verdict = verdict
    self.refutation = refutation
    self.models = models
  }
}

/// A derivation of the empty clause.
public struct Refutation: Hashable, Sendable {
  /// How the conclusion stands among what is refuted.
  public var stance: Stance
  /// Steps in an order where parents come first; the last one is the empty clause.
  public var steps: [Step]

  /// Makes a refutation.
  public init(stance: Stance, steps: [Step]) {
    self.stance = stance
    self.steps = steps
  }

  /// Names of the premises that the derivation starts from, in the order of its steps.
  public var premisesUsed: [String] {
    steps.compactMap { if case .premise(let name) = $0.rule { name } else { nil } }
  }
}

/// A finite model with what it is a model of: the premises, and the conclusion as `stance` says.
public struct ModelEvidence: Hashable, Sendable {
  /// How the conclusion stands in the model.
  public var stance: Stance
  /// The model.
  public var model: FiniteModel

  /// Makes a piece of evidence.
  public init(stance: Stance, model: FiniteModel) {
    self.stance = stance
    self.model = model
  }
}
