// Corruptions of one step and of a model's tables; see Corruption.swift for when they are emitted.

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

extension Rule {
  // The rule with every mention of one parent made another's.
  fileprivate func replacingParent(_ old: Int, by new: Int) -> Rule {
    func other(_ id: Int) -> Int { id == old ? new : id }
    func other(_ premiss: Premiss) -> Premiss {
      Premiss(
        step: other(premiss.step), literal: premiss.literal, substitution: premiss.substitution)
    }
    switch self {
    case .premise, .conclusion, .negatedConclusion, .definition, .distinctness: return self
    case .renaming(let parent, let replacements):
      return .renaming(
        parent: other(parent),
        replacements: replacements.map {
          Replacement(definition: other($0.definition), path: $0.path)
        })
    case .negationNormalForm(let parent): return .negationNormalForm(parent: other(parent))
    case .miniscoping(let parent): return .miniscoping(parent: other(parent))
    case .skolemization(let parent, let symbols):
      return .skolemization(parent: other(parent), symbols: symbols)
    case .clause(let parent, let substitution):
      return .clause(parent: other(parent), substitution: substitution)
    case .instantiation(let parent, let substitution):
      return .instantiation(parent: other(parent), substitution: substitution)
    case .resolution(let left, let right):
      return .resolution(left: other(left), right: other(right))
    case .paramodulation(let from, let leftToRight, let into, let position):
      return .paramodulation(
        from: other(from), leftToRight: leftToRight, into: other(into), position: position)
    case .equalityResolution(let parent): return .equalityResolution(parent: other(parent))
    case .equalityFactoring(let parent, let isReversed, let second, let secondIsReversed):
      return .equalityFactoring(
        parent: other(parent), isReversed: isReversed, other: second,
        otherIsReversed: secondIsReversed)
    }
  }

  // The rule with its premisses changed, where it has any.
  fileprivate func mapPremisses(_ change: (inout Premiss) -> Void) -> Rule {
    func changed(_ premiss: Premiss) -> Premiss {
      var premiss = premiss
      change(&premiss)
      return premiss
    }
    func changed(_ parent: Int, _ substitution: Substitution) -> Substitution {
      changed(Premiss(step: parent, literal: 0, substitution: substitution)).substitution
    }
    switch self {
    case .clause(let parent, let substitution):
      return .clause(parent: parent, substitution: changed(parent, substitution))
    case .instantiation(let parent, let substitution):
      return .instantiation(parent: parent, substitution: changed(parent, substitution))
    case .resolution(let left, let right):
      return .resolution(left: changed(left), right: right)
    case .paramodulation(let from, let leftToRight, let into, let position):
      return .paramodulation(
        from: from, leftToRight: leftToRight, into: changed(into), position: position)
    case .equalityResolution(let parent): return .equalityResolution(parent: changed(parent))
    case .equalityFactoring(let parent, let isReversed, let other, let otherIsReversed):
      return .equalityFactoring(
        parent: changed(parent), isReversed: isReversed, other: other,
        otherIsReversed: otherIsReversed)
    default: return self
    }
  }
}

extension Corruptor {
  // By form when the new number is no earlier step or one of the other kind; else by meaning.
  mutating func wrongParent(_ step: Step, _ derivation: Derivation) -> Step? {
    guard let old = step.rule.parents.randomElement(using: &random) else { return nil }
    let candidates = derivation.order + [0, 1_000_000]
    let new = candidates.randomElement(using: &random)!
    guard new != old else { return nil }
    let changed = Step(
      id: step.id, content: step.content, rule: step.rule.replacingParent(old, by: new))
    let isEarlier = new < step.id && derivation.contents[new] != nil
    let isSameKind = (derivation.clause(new) == nil) == (derivation.clause(old) == nil)
    if !isEarlier || !isSameKind { return changed }
    return derivation.isRefutable(changed, seed: random.next()) ? changed : nil
  }

  // By form for a variable that the parent lacks; else by meaning.
  mutating func wrongSubstitution(_ step: Step, _ derivation: Derivation) -> Step? {
    var isForeign = false
    var source = random
    let rule = step.rule.mapPremisses { premiss in
      let names = premiss.substitution.keys.sorted()
      if let name = names.randomElement(using: &source), Bool.random(using: &source) {
        let terms: [Term] = [.constant("a"), .constant("b"), .variable("X"), .variable("Q9")]
        premiss.substitution[name] = terms.randomElement(using: &source)!
      } else {
        premiss.substitution["Foreign"] = .constant("a")
        isForeign = true
      }
    }
    random = source
    guard rule != step.rule else { return nil }
    let changed = Step(id: step.id, content: step.content, rule: rule)
    return isForeign || derivation.isRefutable(changed, seed: random.next()) ? changed : nil
  }

  // By meaning.
  mutating func droppedLiteral(_ step: Step, _ derivation: Derivation) -> Step? {
    guard case .clause(var literals) = step.content,
      let index = literals.indices.randomElement(using: &random)
    else { return nil }
    literals.remove(at: index)
    let changed = Step(id: step.id, content: .clause(literals), rule: step.rule)
    return derivation.isRefutable(changed, seed: random.next()) ? changed : nil
  }

  // By form: out of range, or the literals' instances are not complementary.
  mutating func wrongLiteral(_ step: Step, _ derivation: Derivation) -> Step? {
    guard case .resolution(var left, let right) = step.rule,
      let instance = derivation.instance(left.step, left.substitution),
      let other = derivation.instance(right.step, right.substitution)
    else { return nil }
    left.literal = Int.random(in: -1...instance.count, using: &random)
    if instance.indices.contains(left.literal) {
      let (one, two) = (instance[left.literal], other[right.literal])
      func sides(_ atom: Atom) -> Set<[Term]> {
        if case .equality(let s, let t) = atom { [[s, t], [t, s]] } else { [] }
      }
      let sameEquation = !sides(one.atom).isDisjoint(with: sides(two.atom))
      let isSame = one.atom == two.atom || sameEquation
      if isSame, one.isPositive != two.isPositive { return nil }
    }
    return Step(id: step.id, content: step.content, rule: .resolution(left: left, right: right))
  }

  // By form: the side of the equation doesn't stand at the position.
  mutating func swappedPosition(_ step: Step, _ derivation: Derivation) -> Step? {
    guard
      case .paramodulation(let from, var leftToRight, let into, var position) = step.rule,
      let source = derivation.instance(from.step, from.substitution),
      let target = derivation.instance(into.step, into.substitution),
      case .equality(let left, let right) = source[from.literal].atom
    else { return nil }
    let atom = target[into.literal].atom
    switch Int.random(in: 0..<3, using: &random) {
    case 0: leftToRight.toggle()
    case 1: position = Position.all(in: atom).randomElement(using: &random)!
    default: position = position.dropLast() + [position.last! + 1]
    }
    guard Position.term(in: atom, at: position) != (leftToRight ? left : right) else { return nil }
    return Step(
      id: step.id, content: step.content,
      rule: .paramodulation(
        from: from, leftToRight: leftToRight, into: into, position: position))
  }

  // By function for formulas, by meaning for clauses. A definition may state another body.
  mutating func changedFormula(_ step: Step, _ derivation: Derivation) -> Step? {
    switch step.content {
    case .formula(let formula):
      if case .definition = step.rule { return nil }
      return Step(id: step.id, content: .formula(changed(formula)), rule: step.rule)
    case .clause(var literals):
      guard let index = literals.indices.randomElement(using: &random) else { return nil }
      literals[index].isPositive.toggle()
      let changed = Step(id: step.id, content: .clause(literals), rule: step.rule)
      return derivation.isRefutable(changed, seed: random.next()) ? changed : nil
    }
  }

  // By form for a value outside the domain and for a table's length; else by meaning.
  mutating func wrongModelEntry(_ certificate: Certificate) -> Certificate? {
    var result = certificate
    guard let index = result.models.indices.randomElement(using: &random) else { return nil }
    var model = result.models[index].model
    let functions = model.functions.indices
    let predicates = model.predicates.indices
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      guard let table = functions.randomElement(using: &random) else { return nil }
      model.functions[table].values[0] = Bool.random(using: &random) ? -1 : model.size
      result.models[index].model = model
      return result
    case 1:
      guard let table = predicates.randomElement(using: &random) else { return nil }
      model.predicates[table].values.append(true)
      result.models[index].model = model
      return result
    case 2:
      guard let table = functions.randomElement(using: &random) else { return nil }
      let entry = Int.random(in: 0..<model.functions[table].values.count, using: &random)
      model.functions[table].values[entry] = Int.random(in: 0..<model.size, using: &random)
    default:
      guard let table = predicates.randomElement(using: &random) else { return nil }
      let entry = Int.random(in: 0..<model.predicates[table].values.count, using: &random)
      model.predicates[table].values[entry].toggle()
    }
    result.models[index].model = model
    return Self.isModel(result.models[index], of: result.problem) ? nil : result
  }
}
