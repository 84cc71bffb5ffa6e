import Certificates
import Kernel
import TestSupport
import Testing

/// Every corruption of a valid certificate is rejected.
@Suite struct CorruptionTests {
  @Test(arguments: Corruptor.Kind.allCases)
  func corruptionsAreRejected(_ kind: Corruptor.Kind) {
    var certificates = HandMadeCertificates.all.map(\.certificate)
    for seed in 0..<25 {
      var generator = CertificateGenerator(seed: UInt64(seed) + 5_000)
      certificates.append(generator.certificate())
    }
    var corruptor = Corruptor(seed: 7)
    var count = 0
    for round in 0..<600 where count < 150 {
      for certificate in certificates {
        guard let corrupt = corruptor.corruption(of: certificate, kind) else { continue }
        count += 1
        if case .accepted = verify(corrupt) {
          Issue.record("accepted in round \(round): \(corrupt)")
          return
        }
      }
    }
    #expect(count >= 100, "too few corruptions of this kind: \(count)")
  }
}
