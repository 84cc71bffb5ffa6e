// The indexes over the active clauses, and how a clause enters them.
//
// | index        | keys                                            | asked by                           |
// | positive     | atoms of eligible positive literals              | resolution                         |
// | negative     | atoms of eligible negative literals              | resolution                         |
// | from         | greater sides of eligible equations              | superposition into the given clause |
// | into         | subterms of the greater sides of eligible literals | superposition from the given clause |
// | demodulators | greater sides of unit equations                  | rewriting                          |
// | units        | atoms of unit clauses                            | unit subsumption and resolution    |
// | subsumers    | one atom of every other clause                   | forward subsumption                |
// | atoms        | all atoms                                        | backward subsumption               |
// | subterms     | all subterms                                     | backward rewriting                 |

/// The indexes.
struct ActiveIndexes: ~Copyable {
  var positive = TermIndex()
  var negative = TermIndex()
  var from = TermIndex()
  var into = TermIndex()
  var demodulators = RewriteTree()
  var units = TermIndex()
  var subsumers = TermIndex()
  var atoms = TermIndex()
  var subterms = TermIndex()

  /// Bytes held.
  var bytes: Int {
    positive.bytes + negative.bytes + from.bytes + into.bytes + demodulators.bytes + units.bytes
      + subsumers.bytes + atoms.bytes + subterms.bytes
  }
}

extension SaturationProver {
  /// Makes a clause active: chooses its eligible literals and enters it into the indexes.
  mutating func activate(_ clause: ClauseID) {
    clauses[clause].place = .active
    chooseEligibleLiterals(clause)
    for index in 0..<clauses.size(clause) {
      let literal = clauses.literal(clause, index)
      bank.flatten(literal, isSwapped: false, into: &cells)
      let entry = IndexEntry(clause: clause, literal: UInt32(index), term: literal.left)
      indexes.atoms.insert(cells, entry)
      if literal.isEligible { insertEligible(literal, entry) }
    }
    insertSubsumer(clause)
    if clauses.size(clause) == 1 { insertDemodulators(clause) }
    bank.startWalk()
    subterms.truncate(to: 0)
    for index in 0..<clauses.size(clause) {
      let literal = clauses.literal(clause, index)
      bank.collectArguments(literal, into: &subterms)
    }
    for index in 0..<subterms.count {
      bank.flatten(subterms[index], into: &cells)
      indexes.subterms.insert(
        cells, IndexEntry(clause: clause, literal: 0, term: subterms[index]))
    }
  }

  private mutating func insertEligible(_ literal: ClauseLiteral, _ entry: IndexEntry) {
    if !literal.isEquation {
      if literal.isPositive {
        indexes.positive.insert(cells, entry)
      } else {
        indexes.negative.insert(cells, entry)
      }
    } else if literal.isPositive {
      insertSide(literal.left, entry, isReversed: false)
      if !literal.isOriented { insertSide(literal.right, entry, isReversed: true) }
    }
    collectRewritableSubterms(literal)
    for index in 0..<subterms.count {
      var subtermEntry = entry
      subtermEntry.term = subterms[index]
      bank.flatten(subterms[index], into: &cells)
      indexes.into.insert(cells, subtermEntry)
    }
  }

  private mutating func insertSide(_ side: TermID, _ entry: IndexEntry, isReversed: Bool) {
    var sideEntry = entry
    sideEntry.term = side
    sideEntry.isReversed = isReversed
    bank.flatten(side, into: &cells)
    indexes.from.insert(cells, sideEntry)
  }

  /// Fills `subterms` with what superposition may replace in a literal: subterms of a side that
  /// isn't the smaller one, variables excepted.
  mutating func collectRewritableSubterms(_ literal: ClauseLiteral) {
    subterms.truncate(to: 0)
    bank.startWalk()
    if literal.isEquation, literal.isOriented {
      bank.collectSubterms(literal.left, into: &subterms)
    } else {
      bank.collectArguments(literal, into: &subterms)
    }
  }

  private mutating func insertSubsumer(_ clause: ClauseID) {
    var best = 0
    for index in 0..<clauses.size(clause) {
      let literal = clauses.literal(clause, index)
      let heaviest = clauses.literal(clause, best)
      if bank.weight(literal.left) > bank.weight(heaviest.left) { best = index }
    }
    let literal = clauses.literal(clause, best)
    bank.flatten(literal, isSwapped: false, into: &cells)
    let entry = IndexEntry(clause: clause, literal: UInt32(best), term: literal.left)
    if clauses.size(clause) == 1 {
      indexes.units.insert(cells, entry)
    } else {
      indexes.subsumers.insert(cells, entry)
    }
  }

  private mutating func insertDemodulators(_ clause: ClauseID) {
    let literal = clauses.literal(clause, 0)
    guard literal.isPositive, literal.isEquation else { return }
    rewriteVersion += 1
    theory.learn(literal, bank)
    insertDemodulator(clause, literal, isReversed: false)
    if !literal.isOriented { insertDemodulator(clause, literal, isReversed: true) }
  }

  /// Makes an equation, read from left to right or reversed, a rule of the rewrite system.
  mutating func insertDemodulator(
    _ clause: ClauseID, _ literal: ClauseLiteral, isReversed: Bool
  ) {
    let (left, right) =
      isReversed ? (literal.right, literal.left) : (literal.left, literal.right)
    guard bank.hasVariables(of: right, in: left) else { return }
    unifier.reset()
    guard let source = unifier.apply(left, 0, &bank), let target = unifier.apply(right, 0, &bank)
    else { return }
    indexes.demodulators.insert(
      RewriteRule(
        clause: clause, left: source, right: target, isReversed: isReversed,
        isOriented: literal.isOriented,
        isBalanced: instanceOrder.hasVariables(of: target, in: source, bank),
        version: rewriteVersion), bank)
  }
}

extension TermBank {
  /// Appends the subterms of the arguments of a literal's atom, as `collectSubterms`.
  mutating func collectArguments(_ literal: ClauseLiteral, into found: inout Arena<TermID>) {
    if literal.isEquation {
      collectSubterms(literal.left, into: &found)
      collectSubterms(literal.right, into: &found)
    } else {
      let atom = node(literal.left)
      for index in 0..<Int(atom.arity) { collectSubterms(argument(atom, index), into: &found) }
    }
  }

  /// Whether every variable of `term` occurs in `other`.
  func hasVariables(of term: TermID, in other: TermID) -> Bool {
    if term.isVariable { return contains(other, term) }
    let node = self.node(term)
    if node.variableBound == 0 { return true }
    for index in 0..<Int(node.arity) {
      if !hasVariables(of: argument(node, index), in: other) { return false }
    }
    return true
  }
}
