// What a reader gathers while it goes over a text: faults, and every use of a symbol with its place.
//
// Formulas carry no spans, so that they can be compared; the checks that need places (arity clashes,
// near-identical names, free variables) run over the uses instead.

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
  /// How faults are treated.
  let options: ReadingOptions
  /// The texts read so far: a file and its includes, or the cells of a row.
  var sources: [SourceText] = []
  /// Faults so far.
  var diagnostics: [Diagnostic] = []
  /// Uses of symbols so far.
  var uses: [SymbolUse] = []

  init(options: ReadingOptions) { self.options = options }

  /// Reports a fault.
  mutating func report(
    _ code: DiagnosticCode, _ severity: Severity? = nil, source: Int, at span: Span,
    _ message: String, hint: String? = nil, repair: RepairName? = nil, applied: Bool = false
  ) {
    diagnostics.append(
      Diagnostic(
        code, severity, in: sources[source], at: span, message, hint: hint,
        repair: repair.map { Diagnostic.Repair($0, applied: applied) }))
  }
}
