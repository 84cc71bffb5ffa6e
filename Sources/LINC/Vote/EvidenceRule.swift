// The default rule: samples of a row vote, weighted by the evidence for their labels.
//
//   weight(l) = Σ w(s)                          over the samples s that vote with label l
//   label     = the l of greatest weight        ties: see `winner`
//   share(l)  = (weight(l) + d/3) / (Σ weight + d)      l one of True, False, Uncertain
//
// Who votes: every sample with a verdict. If any of them is free of suspicion, the suspect ones don't.
// A proof speaks for the sentences only as far as the translation does, and a translation whose
// symbols clash says what no sentence said; yet where all are so, they are all there is to go by.
//
// A majority that counts every label alike (Olausson et al. 2023) treats "no proof found" as if it
// were found evidence. But a translation that lost one fact ends in Uncertain, and only one that has
// them all proves anything: a proof is rare by accident, a missing one isn't. The weights and how
// they were chosen are in Documentation/voting.md; shares are weights with additive smoothing
// (Lidstone 1920), so that one vote is not taken for certainty.

/// What each kind of evidence weighs. Chosen by cross-validation over stories (see the documentation).
public struct EvidenceWeights: Sendable, Equatable {
  /// A certified True or False. The unit that the others are measured by.
  public var proof: Int
  /// An Uncertain: finite models of both sides, or a search that ended. It shows that this translation
  /// lacks something, which is what faulty translations have in common. At a tenth of a proof one
  /// proof among ten samples wins; recorded runs are decided as well by any smaller weight, and worse
  /// the greater it is.
  public var endedSearch: Int
  /// A Contradictory, where more than half of those that vote say so; else nothing. Contradictory
  /// premises prove everything, so such a sample is evidence for neither side. One of them is a
  /// translator's slip, a majority of them is what the sentences say.
  public var contradiction: Int
  /// What is shared out among True, False and Uncertain before anybody votes. It changes no label,
  /// only the shares: at a proof's weight they come nearest to how often the labels are right.
  public var doubt: Int

  /// Makes weights; by default those that cross-validation chose.
  public init(proof: Int = 10, endedSearch: Int = 1, contradiction: Int = 10, doubt: Int = 10) {
    self.proof = proof
    self.endedSearch = endedSearch
    self.contradiction = contradiction
    self.doubt = doubt
  }
}

/// What a row's samples voted for.
public struct Vote: Sendable, Equatable {
  /// The label. Uncertain when nobody votes: nothing was shown.
  public var label: SampleLabel
  /// The smoothed share of each label's weight; they add up to 1.
  public var shares: [SampleLabel: Double]
  /// Numbers of the samples that voted, in their order.
  public var voters: [Int]
  /// Whether those that voted are suspect, because no other has a verdict.
  public var isSuspect: Bool
  /// The sample to show for the row: the first of the winning label's largest group of equivalent
  /// translations; nil when nobody voted for the label.
  public var representative: Int?

  /// The label's share: how sure the vote is, 0 to 1.
  public var confidence: Double { shares[label] ?? 0 }
}

/// Lets samples vote.
public struct EvidenceRule: Sendable {
  /// What each kind of evidence weighs.
  public var weights: EvidenceWeights

  /// Makes a rule.
  public init(weights: EvidenceWeights = EvidenceWeights()) { self.weights = weights }

  /// The vote of a row's samples.
  ///
  /// Their order changes neither the label nor the shares; samples without a verdict (Error, Unknown)
  /// change nothing.
  /// - Complexity: O(samples), and O(certificate) for each.
  public func vote(_ samples: [SampleResult]) -> Vote { vote(samples.map(Ballot.init)) }

  /// The vote of ballots, for callers that let the same samples vote often.
  ///
  /// - Complexity: O(ballots).
  public func vote(_ ballots: [Ballot]) -> Vote {
    let valid = ballots.indices.filter { ballots[$0].hasVerdict }
    let clean = valid.filter { !ballots[$0].isSuspect }
    let voters = clean.isEmpty ? valid : clean
    let weight = weight(of: voters.map { ballots[$0] })
    let blocs = Blocs(of: voters, ballots)
    let label = Self.winner(weight, blocs)
    return Vote(
      label: label, shares: shares(weight), voters: voters,
      isSuspect: clean.isEmpty && !valid.isEmpty, representative: blocs.first[label])
  }

  private func weight(of voters: [Ballot]) -> [SampleLabel: Int] {
    var counts: [SampleLabel: Int] = [:]
    for ballot in voters { counts[ballot.label, default: 0] += 1 }
    let contradictory = counts[.contradictory] ?? 0
    return [
      .true: (counts[.true] ?? 0) * weights.proof,
      .false: (counts[.false] ?? 0) * weights.proof,
      .uncertain: (counts[.uncertain] ?? 0) * weights.endedSearch,
      .contradictory: 2 * contradictory > voters.count ? contradictory * weights.contradiction : 0,
    ]
  }

  /// The label of greatest weight; of several the one with the largest group of equivalent
  /// translations, for samples that agree on more than the verdict have the better claim; if that
  /// doesn't tell them apart, Uncertain, for evidence that cancels out shows nothing.
  private static func winner(_ weight: [SampleLabel: Int], _ blocs: Blocs) -> SampleLabel {
    let greatest = weight.values.max() ?? 0
    guard greatest > 0 else { return .uncertain }
    let leading = weight.keys.filter { weight[$0] == greatest }
    let largest = leading.map { blocs.size[$0] ?? 0 }.max()
    let ahead = leading.filter { (blocs.size[$0] ?? 0) == largest }
    return ahead.count == 1 ? ahead[0] : .uncertain
  }

  private func shares(_ weight: [SampleLabel: Int]) -> [SampleLabel: Double] {
    let total = Double(weight.values.reduce(weights.doubt, +))
    let third = Double(weights.doubt) / 3
    return Dictionary(
      uniqueKeysWithValues: weight.map { label, weight in
        (label, (Double(weight) + (label == .contradictory ? 0 : third)) / total)
      })
  }
}

/// For each label its largest group of equivalent translations among those that vote.
private struct Blocs {
  /// How many are in it.
  var size: [SampleLabel: Int] = [:]
  /// The first of them.
  var first: [SampleLabel: Int] = [:]

  init(of voters: [Int], _ ballots: [Ballot]) {
    struct Bloc: Hashable {
      var label: SampleLabel
      var group: Int
    }
    var members: [Bloc: (count: Int, first: Int)] = [:]
    for voter in voters {
      // A sample without a group is a group of its own.
      let bloc = Bloc(label: ballots[voter].label, group: ballots[voter].group ?? -1 - voter)
      members[bloc, default: (0, voter)].count += 1
    }
    for (bloc, found) in members {
      let best = (size[bloc.label] ?? 0, -(first[bloc.label] ?? 0))
      if (found.count, -found.first) > best {
        size[bloc.label] = found.count
        first[bloc.label] = found.first
      }
    }
  }
}
