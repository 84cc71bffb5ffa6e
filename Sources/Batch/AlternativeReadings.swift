// The answer to a problem whose sentences may be meant in more than one way.
//
//   the answer stands only if every alternative has the same verdict
//
// The alternatives are the extremes of what may be meant, the weakest and the strongest, so that by
// monotonicity their agreement is that of all between them.

import Diagnostics
import Entailment
import FirstOrderLogic

extension Entailer {
  /// The answer to a problem and its alternatives.
  ///
  /// - Parameters:
  ///   - problem: the problem as shown.
  ///   - alternatives: what may be meant too.
  ///   - source: the text, for the diagnostic's place.
  /// - Returns: the answer to `problem`, or the first that ended at a limit; no answer and a
  ///   diagnostic where two verdicts differ.
  public func answer(
    _ problem: Problem, alternatives: [Problem], in source: SourceText
  ) -> (answer: Answer?, diagnostic: Diagnostic?) {
    let main = answer(problem)
    for other in alternatives {
      let answer = answer(other)
      if answer.verdict == main.verdict { continue }
      if main.verdict == .unknown { return (main, nil) }
      if answer.verdict == .unknown { return (answer, nil) }
      let diagnostic = Diagnostic(
        .ambiguousSentence, in: source, at: Span(0, 0),
        "the answer is \(main.verdict.rawValue) or \(answer.verdict.rawValue), as the sentences are meant",
        hint: "say `but not both` behind `or`, and the same thing in the same words")
      return (nil, diagnostic)
    }
    return (main, nil)
  }
}
