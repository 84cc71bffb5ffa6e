// A small unsatisfiable subset of a set of clauses, by assumptions (Eén and Sörensson 2003).
//
// Clause i becomes C ∨ ¬a_i with a new variable a_i, and all a_i are assumed: the assumptions that the
// refutation used name its clauses. Doing it again with those alone, in another order, mostly makes
// the core smaller still.

/// Finds an unsatisfiable subset.
///
/// - Parameters:
///   - clauses: the clauses, over variables from 1 to `variableCount`.
///   - conflicts: the most for one call of the solver.
///   - isOver: asked now and then; true ends the search.
/// - Returns: indices of clauses, ascending; nil when none was found within the limits.
public func unsatisfiableCore(
  _ clauses: [[Int32]], variableCount: Int, conflicts: Int, isOver: @escaping () -> Bool
) -> [Int]? {
  var core: [Int]?
  var candidates = Array(clauses.indices)
  for _ in 0..<4 {
    let solver = SATSolver()
    for index in candidates {
      solver.add(clause: clauses[index] + [-Int32(variableCount + 1 + index)])
    }
    for index in candidates.reversed() { solver.assume(Int32(variableCount + 1 + index)) }
    guard case .unsatisfiable = solver.solve(conflicts: conflicts, isOver: isOver) else { break }
    let used = candidates.filter { solver.isFailed(Int32(variableCount + 1 + $0)) }
    core = used
    guard used.count < candidates.count else { break }
    candidates = used
  }
  return core?.sorted()
}
