// Evidence in the formats of the TPTP world: derivations (Sutcliffe, Schulz, Claessen and Van Gelder
// 2006) that other systems read and check, and finite interpretations.
//
// Statuses: `cth` for the negated conjecture, `esa` (equisatisfiable) for Skolemization, `thm` for
// all else. Formulas have their free variables bound, which `fof` asks for.

import FirstOrderLogic

extension ProofRendering {
  /// The refutation as a TSTP derivation, or else the models as interpretations.
  ///
  /// - Parameters:
  ///   - certificate: the evidence.
  ///   - problem: what the problem is called in `file(...)` and in the SZS lines.
  public static func tstp(_ certificate: Certificate, problem: String) -> String {
    if let refutation = certificate.refutation {
      let lines = derivation(refutation, certificate.problem, problem)
      return block("CNFRefutation", problem, lines)
    }
    return certificate.models.map {
      block(
        "FiniteModel", problem, ["% conclusion \($0.stance.rawValue)"] + interpretation($0.model))
    }.joined()
  }

  private static func block(_ form: String, _ problem: String, _ lines: [String]) -> String {
    let name = problem.split { $0 == "\n" || $0 == "\r" }.joined(separator: " ")
    let head = "% SZS output start \(form) for \(name)"
    let tail = "% SZS output end \(form) for \(name)"
    return ([head] + lines + [tail]).joined(separator: "\n") + "\n"
  }

  private static func quoted(_ name: String) -> String { TPTPNotation.text(.constant(name)) }

  private static func derivation(
    _ refutation: Refutation, _ problem: Problem, _ file: String
  ) -> [String] {
    let steps = refutation.neededSteps
    func leaf(_ name: String) -> String { "file(\(quoted(file)),\(quoted(name)))" }
    var lines: [String] = []
    let isDenied = steps.contains { $0.rule == .negatedConclusion }
    if isDenied, let conclusion = problem.conclusion {
      let formula = TPTPNotation.text(conclusion.formula)
      lines.append("fof(s0, conjecture, (\(formula)), \(leaf(conclusion.name))).")
    }
    for step in steps {
      let source: String
      var role = "plain"
      switch step.rule {
      case .premise(let name): (role, source) = ("axiom", leaf(name))
      case .conclusion: (role, source) = ("hypothesis", leaf(problem.conclusion?.name ?? ""))
      case .negatedConclusion:
        role = "negated_conjecture"
        source = "inference(negated_conclusion,[status(cth)],[s0])"
      case .definition(let symbol):
        role = "definition"
        source = "introduced(definition,[new_symbols(definition,[\(quoted(symbol))])])"
      case .distinctness: (role, source) = ("axiom", "introduced(theory,[distinct_objects])")
      case .skolemization(_, let symbols) where !symbols.isEmpty:
        let names = symbols.map { quoted($0.name) }.joined(separator: ",")
        source = inference(step.rule, "status(esa),new_symbols(skolem,[\(names)])")
      default: source = inference(step.rule, "status(thm)")
      }
      lines.append(annotated(step, role, source))
    }
    return lines
  }

  private static func inference(_ rule: Rule, _ information: String) -> String {
    let parents = rule.parents.map { "s\($0)" }.joined(separator: ",")
    return "inference(\(rule.name),[\(information)],[\(parents)])"
  }

  private static func annotated(_ step: Step, _ role: String, _ source: String) -> String {
    switch step.content {
    case .clause(let literals):
      return "cnf(s\(step.id), \(role), (\(TPTPNotation.text(literals))), \(source))."
    case .formula(let formula):
      let closed = formula.freeVariables.sorted(by: >).reduce(formula) { .forAll($1, $0) }
      return "fof(s\(step.id), \(role), (\(TPTPNotation.text(closed))), \(source))."
    }
  }

  // Elements are constants that differ, not distinct objects: the problem may have such of its own.
  private static func interpretation(_ model: FiniteModel) -> [String] {
    let names = model.functions.map(\.name) + model.predicates.map(\.name)
    var prefix = "e"
    while names.contains(where: { $0.hasPrefix(prefix) }) { prefix += "e" }
    let elements = (0..<max(0, model.size)).map { Term.constant("\(prefix)\($0)") }
    let domain = elements.map { Formula.equal(.variable("X"), $0) }
    var facts: [Formula] = [.forAll("X", conjunction(domain, isOr: true))]
    for (index, element) in elements.enumerated() {
      facts += elements[..<index].map { .not(.equal($0, element)) }
    }
    var lines = [annotated("domain", "interpretation_domain", conjunction(facts))]
    for table in model.functions {
      let facts = table.values.enumerated().map { index, value in
        Formula.equal(term(table, index, elements, model.size), elements[value])
      }
      lines.append(annotated("terms", "interpretation_terms", conjunction(facts)))
    }
    for table in model.predicates {
      let facts = table.values.enumerated().map { index, value in
        let arguments = arguments(index, table.arity, elements, model.size)
        let atom = Formula.atom(.predicate(table.name, arguments))
        return value ? atom : .not(atom)
      }
      lines.append(annotated("atoms", "interpretation_atoms", conjunction(facts)))
    }
    return lines
  }

  private static func arguments(
    _ index: Int, _ arity: Int, _ elements: [Term], _ size: Int
  ) -> [Term] {
    ModelTuple.arguments(ofEntry: index, arity: arity, size: size).map { elements[$0] }
  }

  private static func term(
    _ table: FiniteModel.Table<Int>, _ index: Int, _ elements: [Term], _ size: Int
  ) -> Term {
    .application(table.name, arguments(index, table.arity, elements, size))
  }

  private static func conjunction(_ parts: [Formula], isOr: Bool = false) -> Formula {
    guard parts.count != 1 else { return parts[0] }
    return isOr ? .or(parts) : .and(parts)
  }

  private static func annotated(_ name: String, _ role: String, _ formula: Formula) -> String {
    "fof(\(name), \(role), (\(TPTPNotation.text(formula))))."
  }
}
