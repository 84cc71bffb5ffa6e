// Corruptions of one step and of a model's tables; see Corruption.swift for when they are emitted.

import Certificates
import FirstOrderLogic

extension Rule {
  /// Tells the rules apart.
  var number: Int {
    switch self {
    case .premise: 0
    case .conclusion: 1
    case .negatedConclusion: 2
    case .definition: 3
    case .renaming: 4
    case .negationNormalForm: 5
    case .miniscoping: 6
    case .skolemization: 7
    case .clause: 8
    case .distinctness: 9
    case .instantiation: 10
    case .resolution: 11
    case .paramodulation: 12
    case .equalityResolution: 13
    case .equalityFactoring: 14
    case .splitting: 15
    }
  }

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
    case .splitting(let parent, let literals, let substitution, let definition):
      return .splitting(
        parent: other(parent), literals: literals, substitution: substitution,
        definition: other(definition))
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
    case .splitting(let parent, let literals, let substitution, let definition):
      return .splitting(
        parent: parent, literals: literals, substitution: changed(parent, substitution),
        definition: definition)
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
