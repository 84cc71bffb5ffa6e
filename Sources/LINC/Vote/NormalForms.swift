// A normal form of formulas in which most equivalent writings of a sentence are equal.
//
//   negations inwards   ¬∀ = ∃¬, ¬∧ = ∨¬, F → G = ¬F ∨ G, ¬(F ↔ G) = F ⊕ G = the odd F ↔ G
//   ∧ and ∨             flat, sorted, without repetitions; ↔ and = sorted
//   bound variables     numbered by their distance to the binder (de Bruijn 1972)
//
// Nodes are interned: equal nodes have equal numbers, so that comparing and sorting are on integers and
// nothing is printed. ↔ is not expanded: its sides would double at each level. What this leaves
// apart though equivalent (distributivity, exchanged quantifiers, absorption) is for the prover.

import FirstOrderLogic

/// Numbers formulas so that equal normal forms have equal numbers; keeps what it has seen.
struct NormalForms {
  private enum Node: Hashable {
    case variable(distance: Int)
    case freeVariable(String)
    case application(String, [Int])
    case distinct(String)
    case constant(Bool)
    case predicate(isPositive: Bool, String, [Int])
    case equality(isPositive: Bool, [Int])
    case and([Int])
    case or([Int])
    case iff(isOdd: Bool, [Int])
    case quantified(Quantifier, Int)
  }

  private var numbers: [Node: Int] = [:]
  private var nodes: [Node] = []
  private var negations: [Int: Int] = [:]

  /// The number of a formula's normal form.
  ///
  /// - Complexity: O(size · log size).
  mutating func number(of formula: Formula) -> Int {
    var scope: [String] = []
    return number(of: formula, isPositive: true, &scope)
  }

  private mutating func intern(_ node: Node) -> Int {
    if let known = numbers[node] { return known }
    nodes.append(node)
    numbers[node] = nodes.count - 1
    return nodes.count - 1
  }

  private mutating func number(
    of formula: Formula, isPositive: Bool, _ scope: inout [String]
  ) -> Int {
    switch formula {
    case .constant(let value): return intern(.constant(value == isPositive))
    case .atom(let atom): return number(of: atom, isPositive, scope)
    case .not(let body): return number(of: body, isPositive: !isPositive, &scope)
    case .and(let parts):
      return junction(parts.map { ($0, isPositive) }, isConjunction: isPositive, &scope)
    case .or(let parts):
      return junction(parts.map { ($0, isPositive) }, isConjunction: !isPositive, &scope)
    case .implies(let left, let right):
      return junction(
        [(left, !isPositive), (right, isPositive)], isConjunction: !isPositive, &scope)
    case .iff(let left, let right): return equivalence(left, right, isOdd: !isPositive, &scope)
    case .xor(let left, let right): return equivalence(left, right, isOdd: isPositive, &scope)
    case .quantified(let quantifier, let variable, let body):
      scope.append(variable)
      defer { scope.removeLast() }
      let inner = number(of: body, isPositive: isPositive, &scope)
      return intern(.quantified(isPositive ? quantifier : quantifier.dual, inner))
    }
  }

  private mutating func junction(
    _ parts: [(Formula, Bool)], isConjunction: Bool, _ scope: inout [String]
  ) -> Int {
    var members: Set<Int> = []
    for (part, isPositive) in parts {
      let number = number(of: part, isPositive: isPositive, &scope)
      switch nodes[number] {
      case .and(let inner) where isConjunction: members.formUnion(inner)
      case .or(let inner) where !isConjunction: members.formUnion(inner)
      default: members.insert(number)
      }
    }
    if members.count == 1, let only = members.first { return only }
    return intern(isConjunction ? .and(members.sorted()) : .or(members.sorted()))
  }

  /// ¬F ↔ G is the odd F ↔ G, so each side stands with the sign that gives it the smaller number.
  private mutating func equivalence(
    _ left: Formula, _ right: Formula, isOdd: Bool, _ scope: inout [String]
  ) -> Int {
    var isOdd = isOdd
    var sides: [Int] = []
    for side in [left, right] {
      let asserted = number(of: side, isPositive: true, &scope)
      let denied = negation(of: asserted)
      if denied < asserted { isOdd.toggle() }
      sides.append(min(asserted, denied))
    }
    return intern(.iff(isOdd: isOdd, sides.sorted()))
  }

  /// The negation of a node, found once: to normalise both signs of a side would double the work at
  /// each level.
  private mutating func negation(of number: Int) -> Int {
    if let known = negations[number] { return known }
    let node: Node
    switch nodes[number] {
    case .constant(let value): node = .constant(!value)
    case .predicate(let sign, let name, let arguments):
      node = .predicate(isPositive: !sign, name, arguments)
    case .equality(let sign, let sides): node = .equality(isPositive: !sign, sides)
    case .and(let parts): node = .or(parts.map { negation(of: $0) }.sorted())
    case .or(let parts): node = .and(parts.map { negation(of: $0) }.sorted())
    case .iff(let isOdd, let sides): node = .iff(isOdd: !isOdd, sides)
    case .quantified(let quantifier, let body):
      node = .quantified(quantifier.dual, negation(of: body))
    case .variable, .freeVariable, .application, .distinct:
      fatalError("a term has no negation")
    }
    let denied = intern(node)
    negations[number] = denied
    negations[denied] = number
    return denied
  }

  private mutating func number(of atom: Atom, _ isPositive: Bool, _ scope: [String]) -> Int {
    switch atom {
    case .predicate(let name, let arguments):
      let numbers = arguments.map { number(of: $0, scope) }
      return intern(.predicate(isPositive: isPositive, name, numbers))
    case .equality(let left, let right):
      let sides = [number(of: left, scope), number(of: right, scope)].sorted()
      return intern(.equality(isPositive: isPositive, sides))
    }
  }

  private mutating func number(of term: Term, _ scope: [String]) -> Int {
    switch term {
    case .variable(let name):
      guard let binder = scope.lastIndex(of: name) else { return intern(.freeVariable(name)) }
      return intern(.variable(distance: scope.count - 1 - binder))
    case .application(let name, let arguments):
      let numbers = arguments.map { number(of: $0, scope) }
      return intern(.application(name, numbers))
    case .distinct(let name): return intern(.distinct(name))
    }
  }
}
