// The answer to a causal question.

/// Yes or No.
public enum Label: String, CaseIterable, Sendable {
  /// The axiom gives it.
  case yes = "Yes"
  /// It does not.
  case no = "No"
}
