// What a reader gathers while it goes over a text: faults, and every use of a symbol with its place.
//
// Formulas carry no spans, so that they can be compared; the checks that need places (arity clashes,
// near-identical names, free variables) run over the uses instead.
//
// A place costs a pass over the text before it, so a file with a fault on every line would take time
// quadratic in its length: of one kind the first 50 faults become diagnostics, the rest are counted.
// An index of lines was the alternative; it would still make a million diagnostics nobody reads.

import Diagnostics

/// One occurrence of a name that no quantifier binds.
struct SymbolUse: Hashable, Sendable {
  /// What the name is used as.
  enum Role: Hashable, Sendable {
    /// A predicate symbol or proposition.
    case predicate
    /// A function symbol or constant.
    case function
  }

  /// The name.
  var name: String
  /// What it is used as.
  var role: Role
  /// Number of arguments.
  var arity: Int
  /// Its bytes.
  var span: Span
  /// Which source the span is in: an index into `ReadingSession.sources`.
  var source: Int
  /// Index of the statement, in the order read; the conclusion has one as well.
  var statement: Int
}

/// The state of one reading.
struct ReadingSession: Sendable {
  /// Most diagnostics of one kind.
  static let maximumOfKind = 50
  /// Errors after which a reader may stop: the problem can't be used anyway.
  static let maximumErrors = 1_000

  /// Faults that are alike. Whether the problem is usable must not depend on what is left out, hence
  /// the severity and the repair.
  private struct Kind: Hashable {
    var code: DiagnosticCode
    var severity: Severity
    var isMended: Bool
  }

  /// How faults are treated.
  let options: ReadingOptions
  /// The texts read so far: a file and its includes, or the cells of a row.
  var sources: [SourceText] = []
  /// Uses of symbols so far.
  var uses: [SymbolUse] = []
  /// Errors so far that no repair mended, those left out of `diagnostics` counted.
  private(set) var errors = 0
  private var reported: [Diagnostic] = []
  private var counts: [Kind: Int] = [:]
  /// Where in `reported` the last diagnostic stands of a kind that has more.
  private var last: [Kind: Int] = [:]

  init(options: ReadingOptions) { self.options = options }

  /// Faults so far; of a kind with too many the last says how many more there are.
  var diagnostics: [Diagnostic] {
    var diagnostics = reported
    for (kind, index) in last {
      let remaining = (counts[kind] ?? 0) - Self.maximumOfKind
      if remaining > 0 { diagnostics[index].message += " (and \(remaining) more like this)" }
    }
    return diagnostics
  }

  /// Reports a fault.
  mutating func report(
    _ code: DiagnosticCode, _ severity: Severity? = nil, source: Int, at span: Span,
    _ message: String, hint: String? = nil, repair: RepairName? = nil,
    applied: Bool = false
  ) {
    let kind = Kind(
      code: code, severity: severity ?? code.defaultSeverity, isMended: repair != nil && applied)
    if kind.severity == .error, !kind.isMended { errors += 1 }
    let count = counts[kind, default: 0] + 1
    counts[kind] = count
    guard count <= Self.maximumOfKind else { return }
    if count == Self.maximumOfKind { last[kind] = reported.count }
    reported.append(
      Diagnostic(
        code, severity, in: sources[source], at: span, message, hint: hint,
        repair: repair.map { Diagnostic.Repair($0, applied: applied) }))
  }
}
