import Diagnostics
import JSON
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue { try readJSON(SourceText(text)).get() }

  @Test func valuesOfEveryKind() throws {
    let value = try read(#" {"a":[1,-2.5e1,true,null],"b":"x\n∀😀"} "#)
    #expect(value["a"]?.array?.count == 4)
    #expect(value["a"]?.array?[0].integer == 1)
    #expect(value["a"]?.array?[1] == JSONValue(.number(-25)))
    #expect(value["b"]?.string == "x\n∀😀")
    #expect(value.text == #"{"a":[1,-25.0,true,null],"b":"x\n∀😀"}"#)
    #expect(try read(value.text) == value)
    #expect(try read(value.indentedText) == value)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":1,}", "01", "1.", "1e", "tru", "\"a", "\"\\x\"", "\"\\ud800\"",
    "{\"a\":1,\"a\":2}", "1 2", "\"\u{1}\"", "nul", "-", "[1 2]", "{1:2}",
  ])
  func refuses(_ text: String) {
    #expect(throws: JSONFault.self) { try read(text) }
  }

  @Test func refusesDeepNesting() {
    let text = String(repeating: "[", count: 100_000)
    guard case .failure(let fault) = readJSON(SourceText(text)) else {
      Issue.record("accepted")
      return
    }
    #expect(fault.diagnostic.code == .nestingTooDeep)
  }

  @Test func refusesInvalidUTF8() {
    let source = SourceText(name: "x", bytes: [0x22, 0xC3, 0x28, 0x22])
    guard case .failure(let fault) = readJSON(source) else {
      Issue.record("accepted")
      return
    }
    #expect(fault.diagnostic.code == .invalidUTF8)
  }

  @Test func aStringKeepsTheColumnsOfItsRow() throws {
    let source = SourceText(name: "rows", "{}\n{\"f\":\"\\u2200x é)\"}")
    let line = Span(3, source.bytes.count)
    let row = try readJSON(source, in: line).get()
    let text = try #require(row["f"]?.sourceText(in: source, field: "f"))
    #expect(String(decoding: text.bytes, as: UTF8.self) == "∀x é)")
    #expect(text.location(of: 0) == SourceLocation(file: "rows", line: 2, column: 7))
    // After the six characters of the escape, `x`, the blank and `é`.
    #expect(text.location(of: 7) == SourceLocation(file: "rows", line: 2, column: 16))
  }
}
