import Diagnostics
import TestSupport
import Testing

@testable import FirstOrderLogic

@Suite struct InfixPrinterTests {
  private static let languages: [(InfixNotation, InfixWriting)] = [
    (.folio, .folio), (.nltk, .nltk), (.prover9, .prover9),
  ]

  private func read(_ text: String, _ notation: InfixNotation) -> (Formula?, [DiagnosticCode]) {
    var session = ReadingSession(options: ReadingOptions())
    session.sources = [SourceText(text)]
    let formula = session.parseFormula(
      source: 0, span: Span(0, text.utf8.count), statement: 0, notation: notation)
    return (formula, session.diagnostics.map(\.code))
  }

  /// What the language has instead of ⊕, and of ⊤ and ⊥ where it has none.
  private func expected(_ formula: Formula, _ writing: InfixWriting) -> Formula {
    func walk(_ part: Formula) -> Formula {
      switch part {
      case .atom: part
      case .constant(let truth):
        if (truth ? writing.top : writing.bottom) != nil {
          part
        } else {
          truth ? Self.valid : .not(Self.valid)
        }
      case .not(let body): .not(walk(body))
      case .and(let parts): .and(parts.map(walk))
      case .or(let parts): .or(parts.map(walk))
      case .implies(let left, let right): .implies(walk(left), walk(right))
      case .iff(let left, let right): .iff(walk(left), walk(right))
      case .xor(let left, let right):
        writing.xor == nil ? .not(.iff(walk(left), walk(right))) : .xor(walk(left), walk(right))
      case .quantified(let quantifier, let name, let body):
        .quantified(quantifier, name, walk(body))
      }
    }
    return walk(formula)
  }

  private static let valid = Formula.forAll("x", .equal(.variable("x"), .variable("x")))

  /// Faults that are in the formula itself and not in how it is printed.
  private static let inherent: Set<DiagnosticCode> = [.unusedQuantifier, .doubledQuantifier]

  @Test(arguments: 0..<60)
  func formulasComeBackToTheLetterAndWithoutWarnings(_ seed: UInt64) {
    var generator = FormulaGenerator(seed: seed)
    generator.hasConstants = true
    generator.functions += [("socrates", 0), ("g", 2)]
    for _ in 0..<20 {
      let formula = generator.formula(depth: 5)
      for (notation, writing) in Self.languages {
        let text = InfixPrinter.text(
          SymbolNaming([formula], rules: writing.rules).renamed(formula), writing)
        let (back, codes) = read(text, notation)
        #expect(back == expected(formula, writing), "\(text)")
        #expect(codes.allSatisfy(Self.inherent.contains), "\(text) \(codes)")
      }
    }
  }

  @Test(arguments: 0..<60)
  func oddNamesComeBackAsTheyWereNamed(_ seed: UInt64) {
    var generator = FormulaGenerator(seed: seed)
    let names =
      TPTPNotationTests.oddNames + [
        "l-2021", "y1984", "all", "not", "And", "a", "x1", "c_x1", "'", "\"'", "$T", "(", "c++",
      ]
    generator.predicates = names.map { ($0, 0) } + names.map { ($0, 2) }
    generator.functions = names.map { ($0, 0) } + names.map { ($0, 1) }
    generator.variables = ["x", "X", "a", "all", "é", "l-2021", "y1984"]
    for _ in 0..<10 {
      let formula = generator.formula(depth: 5)
      for (notation, writing) in Self.languages {
        let naming = SymbolNaming([formula], rules: writing.rules)
        let named = naming.renamed(formula)
        let text = InfixPrinter.text(named, writing)
        let (back, codes) = read(text, notation)
        #expect(back == expected(named, writing), "\(text)")
        #expect(codes.allSatisfy(Self.inherent.contains), "\(text) \(codes)")
        #expect(Set(naming.symbols.map(naming.name(of:))).count == naming.symbols.count)
      }
    }
  }

  @Test func formulasAsPeopleWriteThem() {
    let x = Term.variable("x")
    let formula = Formula.forAll(
      "x",
      .implies(
        .and([.predicate("Dog", x), .not(.equal(x, .constant("rex")))]),
        .xor(.exists("y", .predicate("Owns", .variable("y"), x)), .predicate("Stray", x))))
    #expect(
      FOLIONotation.text(formula)
        == "∀x (Dog(x) ∧ x ≠ rex → ((∃y Owns(y, x)) ⊕ Stray(x)))")
    #expect(NativeNotation.text(formula) == FOLIONotation.text(formula))
    #expect(
      NLTKNotation.text(formula)
        == "all x.(Dog(x) & x != rex -> -((exists y.Owns(y, x)) <-> Stray(x)))")
    #expect(
      Prover9Notation.text(formula)
        == "all x (Dog(x) & x != rex -> -((exists y Owns(y, x)) <-> Stray(x)))")
  }

  @Test func prover9sVariablesAreNoConstants() {
    let formula = Formula.forAll(
      "person",
      .and([
        .predicate("born", .variable("person"), .constant("y1984")),
        .predicate("p", .constant("c_y1984"), .application("y1984", [.constant("x")])),
      ]))
    #expect(
      Prover9Notation.text(formula)
        == "all x (born(x, c_y1984_2) & p(c_y1984, y1984(c_x)))")
  }
}
