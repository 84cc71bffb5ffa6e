import TestSupport
import Testing

@testable import Saturation

/// The solver against truth tables, clause by clause, its models and its chains checked.
@Suite struct PropositionalSolverTests {
  private static let variables = 6

  private func holds(_ clause: [Assertion], _ row: Int) -> Bool {
    clause.contains { (row >> $0.variable & 1 == 1) == $0.isPositive }
  }

  private func randomClause(_ random: inout SeededGenerator) -> [Assertion] {
    let variables = Array(0..<Self.variables).shuffled(using: &random)
      .prefix(Int.random(in: 1...4, using: &random))
    return variables.map { Assertion($0, isPositive: Bool.random(using: &random)) }
  }

  @Test(arguments: 0..<200) func agreesWithTruthTables(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var solver = PropositionalSolver()
    for _ in 0..<Self.variables { _ = solver.makeVariable(cost: 1) }
    var rows = Array(0..<(1 << Self.variables))
    var clauses: [[Assertion]] = []
    while !rows.isEmpty {
      let clause = randomClause(&random)
      clauses.append(clause)
      rows.removeAll { !holds(clause, $0) }
      solver.add(clause, source: 0)
      guard Bool.random(using: &random) || rows.isEmpty else { continue }
      #expect(solver.solve { false } == !rows.isEmpty)
      if rows.isEmpty { break }
      let hasTrueLiterals = clauses.allSatisfy { $0.contains { solver.value($0) > 0 } }
      #expect(hasTrueLiterals, "a clause without a true literal")
    }
    expectChain(of: solver)
  }

  /// Each learned clause must come out of its chain, resolved from left to right.
  private func expectChain(of solver: borrowing PropositionalSolver) {
    guard let last = solver.emptyClause else {
      Issue.record("no empty clause")
      return
    }
    var derived: [UInt32: Set<Assertion>] = [:]
    for clause in solver.ancestors(of: last) {
      let chain = solver.chain(clause)
      let literals = Set((0..<solver.count(clause)).map { solver.literal(clause, $0) })
      guard let first = chain.first else {
        derived[clause] = literals
        continue
      }
      var current = derived[first]!
      for next in chain.dropFirst() {
        let pivots = current.filter { derived[next]!.contains($0.negated) }
        #expect(pivots.count <= 1)
        guard let pivot = pivots.first else { continue }
        current = current.subtracting([pivot])
          .union(derived[next]!.subtracting([pivot.negated]))
      }
      #expect(current == literals)
      derived[clause] = current
    }
    #expect(derived[last] == [])
  }

  /// Five pigeons do not fit into four holes: a search with many conflicts.
  @Test func refutesPigeons() {
    var solver = PropositionalSolver()
    func isIn(_ pigeon: Int, _ hole: Int) -> Assertion {
      Assertion(pigeon * 4 + hole, isPositive: true)
    }
    for _ in 0..<20 { _ = solver.makeVariable(cost: 1) }
    for pigeon in 0..<5 { solver.add((0..<4).map { isIn(pigeon, $0) }, source: 0) }
    #expect(solver.solve { false } == true)
    for hole in 0..<4 {
      for pigeon in 0..<5 {
        for other in 0..<pigeon {
          solver.add([isIn(pigeon, hole).negated, isIn(other, hole).negated], source: 0)
        }
      }
    }
    #expect(solver.solve { false } == false)
    expectChain(of: solver)
  }

  /// Literals that no clause needs get no value.
  @Test func assignsNoMoreThanItMust() {
    var solver = PropositionalSolver()
    for cost in 1...4 { _ = solver.makeVariable(cost: UInt32(5 - cost)) }
    func literal(_ variable: Int) -> Assertion { Assertion(variable, isPositive: true) }
    solver.add([literal(0), literal(1)], source: 0)
    solver.add([literal(1), literal(2), literal(3)], source: 0)
    #expect(solver.solve { false } == true)
    #expect((0..<4).map { solver.value(literal($0)) } == [0, 1, 0, 0])
  }
}
