// A checker of inference steps, small and slow: it recomputes what the rule yields and looks whether
// the step's clause holds all of it.

import Certificates
import FirstOrderLogic

/// Checks steps over given clauses.
struct StepChecker {
  /// The clauses of the steps so far.
  private(set) var clauses: [Int: [Literal]]
  /// What the formulas so far, all of them definitions of components in some form, are about.
  var definitions: [Int: ComponentDefinition] = [:]

  /// Makes a checker that knows these clauses.
  init(_ clauses: [Int: [Literal]]) { self.clauses = clauses }

  /// Whether the step follows; it's then known.
  mutating func accepts(_ step: Step) -> Bool {
    guard case .clause(let literals) = step.content else { return acceptsFormula(step) }
    guard clauses[step.id] == nil, let consequences = consequences(of: step.rule) else {
      return false
    }
    clauses[step.id] = literals
    return consequences.allSatisfy { consequence in
      literals.contains { Self.isSame($0, consequence) }
    }
  }

  static func isSame(_ first: Literal, _ second: Literal) -> Bool {
    guard first.isPositive == second.isPositive else { return false }
    if case .equality(let left, let right) = second.atom,
      first.atom == .equality(right, left)
    {
      return true
    }
    return first.atom == second.atom
  }

  private func split(_ premiss: Premiss) -> (acted: Literal, rest: [Literal])? {
    guard let clause = clauses[premiss.step], clause.indices.contains(premiss.literal) else {
      return nil
    }
    let variables = clause.reduce(into: Set<String>()) { $0.formUnion($1.atom.variables) }
    guard premiss.substitution.keys.allSatisfy(variables.contains) else { return nil }
    var literals = clause.map {
      Literal($0.isPositive, $0.atom.substituting(premiss.substitution))
    }
    let acted = literals.remove(at: premiss.literal)
    return (acted, literals)
  }

  private func consequences(of rule: Rule) -> [Literal]? {
    switch rule {
    case .instantiation(let parent, let substitution):
      return clauses[parent]?.map { Literal($0.isPositive, $0.atom.substituting(substitution)) }
    case .resolution(let left, let right):
      guard let one = split(left), let other = split(right),
        Self.isSame(one.acted, other.acted.negated)
      else { return nil }
      return one.rest + other.rest
    case .paramodulation(let from, let leftToRight, let into, let position):
      guard let one = split(from), let other = split(into), one.acted.isPositive,
        case .equality(let left, let right) = one.acted.atom,
        let rewritten = rewrite(
          other.acted, position, leftToRight ? left : right, leftToRight ? right : left)
      else { return nil }
      return one.rest + other.rest + [rewritten]
    case .equalityResolution(let parent):
      guard let one = split(parent), !one.acted.isPositive,
        case .equality(let left, let right) = one.acted.atom, left == right
      else { return nil }
      return one.rest
    case .equalityFactoring(let parent, let isReversed, let other, let otherIsReversed):
      return factor(parent, isReversed, other, otherIsReversed)
    case .clause(let parent, let substitution):
      return substitution.isEmpty ? definitions[parent]?.clause : nil
    case .splitting(let parent, let literals, let substitution, let definition):
      return split(parent, literals, substitution, definition)
    default: return nil
    }
  }

  private func factor(
    _ parent: Premiss, _ isReversed: Bool, _ other: Int, _ otherIsReversed: Bool
  ) -> [Literal]? {
    var second = parent
    second.literal = other
    guard other != parent.literal, let one = split(parent), let two = split(second),
      one.acted.isPositive, two.acted.isPositive,
      case .equality(let left, let right) = one.acted.atom,
      case .equality(let otherLeft, let otherRight) = two.acted.atom,
      (isReversed ? right : left) == (otherIsReversed ? otherRight : otherLeft)
    else { return nil }
    let targets = (isReversed ? left : right, otherIsReversed ? otherLeft : otherRight)
    return one.rest + [Literal(false, .equality(targets.0, targets.1))]
  }

  private func rewrite(_ literal: Literal, _ position: [Int], _ old: Term, _ new: Term) -> Literal?
  {
    var arguments = literal.atom.arguments
    guard let first = position.first, arguments.indices.contains(first),
      let argument = rewrite(arguments[first], position.dropFirst(), old, new)
    else { return nil }
    arguments[first] = argument
    if case .predicate(let name, _) = literal.atom {
      return Literal(literal.isPositive, .predicate(name, arguments))
    }
    return Literal(literal.isPositive, .equality(arguments[0], arguments[1]))
  }

  private func rewrite(_ term: Term, _ path: ArraySlice<Int>, _ old: Term, _ new: Term) -> Term? {
    guard let first = path.first else { return term == old ? new : nil }
    guard case .application(let name, var arguments) = term, arguments.indices.contains(first),
      let argument = rewrite(arguments[first], path.dropFirst(), old, new)
    else { return nil }
    arguments[first] = argument
    return .application(name, arguments)
  }
}
