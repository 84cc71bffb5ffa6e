// What a language model is asked and what it answered: the exchange that a run keeps.

/// One text that a model generated.
public struct Generation: Hashable, Sendable {
  /// The text, as it came.
  public var text: String
  /// Why the model stopped, in the server's word (`stop`, `length`); nil when it didn't say.
  public var finishReason: String?

  /// Whether the text ended at the greatest length.
  public var isCut: Bool { finishReason == "length" }

  /// Makes a generation.
  public init(text: String, finishReason: String? = nil) {
    self.text = text
    self.finishReason = finishReason
  }
}
