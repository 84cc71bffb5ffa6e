// Has one row's samples made: asks, reviews, and sends faulty ones back.
//
// Refinement as in Logic-LM (Pan et al. 2023, section 3.3), with two differences: what is sent back is
// not a solver's error text but diagnostics with places and named repairs, and of all rounds the best
// by the review is kept, the earliest of equals, so that a correction can't make a sample worse.

import FirstOrderLogic
import Translation

/// A sample that was had.
struct LiveSample: Sendable {
  var text: String
  var faults: [LiveFault]
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
    let statements = row.premises + [row.conclusion]
    let request = ModelRequest(
      messages: options.prompt.messages(
        premises: row.premises, conclusion: row.conclusion, shots: options.shots),
      grammar: options.sampling.grammarField == .none
        ? nil : AnswerGrammar.listing(of: statements))
    var samples: [Result<LiveSample, AskFault>] = []
    for (number, result) in zip(numbers, try client.samples(numbers, of: request)) {
      switch result {
      case .failure(let fault): samples.append(.failure(fault))
      case .success(let generation):
        samples.append(
          .success(try refined(generation, number, request, statements: statements.count)))
      }
    }
    return samples
  }

  private func refined(
    _ first: Generation, _ number: Int, _ request: ModelRequest, statements: Int
  ) throws(CacheError) -> LiveSample {
    var request = request
    var latest = first
    var review = SampleReview(first, statements: statements)
    var best = (text: first.text, review: review)
    var faults: [LiveFault] = []
    for _ in 0..<options.refinements where !review.isClean {
      request.messages = options.prompt.refinement(
        of: request.messages, answer: latest.text, diagnostics: review.told)
      switch try client.samples(number..<number + 1, of: request)[0] {
      case .success(let generation): latest = generation
      case .failure(let fault):
        faults.append(
          LiveFault(sample: number, code: fault.kind.rawValue, message: fault.message))
        return sample(best.text, best.review, faults, number)
      }
      review = SampleReview(latest, statements: statements)
      if review.isBetter(than: best.review) { best = (latest.text, review) }
    }
    return sample(best.text, best.review, faults, number)
  }

  private func sample(
    _ text: String, _ review: SampleReview, _ faults: [LiveFault], _ number: Int
  ) -> LiveSample {
    let own = review.fault.map {
      [LiveFault(sample: number, code: $0.code, message: $0.message)]
    }
    return LiveSample(text: text, faults: (own ?? []) + faults)
  }
}

extension SampleReview {
  init(_ generation: Generation, statements: Int) {
    self.init(
      generation.text, isCut: generation.finishReason == "length", statements: statements)
  }
}
