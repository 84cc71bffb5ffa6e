import CausalAxioms
import Testing

@Suite struct LabelTests {
  @Test func labelsAreWords() { #expect(Label(rawValue: "Yes") == .yes) }
}
