import Diagnostics
import FirstOrderLogic
import Testing

@Suite struct RepeatedConclusionTests {
  private func read(_ pairs: [(String, String)], premiseCount: Int?) -> GenerationReading {
    let text = pairs.map { "TEXT:\t\($0.0)\nFOL:\t\($0.1)\n" }.joined()
    return GenerationReader.read(
      SourceText(name: "sample", text), premiseCount: premiseCount, options: ReadingOptions())
  }

  private func severities(_ reading: GenerationReading) -> [Severity] {
    reading.result.diagnostics.filter { $0.code == .premiseCount }.map(\.severity)
  }

  static let pairs = [("It rains.", "Rain"), ("Is it wet?", "Dry"), ("Is it wet?", "Wet")]

  @Test func anEarlierFormulaOfTheConclusionIsLeftOut() {
    let reading = read(Self.pairs, premiseCount: 1)
    #expect(reading.result.problem.premises.map(\.formula) == [.predicate("Rain")])
    #expect(reading.result.problem.conclusion?.formula == .predicate("Wet"))
    #expect(severities(reading) == [.note])
  }

  @Test func nothingIsLeftOutWhereTheCountIsRightOrUnknown() {
    for count in [2, nil] {
      let reading = read(Self.pairs, premiseCount: count)
      #expect(reading.result.problem.premises.count == 2)
      #expect(severities(reading).isEmpty)
    }
  }

  @Test func otherWrongCountsAreWarnedOf() {
    let other = [("It rains.", "Rain"), ("It pours.", "Pour"), ("Is it wet?", "Wet")]
    #expect(severities(read(other, premiseCount: 1)) == [.warning])
    #expect(severities(read(Self.pairs, premiseCount: 3)) == [.warning])
    // One copy too many even without it.
    let five = [("It pours.", "Pour"), ("It is late.", "Late")] + Self.pairs
    #expect(severities(read(five, premiseCount: 2)) == [.note, .warning])
  }
}
