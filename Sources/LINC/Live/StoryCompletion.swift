// A story of which not every sentence could be read: a model translates the others, several times, and
// the samples vote as those of a run do.

import Entailment
import FirstOrderLogic
import Translation

/// What a model made of the sentences of a story that were not read.
public struct StoryCompletion: Sendable {
  /// The story with the listings that came of the model's texts.
  public let row: GenerationRow
  /// What was asked.
  public let summary: LiveSummary

  /// Asks a model.
  ///
  /// - Parameters:
  ///   - id: the story's name.
  ///   - sentences: the premises and last the conclusion.
  ///   - formulas: what each says; nil where a model is asked.
  ///   - options: whom to ask, and how.
  ///   - cache: what was answered before.
  /// - Throws: when the cache can't be read or written.
  public init(
    id: String, sentences: [String], formulas: [Formula?], options: LiveOptions,
    cache: AnswerCache
  ) throws(CacheError) {
    let lines = sentences.map(SentenceRowReader.oneLine)
    var next: SentenceRow? = SentenceRow(
      id: id, premises: Array(lines.dropLast()), conclusion: lines.last ?? "", gold: nil,
      diagnostics: [], known: KnownFormulas(formulas))
    var asked = GenerationRow(id: id, premises: [], conclusion: "", generations: [])
    summary = try LiveRun(options: options, cache: cache).run(
      nextRow: { next.take() }, emit: { asked = $0 })
    row = asked
  }

  /// Decides each listing and lets them vote.
  ///
  /// - Parameters:
  ///   - entailment: limits for each listing.
  ///   - cancellation: for whoever watches over memory and time.
  public func decided(
    _ entailment: EntailmentOptions, _ cancellation: Cancellation
  ) -> RowResult {
    let voter = RowVoter(rule: .default, entailment: entailment, cancellation: cancellation)
    let samples = voter.samples(of: row)
    return RowResult(
      row: row, id: row.id, diagnostics: [], samples: samples,
      vote: voter.vote(samples.map(Ballot.init)),
      draws: [])
  }
}

extension RowResult {
  /// A sample that came to the label voted for: the one with the fewest flags, of equals the first.
  public var representative: SampleResult? {
    samples.filter { $0.label == vote.label && $0.problem != nil }
      .min { $0.flags.count < $1.flags.count }
  }
}
