// Spoils valid certificates so that what comes out is certainly invalid.
//
// A random change may leave a certificate valid (another parent that does as well, an entry of a
// model that nothing depends on), and a test that expects rejection would then be wrong. So every
// change is emitted only with a reason of its own why no correct kernel may accept it:
//
//   by form       an id that is no earlier step, an index out of range, another kind of evidence than
//                 the table of verdicts asks, a statement that differs from its premise step, a
//                 new symbol that isn't new or depends on too little
//   by function   premise, normal form, miniscoping, Skolemization and renaming yield one formula
//   by meaning    the rules of clauses are sound under every assignment once the substitutions are
//                 in: where an interpretation and an assignment make the parents' instances true and
//                 the clause false, the step is no such inference. Interpretations are looked for at
//                 random, evaluated by `Interpretation`, which shares nothing with the kernel.

import Certificates
import FirstOrderLogic

/// Draws corruptions.
public struct Corruptor {
  /// What is changed.
  public enum Kind: CaseIterable, Sendable {
    /// A parent's number.
    case wrongParent
    /// A term of a substitution, or a variable that the parent lacks.
    case wrongSubstitution
    /// A clause lacks a literal.
    case droppedLiteral
    /// A literal's index.
    case wrongLiteral
    /// A position, or the direction of an equation.
    case swappedPosition
    /// A step is left out.
    case droppedStep
    /// A step's formula or a clause's sign.
    case changedFormula
    /// A definition's atom in the place of another formula than its body.
    case wrongRenaming
    /// A Skolem or definition symbol is not new.
    case reusedSymbol
    /// A Skolem symbol lacks an argument.
    case missingArgument
    /// The verdict.
    case changedVerdict
    /// How the conclusion stands.
    case changedStance
    /// A model's table.
    case wrongModelEntry
    /// The problem's premise.
    case alteredPremise
    /// The problem's conclusion.
    case alteredConclusion
    /// A premise in problem and step, so that the problem has a model of its own.
    case satisfiableProblem
  }

  var random: SeededGenerator

  /// Makes a corruptor.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// One corruption of a valid certificate, or nil when the change drawn isn't certainly one.
  public mutating func corruption(of certificate: Certificate, _ kind: Kind) -> Certificate? {
    switch kind {
    case .wrongParent: onStep(of: certificate) { $0.wrongParent($1, $2) }
    case .wrongSubstitution: onStep(of: certificate) { $0.wrongSubstitution($1, $2) }
    case .droppedLiteral: onStep(of: certificate) { $0.droppedLiteral($1, $2) }
    case .wrongLiteral: onStep(of: certificate) { $0.wrongLiteral($1, $2) }
    case .swappedPosition: onStep(of: certificate) { $0.swappedPosition($1, $2) }
    case .changedFormula: onStep(of: certificate) { $0.changedFormula($1, $2) }
    case .droppedStep: droppedStep(certificate)
    case .wrongRenaming:
      onStep(of: certificate, only: Rule.renaming(parent: 0, replacements: []).number) {
        $0.wrongRenaming($1, $2)
      }
    case .reusedSymbol: reusedSymbol(certificate)
    case .missingArgument: missingArgument(certificate)
    case .changedVerdict: changedVerdict(certificate)
    case .changedStance: changedStance(certificate)
    case .wrongModelEntry: wrongModelEntry(certificate)
    case .alteredPremise: alteredStatement(certificate, isConclusion: false)
    case .alteredConclusion: alteredStatement(certificate, isConclusion: true)
    case .satisfiableProblem: satisfiableProblem(certificate)
    }
  }

  // Changes one random step of the refutation, of the rule given or else of a random one among those
  // there: resolution would crowd the others out.
  private mutating func onStep(
    of certificate: Certificate, only: Int? = nil,
    _ change: (inout Corruptor, Step, Derivation) -> Step?
  ) -> Certificate? {
    guard let refutation = certificate.refutation else { return nil }
    let rules = refutation.steps.map(\.rule.number)
    let rule = only ?? Set(rules).sorted().randomElement(using: &random)
    guard let index = rules.indices.filter({ rules[$0] == rule }).randomElement(using: &random),
      let step = change(&self, refutation.steps[index], Derivation(refutation.steps))
    else { return nil }
    if Bool.random(using: &random) { return isolated(certificate, index, step) }
    var result = certificate
    result.refutation!.steps[index] = step
    return result
  }

  // The steps before it as they are, then the changed one, then a contradiction between two premises
  // more: nothing that is wrong with later steps can be the reason for a rejection.
  private func isolated(_ certificate: Certificate, _ index: Int, _ step: Step) -> Certificate {
    let goal = Formula.predicate("isolated goal")
    let first = step.id + 1
    var result = certificate
    result.models = []
    var steps = Array(certificate.refutation!.steps[..<index]) + [step]
    for (number, formula) in [goal, .not(goal)].enumerated() {
      let name = "isolated premise \(number)"
      result.problem.premises.append(Statement(name: name, formula: formula))
      let id = first + 2 * number
      steps += [
        Step(id: id, content: .formula(formula), rule: .premise(name: name)),
        Step(
          id: id + 1,
          content: .clause([Literal(number == 0, .predicate("isolated goal", []))]),
          rule: .clause(parent: id, substitution: [:])),
      ]
    }
    steps.append(
      Step(
        id: first + 4, content: .clause([]),
        rule: .resolution(
          left: Premiss(step: first + 1, literal: 0, substitution: [:]),
          right: Premiss(step: first + 3, literal: 0, substitution: [:]))))
    result.refutation!.steps = steps
    return result
  }

  // By form: another step names it, or the last one is then not the empty clause.
  private mutating func droppedStep(_ certificate: Certificate) -> Certificate? {
    guard let steps = certificate.refutation?.steps,
      let index = steps.indices.randomElement(using: &random)
    else { return nil }
    let isNamed = steps.contains { $0.rule.parents.contains(steps[index].id) }
    let isLast = index == steps.count - 1 && steps.dropLast().last?.content != .clause([])
    guard isNamed || isLast else { return nil }
    var result = certificate
    result.refutation!.steps.remove(at: index)
    return result
  }

  // By form: no two verdicts need the same evidence.
  private mutating func changedVerdict(_ certificate: Certificate) -> Certificate? {
    var result = certificate
    result.verdict = Verdict.allCases.randomElement(using: &random)!
    return result.verdict == certificate.verdict ? nil : result
  }

  // By form: the verdict fixes the stance of its refutation and of its models, and Uncertain needs
  // one model of each kind.
  private mutating func changedStance(_ certificate: Certificate) -> Certificate? {
    var result = certificate
    let stance = Stance.allCases.randomElement(using: &random)!
    if result.models.isEmpty || (result.refutation != nil && Bool.random(using: &random)) {
      result.refutation?.stance = stance
    } else {
      result.models[Int.random(in: 0..<result.models.count, using: &random)].stance = stance
    }
    return result == certificate ? nil : result
  }

  // By form when a step states the old formula; by meaning when a model now fails it.
  private mutating func alteredStatement(
    _ certificate: Certificate, isConclusion: Bool
  ) -> Certificate? {
    var result = certificate
    let isStated: Bool
    if isConclusion {
      guard let conclusion = certificate.problem.conclusion else { return nil }
      result.problem.conclusion!.formula = changed(conclusion.formula)
      isStated =
        certificate.refutation?.steps.contains {
          $0.rule == .conclusion || $0.rule == .negatedConclusion
        } ?? false
    } else {
      guard let index = certificate.problem.premises.indices.randomElement(using: &random) else {
        return nil
      }
      let premise = certificate.problem.premises[index]
      result.problem.premises[index].formula = changed(premise.formula)
      isStated = certificate.refutation?.premisesUsed.contains(premise.name) ?? false
    }
    let isFalsified = result.models.contains { !Self.isModel($0, of: result.problem) }
    return isStated || isFalsified ? result : nil
  }

  // By meaning: what has a model, in which distinct objects differ, has no refutation.
  private mutating func satisfiableProblem(_ certificate: Certificate) -> Certificate? {
    guard let refutation = certificate.refutation,
      let index = certificate.problem.premises.indices.randomElement(using: &random)
    else { return nil }
    var result = certificate
    let name = certificate.problem.premises[index].name
    let formula = changed(certificate.problem.premises[index].formula)
    result.problem.premises[index].formula = formula
    result.refutation!.steps = refutation.steps.map { step in
      step.rule == .premise(name: name)
        ? Step(id: step.id, content: .formula(formula), rule: step.rule) : step
    }
    let objects = result.problem.distinctObjects
    for seed in 0..<60 {
      let interpretation = Interpretation(
        seed: UInt64(seed) ^ random.next(), size: 1 + seed % 3)
      guard Set(objects.map { interpretation.function($0, []) }).count == objects.count else {
        continue
      }
      if Self.satisfies(interpretation, result.problem, refutation.stance) { return result }
    }
    return nil
  }

  static func satisfies(
    _ interpretation: Interpretation, _ problem: Problem, _ stance: Stance
  ) -> Bool {
    guard problem.premises.allSatisfy({ interpretation.holds($0.formula) }) else { return false }
    guard stance != .absent, let conclusion = problem.conclusion else { return true }
    return interpretation.holds(conclusion.formula) == (stance == .asserted)
  }

  static func isModel(_ evidence: ModelEvidence, of problem: Problem) -> Bool {
    let interpretation = Interpretation(evidence.model)
    let objects = problem.distinctObjects
    return Set(objects.map { interpretation.function($0, []) }).count == objects.count
      && satisfies(interpretation, problem, evidence.stance)
  }

  /// The formula with one subformula negated; never the same formula.
  mutating func changed(_ formula: Formula) -> Formula {
    let isHere = Int.random(in: 0..<3, using: &random) == 0
    switch formula {
    case .and(var parts) where !isHere:
      let index = Int.random(in: 0..<parts.count, using: &random)
      parts[index] = changed(parts[index])
      return .and(parts)
    case .or(var parts) where !isHere:
      let index = Int.random(in: 0..<parts.count, using: &random)
      parts[index] = changed(parts[index])
      return .or(parts)
    case .implies(let left, let right) where !isHere: return .implies(left, changed(right))
    case .quantified(let quantifier, let name, let body) where !isHere:
      return Bool.random(using: &random)
        ? .quantified(quantifier.dual, name, body) : .quantified(quantifier, name, changed(body))
    case .not(let body): return body
    default: return .not(formula)
    }
  }
}

extension Problem {
  /// The distinct objects of all statements.
  fileprivate var distinctObjects: Set<String> {
    var objects: Set<String> = []
    for statement in statements {
      statement.formula.forEachAtom { atom in
        for argument in atom.arguments {
          argument.forEachSubterm { if case .distinct(let name) = $0 { objects.insert(name) } }
        }
      }
    }
    return objects
  }
}
