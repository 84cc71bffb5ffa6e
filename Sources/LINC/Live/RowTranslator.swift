// Has one row's samples made: asks, reviews, and sends faulty ones back.
//
// Refinement as in Logic-LM (Pan et al. 2023, section 3.3), with two differences: what is sent back is
// not a solver's error text but diagnostics with places and named repairs, and of all rounds the best
// by the review is kept, the earliest of equals, so that a correction can't make a sample worse.

import FirstOrderLogic
import Translation

/// A sample that was had, and what went wrong on the way.
struct LiveSample: Sendable {
  var text: String
  var failures: [GenerationRow.Failure]
}

/// Has samples made; used by one thread.
final class RowTranslator {
  private let options: LiveOptions
  private let client: ModelClient

  init(options: LiveOptions, cache: AnswerCache, state: AskingState) {
    self.options = options
    client = ModelClient(
      endpoint: options.endpoint, key: options.key, sampling: options.sampling,
      limits: options.limits, policy: options.policy, cache: cache,
      isOffline: options.isOffline, state: state)
  }

  /// The samples with these numbers, each or why there is none.
  func samples(_ numbers: Range<Int>, of row: SentenceRow) throws(CacheError)
    -> [Result<LiveSample, AskFault>]
  {
    let sentences = row.premises + [row.conclusion]
    let given = row.known.flatMap { $0.isEmpty ? nil : $0.listing(of: sentences) }
    let request = ModelRequest(
      messages: options.prompt.messages(
        premises: row.premises, conclusion: row.conclusion, shots: options.shots, given: given),
      grammar: options.sampling.grammarField == .none
        ? nil : AnswerGrammar.listing(of: sentences, known: row.known?.texts ?? []))
    var samples: [Result<LiveSample, AskFault>] = []
    for (number, result) in zip(numbers, try listings(numbers, of: request, row)) {
      switch result {
      case .failure(let fault): samples.append(.failure(fault))
      case .success(let first): samples.append(.success(try refined(first, number, request, row)))
      }
    }
    return samples
  }

  /// Generations with the formulas that are known put in.
  private func listings(
    _ numbers: Range<Int>, of request: ModelRequest, _ row: SentenceRow
  ) throws(CacheError) -> [Result<Generation, AskFault>] {
    let results = try client.samples(numbers, of: request)
    guard let known = row.known else { return results }
    return results.map { result in
      result.map { generation in
        Generation(
          text: known.completed(generation.text, sentences: row.premises + [row.conclusion]),
          finishReason: generation.finishReason)
      }
    }
  }

  private func refined(
    _ first: Generation, _ number: Int, _ request: ModelRequest, _ row: SentenceRow
  ) throws(CacheError) -> LiveSample {
    let premiseCount = row.premises.count
    var best = first
    var failures: [GenerationRow.Failure] = []
    if options.refinements > 0 {
      var request = request
      var latest = first
      var review = SampleReview(first, premiseCount: premiseCount)
      var bestReview = review
      for _ in 0..<options.refinements where !review.isClean && failures.isEmpty {
        request.messages = options.prompt.refinement(
          of: request.messages, answer: latest.text, diagnostics: review.told)
        switch try listings(number..<number + 1, of: request, row)[0] {
        case .failure(let fault): failures.append(GenerationRow.Failure(fault))
        case .success(let generation):
          latest = generation
          review = SampleReview(latest, premiseCount: premiseCount)
          if review.isBetter(than: bestReview) { (best, bestReview) = (latest, review) }
        }
      }
    }
    if best.isCut {
      failures.append(
        GenerationRow.Failure(
          code: "sample-cut", message: "the text ended at the greatest number of tokens"))
    }
    return LiveSample(text: best.text, failures: failures)
  }
}

extension GenerationRow.Failure {
  init(_ fault: AskFault) { self.init(code: fault.kind.rawValue, message: fault.message) }
}
