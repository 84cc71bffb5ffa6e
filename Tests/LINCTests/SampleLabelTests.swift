import LINC
import Testing

@Suite struct SampleLabelTests {
  @Test func theLabelsOfRecordedRunsAreRead() {
    #expect(SampleLabel(rawValue: "Error") == .error)
    #expect(SampleLabel(rawValue: "maybe") == nil)
  }
}
