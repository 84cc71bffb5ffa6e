import Diagnostics
import Testing

@Suite struct SourceTextTests {
  @Test func columnsCountScalarsAndLinesEndAtLF() {
    let source = SourceText(name: "a.fol", "P(a)\r\n∀x Q(x)\n")
    #expect(source.location(of: 0) == SourceLocation(file: "a.fol", line: 1, column: 1))
    let quantified = Array("P(a)\r\n∀x".utf8).count - 1
    #expect(source.location(of: quantified) == SourceLocation(file: "a.fol", line: 2, column: 2))
    #expect(source.location(of: 10_000).line == 3)
  }

  @Test func caretStandsUnderTheFault() {
    let source = SourceText(name: "a.fol", "∀x (Dog(x) → Animal(x)")
    let open = Array("∀x ".utf8).count
    let fault = Diagnostic(.missingBracket, in: source, at: Span(open, open + 1), "unclosed")
    #expect(fault.caret == 3)
    #expect(fault.severity == .error)
    #expect(
      fault.rendered() == """
        a.fol:1:4: error: unclosed [missing-bracket]
            ∀x (Dog(x) → Animal(x)
               ^

        """)
  }

  @Test func longLinesAreCut() {
    let source = SourceText(name: "a", String(repeating: "é", count: 5_000))
    let cut = source.excerpt(around: Span(4_000, 4_002))
    #expect(cut.line.unicodeScalars.count <= 200)
    #expect(cut.caret <= 100)
  }
}
