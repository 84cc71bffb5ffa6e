// What of a sample matters to the vote: its label, whether it is suspect, its group.
//
// Suspicion is about the translation, not about the proof: something in it shows that it doesn't say
// what the sentences say. Each code below was kept because samples that have it are right clearly less
// often than others, and because a reason can be given for that (Documentation/voting.md). Free
// variables and narrow scopes are not among them: they have one likely reading, and once mended their
// proofs are worth the same.

import Diagnostics

/// A sample as the vote sees it.
public struct Ballot: Sendable, Hashable {
  /// The sample's label.
  public var label: SampleLabel
  /// Whether something shows that the translation doesn't say what the sentences say.
  public var isSuspect: Bool
  /// Which of the row's samples have an equivalent translation.
  public var group: Int?

  /// Makes a ballot.
  public init(label: SampleLabel, isSuspect: Bool = false, group: Int? = nil) {
    self.label = label
    self.isSuspect = isSuspect
    self.group = group
  }

  /// The ballot of a sample.
  ///
  /// - Complexity: O(diagnostics + steps of the certificate).
  public init(_ sample: SampleResult) {
    self.init(
      label: sample.label,
      isSuspect: sample.isVacuous
        || sample.diagnostics.contains {
          $0.severity > .note && Self.suspectCodes.contains($0.code)
        },
      group: sample.group)
  }

  /// Whether there is a verdict to vote with.
  public var hasVerdict: Bool {
    switch label {
    case .true, .false, .uncertain, .contradictory: true
    case .unknown, .error: false
    }
  }

  /// Faults that make a translation suspect.
  ///
  /// - `arity-clash`, `predicate-as-term`: one symbol was used in two ways, and the uses were set
  ///   apart to be read at all; what one of them says the other doesn't know.
  /// - `conclusion-predicate-unmentioned`: nothing that the premises say can be about it.
  /// - `empty-formula`: a sentence was left without a formula.
  /// - `premise-count`: a sentence has no formula, or two; often the conclusion stands among the
  ///   premises and proves itself.
  public static let suspectCodes: Set<DiagnosticCode> = [
    .arityClash, .predicateAsTerm, .conclusionPredicateUnmentioned, .emptyFormula, .premiseCount,
  ]
}

extension SampleResult {
  /// Whether True or False was proved without any premise: the conclusion's formula is valid or
  /// unsatisfiable, and no sentence that is worth asking about is. A proof may use a premise that it
  /// could do without; such a sample passes.
  public var isVacuous: Bool {
    guard label == .true || label == .false, let refutation = certificate?.refutation else {
      return false
    }
    return refutation.premisesUsed.isEmpty
  }
}
