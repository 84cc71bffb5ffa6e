import Testing
import Translation

@Suite struct GenerationTests {
  @Test func theReasonIsOptional() {
    #expect(Generation(text: "FOL:").finishReason == nil)
  }
}
