// Why a row has its label, in words: the translation that stands for the vote, and its proof or models.

import Certificates
import English
import FirstOrderLogic

extension RowResult {
  /// The explanation of the vote; nil where no translation stands for it.
  ///
  /// - Complexity: that of telling a proof, so it is made only when it is asked for.
  public var explanation: Explanation? {
    guard let index = vote.representative, samples.indices.contains(index),
      let problem = samples[index].problem
    else { return nil }
    let sample = samples[index]
    var wording = ProblemWording()
    wording.sentences = sample.sentences
    return Explanation(
      problem, wording: wording, diagnostics: sample.diagnostics,
      verdict: Verdict(rawValue: sample.label.rawValue), certificate: sample.certificate)
  }
}
