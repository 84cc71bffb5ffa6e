// Which literals of a clause inferences act upon: a selected literal if there is one, else the maximal
// literals. Any selection of negative literals is complete (Bachmair and Ganzinger 1994); selecting
// positive ones isn't, but finds other proofs (Hoder, Reger, Suda and Voronkov 2016).
//
// A selection is a key of each candidate; the least is selected, of equal ones the first. The choice
// adds little to one strategy (65 of 120 problems without, 68 with; E 2.6, 1 s), and more to many.

extension SaturationStrategy.Selection {
  /// Whether positive literals are selected too.
  var isIncomplete: Bool {
    switch self {
    case .heaviestOfAll, .fewestPartnersOfAll: true
    default: false
    }
  }
}

extension SaturationProver {
  /// Marks the eligible literals of a clause.
  mutating func chooseEligibleLiterals(_ clause: ClauseID) {
    let size = clauses.size(clause)
    if let selected = selectedLiteral(clause, size) {
      if clauses.literal(clause, selected).isPositive, size > 1 { isIncomplete = true }
      clauses.setEligible(clause, selected, inAllInstances: true)
      return
    }
    for index in 0..<size where isMaximal(clause, index, size) {
      clauses.setEligible(clause, index, inAllInstances: isGreatest(clause, index, size))
    }
  }

  private mutating func selectedLiteral(_ clause: ClauseID, _ size: Int) -> Int? {
    let selection = strategy.selection
    if selection == .none || strategy.selectsUnlessMaximal && hasMaximalFact(clause, size) {
      return nil
    }
    var selected: Int?
    var least = (Int.max, Int.max)
    for index in 0..<size {
      let literal = clauses.literal(clause, index)
      guard !literal.isPositive || selection.isIncomplete else { continue }
      let key = selectionKey(selection, clause, literal)
      if selected == nil || key < least {
        least = key
        selected = index
      }
    }
    return selected
  }

  /// Whether a positive literal is greater than all others.
  private mutating func hasMaximalFact(_ clause: ClauseID, _ size: Int) -> Bool {
    for index in 0..<size where clauses.literal(clause, index).isPositive {
      if isGreatest(clause, index, size) { return true }
    }
    return false
  }

  private mutating func selectionKey(
    _ selection: SaturationStrategy.Selection, _ clause: ClauseID, _ literal: ClauseLiteral
  ) -> (Int, Int) {
    let weight = bank.weight(literal.left) + bank.weight(literal.right)
    switch selection {
    case .none, .first: return (0, 0)
    case .heaviest, .heaviestOfAll: return (-weight, 0)
    case .lightest: return (weight, 0)
    case .deepest: return (-max(bank.depth(literal.left), bank.depth(literal.right)), -weight)
    case .mostVariables: return (-variableCount(literal), -weight)
    case .fewestVariables: return (variableCount(literal), -weight)
    case .complex:
      if literal.left.isVariable, literal.right.isVariable { return (0, 0) }
      if bank.isGround(literal.left), bank.isGround(literal.right) { return (1, weight) }
      return (2, -abs(bank.weight(literal.left) - bank.weight(literal.right)))
    case .avoidingPositive: return (positiveOccurrences(clause, literal), -weight)
    case .fewestPartners, .fewestPartnersOfAll: return (partnerCount(literal), -weight)
    }
  }

  private mutating func variableCount(_ literal: ClauseLiteral) -> Int {
    var variables: Set<Int> = []
    bank.forEachVariable(literal.left) { variables.insert($0) }
    bank.forEachVariable(literal.right) { variables.insert($0) }
    return variables.count
  }

  private func positiveOccurrences(_ clause: ClauseID, _ literal: ClauseLiteral) -> Int {
    (0..<clauses.size(clause)).count {
      let other = clauses.literal(clause, $0)
      guard other.isPositive, other.isEquation == literal.isEquation else { return false }
      return literal.isEquation
        || bank.node(other.left).symbol == bank.node(literal.left).symbol
    }
  }

  /// Places that an inference with the literal could act upon: resolution for an atom, superposition
  /// for an equation.
  private mutating func partnerCount(_ literal: ClauseLiteral) -> Int {
    partners.truncate(to: 0)
    if !literal.isEquation {
      bank.flatten(literal.left, into: &cells)
      if literal.isPositive {
        indexes.negative.retrieve(.unifiable, cells, into: &partners)
      } else {
        indexes.positive.retrieve(.unifiable, cells, into: &partners)
      }
    } else if literal.isPositive {
      bank.flatten(literal.left, into: &cells)
      indexes.into.retrieve(.unifiable, cells, into: &partners)
    } else {
      collectRewritableSubterms(literal)
      for index in 0..<subterms.count {
        bank.flatten(subterms[index], into: &cells)
        indexes.from.retrieve(.unifiable, cells, into: &partners)
      }
    }
    return partners.count
  }

  /// Whether a literal is greater than all others of the clause.
  private mutating func isGreatest(_ clause: ClauseID, _ index: Int, _ size: Int) -> Bool {
    let literal = clauses.literal(clause, index)
    for other in 0..<size where other != index {
      if order.compare(literal, clauses.literal(clause, other), bank) != .greater { return false }
    }
    return true
  }

  /// Whether no other literal of the clause is greater.
  mutating func isMaximal(_ clause: ClauseID, _ index: Int, _ size: Int) -> Bool {
    let literal = clauses.literal(clause, index)
    for other in 0..<size where other != index {
      if order.compare(clauses.literal(clause, other), literal, bank) == .greater { return false }
    }
    return true
  }
}

extension TermBank {
  fileprivate func depth(_ term: TermID) -> Int { term.isVariable ? 0 : Int(node(term).depth) }

  fileprivate func forEachVariable(_ term: TermID, _ body: (Int) -> Void) {
    if term.isVariable { return body(term.variableIndex) }
    let node = self.node(term)
    if node.variableBound == 0 { return }
    for index in 0..<Int(node.arity) { forEachVariable(argument(node, index), body) }
  }
}
