// Lines of the native `.fol` file and of lists of formulas: what is a comment, a label, the conclusion.
//
//   line   ::= [ marker ] [ label ":" ] formula [ comment ]
//   marker ::= "⊢" | "|-" | "∴" | "therefore" | "conclusion:"
//
// A marker alone on its line marks the next one. A label gives the statement its name. Nothing here
// depends on the formula's notation, so the readers of NLTK's and FOLIO's lists take markers as well.

import Diagnostics

/// A line that has a formula.
struct FormulaLine: Hashable, Sendable {
  /// The formula's bytes; empty when a marker or a label has none.
  var span: Span
  /// The label's bytes.
  var label: Span?
  /// The bytes of the marker that makes it the conclusion.
  var marker: Span?

  /// The lines of a text that aren't blank or comments.
  ///
  /// - Complexity: O(bytes).
  static func all(of source: SourceText) -> [FormulaLine] {
    var result: [FormulaLine] = []
    var pending: Span?
    for line in LogicLMReader.lines(of: source) {
      let content = trimmed(withoutComment(line, source.bytes), source.bytes)
      guard content.lower < content.upper else { continue }
      var formula = FormulaLine(span: content, label: nil, marker: pending)
      if let end = markerEnd(content, source) {
        formula.marker = Span(content.lower, end)
        formula.span = trimmed(Span(end, content.upper), source.bytes)
        pending = formula.marker
        if formula.span.lower == formula.span.upper { continue }
      }
      formula.takeLabel(source.bytes)
      result.append(formula)
      pending = nil
    }
    if let pending {
      result.append(FormulaLine(span: Span(pending.upper, pending.upper), marker: pending))
    }
    return result
  }

  private mutating func takeLabel(_ bytes: [UInt8]) {
    var lexer = InfixLexer(
      bytes, Span(span.lower, min(span.upper, span.lower + 256)))
    let tokens = lexer.tokens()
    guard tokens.count > 2, tokens[0].kind == .name, tokens[1].kind == .colon else { return }
    label = tokens[0].span
    span = Self.trimmed(Span(tokens[1].upper, span.upper), bytes)
  }

  /// The end of a conclusion's marker that the line starts with.
  private static func markerEnd(_ line: Span, _ source: SourceText) -> Int? {
    let start = source.string(Span(line.lower, min(line.upper, line.lower + 16))).lowercased()
    for sign in ["⊢", "|-", "∴"] where start.hasPrefix(sign) {
      return line.lower + sign.utf8.count
    }
    for word in ["conclusion:", "therefore:", "therefore,"] where start.hasPrefix(word) {
      return line.lower + word.utf8.count
    }
    let word = "therefore"
    guard start.hasPrefix(word) else { return nil }
    let end = line.lower + word.utf8.count
    return end == line.upper || isBlank(source.bytes[end]) ? end : nil
  }

  /// The line up to a `#` outside quotation marks.
  private static func withoutComment(_ line: Span, _ bytes: [UInt8]) -> Span {
    var inQuotes = false
    for at in line.lower..<line.upper {
      if bytes[at] == 0x22 { inQuotes.toggle() }
      if bytes[at] == 0x23, !inQuotes { return Span(line.lower, at) }
    }
    guard inQuotes else { return line }
    let comment = bytes[line.lower..<line.upper].firstIndex(of: 0x23)
    return Span(line.lower, comment ?? line.upper)
  }

  private static func trimmed(_ span: Span, _ bytes: [UInt8]) -> Span {
    var span = span
    while span.lower < span.upper, isBlank(bytes[span.lower]) { span.lower += 1 }
    while span.upper > span.lower, isBlank(bytes[span.upper - 1]) { span.upper -= 1 }
    return span
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }
}
