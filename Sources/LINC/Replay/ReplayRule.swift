// The two ways from generated texts to a row's label.

import Entailment

/// How texts are decided and how samples vote.
public enum ReplayRule: String, CaseIterable, Sendable {
  /// As the code of the LINC paper does, flaws included, so that published figures can be checked.
  case linc
  /// Our own: repairs with flags, certificates, votes weighted by evidence.
  case `default`
}

/// Applies a rule to rows one after the other; belongs to one thread.
final class RowVoter {
  private let rule: ReplayRule
  private let decider: SampleDecider

  init(rule: ReplayRule, entailment: EntailmentOptions, cancellation: Cancellation) {
    self.rule = rule
    decider = SampleDecider(options: entailment, cancellation: cancellation)
  }

  /// What each text of a row came to.
  func samples(of row: GenerationRow) -> [SampleResult] { decider.results(for: row) }

  /// The label that samples of one row vote for, and the share of the votes that it has.
  func vote(_ samples: [SampleResult]) -> RowVote {
    let valid = samples.map(\.label).filter { $0 != .error }
    return RowVote(label: majority(valid) ?? .error, share: nil)
  }
}

/// A row's label.
public struct RowVote: Sendable {
  /// The label.
  public var label: SampleLabel
  /// The share of the weight that voted for it, 0 to 1; nil where the rule has no weights.
  public var share: Double?
}

/// The most frequent label, of equally frequent ones the one met first; nil when there are none.
func majority(_ labels: [SampleLabel]) -> SampleLabel? {
  var counts: [SampleLabel: Int] = [:]
  for label in labels { counts[label, default: 0] += 1 }
  let most = counts.values.max()
  return labels.first { counts[$0] == most }
}
