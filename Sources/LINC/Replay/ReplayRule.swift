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
  private let published: PublishedRule

  init(rule: ReplayRule, entailment: EntailmentOptions, cancellation: Cancellation) {
    self.rule = rule
    decider = SampleDecider(options: entailment, cancellation: cancellation)
    groups = EquivalenceGroups(cancellation: cancellation)
    published = PublishedRule(cpuSeconds: entailment.cpuSeconds, cancellation: cancellation)
  }

  /// What each text of a row came to. The paper's code has no reader of programs, so that those are
  /// read in our way under either rule.
  func samples(of row: GenerationRow) -> [SampleResult] {
    if rule == .linc, row.form == .pairs { return publishedSamples(of: row) }
    var samples = decider.results(for: row)
    let groups = groups.groups(of: samples.map(\.problem))
    for (index, group) in groups.enumerated() { samples[index].group = group }
    return samples
  }

  private func publishedSamples(of row: GenerationRow) -> [SampleResult] {
    var known: [String: SampleResult] = [:]
    return row.generations.map { text in
      if let result = known[text] { return result }
      let result = published.result(of: text, isScratchpad: row.isScratchpad)
      known[text] = result
      return result
    }
  }

  /// The label that samples of one row vote for.
  func vote(_ ballots: [Ballot]) -> RowVote {
    // Where nothing was generated nothing was asked, which is no evidence of any kind.
    if ballots.isEmpty { return RowVote(label: .error) }
    switch rule {
    case .linc: return RowVote(label: PublishedRule.vote(ballots.map(\.label)))
    case .default:
      let vote = EvidenceRule().vote(ballots)
      return RowVote(
        label: vote.label, share: vote.confidence, representative: vote.representative)
    }
  }
}

/// A row's label.
public struct RowVote: Sendable {
  /// The label.
  public var label: SampleLabel
  /// The share of the weight that voted for it, 0 to 1; nil where the rule has no weights.
  public var share: Double?
  /// The number of the sample that stands for the vote: its translation, its certificate; nil where
  /// none voted for the label, or the rule has none.
  public var representative: Int?
}
