// `logic check --fallback model`: a language model is asked for the sentences of a story that the reader
// of English is not certain of, and for no others.

import ArgumentParser
import Batch
import Diagnostics
import English
import Entailment
import FirstOrderLogic
import LINC
import Translation

/// What stands in where the reader of English is not certain.
enum Fallback: String, ExpressibleByArgument, CaseIterable {
  case model
}

/// Asks a model for sentences.
struct ModelFallback: Sendable {
  let options: LiveOptions
  let cache: AnswerCache

  /// What a model makes of the sentences of a text that were not read; nil when all were, or when the
  /// text is no story.
  func completion(of source: SourceText, _ format: InputFormat?) -> StoryCompletion? {
    guard (format ?? .detected(in: source)) == .english, source.firstInvalidByte == nil else {
      return nil
    }
    let story = Story(text: source)
    guard story.conclusion != nil, story.diagnostics.allSatisfy({ $0.severity < .error }) else {
      return nil
    }
    let readings = EnglishReader.sentences(of: story)
    let parts = story.premises + [story.conclusion!]
    let unread = readings.count { $0.formula == nil }
    guard unread > 0, readings.count == parts.count else { return nil }
    do throws(CacheError) {
      return try StoryCompletion(
        id: source.name,
        sentences: parts.map { "\($0.sentence.text)\($0.isQuestion ? "?" : ".")" },
        formulas: readings.map { $0.isSettled ? $0.formula : nil }, options: options,
        cache: cache)
    } catch {
      Console.note("logic: \(error)\n")
      return nil
    }
  }

  /// The record of a completed story.
  ///
  /// - Parameters:
  ///   - record: what the reader alone gave: the sentences it did not read are its faults, which a
  ///     model's translation mends but does not make certain.
  ///   - completion: what the model made of them.
  ///   - entailer: decides the translation that the samples voted for.
  ///   - entailment: limits for each sample.
  ///   - cancellation: the entailer's.
  /// - Returns: the record, and what the samples' choice reads as; nil when there is none.
  static func record(
    _ record: Record, _ completion: StoryCompletion, _ entailer: Entailer,
    _ entailment: EntailmentOptions, _ cancellation: Cancellation
  ) -> (record: Record, read: ReadResult)? {
    for failure in completion.row.failures {
      Console.note("\(record.id): \(failure.message) [\(failure.code)]\n")
    }
    let result = completion.decided(entailment, cancellation)
    guard let sample = result.representative, let problem = sample.problem else { return nil }
    let votes = result.samples.count { $0.label == result.vote.label }
    Console.note(
      "\(record.id): a model translated what was not read; \(votes) of \(result.samples.count) "
        + "samples say \(result.vote.label.rawValue)\n")
    var record = record
    record.answer = entailer.answer(problem)
    for index in record.diagnostics.indices where record.diagnostics[index].severity == .error {
      record.diagnostics[index].severity = .warning
    }
    var read = ReadResult(problem: problem, diagnostics: sample.diagnostics)
    read.wording = ProblemWording(sentences: sample.sentences)
    record.diagnostics += sample.diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.location.file += " (the model's listing)"
      return diagnostic
    }
    return (record, read)
  }
}
