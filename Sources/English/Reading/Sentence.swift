// A sentence of a text and where it stands: what the reader of controlled English works on.

import Diagnostics

/// One sentence.
public struct Sentence: Hashable, Sendable {
  /// Its words, as written, without what surrounds them.
  public var text: String
  /// Its bytes in the source text.
  public var span: Span

  /// Makes a sentence.
  public init(text: String, span: Span) {
    self.text = text
    self.span = span
  }
}
