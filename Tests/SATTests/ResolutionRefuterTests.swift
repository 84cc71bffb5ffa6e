// Refutations by clause learning against truth tables: one exists exactly when no assignment satisfies
// the clauses, and doing its resolutions again gives the empty clause.

import TestSupport
import Testing

@testable import SAT

private func randomClauses(seed: Int, variables: Int) -> [[Int32]] {
  var random = SeededGenerator(seed: UInt64(seed))
  return (0..<Int.random(in: 2 * variables...6 * variables, using: &random)).map { _ in
    let count = min(variables, Int.random(in: 1...3, using: &random))
    let chosen = (1...variables).shuffled(using: &random).prefix(count)
    return chosen.map { Int32(Bool.random(using: &random) ? $0 : -$0) }
  }
}

private func isSatisfiable(_ clauses: [[Int32]], variables: Int) -> Bool {
  (0..<1 << variables).contains { assignment in
    clauses.allSatisfy { clause in
      clause.contains { (assignment >> ($0.magnitude - 1) & 1 == 1) == ($0 > 0) }
    }
  }
}

/// The clause that the chains end with; nil when a resolution isn't one.
private func lastClause(_ chains: [ResolutionChain], _ given: [[Int32]]) -> Set<Int32>? {
  var clauses: [Int: Set<Int32>] = [:]
  for (index, clause) in given.enumerated() { clauses[index] = Set(clause) }
  var last: Set<Int32>?
  for chain in chains {
    guard var clause = clauses[chain.first] else { return nil }
    for (other, variable) in chain.steps {
      guard let partner = clauses[other] else { return nil }
      let pivot = Int32(variable)
      let literal = clause.contains(pivot) ? pivot : -pivot
      guard clause.contains(literal), partner.contains(-literal) else { return nil }
      clause = clause.subtracting([literal]).union(partner.subtracting([-literal]))
    }
    clauses[chain.clause] = clause
    last = clause
  }
  return last
}

/// n + 1 pigeons in n holes.
private func pigeonholes(_ holes: Int) -> [[Int32]] {
  func variable(_ pigeon: Int, _ hole: Int) -> Int32 { Int32(pigeon * holes + hole + 1) }
  var clauses = (0...holes).map { pigeon in (0..<holes).map { variable(pigeon, $0) } }
  for hole in 0..<holes {
    for pigeon in 0...holes {
      for other in 0..<pigeon {
        clauses.append([-variable(pigeon, hole), -variable(other, hole)])
      }
    }
  }
  return clauses
}

@Suite struct ResolutionRefuterTests {
  @Test(arguments: 0..<400) func refutesWhatHasNoModel(seed: Int) {
    let variables = 1 + seed % 9
    let clauses = randomClauses(seed: seed, variables: variables)
    let chains = ResolutionRefuter.refute(
      clauses, variableCount: variables, conflicts: 10_000, isOver: { false })
    if isSatisfiable(clauses, variables: variables) {
      #expect(chains == nil)
    } else if let chains {
      #expect(lastClause(chains, clauses) == [])
    } else {
      Issue.record("not refuted")
    }
  }

  @Test(arguments: 2...6) func refutesPigeonholes(holes: Int) throws {
    let clauses = pigeonholes(holes)
    let chains = try #require(
      ResolutionRefuter.refute(
        clauses, variableCount: holes * (holes + 1), conflicts: 100_000, isOver: { false }))
    #expect(lastClause(chains, clauses) == [])
  }

  @Test func limitsEndIt() {
    let clauses = pigeonholes(7)
    #expect(
      ResolutionRefuter.refute(clauses, variableCount: 56, conflicts: 10, isOver: { false }) == nil)
    #expect(
      ResolutionRefuter.refute(clauses, variableCount: 56, conflicts: .max, isOver: { true })
        == nil)
  }

  @Test func anEmptyClauseNeedsNoResolution() {
    #expect(
      ResolutionRefuter.refute([[1], []], variableCount: 1, conflicts: 1, isOver: { false }) == [])
  }

  @Test(arguments: 0..<100) func coresAreUnsatisfiable(seed: Int) {
    let variables = 1 + seed % 9
    let clauses = randomClauses(seed: seed, variables: variables)
    let core = unsatisfiableCore(
      clauses, variableCount: variables, conflicts: 10_000, isOver: { false })
    #expect((core == nil) == isSatisfiable(clauses, variables: variables))
    if let core { #expect(!isSatisfiable(core.map { clauses[$0] }, variables: variables)) }
  }
}
