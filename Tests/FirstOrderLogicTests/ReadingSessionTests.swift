import Diagnostics
import Testing

@testable import FirstOrderLogic

@Suite struct ReadingSessionTests {
  func read(_ lines: [String], repairs: Bool = false) -> ReadResult {
    NativeReader.read(
      SourceText(lines.joined(separator: "\n")), options: ReadingOptions(repairs: repairs))
  }

  @Test func ofOneKindFiftyAreReportedAndTheRestCounted() {
    let result = read((1...300).map { "P\($0)(x)" } + ["⊢ P1(a)"])
    let faults = result.diagnostics.filter { $0.code == .freeVariable }
    #expect(faults.map(\.location.line) == Array(1...50))
    #expect(faults.last?.message.hasSuffix("(and 250 more like this)") == true)
    #expect(faults.dropLast().allSatisfy { !$0.message.contains("more like this") })
    #expect(result.isUsable)
  }

  @Test func whatIsLeftOutDoesNotMakeAProblemUsable() {
    let mended = Array(repeating: "P(a", count: 60)
    let whole = read(mended + ["⊢ P(a)"], repairs: true)
    #expect(whole.isUsable && whole.problem.premises.count == 60)
    #expect(!read(mended + ["⊢ P(a)"]).isUsable)
    #expect(!read(mended + ["P(a ∧", "⊢ P(a)"], repairs: true).isUsable)
  }

  @Test func readingStopsAfterAThousandErrors() {
    let result = read(Array(repeating: "∀x (P(x) →", count: 20_000))
    #expect(result.diagnostics.count < 200)
    let stop = result.diagnostics.first { $0.code == .tooManyFaults }
    #expect((500...1_001).contains(stop?.location.line ?? 0))
    #expect(!result.isUsable)
  }
}
