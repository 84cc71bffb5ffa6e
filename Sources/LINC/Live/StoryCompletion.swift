// A story of which not every sentence could be read: a model translates the others, several times, and
// the samples vote as those of a run do.

import Entailment
import FirstOrderLogic
import Translation

/// What came of a story that a model completed.
public struct StoryCompletion: Sendable {
  /// The samples with their labels, and the vote.
  public var result: RowResult
  /// What was asked.
  public var summary: LiveSummary

  /// A sample that came to the label voted for: the one with the fewest flags, of equals the first.
  public var representative: SampleResult? {
    result.samples.filter { $0.label == result.vote.label && $0.problem != nil }
      .min { $0.flags.count < $1.flags.count }
  }

  /// Completes a story.
  ///
  /// - Parameters:
  ///   - id: the story's name.
  ///   - sentences: the premises and last the conclusion.
  ///   - formulas: what each says; nil where a model is asked.
  ///   - options: whom to ask, and how.
  ///   - cache: what was answered before.
  ///   - entailment: limits for each sample.
  ///   - cancellation: for whoever watches over memory and time.
  /// - Throws: when the cache can't be read or written.
  public init(
    id: String, sentences: [String], formulas: [Formula?], options: LiveOptions,
    cache: AnswerCache, entailment: EntailmentOptions, cancellation: Cancellation
  ) throws(CacheError) {
    let lines = sentences.map(SentenceRowReader.oneLine)
    var row: SentenceRow? = SentenceRow(
      id: id, premises: Array(lines.dropLast()), conclusion: lines.last ?? "", gold: nil,
      diagnostics: [], known: KnownFormulas(formulas))
    var asked = GenerationRow(id: id, premises: [], conclusion: "", generations: [])
    summary = try LiveRun(options: options, cache: cache).run(
      nextRow: { row.take() }, emit: { asked = $0 })
    let voter = RowVoter(rule: .default, entailment: entailment, cancellation: cancellation)
    let samples = voter.samples(of: asked)
    result = RowResult(
      row: asked, id: id, diagnostics: [], samples: samples, vote: voter.vote(samples), draws: [])
  }
}
