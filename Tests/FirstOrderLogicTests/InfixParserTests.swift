import Diagnostics
import TestSupport
import Testing

@testable import FirstOrderLogic

/// Reads one formula and keeps what was reported.
struct InfixReading {
  let formula: Formula?
  let diagnostics: [Diagnostic]
  let uses: [SymbolUse]

  init(_ text: String, _ notation: InfixNotation? = nil, repairs: Bool = false) {
    var session = ReadingSession(options: ReadingOptions(repairs: repairs))
    session.sources = [SourceText(text)]
    formula = session.parseFormula(
      source: 0, span: Span(0, text.utf8.count), statement: 0, notation: notation)
    diagnostics = session.diagnostics
    uses = session.uses
  }

  var codes: [DiagnosticCode] { diagnostics.map(\.code) }
}

private let x = Term.variable("x")
private let y = Term.variable("y")
private func proposition(_ name: String) -> Formula { .predicate(name) }

@Suite struct InfixParserTests {
  private let p = proposition("P")
  private let q = proposition("Q")
  private let r = proposition("R")

  @Test func connectivesBindInTheirOrder() {
    #expect(InfixReading("P ∧ Q ⊕ R").formula == .xor(.and([p, q]), r))
    #expect(InfixReading("P ⊕ Q → R").formula == .implies(.xor(p, q), r))
    #expect(InfixReading("P ∨ Q ⊕ R").formula == .xor(.or([p, q]), r))
    #expect(InfixReading("P ⊕ Q ⊕ R").formula == .xor(.xor(p, q), r))
    #expect(InfixReading("P → Q ↔ R").formula == .iff(.implies(p, q), r))
    #expect(InfixReading("P ← Q").formula == .implies(q, p))
    #expect(InfixReading("¬P ∧ Q").formula == .and([.not(p), q]))
    #expect(InfixReading("P ∧ Q ∧ R").formula == .and([p, q, r]))
    #expect(InfixReading("(P ∧ Q) ∧ R").formula == .and([.and([p, q]), r]))
    #expect(InfixReading("-x = a").formula == .not(.equal(.constant("x"), .constant("a"))))
  }

  @Test func arrowsChainToTheRightButInNLTK() {
    let right = InfixReading("P → Q → R")
    #expect(right.formula == .implies(p, .implies(q, r)))
    #expect(right.codes == [.chainedArrow])
    let left = InfixReading("P -> Q -> R", .nltk)
    #expect(left.formula == .implies(.implies(p, q), r))
    #expect(left.codes == [.chainedArrow])
    #expect(InfixReading("P → (Q → R)").codes == [])
  }

  @Test func mixedConnectivesAreReported() {
    let reading = InfixReading("P ∨ Q ∧ R")
    #expect(reading.formula == .or([p, .and([q, r])]))
    #expect(reading.codes == [.mixedConnectives])
    #expect(InfixReading("P ∨ (Q ∧ R)").codes == [])
  }

  @Test(arguments: [
    "∀x (P(x) → Q(x))", "all x. (P(x) -> Q(x))", "all x (P(x) -> Q(x))",
    "all x.(P(x)->Q(x))", "∀x(P(x)→Q(x))", "forall x. (P(x) => Q(x))",
  ])
  func notationsAgree(_ text: String) {
    let reading = InfixReading(text)
    #expect(
      reading.formula == .forAll("x", .implies(.predicate("P", x), .predicate("Q", x))))
    #expect(reading.diagnostics.allSatisfy { $0.severity < .error })
  }

  @Test func notationsAreToldApart() {
    func notation(_ text: String) -> InfixNotation {
      InfixNotation.detect(Array(text.utf8), Span(0, text.utf8.count))
    }
    #expect(notation("∀x. P(x)") == .folio)
    #expect(notation("P(a) ∧ Q(a)") == .folio)
    #expect(notation("all x. (P(x) & Q(x))") == .nltk)
    #expect(notation("all x (P(x) & Q(x)).") == .prover9)
    #expect(notation("P(a) and Q(a)") == .nltk)
    #expect(notation("P(a) & Q(a).") == .prover9)
  }

  @Test func onlyQuantifiersMakeVariables() {
    let reading = InfixReading("∀socrates Mortal(socrates, y)")
    #expect(
      reading.formula
        == .forAll("socrates", .predicate("Mortal", .variable("socrates"), .constant("y"))))
    #expect(reading.uses.map(\.name) == ["Mortal", "y"])
    #expect(reading.uses.map(\.arity) == [2, 0])
    #expect(reading.uses.map(\.role) == [.predicate, .function])
  }

  @Test(arguments: [
    "c++", "l-2021", "Risk-averse", "gpt-3", "Companies’Stocks", "y42.3billion", "mr.smith",
    "LostToIgaŚwiątek", "$2000", "2000+", "People'sRepublic", "42.3e9", "名前",
  ])
  func namesAreKeptWhole(_ name: String) {
    let reading = InfixReading("∀x (P(x, \(name)) → Q(x))", .folio)
    let atom = Formula.predicate("P", x, .constant(name))
    #expect(reading.formula == .forAll("x", .implies(atom, .predicate("Q", x))))
    #expect(reading.codes == [])
  }

  @Test func minusIsNegationArrowOrPartOfAName() {
    let a = Term.constant("a")
    #expect(InfixReading("all x.-P(x)").formula == .forAll("x", .not(.predicate("P", x))))
    #expect(
      InfixReading("P(a)->-Q(a)").formula
        == .implies(.predicate("P", a), .not(.predicate("Q", a))))
    #expect(InfixReading("P<->Q").formula == .iff(p, q))
    #expect(InfixReading("P&-Q").formula == .and([p, .not(q)]))
    #expect(InfixReading("P-Q").formula == proposition("P-Q"))
  }

  @Test func wordsAreOperatorsOnlyWhereOneMayStand() {
    let reading = InfixReading("P(all) and not Q(or)", .nltk)
    #expect(
      reading.formula
        == .and([
          .predicate("P", .constant("all")), .not(.predicate("Q", .constant("or"))),
        ]))
    #expect(reading.codes == [])
    #expect(InfixReading(#"\forall x (P(x) \rightarrow Q(x))"#).formula != nil)
  }

  @Test func foreignSpellingsAreAcceptedAndReported() {
    #expect(InfixReading("P(a) ∧ Q(a) & R(a)", .folio).codes == [.foreignOperator])
    #expect(InfixReading("Exists x. P(x)", .nltk).codes == [.quantifierSpelling])
    #expect(InfixReading("all x, y. R(x, y)", .nltk).codes == [.quantifierSyntax])
    #expect(InfixReading("all x P(x)", .nltk).codes == [.quantifierSyntax])
    #expect(InfixReading("∀x. P(x)", .folio).codes == [.quantifierSyntax])
    let prefix = InfixReading("ForAll(x, P(x) → Q(x))", .folio)
    #expect(prefix.codes == [.quantifierSpelling, .quantifierSyntax])
    #expect(
      prefix.formula == .forAll("x", .implies(.predicate("P", x), .predicate("Q", x))))
    let list = InfixReading("all x y. R(x, y)", .nltk)
    #expect(list.formula == .forAll("x", .forAll("y", .predicate("R", x, y))))
    #expect(list.codes == [])
  }
}

@Suite struct InfixRepairTests {
  private struct Fault: Sendable {
    let text: String
    let code: DiagnosticCode
    let span: Span
    let mended: String
  }

  private static let faults = [
    Fault(text: "(P & Q", code: .missingBracket, span: Span(0, 1), mended: "(P & Q)"),
    Fault(text: "P(a, f(b", code: .missingBracket, span: Span(1, 2), mended: "P(a, f(b))"),
    Fault(text: "P & Q)", code: .extraBracket, span: Span(5, 6), mended: "P & Q"),
    Fault(text: "P <-> Q) -> R", code: .extraBracket, span: Span(7, 8), mended: "P <-> Q -> R"),
    Fault(text: "(P)) & Q", code: .extraBracket, span: Span(3, 4), mended: "P & Q"),
    Fault(text: "P(a) Q(b)", code: .missingOperator, span: Span(4, 6), mended: "P(a) & Q(b)"),
    Fault(text: "P, Q -> R", code: .commaForAnd, span: Span(1, 2), mended: "P & Q -> R"),
    Fault(text: "P(new york)", code: .blankInName, span: Span(2, 10), mended: "P(new_york)"),
  ]

  @Test(arguments: faults.indices)
  func faultsAreReportedAndMended(_ index: Int) {
    let fault = Self.faults[index]
    let plain = InfixReading(fault.text)
    #expect(plain.formula == nil)
    #expect(plain.codes == [fault.code])
    #expect(plain.diagnostics.first?.span == fault.span)
    #expect(plain.diagnostics.first?.repair?.applied == false)
    let repaired = InfixReading(fault.text, repairs: true)
    #expect(repaired.formula == InfixReading(fault.mended).formula)
    #expect(repaired.formula != nil)
    #expect(repaired.diagnostics.first?.repair?.applied == true)
  }

  @Test func scopesAreWidened() {
    let text = "∀x P(x) → Q(x)"
    let tight = InfixReading(text)
    #expect(tight.codes == [.quantifierScope])
    #expect(
      tight.formula
        == .implies(.forAll("x", .predicate("P", x)), .predicate("Q", .constant("x"))))
    let wide = InfixReading(text, repairs: true)
    #expect(wide.formula == InfixReading("∀x (P(x) → Q(x))").formula)
    #expect(wide.diagnostics.first?.repair == .init(.widenScope, applied: true))
    #expect(InfixReading("∀x P(x) ∧ ∀x Q(x)").codes == [])
    #expect(
      InfixReading("∀x ∀y P(x, y) → Q(x)", repairs: true).formula
        == InfixReading("∀x ∀y (P(x, y) → Q(x))").formula)
    #expect(InfixReading("(∀x P(x)) → Q(x)").codes == [])
    #expect(
      InfixReading("all x. P(x) -> Q(x)", .nltk, repairs: true).formula == wide.formula)
  }

  @Test func idleQuantifiersAreDropped() {
    #expect(InfixReading("∀x P(a)").codes == [.unusedQuantifier])
    #expect(InfixReading("∀x P(a)", repairs: true).formula == InfixReading("P(a)").formula)
    #expect(InfixReading("∀x ∀x P(x)").codes == [.doubledQuantifier])
    #expect(
      InfixReading("∀x ∀x P(x)", repairs: true).formula == .forAll("x", .predicate("P", x)))
  }

  @Test(arguments: [
    ("Rating(a) > 9", "GreaterThan(Rating(a), 9)"), ("x < y ∧ P", "GreaterThan(y, x) ∧ P"),
    ("a ≥ b", "AtLeast(a, b)"), ("a <= b", "AtLeast(b, a)"), ("¬ a ∈ b", "¬MemberOf(a, b)"),
    ("a ∉ b", "¬MemberOf(a, b)"),
  ])
  func comparisonsBecomePredicates(_ text: String, _ meant: String) {
    let plain = InfixReading(text)
    #expect(plain.formula == nil && plain.codes.contains(.arithmetic))
    let repaired = InfixReading(text, repairs: true)
    #expect(repaired.formula == InfixReading(meant).formula)
    #expect(repaired.codes.contains(.arithmetic))
  }

  @Test(arguments: [
    ("P(x > y)", DiagnosticCode.arithmetic), ("Rating(a) + 9", .arithmetic),
    ("a < b < c", .arithmetic),
    ("P([a, b])", .squareBrackets), ("P(x, A | B)", .formulaAsArgument),
    ("P(a) & ...", .unexpectedToken), ("P(a)(b)", .unexpectedToken), ("P &", .missingOperand),
    ("& P", .missingOperand), ("P(a,)", .missingOperand), ("P()", .missingOperand),
    ("∀x x", .termAsFormula), ("\"Walden\"", .termAsFormula), ("∃!x P(x)", .unsupported),
    ("-no x. (P(x))", .unsupported), ("A is B", .unexpectedToken), ("P(\"a)", .unterminatedQuote),
    ("P(a) @ Q", .unexpectedCharacter), ("∀ (P)", .unexpectedToken),
    ("a = b = c", .unexpectedToken),
    ("∀f P(f(a))", .unsupported), ("", .emptyFormula),
  ])
  func otherFaultsEndTheStatement(_ text: String, _ code: DiagnosticCode) {
    for repairs in [false, true] {
      let reading = InfixReading(text, repairs: repairs)
      #expect(reading.formula == nil)
      #expect(reading.codes.contains(code))
    }
  }
}

@Suite struct InfixLimitTests {
  @Test func nestingIsLimited() {
    for text in [
      String(repeating: "(", count: 200_000), String(repeating: "-", count: 200_000) + "P",
      String(repeating: "P(", count: 200_000), String(repeating: "P -> ", count: 200_000) + "P",
      "P(" + String(repeating: "f(", count: 200_000) + "a",
    ] {
      let reading = InfixReading(text)
      #expect(reading.formula == nil)
      #expect(reading.codes.contains(.nestingTooDeep))
    }
    let deepest = String(repeating: "-", count: Formula.maximumDepth) + "P"
    #expect(InfixReading(deepest).formula != nil)
    #expect(InfixReading("-" + deepest).formula == nil)
  }

  @Test func sizeIsLimited() {
    let wide = Array(repeating: "P", count: 300_000).joined(separator: " & ")
    guard case .and(let parts)? = InfixReading(wide).formula else {
      Issue.record("not read as a conjunction")
      return
    }
    #expect(parts.count == 300_000)
    let tooWide = Array(repeating: "P", count: 410_000).joined(separator: "|")
    #expect(InfixReading(tooWide).codes == [.formulaTooLarge])
    let commas = Array(repeating: "P", count: 50_000).joined(separator: ", ")
    #expect(InfixReading(commas).diagnostics.count == 20)
  }

  @Test func mutatedBytesNeverCrash() {
    let seeds = [
      "∀x (Dog(x) → ∃y (Owner(y, x) ∧ y ≠ x)) ⊕ Risk-averse(c++)",
      "all x. (Dog(x) -> exists y. (Owner(y, x) & y != x)) | P('it')",
      "ForAll(x, Dog(x), Cat(captain america)) <-> $true",
    ].map { Array($0.utf8) }
    var random = SeededGenerator(seed: 7)
    for round in 0..<6_000 {
      var bytes = seeds[round % seeds.count]
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(seeds[0][at % seeds[0].count], at: at)
        default: bytes.remove(at: at)
        }
        if bytes.isEmpty { bytes = [0x28] }
      }
      var session = ReadingSession(options: ReadingOptions(repairs: round % 2 == 0))
      session.sources = [SourceText(name: "m", bytes: bytes)]
      let formula = session.parseFormula(source: 0, span: Span(0, bytes.count), statement: 0)
      let isFaulty = session.diagnostics.contains {
        $0.severity == .error && $0.repair?.applied != true
      }
      #expect(formula == nil || !isFaulty)
      #expect(formula != nil || !session.diagnostics.isEmpty)
      #expect(formula?.freeVariables.isEmpty ?? true)
    }
  }
}
