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
  private let groups: EquivalenceGroups

  init(rule: ReplayRule, entailment: EntailmentOptions, cancellation: Cancellation) {
    self.rule = rule
    decider = SampleDecider(options: entailment, cancellation: cancellation)
    groups = EquivalenceGroups(cancellation: cancellation)
  }

  /// What each text of a row came to.
  func samples(of row: GenerationRow) -> [SampleResult] {
    var samples = decider.results(for: row)
    let groups = groups.groups(of: samples.map(\.problem))
    for (index, group) in groups.enumerated() { samples[index].group = group }
    return samples
  }

  /// The label that samples of one row vote for, and the share of the votes that it has.
  func vote(_ ballots: [Ballot]) -> RowVote {
    switch rule {
    case .linc:
      return RowVote(label: majority(ballots.map(\.label).filter { $0 != .error }) ?? .error)
    case .default:
      let vote = EvidenceRule().vote(ballots)
      return RowVote(label: vote.label, share: vote.confidence)
    }
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
