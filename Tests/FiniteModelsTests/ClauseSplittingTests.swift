// Splitting and flattening keep the models of a clause, but for the new relations.

import FirstOrderLogic
import SAT
import TestSupport
import Testing

@testable import FiniteModels

@Suite struct ClauseSplittingTests {
  // Whether the flat clauses have a model of a size in which given relations' entries are as drawn.
  private func isSatisfiable(
    _ clauses: [FlatClause], _ table: RelationTable, size: Int, fixed: [(Int, Bool)]
  ) -> Bool {
    let layout = GroundLayout(clauses, table.relations, size: size)
    let grounder = Grounder(
      layout: layout, relations: table.relations, solver: SATSolver(), isOver: { false })
    _ = grounder.ground(clauses, constants: [])
    for (variable, value) in fixed {
      grounder.solver.add(Int32(value ? variable : -variable))
      grounder.solver.add(0)
    }
    if case .satisfiable = grounder.solver.solve(conflicts: 1 << 20, isOver: { false }) {
      return true
    }
    return false
  }

  @Test(arguments: 0..<60) func splitClausesMeanTheSame(seed: Int) {
    var generator = FormulaGenerator(seed: UInt64(seed))
    var table = RelationTable()
    let scope = ["x", "y", "z"]
    let literals: [Literal] = (0..<4).map { _ in
      guard case .atom(let atom) = generator.atom(scope) else { fatalError("not an atom") }
      return Literal(Bool.random(using: &generator.random), atom)
    }
    guard let whole = Flattener.flatten(literals, &table) else { return }
    let original = table.relations.count
    let entries = GroundLayout([whole], table.relations, size: 2)
    let pieces = ClauseSplitter.split(whole, &table)
    let layout = GroundLayout(pieces, table.relations, size: 2)
    let end =
      original < layout.bases.count
      ? layout.bases[original]
      : entries.bases.last! + saturatingPower(2, table.relations[original - 1].arity)
    for _ in 0..<40 {
      let fixed = (1..<end).map { ($0, Bool.random(using: &generator.random)) }
      // A whole table at random is seldom a function, so only the predicates are fixed.
      let predicates = fixed.filter { variable, _ in
        let owner = layout.bases[..<original].lastIndex { $0 <= variable }!
        return !table.relations[owner].isFunction
      }
      #expect(
        isSatisfiable([whole], table, size: 2, fixed: predicates)
          == isSatisfiable(pieces, table, size: 2, fixed: predicates))
    }
  }

  @Test func piecesHaveFewVariables() {
    var table = RelationTable()
    let deep = (0..<50).reduce(Term.variable("x")) { term, _ in .application("f", [term]) }
    let flat = Flattener.flatten([Literal(true, .predicate("P", [deep]))], &table)!
    #expect(flat.variableCount == 51)
    #expect(ClauseSplitter.split(flat, &table).allSatisfy { $0.variableCount <= 3 })
  }

  @Test func inequationsBetweenVariablesUniteThem() {
    var table = RelationTable()
    let x = Term.variable("x")
    let y = Term.variable("y")
    let flat = Flattener.flatten(
      [Literal(false, .equality(x, y)), Literal(true, .predicate("R", [x, y]))], &table)
    #expect(flat?.variableCount == 1)
    #expect(flat?.literals.map(\.arguments) == [[0, 0]])
    #expect(
      Flattener.flatten(
        [Literal(false, .equality(x, y)), Literal(true, .equality(x, y))], &table) == nil)
  }
}
