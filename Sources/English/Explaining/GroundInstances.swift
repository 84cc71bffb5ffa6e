// The ground clauses that a refutation comes down to (Herbrand's theorem read off a proof).
//
// The empty clause has no variables. Going up from it, the substitutions of every step say which
// instance of each parent was used, down to clauses of the premises and of the conclusion. These
// instances contradict each other by propositional reasoning alone, once every replacement of equals
// is among them as an instance of congruence:
//
//   s = t, L[s] gives L[t]     s ≠ t ∨ ¬L[s] ∨ L[t]          s ≠ s is dropped     s = s
//
// A person follows such instances ("Bob is kind, so Bob is red") more easily than resolvents with
// variables. Steps that split clauses have no instances; neither has equality factoring here.

import Certificates
import FirstOrderLogic

/// A ground clause and where it comes from.
struct GroundClause: Hashable {
  enum Origin: Hashable {
    case premise(String)
    case conclusion
    /// What a definition says, which only names a part of a formula.
    case definition
    /// What holds of equality in every interpretation.
    case equality
    /// Two distinct objects differ.
    case distinctness
  }

  var literals: [Literal]
  var origin: Origin
}

/// The ground instances of a refutation's clauses.
struct GroundInstances {
  /// Most instances; a proof that needs more is told step by step.
  static let maximum = 2_000

  /// The clauses; together they have no model.
  private(set) var clauses: [GroundClause] = []
  /// Where each Skolem symbol was introduced.
  private(set) var skolemSymbols: [String: GroundClause.Origin] = [:]
  /// The Skolem symbols in the order in which they were introduced.
  private(set) var skolemOrder: [String] = []
  /// What each definition's predicate stands for: its formula ∀x̄ (d(x̄) ↔ B), or one direction.
  private(set) var definitions: [String: Formula] = [:]

  private let steps: [Int: Step]
  private let defaultTerm: Term
  private var seen: Set<Instance> = []
  private var waiting: [Instance] = []
  private var found: Set<GroundClause> = []

  private struct Instance: Hashable {
    var step: Int
    var substitution: Substitution
  }

  /// Takes a refutation apart; nil where it has steps without instances, or needs too many.
  init?(_ refutation: Refutation) {
    guard let last = refutation.steps.last else { return nil }
    steps = Dictionary(
      refutation.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    defaultTerm = Self.anyTerm(in: refutation.steps)
    add(last.id, [:])
    while let instance = waiting.popLast() {
      guard seen.count <= Self.maximum, expand(instance) else { return nil }
    }
    for step in refutation.steps { collect(step) }
    clauses.reverse()
  }

  /// A constant for variables that the proof leaves open.
  private static func anyTerm(in steps: [Step]) -> Term {
    for step in steps {
      guard case .clause(let literals) = step.content else { continue }
      for argument in literals.flatMap(\.atom.arguments) {
        if case .application(_, let arguments) = argument, arguments.isEmpty { return argument }
      }
    }
    return .constant("anything")
  }

  private mutating func collect(_ step: Step) {
    switch step.rule {
    case .skolemization(let parent, let symbols):
      guard !symbols.isEmpty, let origin = origin(of: parent) else { return }
      for symbol in symbols {
        skolemSymbols[symbol.name] = origin
        skolemOrder.append(symbol.name)
      }
    case .definition(let symbol):
      guard case .formula(let formula) = step.content else { return }
      definitions[symbol] = formula
    default: break
    }
  }

  // MARK: Going up

  private mutating func add(_ step: Int, _ substitution: Substitution) {
    guard let content = steps[step]?.content, case .clause(let literals) = content else { return }
    var restricted: Substitution = [:]
    for name in literals.reduce(into: Set<String>(), { $0.formUnion($1.atom.variables) }) {
      restricted[name] = ground(substitution[name] ?? .variable(name))
    }
    let instance = Instance(step: step, substitution: restricted)
    if seen.insert(instance).inserted { waiting.append(instance) }
  }

  private mutating func add(_ parent: Premiss, _ substitution: Substitution) {
    add(parent.step, Self.composed(parent.substitution, substitution))
  }

  /// First the one substitution, then the other.
  private static func composed(_ first: Substitution, _ second: Substitution) -> Substitution {
    second.merging(first.mapValues { $0.substituting(second) }) { $1 }
  }

  private func ground(_ term: Term) -> Term {
    term.substituting(
      Dictionary(uniqueKeysWithValues: term.variables.map { ($0, defaultTerm) }))
  }

  private mutating func expand(_ instance: Instance) -> Bool {
    guard let step = steps[instance.step], case .clause(let literals) = step.content else {
      return false
    }
    let substitution = instance.substitution
    switch step.rule {
    case .clause(let parent, _):
      guard let origin = origin(of: parent) else { return false }
      append(literals.map { $0.substituting(substitution) }, origin)
    case .distinctness: append(literals, .distinctness)
    case .instantiation(let parent, let inner):
      add(parent, Self.composed(inner, substitution))
    case .resolution(let left, let right):
      add(left, substitution)
      add(right, substitution)
    case .paramodulation(let from, let leftToRight, let into, let position):
      add(from, substitution)
      add(into, substitution)
      return appendCongruence(from, leftToRight, into, position, substitution)
    case .equalityResolution(let parent):
      add(parent, substitution)
      guard let literal = literal(parent, substitution) else { return false }
      append([literal.negated], .equality)
    default: return false
    }
    return true
  }

  private func literal(_ parent: Premiss, _ substitution: Substitution) -> Literal? {
    guard let content = steps[parent.step]?.content, case .clause(let literals) = content,
      literals.indices.contains(parent.literal)
    else { return nil }
    let composed = Self.composed(parent.substitution, substitution)
    let literal = literals[parent.literal].substituting(composed)
    let rest = literal.atom.variables.map { ($0, defaultTerm) }
    return literal.substituting(Dictionary(uniqueKeysWithValues: rest))
  }

  private mutating func appendCongruence(
    _ from: Premiss, _ leftToRight: Bool, _ into: Premiss, _ position: [Int],
    _ substitution: Substitution
  ) -> Bool {
    guard let equation = literal(from, substitution), let target = literal(into, substitution),
      case .equality(let left, let right) = equation.atom,
      let replaced = target.atom.replacing(position[...], by: leftToRight ? right : left)
    else { return false }
    append(
      [equation.negated, target.negated, Literal(target.isPositive, replaced)], .equality)
    return true
  }

  private mutating func append(_ literals: [Literal], _ origin: GroundClause.Origin) {
    var distinct: [Literal] = []
    for literal in literals.map(\.oriented) where !distinct.contains(literal) {
      distinct.append(literal)
    }
    guard !distinct.contains(where: { distinct.contains($0.negated) }) else { return }
    let clause = GroundClause(literals: distinct, origin: origin)
    if found.insert(clause).inserted { clauses.append(clause) }
  }

  /// The statement that a formula step comes from.
  private func origin(of step: Int) -> GroundClause.Origin? {
    switch steps[step]?.rule {
    case .premise(let name): .premise(name)
    case .conclusion, .negatedConclusion: .conclusion
    case .definition: .definition
    case .renaming(let parent, _), .negationNormalForm(let parent), .miniscoping(let parent),
      .skolemization(let parent, _):
      origin(of: parent)
    default: nil
    }
  }
}

extension Literal {
  func substituting(_ substitution: Substitution) -> Literal {
    Literal(isPositive, atom.substituting(substitution))
  }

  /// The literal with an equation's sides in a fixed order, since s = t and t = s are one literal.
  fileprivate var oriented: Literal {
    guard case .equality(let left, let right) = atom, "\(right)" < "\(left)" else { return self }
    return Literal(isPositive, .equality(right, left))
  }
}

extension Atom {
  /// The atom with the subterm at a position replaced.
  fileprivate func replacing(_ position: ArraySlice<Int>, by term: Term) -> Atom? {
    guard let first = position.first, arguments.indices.contains(first),
      let argument = arguments[first].replacing(position.dropFirst(), by: term)
    else { return nil }
    switch self {
    case .predicate(let name, var arguments):
      arguments[first] = argument
      return .predicate(name, arguments)
    case .equality(let left, let right):
      return first == 0 ? .equality(argument, right) : .equality(left, argument)
    }
  }
}

extension Term {
  fileprivate func replacing(_ position: ArraySlice<Int>, by term: Term) -> Term? {
    guard let first = position.first else { return term }
    guard case .application(let name, var arguments) = self, arguments.indices.contains(first),
      let argument = arguments[first].replacing(position.dropFirst(), by: term)
    else { return nil }
    arguments[first] = argument
    return .application(name, arguments)
  }
}
