// The components of a clause: its parts without common variables, each with a canonical form. Ground
// literals are components of their own.
//
// The literals of a canonical form are sorted by their shape, which ignores the names of variables, and
// the variables are numbered in the order in which they then occur. Two variants whose literals have
// equal shapes may still come out differently; they count as two components, which does no harm.

/// A part of a clause that shares no variable with the rest.
struct Component {
  /// Indices of the clause's literals, in the order of the canonical form.
  var indices: [Int]
  /// The canonical form.
  var literals: [ClauseLiteral]

  /// Whether it's a single ground literal, which has its atom's variable.
  var isGround: Bool
  /// The canonical form as a key; the sign of a ground literal is left out.
  var key: [UInt32] {
    literals.reduce(into: []) {
      $0 += [$1.left.raw, $1.right.raw]
      if !isGround { $0.append($1.isPositive ? 1 : 0) }
    }
  }
}

extension SaturationProver {
  /// The components of a stored clause; empty for one that is too large to be taken apart.
  mutating func components(of clause: ClauseID) -> [Component] {
    let size = clauses.size(clause)
    guard clauses[clause].weight <= Unifier.stepBudget else { return [] }
    var parts: [(variables: UInt64, indices: [Int])] = []
    var grounds: [Component] = []
    for index in 0..<size {
      let literal = clauses.literal(clause, index)
      var part = (variables: bank.variableMask(literal), indices: [index])
      if part.variables == 0 {
        grounds.append(Component(indices: [index], literals: [literal], isGround: true))
        continue
      }
      parts.removeAll { other in
        if other.variables & part.variables == 0 { return false }
        part.variables |= other.variables
        part.indices = other.indices + part.indices
        return true
      }
      parts.append(part)
    }
    return grounds + parts.map { canonical(clause, $0.indices) }
  }

  /// The canonical form of a part; the unifier then holds the renaming.
  mutating func canonical(_ clause: ClauseID, _ indices: [Int]) -> Component {
    let sorted = indices.map { ($0, clauses.literal(clause, $0)) }.sorted { first, second in
      let order = bank.compareShapes(first.1, second.1)
      return order == 0 ? first.0 < second.0 : order < 0
    }
    unifier.reset()
    let literals = sorted.map { instance($0.1, side: 0) }
    return Component(indices: sorted.map(\.0), literals: literals, isGround: false)
  }

  /// The variable of a component, made when it is new.
  private mutating func variable(_ component: Component) -> Int {
    let key = component.key
    if let known = splitting.variable(key) { return known }
    let cost = component.literals.reduce(0) { $0 + bank.weight($1.left) + bank.weight($1.right) }
    return splitting.makeVariable(key, cost: UInt32(clamping: cost))
  }

  /// What says that a component holds.
  mutating func assertion(_ component: Component) -> Assertion {
    Assertion(
      variable(component), isPositive: !component.isGround || component.literals[0].isPositive)
  }
}

extension TermBank {
  /// A bit for each variable of a literal; variables whose numbers differ by 64 share one, and then
  /// count as the same, so that what has no common bit has no common variable.
  fileprivate func variableMask(_ literal: ClauseLiteral) -> UInt64 {
    variableMask(literal.left) | (literal.isEquation ? variableMask(literal.right) : 0)
  }

  private func variableMask(_ term: TermID) -> UInt64 {
    if term.isVariable { return 1 << UInt64(term.variableIndex & 63) }
    let node = self.node(term)
    if node.variableBound == 0 { return 0 }
    var mask: UInt64 = 0
    for index in 0..<Int(node.arity) { mask |= variableMask(argument(node, index)) }
    return mask
  }

  /// Compares literals without regard to the names of variables.
  fileprivate func compareShapes(_ first: ClauseLiteral, _ second: ClauseLiteral) -> Int {
    if first.isPositive != second.isPositive { return first.isPositive ? -1 : 1 }
    let left = compareShapes(first.left, second.left)
    return left == 0 ? compareShapes(first.right, second.right) : left
  }

  private func compareShapes(_ first: TermID, _ second: TermID) -> Int {
    if first == second { return 0 }
    if first.isVariable || second.isVariable {
      return (first.isVariable ? 0 : 1) - (second.isVariable ? 0 : 1)
    }
    let node = self.node(first)
    let other = self.node(second)
    if node.weight != other.weight { return node.weight < other.weight ? -1 : 1 }
    if node.symbol != other.symbol { return node.symbol < other.symbol ? -1 : 1 }
    for index in 0..<Int(node.arity) {
      let order = compareShapes(argument(node, index), argument(other, index))
      if order != 0 { return order }
    }
    return 0
  }
}
