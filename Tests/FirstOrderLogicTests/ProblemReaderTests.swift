import Diagnostics
import Testing

@testable import FirstOrderLogic

@Suite struct ProblemReaderTests {
  func faults(_ bytes: [UInt8], name: String = "a.fol") -> [DiagnosticCode] {
    ProblemReader.read(SourceText(name: name, bytes: bytes)).diagnostics.map(\.code)
  }

  @Test func bytesAreCheckedFirst() {
    #expect(faults([]) == [.emptyFile])
    #expect(faults(Array(" \n\t".utf8)) == [.emptyFile])
    #expect(faults(Array("P(a)\0".utf8)) == [.nulByte])
    #expect(faults([0xEF, 0xBB, 0xBF]) == [.byteOrderMark, .emptyFile])
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: (8 << 20) + 1)
    #expect(faults(long) == [.statementTooLong])
  }

  @Test(
    arguments: [
      ([0x50, 0xFF], 1), ([0xC3, 0xA9, 0xC0, 0x80], 2), ([0x41, 0xED, 0xA0, 0x80], 1),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xE2, 0x88], 0), ([0x41, 0x42, 0x80], 2),
    ] as [([UInt8], Int)])
  func theFirstInvalidByteIsFound(_ bytes: [UInt8], _ at: Int) {
    #expect(SourceText(name: "a", bytes: bytes).firstInvalidByte == at)
    #expect(faults(bytes) == [.invalidUTF8])
  }

  @Test func validTextHasNoInvalidByte() {
    #expect(SourceText("∀é𝛼\u{10FFFF}a").firstInvalidByte == nil)
  }

  @Test(arguments: [
    ("a.p", "P(a)", InputFormat.tptp), ("a/b.c/d", "fof(a, axiom, p).", .tptp),
    ("x", "% c\ncnf(a, axiom, p).", .tptp), ("x", "formulas(assumptions).", .prover9),
    ("x.txt", "Predicates:\nP(x)", .logicLM), ("x", " {\"id\": 1}", .rows),
    ("x.FOLIO", "P(a)", .folio), ("x.md", "P(a)", .native), ("x.jsonl", "", .rows),
  ])
  func formatsAreFound(_ name: String, _ text: String, _ format: InputFormat) {
    #expect(InputFormat.detected(in: SourceText(name: name, text)) == format)
  }

  @Test func filesThatCantBeLoadedAreDiagnosed() {
    func code(_ path: String) -> DiagnosticCode? {
      guard case .failure(let fault) = SourceText.load(path: path) else { return nil }
      return fault.diagnostic.code
    }
    #expect(code("/there/is/no/such/file") == .fileNotFound)
    #expect(code("/") == .isDirectory)
    #expect(code("a\0b") == .fileNotFound)
    #expect(code(#filePath) == nil)
  }
}
