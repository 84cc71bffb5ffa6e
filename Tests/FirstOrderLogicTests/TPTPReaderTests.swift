import Diagnostics
import FirstOrderLogic
import Foundation
import TestSupport
import Testing

@Suite struct TPTPReaderTests {
  private func read(
    _ text: String, named name: String = "p.p", repairs: Bool = false, roots: [String] = [],
    files: [String: String] = [:]
  ) -> ReadResult {
    TPTPReader.read(
      SourceText(name: name, text), options: ReadingOptions(repairs: repairs, includeRoots: roots)
    ) { path in files[path].map { SourceText(name: path, $0) } }
  }

  @Test func aProblemWithEveryKindOfStatement() throws {
    let result = read(
      """
      % a comment
      fof(a1, axiom, ! [X] : (p(X) => q(X)), file('a.p', a1), [x(')'), -1, $fof(p | q)]).
      cnf('two words', hypothesis, p(c) | ~ q(Y,X) | Y != X).
      fof(3, negated_conjecture, ~ r). /* more
      */ cnf(e, plain, ($false)).
      fof(goal, conjecture, q("obj") ).
      """)
    #expect(result.diagnostics == [])
    #expect(result.problem.premises.map(\.name) == ["a1", "two words", "3", "e"])
    #expect(result.problem.conclusion?.name == "goal")
    #expect(result.problem.conclusion?.formula == .predicate("q", .distinct("obj")))
    let clause = result.problem.premises[1].formula
    #expect(TPTPNotation.text(clause) == "! [Y,X] : (p(c) | ~ q(Y,X) | Y != X)")
    #expect(result.problem.premises[2].formula == .not(.predicate("r")))
    #expect(result.problem.premises[3].formula == .constant(false))
    #expect(result.problem.premises[2].span == Span(152, 184))
  }

  @Test(arguments: [
    ("fof(a, axiom, p & q | r).", DiagnosticCode.mixedConnectives, 20..<21),
    ("fof(a, axiom, p => q & r).", .mixedConnectives, 21..<22),
    ("fof(a, axiom, p => q => r).", .chainedArrow, 21..<23),
    ("fof(a, axiom, p(X)).", .freeVariable, 16..<17),
    ("fof(a, axiom, (p & q).", .missingBracket, 3..<4),
    ("fof(a, axiom, f(b = c).", .formulaAsArgument, 18..<19),
    ("fof(a, axiom, f(b, c.", .missingBracket, 15..<16),
    ("fof(a, axiom, p & q)).", .extraBracket, 20..<21),
    ("fof(a, axiom, p & ).", .missingOperand, 18..<19),
    ("fof(a, axiom, p q).", .missingOperator, 16..<17),
    ("fof(a, axiom, p -> q).", .foreignOperator, 16..<18),
    ("fof(a, axiom, ∀x p).", .foreignOperator, 14..<17),
    ("fof(a, axiom, ! X : p(X)).", .quantifierSyntax, 16..<17),
    ("fof(a, axiom, ! [x] : p(x)).", .quantifierSyntax, 17..<18),
    ("fof(a, axiom, X).", .termAsFormula, 14..<15),
    ("fof(a, axiom, p(q & r)).", .formulaAsArgument, 18..<19),
    ("fof(a, axiom, $less(a,b)).", .unsupported, 14..<19),
    ("fof(a, type, p).", .unknownRole, 7..<11),
    ("fof(a, axiom, 'p).", .unterminatedQuote, 14..<18),
    ("fof(a, axiom, p). /* x", .unterminatedComment, 18..<22),
    ("fof(a, axiom, p)", .unterminatedStatement, 15..<16),
    ("fof(a, axiom", .unterminatedStatement, 12..<12),
    ("tff(a, axiom, p).", .unsupported, 0..<3),
    ("p.", .unexpectedToken, 0..<1),
    ("fof(a, axiom, p\u{0}).", .nulByte, 15..<16),
    ("", .emptyFile, 0..<0), ("% nothing\n", .emptyFile, 0..<0),
    ("fof(a, conjecture, p). fof(b, conjecture, q).", .severalConclusions, 23..<45),
    ("include('nowhere.ax').", .includeNotFound, 8..<20),
    ("cnf(a, axiom, p & q).", .unexpectedToken, 16..<17),
    ("fof(a, axiom, p, [x).", .extraBracket, 19..<20),
  ])
  func faults(_ text: String, _ code: DiagnosticCode, _ bytes: Range<Int>) throws {
    let diagnostics = read(text).diagnostics
    let fault = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(fault.code == code)
    #expect(fault.span == Span(bytes.lowerBound, bytes.upperBound))
    #expect(fault.severity == .error)
  }

  @Test func formulasOfUnknownUseAreLeftOut() {
    let result = read("fof(a, unknown, p). fof(b, axiom, q).")
    #expect(result.isUsable)
    #expect(result.diagnostics.map(\.code) == [.unknownRole])
    #expect(result.problem.premises.map(\.name) == ["b"])
  }

  @Test func faultsCostTheirStatementOnly() {
    let result = read(
      """
      fof(a, axiom, p &).
      fof(b, axiom, q).
      fof(c, axiom, (r
      fof(d, axiom, "a.b" = 1.5).
      fof(e, axiom, s)
      cnf(f, axiom, t).
      nonsense 'in. quotes' 2.5 . fof(g, axiom, u).
      """)
    #expect(result.problem.premises.map(\.name) == ["b", "d", "f", "g"])
    #expect(result.diagnostics.map(\.location.line) == [1, 4, 5, 7])
    #expect(!result.isUsable)
  }

  @Test func freeVariablesAreClosedOnRequest() {
    let result = read("fof(a, axiom, p(X,Y,X)).", repairs: true)
    #expect(result.isUsable)
    #expect(
      result.diagnostics.map(\.repair) == [
        Diagnostic.Repair(.closeUniversally, applied: true),
        Diagnostic.Repair(.closeUniversally, applied: true),
      ])
    #expect(result.problem.premises.map(\.formula) == [TPTPNotation.formula("![X,Y]:p(X,Y,X)")])
  }

  @Test func repeatedNamesGetSuffixes() {
    let result = read("fof(a,axiom,p). fof(a_2,axiom,q). cnf(a,axiom,r). fof(a,conjecture,s).")
    #expect(result.problem.statements.map(\.name) == ["a", "a_2", "a_3", "a_4"])
    #expect(result.diagnostics.map(\.code) == [.duplicateName, .duplicateName])
    #expect(result.isUsable)
  }

  @Test func byteOrderMarkIsSkipped() {
    let result = read("\u{FEFF}fof(a,axiom,p).")
    #expect(result.isUsable)
    #expect(result.diagnostics.map(\.code) == [.byteOrderMark])
    #expect(result.problem.premises.count == 1)
  }

  // Reading stops at the hundredth; of a kind the first fifty are told.
  @Test func faultsAreCounted() {
    let result = read(String(repeating: "fof(a, axiom, p &).\n", count: 5_000))
    #expect(result.diagnostics.count == 51)
    #expect(result.diagnostics[49].message.hasSuffix("(and 50 more like this)"))
    #expect(result.diagnostics.last?.code == .tooManyFaults)
    #expect(result.diagnostics.last?.location.line == 101)
  }

  @Test(arguments: ["(", "~", "! [X] : ", "p(", "f(", "fof(", "include(", "[", "'", "/*", "a & ("])
  func longNonsenseIsRefused(_ part: String) {
    let result = read("fof(a, axiom, " + String(repeating: part, count: 50_000))
    #expect(!result.isUsable)
  }
}

@Suite struct TPTPIncludeTests {
  private func read(
    _ text: String, named name: String, roots: [String] = [], files: [String: String]
  ) -> ReadResult {
    TPTPReader.read(SourceText(name: name, text), options: ReadingOptions(includeRoots: roots)) {
      path in files[path].map { SourceText(name: path, $0) }
    }
  }

  @Test(arguments: [
    ("lib/Problems/P/p.p", "lib/Problems/P/Axioms/a.ax"), ("lib/Problems/P/p.p", "lib/Axioms/a.ax"),
    ("lib/Problems/P/p.p", "Axioms/a.ax"), ("p.p", "../../Axioms/a.ax"),
    ("p.p", "/given/Axioms/a.ax"),
    ("/x/y/p.p", "/Axioms/a.ax"), ("../q/p.p", "../Axioms/a.ax"), ("<stdin>", "Axioms/a.ax"),
    ("/x/y/p.p", "/variable/Axioms/a.ax"),
  ])
  func isFound(_ problem: String, _ file: String) {
    setenv("TPTP", "/variable", 1)
    let result = read(
      "include('Axioms/a.ax').", named: problem, roots: ["/given"],
      files: [file: "fof(a,axiom,p)."])
    #expect(result.diagnostics == [])
    #expect(result.problem.premises.map(\.name) == ["a"])
  }

  @Test func theNearestIsTaken() {
    let result = read(
      "include('a.ax').", named: "x/y/p.p", roots: ["z"],
      files: ["x/a.ax": "fof(near,axiom,p).", "z/a.ax": "fof(far,axiom,p)."])
    #expect(result.problem.premises.map(\.name) == ["near"])
  }

  @Test func onlySelectedFormulasComeIn() {
    let files = [
      "a.ax": "fof(a,axiom,p). include('b.ax'). fof(c,axiom,r).", "b.ax": "fof(b,axiom,q).",
    ]
    let result = read("include('a.ax', [a, b]).", named: "p.p", files: files)
    #expect(result.problem.premises.map(\.name) == ["a", "b"])
    let missing = read("include('a.ax',[d]).", named: "p.p", files: files)
    #expect(missing.diagnostics.map(\.code).first == .includeNotFound)
    #expect(missing.diagnostics.first?.span == Span(8, 14))
  }

  @Test func cyclesAreRefusedWithTheirPlace() throws {
    let files = ["a.ax": "fof(a,axiom,p).\ninclude('./b.ax').", "b.ax": "include('a.ax')."]
    let result = read("include('a.ax').", named: "p.p", files: files)
    let fault = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1)
    #expect(fault.code == .includeCycle)
    #expect(fault.location == SourceLocation(file: "b.ax", line: 1, column: 9))
    #expect(
      read("include('p.p').", named: "p.p", files: ["p.p": ""]).diagnostics.first?.code
        == .includeCycle)
  }

  @Test func aTowerOfDoubledIncludesIsReadOnce() {
    var files: [String: String] = ["f60.ax": "fof(a,axiom,p)."]
    for level in 0..<60 {
      files["f\(level).ax"] = String(repeating: "include('f\(level + 1).ax').", count: 2)
    }
    let result = read("include('f0.ax').", named: "p.p", files: files)
    #expect(result.diagnostics == [])
    #expect(result.problem.premises.count == 1)
  }

  @Test func faultsInIncludesNameTheirFile() {
    let result = read(
      "include('a.ax'). fof(b,axiom,q).", named: "p.p", files: ["a.ax": "\nfof(a,axiom,p&)."])
    #expect(
      result.diagnostics.map(\.location) == [SourceLocation(file: "a.ax", line: 2, column: 15)])
    #expect(result.problem.premises.map(\.name) == ["b"])
  }

  /// Every problem of the sample is read without a fault, and each of its formulas comes back from
  /// its printed form.
  @Test(.enabled(if: TestData.shared("tptp") != nil))
  func theLibrarysProblemsAreRead() throws {
    let root = try #require(TestData.shared("tptp"))
    let index = try String(contentsOf: root.appending(path: "index.tsv"), encoding: .utf8)
    for line in index.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let path = root.appending(path: String(fields[1])).path
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      let result = TPTPReader.read(SourceText(name: path, bytes: bytes)) { path in
        FileManager.default.contents(atPath: path).map {
          SourceText(name: path, bytes: [UInt8]($0))
        }
      }
      #expect(result.isUsable, "\(path): \(result.diagnostics.map { $0.rendered() })")
      let leftOut = result.diagnostics.count { $0.code == .unknownRole }
      #expect(result.problem.statements.count + leftOut == Int(fields[9]), "\(path)")
      for statement in result.problem.statements.prefix(200) {
        let text = TPTPNotation.text(statement.formula)
        #expect(TPTPNotation.formula(text) == statement.formula, "\(path): \(text)")
      }
    }
  }
}
