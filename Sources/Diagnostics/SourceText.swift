// A source text: its name and bytes, and the way from a byte offset to a line and a column.
//
// Readers work on bytes (0.4 ns a byte against 16 for Character) and speak of places as byte
// offsets; lines and columns are computed only when a diagnostic is made. A line ends at LF; the CR
// of a CRLF belongs to the line it ends. A column counts Unicode scalars from 1, so that an editor's
// caret and ours agree on `∀x P(x)`.

/// A half-open range of byte offsets in one source text.
public struct Span: Hashable, Sendable {
  /// Offset of the first byte.
  public var lower: Int
  /// Offset after the last byte.
  public var upper: Int

  /// Makes the span of the bytes `lower..<upper`; an inverted pair gives an empty span at `lower`.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The smallest span that covers both.
  public func union(_ other: Span) -> Span {
    Span(min(lower, other.lower), max(upper, other.upper))
  }
}

/// A place in a source text as people write it.
public struct SourceLocation: Hashable, Sendable {
  /// Name of the file, `<stdin>`, or a field of a row.
  public var file: String
  /// Line, from 1.
  public var line: Int
  /// Column in Unicode scalars, from 1.
  public var column: Int

  /// Makes a location.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// Bytes with a name.
///
/// A text cut out of a larger one (a formula in a JSON row) keeps the larger one's place through
/// `origin`, so that a diagnostic names the line of the file and not of the excerpt.
public struct SourceText: Sendable {
  /// What the user called it: a path, `<stdin>`.
  public var name: String
  /// The text itself; not necessarily valid UTF-8.
  public var bytes: [UInt8]
  /// Number of the text's first line; greater than 1 for one line of a longer file.
  public var firstLine: Int
  /// For a text taken out of another one: its field's name and the place of each of its bytes.
  public var origin: Origin?

  /// Where the bytes of an excerpt stand in the text it was taken from.
  public struct Origin: Sendable {
    /// Field or cell, for example `premises-FOL[3]`.
    public var field: String
    /// Line of the enclosing text, from 1.
    public var line: Int
    /// Column in the enclosing line of the excerpt's first byte, from 1.
    public var column: Int
    /// Column of the enclosing line for each byte of the excerpt, and one more for its end.
    public var columns: [Int32]

    /// Makes an origin.
    public init(field: String, line: Int, column: Int, columns: [Int32]) {
      self.field = field
      self.line = line
      self.column = column
      self.columns = columns
    }
  }

  /// Makes a source text.
  public init(name: String, bytes: [UInt8], firstLine: Int = 1, origin: Origin? = nil) {
    self.name = name
    self.bytes = bytes
    self.firstLine = firstLine
    self.origin = origin
  }

  /// Makes a source text from a string.
  public init(name: String = "<text>", _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The text between two offsets; ill-formed UTF-8 is replaced by U+FFFD.
  public func string(_ span: Span) -> String {
    let range = clamped(span.lower)..<max(clamped(span.lower), clamped(span.upper))
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Line and column of a byte offset.
  ///
  /// - Complexity: O(offset); called once a diagnostic, never in a reader's loop.
  public func location(of offset: Int) -> SourceLocation {
    let end = clamped(offset)
    if let origin {
      let column = end < origin.columns.count ? Int(origin.columns[end]) : origin.column
      return SourceLocation(file: name, line: origin.line, column: column)
    }
    var line = firstLine
    var column = 1
    for byte in bytes[..<end] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return SourceLocation(file: name, line: line, column: column)
  }

  /// The line around an offset, cut to at most `width` scalars, and the caret's column in the cut.
  public func excerpt(
    around span: Span, width: Int = 100
  ) -> (line: String, caret: Int, length: Int) {
    let at = clamped(span.lower)
    var start = at
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var end = at
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    let budget = width * 2
    if at - start > budget { start = scalarStart(at - budget) }
    if end - at > budget { end = scalarStart(at + budget) }
    let before = printable(start, min(at, end))
    let after = printable(min(at, end), end)
    let marked = printable(min(at, end), min(end, max(at, clamped(span.upper))))
    let lead = String(String.UnicodeScalarView(before.unicodeScalars.suffix(width * 2 / 3)))
    let tail = String(String.UnicodeScalarView(after.unicodeScalars.prefix(width)))
    let length = min(max(1, marked.unicodeScalars.count), max(1, tail.unicodeScalars.count))
    return (lead + tail, lead.unicodeScalars.count, length)
  }

  private func printable(_ from: Int, _ to: Int) -> String {
    let text = String(decoding: bytes[from..<max(from, to)], as: UTF8.self)
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }))
  }

  private func clamped(_ offset: Int) -> Int { min(max(0, offset), bytes.count) }

  private func scalarStart(_ offset: Int) -> Int {
    var at = clamped(offset)
    while at > 0, at < bytes.count, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }
}
