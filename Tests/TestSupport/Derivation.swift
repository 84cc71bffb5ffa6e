// The steps of a refutation by number, and whether a step's clause may be false where its parents are
// true: searched for among random interpretations, see Corruption.swift.

import Certificates
import FirstOrderLogic

/// The steps of a refutation by their ids.
struct Derivation {
  let contents: [Int: Step.Content]
  let order: [Int]

  init(_ steps: [Step]) {
    contents = Dictionary(uniqueKeysWithValues: steps.map { ($0.id, $0.content) })
    order = steps.map(\.id)
  }

  func clause(_ id: Int) -> [Literal]? {
    if case .clause(let literals)? = contents[id] { literals } else { nil }
  }

  func formula(_ id: Int) -> Formula? {
    if case .formula(let formula)? = contents[id] { formula } else { nil }
  }

  func instance(_ id: Int, _ substitution: Substitution) -> [Literal]? {
    clause(id)?.map { Literal($0.isPositive, $0.atom.substituting(substitution)) }
  }

  // What the step follows from once its substitutions are in, as formulas.
  private func grounds(of rule: Rule) -> [Formula]? {
    func instances(_ premisses: [Premiss]) -> [Formula]? {
      var formulas: [Formula] = []
      for premiss in premisses {
        guard let literals = instance(premiss.step, premiss.substitution) else { return nil }
        formulas.append(Self.formula(literals))
      }
      return formulas
    }
    switch rule {
    case .negationNormalForm(let parent), .miniscoping(let parent):
      return formula(parent).map { [$0] }
    case .clause(let parent, let substitution):
      return formula(parent).map { [$0.instance(substitution)] }
    case .instantiation(let parent, let substitution):
      return instances([Premiss(step: parent, literal: 0, substitution: substitution)])
    case .resolution(let left, let right): return instances([left, right])
    case .paramodulation(let from, _, let into, _): return instances([from, into])
    case .equalityResolution(let parent), .equalityFactoring(let parent, _, _, _):
      return instances([parent])
    case .splitting(let parent, _, _, let id):
      guard let literals = clause(parent), let definition = definition(id) else { return nil }
      let formula = Self.formula(literals)
      return [
        formula.freeVariables.sorted().reduce(formula) { .forAll($1, $0) },
        .iff(definition.atom, definition.body),
      ]
    default: return nil
    }
  }

  static func formula(_ literals: [Literal]) -> Formula {
    literals.reduce(.constant(false)) {
      .or([$0, $1.isPositive ? .atom($1.atom) : .not(.atom($1.atom))])
    }
  }

  /// Whether an interpretation and an assignment make the grounds true and the step false.
  func isRefutable(_ step: Step, seed: UInt64) -> Bool {
    guard let grounds = grounds(of: step.rule) else { return false }
    let content: Formula =
      switch step.content {
      case .formula(let formula): formula
      case .clause(let literals): Self.formula(literals)
      }
    let free = grounds.reduce(content.freeVariables) { $0.union($1.freeVariables) }.sorted()
    for attempt in 0..<60 {
      var random = SeededGenerator(seed: seed &+ UInt64(attempt))
      let size = 1 + attempt % 3
      let interpretation = Interpretation(seed: random.next(), size: size)
      var assignment: [String: Int] = [:]
      for name in free { assignment[name] = Int.random(in: 0..<size, using: &random) }
      if !interpretation.holds(content, assignment),
        grounds.allSatisfy({ interpretation.holds($0, assignment) })
      {
        return true
      }
    }
    return false
  }
}

extension Formula {
  // For quantifier-free formulas in negation normal form.
  fileprivate func instance(_ substitution: Substitution) -> Formula {
    switch self {
    case .atom(let atom): .atom(atom.substituting(substitution))
    case .not(let body): .not(body.instance(substitution))
    case .and(let parts): .and(parts.map { $0.instance(substitution) })
    case .or(let parts): .or(parts.map { $0.instance(substitution) })
    default: self
    }
  }
}
