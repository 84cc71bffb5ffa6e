import Certificates
import Diagnostics
import FirstOrderLogic
import JSON
import TestSupport
import Testing

@Suite struct CertificateJSONTests {
  @Test(arguments: HandMadeCertificates.all.map(\.name))
  func handMadeCertificatesSurvive(_ name: String) throws {
    let certificate = try #require(HandMadeCertificates.all.first { $0.name == name }).certificate
    let text = certificate.json.indentedText
    #expect(try Certificate(json: readJSON(SourceText(text)).get()) == certificate)
  }

  @Test(arguments: 0..<60)
  func randomCertificatesSurvive(_ seed: UInt64) throws {
    var generator = CertificateGenerator(seed: seed)
    let certificate = generator.certificate()
    let text = certificate.json.text
    #expect(try Certificate(json: readJSON(SourceText(text)).get()) == certificate)
    #expect(certificate.json.text == text)
  }

  // A fault of the form, made by replacing text, with the step it must name.
  @Test(
    arguments: [
      (#""version":1"#, #""version":2"#, nil), (#""version":1,"#, "", nil),
      (#""logic-certificate""#, #""other""#, nil), (#""models":["#, #""extra":0,"models":["#, nil),
      (#""id":9,"#, #""id":8,"#, 8), (#""id":9,"#, #""id":"9","#, nil),
      (#""id":9,"#, #""id":9,"why":0,"#, 9), (#""rule":"resolution","#, #""rule":"magic","#, 9),
      (#"{"step":4,"literal":0,"#, #"{"step":4,"#, 9), (#"{"X0":"socrates"}"#, #"{"x":"a"}"#, 9),
      (#"{"X0":"socrates"}"#, #"{"X0":"a b"}"#, 9), (#""parent":2,"#, #""parent":2.5,"#, 3),
      (#""clause":"$false""#, #""formula":"$false""#, 10),
      (#""clause":"$false""#, #""clause":"&""#, 10),
      (#""values":[1,0]"#, #""values":[1,2]"#, nil),
      (#""values":[1,0]"#, #""values":[true,0]"#, nil),
      (#""verdict":"True""#, #""verdict":"Perhaps""#, nil), (#""name":"one","#, "", nil),
    ] as [(String, String, Int?)])
  func faultsAreRefused(_ old: String, _ new: String, _ step: Int?) throws {
    let text = HandMadeCertificates.socrates.json.text
    let range = try #require(text.firstRange(of: old))
    let changed = text.replacingCharacters(in: range, with: new)
    let json = try readJSON(SourceText(changed)).get()
    let fault = #expect(throws: CertificateFault.self) { try Certificate(json: json) }
    #expect(fault?.step == step)
  }

  @Test(arguments: 0..<20)
  func mutatedBytesNeverCrash(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let all = HandMadeCertificates.all
    let original = all[Int(seed) % all.count].certificate.json.bytes()
    for _ in 0..<60 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(bytes.randomElement(using: &random)!, at: at)
        }
      }
      guard case .success(let json) = readJSON(SourceText(name: "mutated", bytes: bytes)) else {
        continue
      }
      // What is still a certificate must be written as one.
      if let certificate = try? Certificate(json: json) {
        #expect((try? Certificate(json: certificate.json)) == certificate)
      }
    }
  }

  @Test(arguments: ["(", "~ ", "! [X] : ", "f("])
  func deepTextIsRefused(_ opening: String) {
    let text = String(repeating: opening, count: 100_000) + "p"
    var certificate = HandMadeCertificates.socrates.json
    guard case .object(var members) = certificate.content else { return }
    members[4].value = ["name": "conclusion", "formula": .string(text)]
    certificate = JSONValue(.object(members))
    #expect(throws: CertificateFault.self) { try Certificate(json: certificate) }
  }
}

extension String {
  fileprivate func firstRange(of text: String) -> Range<String.Index>? {
    ranges(of: text).first
  }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}
