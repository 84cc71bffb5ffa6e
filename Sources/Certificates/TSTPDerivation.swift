// A refutation as lines of a TSTP derivation (Sutcliffe, Schulz, Claessen and Van Gelder 2006).
//
//   fof(s4, plain, (FORMULA), inference(RULE,[status(thm)],[s2,s3])).
//
// A certificate's definition may be one direction of d ↔ B, all that its clauses need. F[d] does not
// follow from F[B] and that direction, though, so the derivation introduces d ↔ B in a line of its
// own, from which the direction and every renaming follow.

import FirstOrderLogic

/// The lines of one derivation.
struct TSTPDerivation {
  private let steps: [Step]
  private let conclusion: Statement?
  private let file: String
  /// Steps that others follow from, not counting what renamings take from definitions.
  private let parents: Set<Int>
  /// Names of the lines d ↔ B, by symbol, and by the steps that introduce the symbol.
  private var equivalences: [String: String] = [:]
  private var definitions: [Int: String] = [:]

  init(_ refutation: Refutation, _ problem: Problem, file: String) {
    steps = refutation.neededSteps
    conclusion = problem.conclusion
    let name = Self.quoted(file)
    self.file = name.hasPrefix("'") ? name : "'\(name)'"
    parents = steps.reduce(into: []) { parents, step in
      if case .renaming(let parent, _) = step.rule {
        parents.insert(parent)
      } else {
        parents.formUnion(step.rule.parents)
      }
    }
  }

  /// The lines, parents first.
  mutating func lines() -> [String] {
    var lines: [String] = []
    if let conclusion, steps.contains(where: { $0.rule == .negatedConclusion }) {
      lines.append(
        Self.annotated("s0", "conjecture", conclusion.formula, leaf(conclusion.name)))
    }
    for step in steps {
      if case .definition(let symbol) = step.rule {
        lines += define(symbol, step)
        if !parents.contains(step.id) { continue }
      }
      let (role, source) = annotation(step)
      switch step.content {
      case .clause(let literals):
        lines.append(
          "cnf(s\(step.id), \(role), (\(TPTPNotation.text(literals))), \(source)).")
      case .formula(let formula):
        let closed = formula.freeVariables.sorted(by: >).reduce(formula) { .forAll($1, $0) }
        lines.append(Self.annotated("s\(step.id)", role, closed, source))
      }
    }
    return lines
  }

  /// The line that introduces a symbol, unless an earlier step has done it.
  private mutating func define(_ symbol: String, _ step: Step) -> [String] {
    if let known = equivalences[symbol] {
      definitions[step.id] = known
      return []
    }
    guard case .formula(let formula) = step.content else { return [] }
    let name = "d\(step.id)"
    equivalences[symbol] = name
    definitions[step.id] = name
    let source = "introduced(definition,[new_symbols(definition,[\(Self.quoted(symbol))])],[])"
    return [Self.annotated(name, "definition", formula.equivalence, source)]
  }

  private func annotation(_ step: Step) -> (role: String, source: String) {
    switch step.rule {
    case .premise(let name): ("axiom", leaf(name))
    case .conclusion: ("hypothesis", leaf(conclusion?.name ?? ""))
    case .negatedConclusion:
      ("negated_conjecture", "inference(negated_conclusion,[status(cth)],[s0])")
    case .definition:
      ("plain", inference(step.rule, "status(thm)", [definitions[step.id] ?? ""]))
    case .renaming(let parent, _):
      (
        "plain",
        inference(
          step.rule, "status(thm)",
          step.rule.parents.map { $0 == parent ? "s\($0)" : definitions[$0] ?? "" })
      )
    case .distinctness: ("axiom", "introduced(tautology,[distinct_objects],[])")
    case .skolemization(let parent, let symbols) where !symbols.isEmpty:
      ("plain", inference(step.rule, Self.skolemInformation(symbols), ["s\(parent)"]))
    default:
      ("plain", inference(step.rule, "status(thm)", step.rule.parents.map { "s\($0)" }))
    }
  }

  private static func skolemInformation(_ symbols: [SkolemSymbol]) -> String {
    let names = symbols.map { quoted($0.name) }.joined(separator: ",")
    return "status(esa),new_symbols(skolem,[\(names)])"
  }

  private func leaf(_ name: String) -> String { "file(\(file),\(Self.quoted(name)))" }

  private func inference(_ rule: Rule, _ information: String, _ parents: [String]) -> String {
    "inference(\(rule.name),[\(information)],[\(parents.joined(separator: ","))])"
  }

  private static func annotated(
    _ name: String, _ role: String, _ formula: Formula, _ source: String
  ) -> String {
    "fof(\(name), \(role), (\(TPTPNotation.text(formula))), \(source))."
  }

  private static func quoted(_ name: String) -> String { TPTPNotation.text(.constant(name)) }
}

extension Formula {
  /// A definition whole, if it is one direction only: ∀x̄ (A → B) becomes ∀x̄ (A ↔ B).
  fileprivate var equivalence: Formula {
    switch self {
    case .quantified(let quantifier, let name, let body):
      .quantified(quantifier, name, body.equivalence)
    case .implies(let left, let right): .iff(left, right)
    default: self
    }
  }
}
