// A refutation told step by step, for proofs whose steps have no ground instances: those that split
// clauses, and long ones. Every line says in English what its step states; steps that only change a
// formula's form are not told, and the lines after them name what they came from.

import Certificates
import FirstOrderLogic

enum StepNarration {
  /// Most lines; a longer proof is counted and not told.
  private static let maximumLines = 60

  static func lines(
    _ refutation: Refutation, problem: Problem, wording: ProblemWording
  ) -> [String] {
    let steps = neededSteps(refutation)
    let formulas = steps.map(\.content.universal)
    let verbalizer = FormulaVerbalizer(
      lexicon: Lexicon(problem.statements.map(\.formula) + formulas, wording: wording))
    var lines: [String] = []
    var origins: [Int: [Int]] = [:]
    var told: [Int: Formula] = [:]
    for (step, formula) in zip(steps, formulas) {
      var sources: [Int] = []
      for parent in step.rule.parents {
        for origin in origins[parent] ?? [] where !sources.contains(origin) {
          sources.append(origin)
        }
      }
      if isHidden(step.rule) || sources.contains(where: { told[$0] == formula }) {
        origins[step.id] = sources
        continue
      }
      let number = lines.count + 1
      let isEnd = step.content == .clause([])
      let statement = isEnd ? "that cannot be" : verbalizer.clause(formula)
      let reason = reason(step.rule, sources, stance: refutation.stance)
      lines.append("\(number). \(FormulaVerbalizer.sentence(from: reason + statement))")
      origins[step.id] = [number]
      told[number] = formula
    }
    guard lines.count <= maximumLines else {
      return ["The proof has \(lines.count) steps; `--proof text` shows them."]
    }
    return [opening(refutation.stance)] + lines
  }

  private static func opening(_ stance: Stance) -> String {
    switch stance {
    case .denied: "Suppose the conclusion were false."
    case .asserted: "Suppose the conclusion were true."
    case .absent: "The premises contradict each other."
    }
  }

  private static func isHidden(_ rule: Rule) -> Bool {
    switch rule {
    case .negationNormalForm, .miniscoping, .renaming, .skolemization: true
    default: false
    }
  }

  private static func reason(_ rule: Rule, _ sources: [Int], stance: Stance) -> String {
    switch rule {
    case .premise(let name): return "by \(ProofNarration.reference(name)), "
    case .conclusion, .negatedConclusion: return "as supposed, "
    case .definition: return "in other words, "
    case .distinctness: return "distinct objects differ: "
    default:
      if sources.isEmpty { return "" }
      return "by " + FormulaVerbalizer.joined(sources.map { "(\($0))" }, "and") + ", "
    }
  }

  /// The steps that the last one follows from, and itself.
  private static func neededSteps(_ refutation: Refutation) -> [Step] {
    var needed = Set(refutation.steps.last.map { [$0.id] } ?? [])
    var kept: [Step] = []
    for step in refutation.steps.reversed() where needed.contains(step.id) {
      kept.append(step)
      needed.formUnion(step.rule.parents)
    }
    return kept.reversed()
  }
}

extension Step.Content {
  /// The formula, or the clause as a rule: ∀x̄ (its negative literals' atoms → its positive ones).
  fileprivate var universal: Formula {
    let body: Formula
    switch self {
    case .formula(let formula): body = formula
    case .clause(let literals):
      let premises = literals.filter { !$0.isPositive }.map { Formula.atom($0.atom) }
      let conclusions = literals.filter(\.isPositive).map { Formula.atom($0.atom) }
      func joined(_ parts: [Formula], _ join: ([Formula]) -> Formula) -> Formula? {
        parts.count > 1 ? join(parts) : parts.first
      }
      switch (joined(premises, Formula.and), joined(conclusions, Formula.or)) {
      case (let left?, let right?): body = .implies(left, right)
      case (let left?, nil): body = .not(left)
      case (nil, let right?): body = right
      case (nil, nil): body = .constant(false)
      }
    }
    return body.freeVariables.sorted(by: >).reduce(body) { .forAll($1, $0) }
  }
}
