// A fault met while reading one formula, before it becomes a diagnostic.
//
// Finding a line and a column costs a pass over the text, so a formula with 100 000 commas for ∧ must
// not make as many diagnostics: of one kind the first 20 are reported, the last of them with how many
// more there are.

import Diagnostics

/// A fault of one formula.
struct InfixFault {
  var code: DiagnosticCode
  var severity: Severity
  var span: Span
  var message: String
  var hint: String?
  var repair: RepairName?
  /// Whether its repair was applied.
  var isMended = false
  /// The token of the quantifier it is about, for `unusedQuantifier`.
  var quantifier: Int?

  init(_ code: DiagnosticCode, _ span: Span, _ message: String) {
    self.code = code
    self.severity = code.defaultSeverity
    self.span = span
    self.message = message
  }
}

extension [InfixFault] {
  /// Most faults of one kind that are reported of one formula.
  private static var maximumOfKind: Int { 20 }

  /// The faults to report.
  func abridged() -> [InfixFault] {
    var counts: [DiagnosticCode: Int] = [:]
    for fault in self { counts[fault.code, default: 0] += 1 }
    var seen: [DiagnosticCode: Int] = [:]
    return compactMap { fault in
      seen[fault.code, default: 0] += 1
      guard let number = seen[fault.code], number <= Self.maximumOfKind else { return nil }
      let remaining = (counts[fault.code] ?? 0) - number
      guard number == Self.maximumOfKind, remaining > 0 else { return fault }
      var last = fault
      last.message += " (and \(remaining) more like this in the formula)"
      return last
    }
  }
}
