// From a generated text to its label: read, lint, decide, certify.
//
// What can be read in one way only is read, with a named repair where one is needed, and flagged: a
// tolerant reader that doesn't flag adds answers that are mostly wrong. That goes for what only
// warnings are about as well: nobody means a name that only looks like a variable to be a constant.
// Equal texts of a row are decided once.

import Certificates
import Diagnostics
import English
import Entailment
import FirstOrderLogic

/// Decides samples one after the other; belongs to one thread.
public final class SampleDecider {
  private let entailer: Entailer

  /// Makes a decider.
  public init(options: EntailmentOptions, cancellation: Cancellation = Cancellation()) {
    entailer = Entailer(options: options, cancellation: cancellation)
  }

  /// The results of a row's texts, in their order.
  public func results(for row: GenerationRow) -> [SampleResult] {
    var known: [String: SampleResult] = [:]
    return row.generations.map { text in
      if let result = known[text] { return result }
      let result = decide(text, of: row)
      known[text] = result
      return result
    }
  }

  private func decide(_ text: String, of row: GenerationRow) -> SampleResult {
    let reading = Self.read(text, of: row)
    let result = reading.result
    guard result.isUsable, result.problem.conclusion != nil else {
      return SampleResult(
        label: .error, errorCode: Self.fault(of: result.diagnostics),
        diagnostics: result.diagnostics, sentences: reading.sentences)
    }
    let theory = row.offersUnknown ? result.problem.asForwardRules : nil
    let answer = entailer.answer(theory ?? result.problem)
    return SampleResult(
      label: SampleLabel(rawValue: answer.verdict.rawValue)!, diagnostics: result.diagnostics,
      certificate: answer.certificate, problem: result.problem, sentences: reading.sentences)
  }

  /// The formulas of a text, with the repairs that make it usable.
  public static func read(_ text: String, of row: GenerationRow) -> GenerationReading {
    let source = SourceText(name: row.id, text)
    let options = ReadingOptions(repairs: true)
    var reading: GenerationReading
    switch row.form {
    case .pairs:
      let count = row.premises.isEmpty ? nil : row.premises.count
      reading = GenerationReader.read(source, premiseCount: count, options: options)
    case .program:
      let result = LogicLMReader.read(source, options: options)
      reading = GenerationReading(result: result, sentences: result.wording.sentences)
    }
    QuestionCheck.mend(&reading.result, of: source, sentence: row.conclusion)
    return reading
  }

  /// The first error that no repair mended.
  private static func fault(of diagnostics: [Diagnostic]) -> String {
    let fault = diagnostics.first { $0.severity == .error && $0.repair?.applied != true }
    return (fault?.code ?? .noConclusion).rawValue
  }
}
