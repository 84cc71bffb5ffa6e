// Corruptions of the literals, positions and directions that steps name; see Corruption.swift for when
// they are emitted.

import Certificates
import FirstOrderLogic

extension Corruptor {
  // By form: out of range, or not what the rule asks of the literal.
  mutating func wrongLiteral(_ step: Step, _ derivation: Derivation) -> Step? {
    let rule: Rule?
    var content = step.content
    switch step.rule {
    case .resolution(let left, let right): rule = wrongResolution(left, right, derivation)
    case .equalityResolution(let parent): rule = wrongEqualityResolution(parent, derivation)
    case .equalityFactoring:
      rule = wrongFactoring(step.rule, derivation)
      if let rule { content = weakened(content, rule, derivation) }
    case .splitting(let parent, _, let substitution, let definition):
      rule = wrongPart(parent, substitution, definition, derivation)
    default: rule = nil
    }
    return rule.map { Step(id: step.id, content: content, rule: $0) }
  }

  // With the literal t != t' that a kernel blind to the sides s and s' would ask for.
  private func weakened(
    _ content: Step.Content, _ rule: Rule, _ derivation: Derivation
  ) -> Step.Content {
    guard
      case .equalityFactoring(let parent, let isReversed, let other, let otherIsReversed) = rule,
      let instance = derivation.instance(parent.step, parent.substitution),
      instance.indices.contains(parent.literal), instance.indices.contains(other),
      case .equality(let s, let t) = instance[parent.literal].atom,
      case .equality(let otherS, let otherT) = instance[other].atom,
      case .clause(let literals) = content
    else { return content }
    let sides = [isReversed ? s : t, otherIsReversed ? otherS : otherT]
    let inequality = Literal(false, .equality(sides[0], sides[1]))
    return .clause(CertificateGenerator.distinct(literals + [inequality]))
  }

  private mutating func wrongResolution(
    _ left: Premiss, _ right: Premiss, _ derivation: Derivation
  ) -> Rule? {
    guard let instance = derivation.instance(left.step, left.substitution),
      let other = derivation.instance(right.step, right.substitution)
    else { return nil }
    var left = left
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
    return .resolution(left: left, right: right)
  }

  // A part that shares a variable with the rest, or holds what the definition's clause doesn't.
  private mutating func wrongPart(
    _ parent: Int, _ substitution: Substitution, _ id: Int, _ derivation: Derivation
  ) -> Rule? {
    guard let literals = derivation.clause(parent), let definition = derivation.definition(id)
    else { return nil }
    let chosen = (-1...literals.count).filter { _ in Bool.random(using: &random) }
    let rule = Rule.splitting(
      parent: parent, literals: chosen, substitution: substitution, definition: id)
    guard chosen.allSatisfy(literals.indices.contains) else { return rule }
    func variables(_ indices: [Int]) -> Set<String> {
      indices.reduce(into: []) { $0.formUnion(literals[$1].atom.variables) }
    }
    let others = literals.indices.filter { !chosen.contains($0) }
    if !variables(chosen).isDisjoint(with: variables(others)) { return rule }
    func predicates(_ atom: Atom) -> String {
      if case .predicate(let name, _) = atom { name } else { "=" }
    }
    var heads: Set<String> = []
    definition.body.forEachAtom { heads.insert(predicates($0)) }
    return chosen.allSatisfy { heads.contains(predicates(literals[$0].atom)) } ? nil : rule
  }

  private mutating func wrongEqualityResolution(
    _ parent: Premiss, _ derivation: Derivation
  ) -> Rule? {
    guard let instance = derivation.instance(parent.step, parent.substitution) else { return nil }
    var parent = parent
    parent.literal = Int.random(in: -1...instance.count, using: &random)
    if instance.indices.contains(parent.literal), !instance[parent.literal].isPositive,
      case .equality(let left, let right) = instance[parent.literal].atom, left == right
    {
      return nil
    }
    return .equalityResolution(parent: parent)
  }

  private mutating func wrongFactoring(_ rule: Rule, _ derivation: Derivation) -> Rule? {
    guard
      case .equalityFactoring(var parent, var isReversed, var other, var otherIsReversed) = rule,
      let instance = derivation.instance(parent.step, parent.substitution)
    else { return nil }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: isReversed.toggle()
    case 1: otherIsReversed.toggle()
    case 2: parent.literal = Int.random(in: -1...instance.count, using: &random)
    default: other = Int.random(in: -1...instance.count, using: &random)
    }
    func side(_ index: Int, isReversed: Bool) -> Term? {
      guard instance.indices.contains(index), instance[index].isPositive,
        case .equality(let left, let right) = instance[index].atom
      else { return nil }
      return isReversed ? right : left
    }
    if parent.literal != other, let first = side(parent.literal, isReversed: isReversed),
      first == side(other, isReversed: otherIsReversed)
    {
      return nil
    }
    return .equalityFactoring(
      parent: parent, isReversed: isReversed, other: other, otherIsReversed: otherIsReversed)
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
}
