import Diagnostics
import English
import Testing

@Suite struct SentenceTests {
  @Test func aSentenceKeepsItsPlace() {
    #expect(Sentence(text: "All cats purr", span: Span(3, 16)).span.lower == 3)
  }
}
