import Certificates
import FirstOrderLogic
import Kernel
import TestSupport
import Testing

@Suite struct KernelTests {
  @Test(arguments: HandMadeCertificates.all.map(\.name))
  func acceptsWhatIsValid(_ name: String) throws {
    let entry = try #require(HandMadeCertificates.all.first { $0.name == name })
    #expect(verify(entry.certificate) == .accepted)
  }

  @Test(arguments: 0..<150)
  func acceptsRandomInferences(_ seed: UInt64) {
    var generator = CertificateGenerator(seed: seed)
    #expect(verify(generator.certificate()) == .accepted)
  }
}
