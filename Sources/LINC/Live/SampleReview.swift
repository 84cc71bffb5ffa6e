// What the parser and the lint say to a sample, for counting, for choosing and for telling the model.
//
// The formulas stand behind `FOL:`, the last is the conclusion (Olausson et al. 2023, section 3); the
// review reads them in NLTK's notation and mends nothing, so that a fault is told and not hidden.

import Diagnostics
import FirstOrderLogic

/// A sample's formulas and their faults.
struct SampleReview {
  /// Why the sample as a whole is of no use, or likely not.
  private(set) var fault: (code: String, message: String)?
  private var formulas: [String] = []
  private var diagnostics: [Diagnostic] = []

  /// Longest sample that is read.
  static let maximumBytes = 1 << 20
  /// Most faults that are told.
  private static let maximumTold = 12

  /// Reviews a sample.
  ///
  /// - Parameters:
  ///   - text: what the model wrote.
  ///   - isCut: whether it ended at the greatest length.
  ///   - statements: how many formulas there should be.
  init(_ text: String, isCut: Bool, statements: Int) {
    guard text.utf8.count <= Self.maximumBytes else {
      fault = ("sample-too-long", "the sample has \(text.utf8.count) bytes and is not read")
      return
    }
    formulas = Self.formulas(of: text)
    if text.allSatisfy(\.isWhitespace) {
      fault = ("empty-sample", "the sample is empty")
    } else if formulas.isEmpty {
      fault = ("no-formulas", "the sample has no line with `FOL:`")
    } else if isCut {
      fault = ("sample-cut", "the sample ended at the greatest number of tokens")
    } else if formulas.count != statements {
      fault = (
        "formula-count", "\(formulas.count) formulas stand for \(statements) sentences"
      )
    }
    guard !formulas.isEmpty else { return }
    diagnostics =
      ProblemReader.read(
        SourceText(name: "FOL", formulas.joined(separator: "\n")), format: .nltk,
        options: ReadingOptions(repairs: false)
      ).diagnostics.filter { $0.severity > .note }
  }

  /// Whether there is nothing to mend.
  var isClean: Bool { fault == nil && diagnostics.isEmpty }

  /// Fewer errors are better, then fewer warnings.
  func isBetter(than other: SampleReview) -> Bool { score < other.score }

  private var score: (Int, Int, Int) {
    let errors = diagnostics.count { $0.severity == .error }
    return (formulas.isEmpty ? 1 : 0, errors + (fault == nil ? 0 : 1), diagnostics.count - errors)
  }

  /// The faults in words, each with the formula at fault, its place marked, and the repair's name.
  var told: String {
    var lines = fault.map { ["- \($0.message)"] } ?? []
    for diagnostic in diagnostics.prefix(Self.maximumTold) {
      lines.append(
        "- FOL line \(diagnostic.location.line), column \(diagnostic.location.column): "
          + "\(diagnostic.message) [\(diagnostic.code.rawValue)]")
      lines.append("    \(diagnostic.excerpt)")
      let blanks = String(repeating: " ", count: diagnostic.caret)
      lines.append("    \(blanks)\(String(repeating: "^", count: diagnostic.caretLength))")
      if let repair = diagnostic.repair { lines.append("  repair: \(repair.name.rawValue)") }
      if let hint = diagnostic.hint { lines.append("  hint: \(hint)") }
    }
    if diagnostics.count > Self.maximumTold {
      lines.append("- and \(diagnostics.count - Self.maximumTold) more")
    }
    return lines.joined(separator: "\n")
  }

  private static func formulas(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let content = line.drop(while: \.isWhitespace)
      guard content.hasPrefix("FOL:") else { return nil }
      let formula = content.dropFirst(4).split(whereSeparator: \.isWhitespace)
      return formula.joined(separator: " ")
    }
  }
}
