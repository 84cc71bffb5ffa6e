// Why a JSON value is no certificate.

/// A fault of a certificate's form.
public struct CertificateFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Number of the step at fault; nil when it is elsewhere.
  public var step: Int?
  /// What is wrong, in one sentence without a final full stop.
  public var reason: String

  /// Makes a fault.
  public init(step: Int?, reason: String) {
    self.step = step
    self.reason = reason
  }

  /// The reason with its step.
  public var description: String { step.map { "step \($0): \(reason)" } ?? reason }
}
