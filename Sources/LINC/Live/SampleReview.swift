// What the parser and the lint say to a sample, for choosing among corrections and for telling the model.
//
// The review mends nothing, so that a fault is told and not hidden; what is left of it is mended where
// the repairs can when the sample is decided.

import Diagnostics
import FirstOrderLogic
import Translation

/// The faults of a sample's formulas.
struct SampleReview {
  private let diagnostics: [Diagnostic]
  private let isCut: Bool

  /// Most faults that are told.
  private static let maximumTold = 12

  /// Reviews a sample of a problem with so many premises.
  init(_ generation: Generation, premiseCount: Int) {
    let reading = GenerationReader.read(
      SourceText(name: "listing", generation.text), premiseCount: premiseCount,
      options: ReadingOptions(repairs: false))
    diagnostics = reading.result.diagnostics.filter { $0.severity > .note }
    isCut = generation.isCut
  }

  /// Whether there is nothing to mend.
  var isClean: Bool { diagnostics.isEmpty && !isCut }

  /// Having formulas comes first, then fewer errors are better, then fewer warnings.
  func isBetter(than other: SampleReview) -> Bool { score < other.score }

  private var score: (Int, Int, Int) {
    let errors = diagnostics.count { $0.severity == .error } + (isCut ? 1 : 0)
    let warnings = diagnostics.count { $0.severity == .warning }
    return (diagnostics.contains { $0.code == .noFormulas } ? 1 : 0, errors, warnings)
  }

  /// The faults in words, each with the line at fault, its place marked, and the repair's name.
  var told: String {
    var lines = isCut ? ["- the listing is too long and was cut off"] : []
    for diagnostic in diagnostics.prefix(Self.maximumTold) {
      let place = "line \(diagnostic.location.line), column \(diagnostic.location.column)"
      lines.append("- \(place): \(diagnostic.message) [\(diagnostic.code.rawValue)]")
      if !diagnostic.excerpt.allSatisfy({ $0 == " " }) {
        let blanks = String(repeating: " ", count: diagnostic.caret)
        let carets = String(repeating: "^", count: diagnostic.caretLength)
        lines += ["    \(diagnostic.excerpt)", "    \(blanks)\(carets)"]
      }
      if let hint = diagnostic.hint { lines.append("  hint: \(hint)") }
      if let repair = diagnostic.repair { lines.append("  repair: \(repair.name.rawValue)") }
    }
    if diagnostics.count > Self.maximumTold {
      lines.append("- and \(diagnostics.count - Self.maximumTold) more")
    }
    return lines.joined(separator: "\n")
  }
}
