// What one generated text came to: its label, and why it has no other.

import Certificates
import Diagnostics
import FirstOrderLogic

/// The label of one sample, or of a row's vote.
public enum SampleLabel: String, CaseIterable, Sendable {
  /// The premises entail the conclusion.
  case `true` = "True"
  /// They entail its negation.
  case `false` = "False"
  /// They entail neither.
  case uncertain = "Uncertain"
  /// They contradict each other.
  case contradictory = "Contradictory"
  /// A limit was reached first.
  case unknown = "Unknown"
  /// The text gives no problem that can be decided.
  case error = "Error"
}

/// What one generated text came to.
public struct SampleResult: Sendable {
  /// Its label.
  public var label: SampleLabel
  /// For Error: the kind of fault, in a short lower-case code that reports count by.
  public var errorCode: String?
  /// Faults and warnings of the formulas.
  public var diagnostics: [Diagnostic]
  /// The certificate that the kernel accepted, where there is one.
  public var certificate: Certificate?
  /// Which of its row's samples have a logically equivalent translation: equal numbers, from 0; nil
  /// where there is no translation.
  public var group: Int?
  /// The translation, where there is one that can be decided.
  public var problem: Problem?
  /// The sentence of each statement, by the statement's name.
  public var sentences: [String: String]

  /// Makes a result.
  public init(
    label: SampleLabel, errorCode: String? = nil, diagnostics: [Diagnostic] = [],
    certificate: Certificate? = nil, group: Int? = nil, problem: Problem? = nil,
    sentences: [String: String] = [:]
  ) {
    self.label = label
    self.errorCode = errorCode
    self.diagnostics = diagnostics
    self.certificate = certificate
    self.group = group
    self.problem = problem
    self.sentences = sentences
  }

  /// Codes of the faults and warnings, each once, in the order of their places; notes left out.
  public var flags: [String] {
    var codes: [String] = []
    for fault in diagnostics where fault.severity > .note && !codes.contains(fault.code.rawValue) {
      codes.append(fault.code.rawValue)
    }
    return codes
  }
}
