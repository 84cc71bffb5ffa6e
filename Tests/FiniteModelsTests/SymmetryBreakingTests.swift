// Every model has a renaming that the clauses of the least number heuristic allow: random tables under
// all permutations of the elements.

import SAT
import TestSupport
import Testing

@testable import FiniteModels

private func permutations(_ elements: [Int]) -> [[Int]] {
  guard !elements.isEmpty else { return [[]] }
  return elements.flatMap { first in
    permutations(elements.filter { $0 != first }).map { [first] + $0 }
  }
}

@Suite struct SymmetryBreakingTests {
  /// Arities without the value, by the seed.
  private static let signatures = [
    [0, 1], [1], [2], [0, 0, 2], [0, 1, 1], [1, 2], [0, 2, 1], [3, 1],
  ]

  @Test(arguments: 0..<64) func someRenamingOfEveryModelIsAllowed(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let size = 2 + seed / 8 % 4
    let arities = Self.signatures[seed % Self.signatures.count]
    var table = RelationTable()
    for (index, arity) in arities.enumerated() {
      _ = table.number(of: Relation(name: "f\(index)", arity: arity + 1, kind: .function))
    }
    let layout = GroundLayout([], table.relations, size: size)
    let values = arities.map { arity in
      (0..<saturatingPower(size, arity)).map { _ in Int.random(in: 0..<size, using: &random) }
    }
    var allowed = 0
    let all = permutations(Array(0..<size))
    for permutation in all {
      let solver = SATSolver()
      let grounder = Grounder(
        layout: layout, relations: table.relations, solver: solver, isOver: { false })
      #expect(grounder.breakSymmetry(table.constants))
      for (number, cells) in values.enumerated() {
        for (cell, value) in cells.enumerated() {
          var renamed = 0
          var place = saturatingPower(size, arities[number])
          for _ in 0..<arities[number] {
            place /= size
            renamed = renamed * size + permutation[cell / place % size]
          }
          for other in 0..<size {
            let variable = Int32(layout.bases[number] + renamed * size + other)
            solver.add(clause: [other == permutation[value] ? variable : -variable])
          }
        }
      }
      if case .satisfiable = solver.solve(conflicts: 1_000, isOver: { false }) { allowed += 1 }
    }
    #expect(allowed > 0)
    if size > 3 { #expect(allowed < all.count) }
  }
}
