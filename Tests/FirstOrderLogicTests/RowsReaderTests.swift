import Diagnostics
import TestSupport
import Testing

@testable import FirstOrderLogic

@Suite struct RowsReaderTests {
  static func row(_ text: String, number: Int = 1, repairs: Bool = false) -> ProblemRow {
    let source = SourceText(name: "a.jsonl", text)
    return RowsReader.read(
      line: source, span: Span(0, source.bytes.count), number: number,
      options: ReadingOptions(repairs: repairs))
  }

  static func codes(_ row: ProblemRow) -> [DiagnosticCode] { row.diagnostics.map(\.code) }

  @Test func ownRowsHaveAProblemAndAnExpectedVerdict() {
    let row = Self.row(
      #"{"id": 7, "premises": ["all x.(Dog(x) -> Pet(x))", "Dog(Rex)"], "conclusion": "Pet(Rex)", "#
        + #""expected": "unknown", "format": "nltk"}"#)
    #expect(row.id == "7")
    #expect(row.expected == "Uncertain")
    #expect(row.isUsable && row.diagnostics.isEmpty)
    #expect(row.problem.premises.map(\.name) == ["premise1", "premise2"])
    #expect(
      row.problem.premises.first?.formula
        == .forAll(
          "x",
          .implies(.predicate("Dog", .variable("x")), .predicate("Pet", .variable("x")))))
    #expect(row.problem.conclusion?.formula == .predicate("Pet", .constant("Rex")))
  }

  @Test func faultsNameLineColumnAndField() {
    let line = #"{"premises-FOL": ["P(a)", "\u2200x (P(x) ∧ "], "conclusion-FOL": "P(a)"}"#
    let row = Self.row(line, number: 12)
    let fault = row.diagnostics.first { $0.severity == .error }
    #expect(fault?.location.line == 12)
    #expect(fault?.field == "premises-FOL[1]")
    #expect((fault?.location.column ?? 0) > line.unicodeScalars.count / 3)
    #expect(!row.isUsable)
    #expect(row.problem.premises.map(\.name) == ["premise1"])
    #expect(row.id == "11")
  }

  @Test func premisesMayBeOneString() {
    let row = Self.row(
      #"{"premises": ["A.", "B."], "premises-FOL": "P(a)\n\n P(b) ", "conclusion-FOL": "P(a)"}"#)
    #expect(row.problem.premises.count == 2)
    #expect(row.isUsable && row.diagnostics.isEmpty)
  }

  @Test(arguments: [
    (#"{"premises": ["#, DiagnosticCode.invalidJSON),
    (#"[1]"#, .wrongType),
    (#"{"id": [1], "premises": ["P(a)"], "conclusion": "P(a)"}"#, .wrongType),
    (#"{"premises": ["P(a)", 3], "conclusion": "P(a)"}"#, .wrongType),
    (#"{"premises": 3, "conclusion": "P(a)"}"#, .wrongType),
    (#"{"premises": ["P(a)"], "conclusion": ["P(a)"]}"#, .wrongType),
    (#"{"conclusion": "P(a)"}"#, .missingField),
    (#"{"premises": ["P(a)"]}"#, .noConclusion),
    (#"{"premises": ["P(a)"], "conclusion": "P(a)", "label": "Perhaps"}"#, .unknownLabel),
    (#"{"premises": ["P(a)"], "conclusion": "P(a)", "format": "pdf"}"#, .unknownFormat),
    (#"{"raw_logic_programs": [], "answer": null}"#, .missingField),
    (#"{"raw_logic_programs": "Query:"}"#, .wrongType),
  ])
  func badRowsHaveOneErrorOfTheirKind(_ text: String, _ code: DiagnosticCode) {
    let row = Self.row(text)
    #expect(!row.isUsable)
    #expect(row.diagnostics.filter { $0.severity == .error }.map(\.code) == [code])
  }

  @Test func blankLinesAreSkippedButCounted() {
    let line = #"{"premises": ["P(a)"], "conclusion": "P(a)"}"#
    let rows = RowsReader.read(SourceText("\n\(line)\r\n  \n\(line)"), options: ReadingOptions())
    #expect(rows.map(\.line) == [2, 4])
    #expect(rows.map(\.id) == ["1", "3"])
    #expect(RowsReader.id(of: Array(#"{"id": "q"}"#.utf8), number: 3) == "q")
    #expect(RowsReader.id(of: Array("{".utf8), number: 3) == "2")
  }

  @Test func programsOfRowsAreReadWithTheirAnswer() {
    let row = Self.row(
      #"{"id": "p", "options": ["A) True", "B) False"], "answer": "B", "#
        + #""raw_logic_programs": ["Facts:\nCold(bob, True)\nQuery:\nCold(bob, False)"]}"#)
    #expect(row.expected == "False")
    #expect(row.problem.conclusion?.formula == .not(.predicate("Cold", .constant("bob"))))
    #expect(row.isUsable)
  }

  @Test(arguments: 0..<20)
  func mutatedRowsNeverCrash(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let seeds = [
      #"{"id": "a", "premises": ["∀x (P(x) → Q(x))", "P(a)"], "conclusion": "Q(a)", "label": "True"}"#,
      #"{"premises": ["x"], "premises-FOL": ["P(x) ∧ (Q(a, b)"], "conclusion-FOL": "¬\u2203y R(y)"}"#,
      #"{"raw_logic_programs": ["Predicates:\nP($x, bool) ::: p\nRules:\nP($x, True) && "#
        + #"Q($x, False) >>> R($x, True)\nQuery:\nR(a, True)"], "answer": "A"}"#,
    ]
    for _ in 0..<100 {
      var bytes = Array(seeds.randomElement(using: &random)!.utf8)
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(contentsOf: bytes[at...].prefix(9), at: at)
        default: bytes.removeLast(min(bytes.count - 1, at % 7))
        }
      }
      let source = SourceText(name: "m", bytes: bytes)
      for repairs in [false, true] {
        for row in RowsReader.read(source, options: ReadingOptions(repairs: repairs)) {
          let isMended = row.diagnostics.allSatisfy {
            $0.severity < .error || $0.repair?.applied == true
          }
          #expect(row.isUsable == (isMended && row.problem.conclusion != nil))
          for statement in row.problem.statements {
            #expect(statement.formula.freeVariables.isEmpty)
          }
        }
      }
    }
  }
}

@Suite struct RepairsOfWarningsTests {
  private func row(_ options: ReadingOptions) -> ProblemRow {
    let text = #"{"premises":["Dog(x)","∀x P(x) → Q(x)","(P(a)"],"conclusion":"Dog(rex)"}"#
    return RowsReader.read(
      line: SourceText(name: "rows", text), span: Span(0, text.utf8.count), number: 1,
      options: options)
  }

  @Test func warningsMayBeLeftAsTheyAre() {
    let careful = row(ReadingOptions(repairs: true, leavesWarnings: true))
    #expect(careful.isUsable)
    let applied = careful.diagnostics.compactMap { $0.repair?.applied == true ? $0.code : nil }
    #expect(applied == [.missingBracket])
    #expect(careful.problem.premises[0].formula == .predicate("Dog", .constant("x")))
    let thorough = row(ReadingOptions(repairs: true))
    #expect(
      thorough.problem.premises[0].formula == .forAll("x", .predicate("Dog", .variable("x"))))
    #expect(!row(ReadingOptions()).isUsable)
  }
}
