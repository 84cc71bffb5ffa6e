// FOLIO's validation rows (v0.0): the labels that a right prover can give, by each decider alone, and a
// certificate for each. Nine gold labels disagree with their own formulas; so 195 of 204 is the most.

import Batch
import Entailment
import FirstOrderLogic
import Foundation
import JSON
import Kernel
import TestSupport
import Testing

@Suite(.enabled(if: TestData.shared("linc/folio") != nil, "shared/data/linc/folio is not here"))
struct FolioTests {
  /// Rows whose label doesn't follow from their formulas.
  static let wrongGold = [5, 27, 29, 47, 87, 112, 114, 138, 139]

  private func records(_ prover: ProverChoice) throws -> [Record] {
    let folder = try #require(TestData.shared("linc/folio"))
    let text = try String(
      contentsOf: folder.appending(path: "folio-v0.0-validation.jsonl"), encoding: .utf8)
    let decider = RowDecider(
      options: RowOptions(
        entailment: EntailmentOptions(prover: prover), reading: ReadingOptions(repairs: true),
        isDeterministic: true, fileName: "folio"),
      cancellation: Cancellation())
    return text.split(separator: "\n").enumerated().map { index, line in
      decider.decide(RowLine(bytes: Array(line.utf8), number: index + 1))
    }
  }

  @Test func everyDeciderGivesTheLabelsThatFollow() throws {
    let verdicts = try ProverChoice.allCases.map { prover in
      let records = try records(prover)
      #expect(records.count == 204)
      let wrong = records.indices.filter { records[$0].meetsExpectation != true }
      #expect(wrong == Self.wrongGold)
      for record in records {
        let certificate = try #require(record.answer?.certificate, "row \(record.id)")
        guard case .accepted = verify(certificate) else {
          Issue.record("row \(record.id): the kernel rejects the certificate")
          continue
        }
      }
      let repairs = records.map { $0.repairs.filter { $0 != "unify-spelling" } }
      #expect(repairs.indices.filter { !repairs[$0].isEmpty } == [2, 87, 108, 109, 110])
      // One word in two spellings; no verdict depends on it.
      let unified = records.indices.filter { records[$0].repairs.contains("unify-spelling") }
      #expect(unified == [3, 4, 5, 83, 199, 200, 201, 202, 203])
      return records.map { $0.answer?.verdict }
    }
    #expect(Set(verdicts).count == 1)
  }
}
