import FirstOrderLogic
import TestSupport
import Testing

@Suite struct TPTPNotationTests {
  /// Names that need every kind of escape.
  static let oddNames = [
    "a", "two words", "Upper", "Ś", "l-2021", "", "it's", "back\\slash", "tab\tnew\nline",
    "$true", "12", "\u{0}", "\u{7F}", "\\x41", "x", "日本", "\"q\"", "%c", "/*", "e\u{301}",
  ]

  private func generator(_ seed: UInt64) -> FormulaGenerator {
    var generator = FormulaGenerator(seed: seed)
    generator.variables = ["X", "Y1", "Z_z"]
    generator.hasConstants = true
    generator.predicates = Self.oddNames.enumerated().map { ($1, $0 % 3) }
    generator.functions = Self.oddNames.enumerated().map { ($1, ($0 + 2) % 3) } + [("c", 0)]
    return generator
  }

  @Test(arguments: 0..<40)
  func formulasComeBackToTheLetter(_ seed: UInt64) {
    var generator = generator(seed)
    for _ in 0..<50 {
      let formula = generator.formula(depth: 5)
      #expect(TPTPNotation.formula(TPTPNotation.text(formula)) == formula)
    }
  }

  @Test(arguments: 0..<200)
  func clausesAndTermsComeBack(_ seed: UInt64) {
    var generator = generator(seed)
    var clause: [Literal] = []
    for _ in 0..<Int.random(in: 0...4, using: &generator.random) {
      if case .atom(let atom) = generator.atom(["X", "Y1"]) {
        clause.append(Literal(Bool.random(using: &generator.random), atom))
      }
    }
    #expect(TPTPNotation.clause(TPTPNotation.text(clause)) == clause)
    let term = generator.term(4, ["X"])
    #expect(TPTPNotation.term(TPTPNotation.text(term)) == term)
    if let literal = clause.first {
      #expect(TPTPNotation.literal(TPTPNotation.text(literal)) == literal)
    }
  }

  @Test(arguments: 0..<200)
  func otherVariablesAreRenamedToAnAlphabeticVariant(_ seed: UInt64) throws {
    var generator = FormulaGenerator(seed: seed)
    generator.variables = ["x", "x'", "X", "é", "x1"]
    let formula = generator.formula(depth: 6)
    let read = try #require(TPTPNotation.formula(TPTPNotation.text(formula)))
    #expect(
      read.withDistinctVariables(keepingNames: false)
        == formula.withDistinctVariables(keepingNames: false))
  }

  @Test func freeVariablesOfOtherNamesStayVariables() {
    let free = Formula.and([
      .predicate("p", .variable("x"), .variable("X")),
      .forAll("X", .predicate("q", .variable("X"))),
    ])
    let read = TPTPNotation.formula(TPTPNotation.text(free))
    #expect(read?.freeVariables.count == 2)
    #expect(read?.freeVariables.contains("X") == true)
    let clause = [Literal(true, .predicate("p", [.variable("x"), .variable("X0")]))]
    #expect(TPTPNotation.text(clause) == "p(X1,X0)")
    #expect(TPTPNotation.text(.application("f", [.variable("y")])) == "f(X0)")
  }

  @Test func formulasAsPeopleWriteThem() throws {
    let text = "! [X,Y] : (p(X) & ~ q('A b',Y) & X != f(Y)) => (? [Z] : r | $false)"
    let formula = try #require(TPTPNotation.formula(text))
    #expect(TPTPNotation.text(formula) == text)
    #expect(
      TPTPNotation.formula("(a & b) & c")
        == .and([.and([.predicate("a"), .predicate("b")]), .predicate("c")]))
    #expect(
      TPTPNotation.formula("a & b & c")
        == .and([.predicate("a"), .predicate("b"), .predicate("c")]))
    #expect(TPTPNotation.formula("! [X] : ! [Y] : p(X)") == TPTPNotation.formula("![X,Y]:p(X)"))
    #expect(TPTPNotation.formula("a <= b") == .implies(.predicate("b"), .predicate("a")))
    #expect(TPTPNotation.formula("a ~| b") == .not(.or([.predicate("a"), .predicate("b")])))
    #expect(TPTPNotation.formula("a ~& b") == .not(.and([.predicate("a"), .predicate("b")])))
    #expect(TPTPNotation.formula("a <~> b") == .xor(.predicate("a"), .predicate("b")))
    #expect(TPTPNotation.formula("'abc' % end\n /* x */") == .predicate("abc"))
  }

  @Test(arguments: [
    "", "a b", "a &", "& a", "a & b | c", "a => b => c", "(a", "a)", "X", "12", "\"a\"", "p(",
    "p()", "p(a", "p(a,)", "p(a & b)", "! [x] : p", "! X : p", "! [X] p(X)", "! [] : p", "~",
    "a = b = c", "$less(a,b)", "$$x", "a && b", "a -> b", "∀x p", "'a", "'a\\q'", "/* a", "a.",
    "007 = a", "p(X) ! [Y]", "[a]", "a <-> b", "f(! [X] : p)", "(a) = b", "\"a\n\" = b",
  ])
  func refuses(_ text: String) {
    #expect(TPTPNotation.formula(text) == nil)
  }

  @Test func clausesHaveNoOtherConnectives() {
    #expect(TPTPNotation.clause("$false") == [])
    #expect(TPTPNotation.text([Literal]()) == "$false")
    #expect(
      TPTPNotation.clause("a | ~ b(X) | X != c") == [
        Literal(true, .predicate("a", [])), Literal(false, .predicate("b", [.variable("X")])),
        Literal(false, .equality(.variable("X"), .constant("c"))),
      ])
    for text in [
      "a & b", "~ ~ a", "~ a != b", "$true", "a | $false", "! [X] : p(X)", "a | (b | c)",
    ] {
      #expect(TPTPNotation.clause(text) == nil)
    }
  }

  @Test func numbersAreOneObjectAValue() {
    let spellings = [
      "5": ["+5", "5"], "0": ["-0", "+0"], "-12": ["-12"], "2/3": ["4/6", "+2/3"],
      "1.5": ["1.50", "15.0E-1", "0.15e1"], "0.0": ["0.00", "-0.0E7"], "100.0": ["1.0E2", "1E+2"],
      "1.0E99": ["1.0E99", "10.0E98", "0.1E100"], "-2.5E-40": ["-0.25E-39"],
    ]
    for (canonical, texts) in spellings {
      for text in texts { #expect(TPTPNotation.term(text) == .distinct(canonical)) }
      #expect(TPTPNotation.text(.distinct(canonical)) == canonical)
    }
    for text in ["1.0E1099511627777", "10.0E1099511627776", "1/18446744073709551616", "1/0"] {
      #expect(TPTPNotation.term(text) == nil)
    }
  }

  @Test(arguments: [
    "apple", "5", "\"5\"", "\"\"5\"\"", "2.00", "\"", "\\", "1/2", "", "\"a\"", "-0",
  ])
  func objectsInQuotesAreNoNumbers(_ object: String) throws {
    let text = TPTPNotation.text(.distinct(object))
    #expect(TPTPNotation.term(text) == .distinct(object))
    let quoted = try #require(TPTPNotation.term("\"5\""))
    #expect(quoted != .distinct("5"))
    #expect(TPTPNotation.text(quoted) == "\"5\"")
  }

  @Test func depthIsLimitedAndEveryFormulaUpToTheLimitComesBack() {
    var formula = Formula.predicate("p")
    for level in 0..<Formula.maximumDepth {
      switch level % 4 {
      case 0: formula = .not(formula)
      case 1: formula = .and([.predicate("q"), formula])
      case 2: formula = .forAll("X", formula)
      default: formula = .implies(formula, .predicate("q"))
      }
    }
    #expect(TPTPNotation.formula(TPTPNotation.text(formula)) == formula)
    var term = Term.variable("X")
    for _ in 0..<Formula.maximumDepth { term = .application("f", [term]) }
    #expect(TPTPNotation.term(TPTPNotation.text(term)) == term)
    for opening in ["(", "~", "! [X] : ", "p(", "a = f(", "(a & "] {
      #expect(TPTPNotation.formula(String(repeating: opening, count: 100_000) + "a") == nil)
    }
  }
}
