import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct DiagnosticCodeTests {
  @Test func everyCodeAndRepairIsDocumented() throws {
    let page = TestData.package.appending(path: "Documentation/diagnostics.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    for code in DiagnosticCode.allCases { #expect(text.contains("`\(code.rawValue)`")) }
    for repair in RepairName.allCases { #expect(text.contains("`\(repair.rawValue)`")) }
  }

  @Test func codesAreSpelledInLowerCaseWithHyphens() {
    let spellings = DiagnosticCode.allCases.map(\.rawValue) + RepairName.allCases.map(\.rawValue)
    #expect(Set(spellings).count == spellings.count)
    for spelling in spellings {
      #expect(spelling.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber })
    }
  }
}
