import Certificates
import Diagnostics
import JSON
import Kernel
import TestSupport
import Testing

/// Every corruption of a certificate that the deciders made is rejected.
@Suite struct CertificateCorruptionTests {
  /// One certificate for every verdict and set of rules, with a conclusion and without.
  private static let certificates: [Certificate] = {
    var certificates: [String: Certificate] = [:]
    for certificate in LogicCorpus.answers.compactMap(\.certificate) {
      guard certificate.refutation?.steps.count ?? 0 <= 80 else { continue }
      let verdict = certificate.verdict.rawValue
      let asks = certificate.problem.conclusion == nil ? "consistency" : "conclusion"
      let kind = ([verdict, asks] + rules(of: certificate)).joined(separator: " ")
      if certificates[kind] == nil { certificates[kind] = certificate }
    }
    return certificates.sorted { $0.key < $1.key }.map(\.value)
  }()

  /// Names of the rules used, each once; Skolemization only where it makes symbols.
  private static func rules(of certificate: Certificate) -> [String] {
    let steps = certificate.json["refutation"]?["steps"]?.array ?? []
    let names = steps.filter { $0["symbols"]?.array?.isEmpty != true }
      .compactMap { $0["rule"]?.string }
    return Set(names).sorted()
  }

  @Test func theCertificatesUseAllThereIs() {
    let certificates = Self.certificates
    #expect(certificates.count >= 40)
    #expect(Set(certificates.map(\.verdict)).count == 4)
    #expect(certificates.contains { $0.problem.conclusion == nil && !$0.models.isEmpty })
    let rules = certificates.reduce(into: Set<String>()) { $0.formUnion(Self.rules(of: $1)) }
    #expect(
      rules == [
        "premise", "conclusion", "negated_conclusion", "definition", "renaming",
        "negation_normal_form", "miniscoping", "skolemization", "clause", "distinctness",
        "instantiation", "resolution", "paramodulation", "equality_resolution",
        "equality_factoring",
      ])
  }

  @Test func everyCorruptionIsRejected() {
    var total = 0
    for (seed, kind) in Corruptor.Kind.allCases.enumerated() {
      var corruptor = Corruptor(seed: UInt64(seed))
      var count = 0
      for _ in 0..<200 where count < 150 {
        for certificate in Self.certificates {
          guard let corrupt = corruptor.corruption(of: certificate, kind) else { continue }
          count += 1
          let isRejected = count % 4 == 0 ? isRejectedAsText(corrupt) : isRejected(corrupt)
          #expect(isRejected, "\(kind): \(corrupt.json.text)")
        }
      }
      #expect(count >= 100, "\(kind): \(count)")
      total += count
    }
    #expect(total >= 2_000)
  }

  private func isRejected(_ certificate: Certificate) -> Bool {
    if case .rejected = verify(certificate) { true } else { false }
  }

  // Written, read and checked as `logic verify` does.
  private func isRejectedAsText(_ certificate: Certificate) -> Bool {
    guard case .success(let json) = readJSON(SourceText(certificate.json.text)),
      let copy = try? Certificate(json: json)
    else { return true }
    return isRejected(copy)
  }
}
