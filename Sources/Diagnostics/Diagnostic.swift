// A diagnostic: one fault of an input, with its code, place, message, hint and, where one exists,
// the named repair that mends it.
//
// Faults are values. A reader collects several and recovers at the statement's end; nothing here is
// thrown. Tests compare codes and spans, never strings.

/// How much a fault matters.
public enum Severity: String, Sendable, Comparable {
  /// Reported, and the text was read as its author certainly meant it.
  case note
  /// The text was read, in a way its author may not have meant.
  case warning
  /// The statement can't be used as it stands.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// Notes come before warnings, warnings before errors.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// One fault of an input.
public struct Diagnostic: Hashable, Sendable {
  /// What kind of fault.
  public var code: DiagnosticCode
  /// How much it matters.
  public var severity: Severity
  /// Bytes of the source text it is about.
  public var span: Span
  /// File, line and column of the span's first byte.
  public var location: SourceLocation
  /// Field of the row the text was taken from, for example `premises-FOL[3]`.
  public var field: String?
  /// What is wrong, in one sentence without a final full stop.
  public var message: String
  /// What to do about it.
  public var hint: String?
  /// The repair that mends it; `applied` says whether it was.
  public var repair: Repair?
  /// The line at fault, cut to a readable length.
  public var excerpt: String
  /// Scalars before the caret in `excerpt`.
  public var caret: Int
  /// Scalars under the caret line.
  public var caretLength: Int

  /// A named way of mending a fault.
  public struct Repair: Hashable, Sendable {
    /// The repair's name, as reported.
    public var name: RepairName
    /// Whether it was applied to what the reader returned.
    public var applied: Bool

    /// Makes a repair.
    public init(_ name: RepairName, applied: Bool) {
      self.name = name
      self.applied = applied
    }
  }

  /// Makes a diagnostic about a span of a source text.
  public init(
    _ code: DiagnosticCode, _ severity: Severity? = nil, in source: SourceText, at span: Span,
    _ message: String, hint: String? = nil, repair: Repair? = nil
  ) {
    self.code = code
    self.severity = severity ?? code.defaultSeverity
    self.span = span
    self.location = source.location(of: span.lower)
    self.field = source.origin?.field
    self.message = message
    self.hint = hint
    self.repair = repair
    (excerpt, caret, caretLength) = source.excerpt(around: span)
  }
}
