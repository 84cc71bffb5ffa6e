import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import FirstOrderLogic

/// Formulas of real data sets: FOLIO's annotations, and what models wrote for LINC.
@Suite struct RecordedFormulasTests {
  private static let folio = TestData.shared("linc/folio")
  private static let generations = TestData.shared("linc/linc-generations")

  private func rows(_ file: URL) throws -> [[String: Any]] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }

  private func formulas(_ row: [String: Any]) -> [String] {
    (row["premises-FOL"] as? [String] ?? [])
      + ((row["conclusion-FOL"] as? String).map { [$0] } ?? [])
  }

  @Test(.enabled(if: folio != nil)) func validationRowsAreCleanOrRepaired() throws {
    let rows = try rows(try #require(Self.folio).appending(path: "folio-v0.0-validation.jsonl"))
    let clean = rows.filter { formulas($0).allSatisfy { InfixReading($0).formula != nil } }
    let repaired = rows.filter {
      formulas($0).allSatisfy { InfixReading($0, repairs: true).formula != nil }
    }
    #expect(rows.count == 204)
    // Four rows have a closing bracket too many, one a comma for ∧.
    #expect(clean.count == 199)
    #expect(repaired.count == 204)
  }

  @Test(.enabled(if: folio != nil)) func trainFaultsAreExplained() throws {
    let rows = try rows(try #require(Self.folio).appending(path: "folio-v0.0-train.jsonl"))
    let distinct = Set(rows.flatMap(formulas))
    var counts: [DiagnosticCode: Int] = [:]
    var unread: [String] = []
    for formula in distinct {
      let reading = InfixReading(formula, repairs: true)
      for code in Set(reading.codes) { counts[code, default: 0] += 1 }
      if reading.formula == nil { unread.append(formula) }
    }
    #expect(distinct.count == 1_649)
    #expect(unread == [""])
    #expect(counts[.extraBracket] == 6)
    #expect(counts[.missingBracket] == 1)
    #expect(counts[.missingOperator] == 1)
    #expect(counts[.blankInName] == 4)
    #expect(counts[.emptyFormula] == 1)
    #expect(counts[.finalFullStop] == 1)
    #expect(counts[.doubledQuantifier] == 2)
    #expect(counts[.foreignOperator] == 1)
  }

  @Test(.enabled(if: generations != nil)) func generatedFormulasAreReadOrDiagnosed() throws {
    let folder = try #require(Self.generations)
    var texts: [String: Int] = [:]
    for run in [
      "gpt-4_folio_neurosymbolic_8shot", "gpt-3.5_folio_neurosymbolic_8shot",
      "gpt-3.5_folio_neurosymbolic_4shot", "gpt-3.5_folio_neurosymbolic_2shot",
    ] {
      for row in try rows(folder.appending(path: "\(run).jsonl")) {
        for text in row["generations"] as? [String] ?? [] {
          for line in text.split(separator: "\n") where line.hasPrefix("FOL:") {
            texts[String(line.dropFirst(4)), default: 0] += 1
          }
        }
      }
    }
    var (read, mended, refused) = (0, 0, 0)
    for (text, count) in texts {
      let plain = InfixReading(text, .nltk)
      let reading = plain.formula == nil ? InfixReading(text, .nltk, repairs: true) : plain
      if plain.formula != nil {
        read += count
      } else if reading.formula != nil {
        mended += count
      } else {
        refused += count
        #expect(!reading.codes.isEmpty)
      }
    }
    #expect(read + mended > 99 * refused)
  }

  /// A sample's formulas as one NLTK file: whatever a model wrote is read, or told what is wrong.
  /// Of the ten samples of a problem three, for the time that a debug build takes.
  @Test(
    .enabled(if: generations != nil),
    arguments: [
      "gpt-4_folio_neurosymbolic_8shot", "gpt-3.5_folio_neurosymbolic_8shot",
      "gpt-3.5_folio_neurosymbolic_4shot", "gpt-3.5_folio_neurosymbolic_2shot",
    ])
  func samplesAreProblemsInNLTKsNotation(_ run: String) throws {
    let folder = try #require(Self.generations)
    let samples = try rows(folder.appending(path: "\(run).jsonl")).flatMap {
      ($0["generations"] as? [String] ?? []).prefix(3)
    }
    var usable = 0
    for sample in samples {
      let lines = sample.split(separator: "\n").filter { $0.hasPrefix("FOL:") }
      let source = SourceText(name: "sample", lines.map { $0.dropFirst(4) }.joined(separator: "\n"))
      let result = ProblemReader.read(
        source, format: .nltk, options: ReadingOptions(repairs: true))
      if result.isUsable, result.problem.conclusion != nil {
        usable += 1
        #expect(result.problem.statements.count == lines.count)
      } else {
        #expect(result.diagnostics.contains { $0.severity == .error })
      }
    }
    #expect(samples.count == 182 * 3)
    #expect(usable * 100 >= samples.count * 93)
  }
}
