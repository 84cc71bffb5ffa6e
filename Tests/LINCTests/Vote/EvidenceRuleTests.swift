import Diagnostics
import LINC
import TestSupport
import Testing

/// Ballots from letters: T, F, U (Uncertain), C (Contradictory), E (Error), L (a limit); small letters
/// are suspect. Each is a group of its own unless a digit follows.
private func ballots(_ text: String) -> [Ballot] {
  let labels: [Character: SampleLabel] = [
    "T": .true, "F": .false, "U": .uncertain, "C": .contradictory, "E": .error, "L": .unknown,
  ]
  var ballots: [Ballot] = []
  for character in text {
    if let group = character.wholeNumberValue {
      ballots[ballots.count - 1].group = group
    } else {
      let label = labels[Character(character.uppercased())]!
      ballots.append(Ballot(label: label, isSuspect: character.isLowercase))
    }
  }
  return ballots
}

private struct BallotGenerator {
  var random: SeededGenerator

  mutating func ballot() -> Ballot {
    Ballot(
      label: SampleLabel.allCases.randomElement(using: &random)!,
      isSuspect: Int.random(in: 0..<3, using: &random) == 0,
      group: Bool.random(using: &random) ? Int.random(in: 0..<4, using: &random) : nil)
  }

  mutating func ballots() -> [Ballot] {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in ballot() }
  }
}

@Suite struct EvidenceRuleTests {
  static let examples: [(String, SampleLabel)] = [
    ("", .uncertain), ("EEL", .uncertain), ("T", .true), ("F", .false), ("U", .uncertain),
    ("C", .contradictory),
    // A proof outweighs nine searches that ended, and not eleven.
    ("TUUUUUUUUU", .true), ("FUUUUUUUUU", .false), ("TUUUUUUUUUUU", .uncertain),
    ("TTF", .true), ("FFT", .false),
    // Evidence that cancels out; then the larger group of equivalent translations.
    ("TF", .uncertain), ("TTFF", .uncertain), ("T1T1F2F3", .true), ("T1T2F3F3", .false),
    // The suspect vote only among themselves.
    ("tttttU", .uncertain), ("tttttF", .false), ("ttf", .true), ("tE", .true), ("tL", .true),
    // Contradictory needs more than half of those that vote.
    ("CCT", .contradictory), ("CT", .true), ("CU", .uncertain), ("CCUU", .uncertain),
    ("CCCUU", .contradictory), ("cccT", .true), ("CCEEEE", .contradictory),
  ]

  @Test(arguments: examples)
  func examplesOfVotes(_ text: String, _ label: SampleLabel) {
    #expect(EvidenceRule().vote(ballots(text)).label == label)
  }

  @Test func sharesAreSmoothedAndAddUpToOne() {
    let nobody = EvidenceRule().vote(ballots("EE"))
    #expect(abs(nobody.confidence - 1.0 / 3) < 1e-12)
    #expect(nobody.voters.isEmpty && nobody.representative == nil && !nobody.isSuspect)
    // (10 + 10/3) / (19 + 10)
    let split = EvidenceRule().vote(ballots("TUUUUUUUUU"))
    #expect(abs(split.confidence - (10 + 10.0 / 3) / 29) < 1e-12)
    let all = EvidenceRule().vote(ballots("TTTTTTTTTT"))
    #expect(all.confidence > 0.9 && all.confidence < 1)
    var generator = BallotGenerator(random: SeededGenerator(seed: 4))
    for _ in 0..<500 {
      let vote = EvidenceRule().vote(generator.ballots())
      #expect(abs(vote.shares.values.reduce(0, +) - 1) < 1e-9)
      let greatest = vote.shares.values.max()!
      #expect(vote.confidence == greatest || vote.label == .uncertain)
    }
  }

  @Test func theOrderChangesNeitherLabelNorShares() {
    var generator = BallotGenerator(random: SeededGenerator(seed: 1))
    for _ in 0..<1_000 {
      let ballots = generator.ballots()
      let vote = EvidenceRule().vote(ballots)
      let other = EvidenceRule().vote(ballots.shuffled(using: &generator.random))
      #expect(vote.label == other.label && vote.shares == other.shares)
      #expect(vote.isSuspect == other.isSuspect && vote.voters.count == other.voters.count)
    }
  }

  @Test func samplesWithoutAVerdictChangeNothing() {
    var generator = BallotGenerator(random: SeededGenerator(seed: 2))
    for _ in 0..<1_000 {
      let ballots = generator.ballots()
      let vote = EvidenceRule().vote(ballots)
      let label: SampleLabel = Bool.random(using: &generator.random) ? .error : .unknown
      let more = EvidenceRule().vote(ballots + [Ballot(label: label, isSuspect: true)])
      #expect(more == vote)
    }
  }

  @Test func suspectSamplesChangeNothingOnceACleanOneVotes() {
    var generator = BallotGenerator(random: SeededGenerator(seed: 3))
    for _ in 0..<1_000 {
      let clean = Ballot(
        label: [.true, .false, .uncertain].randomElement(using: &generator.random)!)
      let ballots = [clean] + generator.ballots()
      var suspect = generator.ballot()
      suspect.isSuspect = true
      #expect(EvidenceRule().vote(ballots + [suspect]) == EvidenceRule().vote(ballots))
    }
  }

  @Test func oneMoreCleanVoteForTheWinnerKeepsIt() {
    var generator = BallotGenerator(random: SeededGenerator(seed: 5))
    var wins: [SampleLabel: Int] = [:]
    for _ in 0..<2_000 {
      let ballots = generator.ballots()
      let label = EvidenceRule().vote(ballots).label
      wins[label, default: 0] += 1
      let more =
        ballots + [Ballot(label: label, group: Int.random(in: 0..<4, using: &generator.random))]
      #expect(EvidenceRule().vote(more).label == label)
    }
    #expect(wins.count == 4, "every outcome was tried")
  }

  @Test func trueAndFalseAreTreatedAlike() {
    var generator = BallotGenerator(random: SeededGenerator(seed: 6))
    let mirror: [SampleLabel: SampleLabel] = [.true: .false, .false: .true]
    for _ in 0..<1_000 {
      let ballots = generator.ballots()
      let mirrored = ballots.map { ballot in
        var ballot = ballot
        ballot.label = mirror[ballot.label] ?? ballot.label
        return ballot
      }
      let label = EvidenceRule().vote(ballots).label
      #expect(EvidenceRule().vote(mirrored).label == mirror[label] ?? label)
    }
  }

  @Test func theRepresentativeIsOfTheLargestGroupForTheLabel() {
    #expect(EvidenceRule().vote(ballots("U1T2T3T3")).representative == 2)
    #expect(EvidenceRule().vote(ballots("T1T2")).representative == 0)
    var generator = BallotGenerator(random: SeededGenerator(seed: 7))
    for _ in 0..<1_000 {
      let ballots = generator.ballots()
      let vote = EvidenceRule().vote(ballots)
      guard let shown = vote.representative else {
        #expect(vote.voters.allSatisfy { ballots[$0].label != vote.label })
        continue
      }
      #expect(ballots[shown].label == vote.label && vote.voters.contains(shown))
    }
  }
}
