import Diagnostics
import FirstOrderLogic
import TestSupport
import Testing

@Suite struct ProblemWriterTests {
  private var problem: Problem {
    Problem(
      premises: [
        Statement(
          name: "rule 1",
          formula: .forAll(
            "x",
            .implies(
              .predicate("p", .variable("x")), .predicate("q", .variable("x"), .distinct("Apple"))))
        ),
        Statement(name: "b", formula: .predicate("p", .distinct("12"))),
      ],
      conclusion: Statement(
        name: "goal", formula: .exists("x", .predicate("q", .constant("p"), .variable("x")))))
  }

  @Test func everyLanguageHasItsForm() {
    #expect(
      ProblemWriter.write(problem, as: .tptp) == """
        fof('rule 1', axiom, ! [X] : (p(X) => q(X,"Apple"))).
        fof(b, axiom, p(12)).
        fof(goal, conjecture, ? [X] : q(p,X)).

        """)
    #expect(
      ProblemWriter.write(problem, as: .native) == """
        ∀x (p(x) → q(x, Apple))
        p(12)
        Apple ≠ 12
        ⊢ ∃x q(c_p, x)

        """)
    #expect(
      ProblemWriter.write(problem, as: .prover9) == """
        formulas(assumptions).
          all x (p(x) -> q(x, Apple)).
          p(12).
          Apple != 12.
        end_of_list.

        formulas(goals).
          exists x q(c_p, x).
        end_of_list.

        """)
    #expect(
      ProblemWriter.write(problem, as: .nltk) == """
        all x.(p(x) -> q(x, Apple))
        p(12)
        Apple != 12
        exists x.q(c_p, x)

        """)
    #expect(
      ProblemWriter.write(problem, as: .logicLM) == """
        Predicates:
        p(x1) ::: p(x1)
        q(x1, x2) ::: q(x1, x2)
        Premises:
        ∀x (p(x) → q(x, Apple)) ::: ∀x (p(x) → q(x, Apple))
        p(12) ::: p(12)
        Apple ≠ 12 ::: Apple ≠ 12
        Conclusion:
        ∃x q(c_p, x) ::: ∃x q(c_p, x)

        """)
    #expect(
      ProblemWriter.write(problem, as: .smtlib) == """
        (set-option :produce-unsat-cores true)
        (set-logic UF)
        (declare-sort U 0)
        (declare-fun p (U) Bool)
        (declare-fun q (U U) Bool)
        (declare-fun c_p () U)
        (declare-fun Apple () U)
        (declare-fun |12| () U)
        (assert (distinct Apple |12|))
        (assert (! (forall ((x U)) (=> (p x) (q x Apple))) :named rule_1))
        (assert (! (p |12|) :named b))
        (assert (! (not (exists ((x U)) (q c_p x))) :named negated_goal))
        (check-sat)

        """)
  }

  /// Names are odd and overloaded; what is written in TPTP is read back the same.
  @Test(arguments: 0..<100)
  func tptpComesBack(_ seed: UInt64) {
    var generator = FormulaGenerator(seed: seed)
    generator.variables = ["X", "Y"]
    generator.predicates = TPTPNotationTests.oddNames.map { ($0, 1) } + [("p", 0), ("p", 2)]
    generator.functions += [("p", 0), ("p", 1), ("!", 0)]
    var written = Problem(premises: [], conclusion: nil)
    for number in 0..<5 {
      written.premises.append(
        Statement(name: "it's \(number)", formula: generator.formula(depth: 4)))
    }
    if Bool.random(using: &generator.random) {
      written.conclusion = Statement(name: "goal", formula: generator.formula(depth: 4))
    }
    let result = TPTPReader.read(SourceText(ProblemWriter.write(written, as: .tptp))) { _ in nil }
    #expect(result.diagnostics == [])
    #expect(result.problem.statements.map(\.formula) == written.statements.map(\.formula))
    #expect(result.problem.statements.map(\.name) == written.statements.map(\.name))
    #expect((result.problem.conclusion == nil) == (written.conclusion == nil))
  }

  /// Overloaded names come apart, odd ones are renamed, and the readers find nothing to refuse.
  @Test(arguments: 0..<40)
  func everyLanguageIsReadBackWithoutErrors(_ seed: UInt64) {
    var generator = FormulaGenerator(seed: seed)
    generator.predicates = TPTPNotationTests.oddNames.map { ($0, 1) } + [("p", 0), ("p", 2)]
    generator.functions += [("p", 0), ("p", 1), ("Upper", 2)]
    let formulas = (0..<5).map { _ in generator.formula(depth: 4) }
    let statements = formulas.enumerated().map { Statement(name: "s\($0)", formula: $1) }
    let problem = Problem(premises: Array(statements.dropLast()), conclusion: statements.last)
    let formats: [(OutputFormat, InputFormat)] = [
      (.native, .native), (.nltk, .nltk), (.folio, .folio), (.prover9, .prover9),
      (.logicLM, .logicLM),
    ]
    for (format, reader) in formats {
      let text = ProblemWriter.write(problem, as: format)
      let result = ProblemReader.read(SourceText(text), format: reader) { _ in nil }
      #expect(result.isUsable, "\(text)\n\(result.diagnostics.map { $0.rendered() })")
      #expect(result.problem.premises.count == 4, "\(text)")
      #expect(result.problem.conclusion != nil, "\(text)")
      #expect(
        ProblemWriter.write(result.problem, as: format) == text, "what is plain stays as it is")
    }
  }
}
