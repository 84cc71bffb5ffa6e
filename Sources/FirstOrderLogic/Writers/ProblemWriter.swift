// Writes a whole problem in any language, its symbols named once for all statements.
//
// Only TPTP and SMT-LIB can say that distinct objects differ. Elsewhere each becomes a constant, and
// premises say of every two that they are unequal, so that the written problem has the same verdict.

/// Writes problems.
public enum ProblemWriter {
  /// The problem in a language, with a newline at its end.
  ///
  /// - Complexity: O(size), and quadratic in the number of distinct objects.
  public static func write(_ problem: Problem, as format: OutputFormat) -> String {
    switch format {
    case .tptp: tptp(problem)
    case .smtlib: SMTLIBWriter.text(problem)
    case .native: native(problem)
    case .folio: lines(infix(problem, .folio))
    case .nltk: lines(infix(problem, .nltk))
    case .prover9: prover9(problem)
    case .logicLM: logicLM(problem)
    }
  }

  private static func tptp(_ problem: Problem) -> String {
    func statement(_ statement: Statement, _ role: String) -> String {
      var text = "fof("
      TPTPQuoting.appendName(statement.name, to: &text)
      return text + ", \(role), \(TPTPNotation.text(statement.formula))).\n"
    }
    return problem.premises.map { statement($0, "axiom") }.joined()
      + (problem.conclusion.map { statement($0, "conjecture") } ?? "")
  }

  /// The problem's formulas in a language's names.
  private struct NamedProblem {
    var naming: SymbolNaming
    var premises: [String]
    var conclusion: String?
  }

  private static func infix(_ problem: Problem, _ writing: InfixWriting) -> NamedProblem {
    let naming = SymbolNaming(problem.statements.map(\.formula), rules: writing.rules)
    var formulas = problem.premises.map { naming.renamed($0.formula) }
    let objects = naming.objects.map { Term.constant(naming.name(ofObject: $0)) }
    for (index, object) in objects.enumerated() {
      for other in objects[..<index] { formulas.append(.not(.equal(other, object))) }
    }
    return NamedProblem(
      naming: naming, premises: formulas.map { InfixPrinter.text($0, writing) },
      conclusion: problem.conclusion.map {
        InfixPrinter.text(naming.renamed($0.formula), writing)
      })
  }

  private static func lines(_ problem: NamedProblem) -> String {
    (problem.premises + (problem.conclusion.map { [$0] } ?? [])).map { $0 + "\n" }.joined()
  }

  private static func native(_ problem: Problem) -> String {
    let named = infix(problem, .folio)
    return named.premises.map { $0 + "\n" }.joined()
      + (named.conclusion.map { "⊢ \($0)\n" } ?? "")
  }

  private static func prover9(_ problem: Problem) -> String {
    let named = infix(problem, .prover9)
    func list(_ name: String, _ formulas: [String]) -> String {
      "formulas(\(name)).\n" + formulas.map { "  \($0).\n" }.joined() + "end_of_list.\n"
    }
    return list("assumptions", named.premises)
      + (named.conclusion.map { "\n" + list("goals", [$0]) } ?? "")
  }

  private static func logicLM(_ problem: Problem) -> String {
    let named = infix(problem, .folio)
    let predicates = named.naming.symbols.filter(\.isPredicate).map { symbol in
      let variables = (0..<symbol.arity).map { Term.variable("x\($0 + 1)") }
      let atom = Formula.atom(.predicate(named.naming.name(of: symbol), variables))
      return InfixPrinter.text(atom, .folio)
    }
    func section(_ title: String, _ formulas: [String]) -> String {
      "\(title):\n" + formulas.map { "\($0) ::: \($0)\n" }.joined()
    }
    return section("Predicates", predicates) + section("Premises", named.premises)
      + (named.conclusion.map { section("Conclusion", [$0]) } ?? "")
  }
}
