// The least number heuristic (Zhang and Zhang 1995) as clauses, on constants c0, c1, ....
//
// Renaming the elements of a model gives a model, so one may ask that new elements come in order:
//
//   ci <= i,    and    ci = v implies some cj = v - 1 with j < i           (v >= 1)
//
// Distinct objects come first: they have pairwise different values, hence the values 0, 1, ....
// Any part of these clauses is sound; the second kind stops at a fixed number of constants because
// it grows with their square.

extension Grounder {
  private static let orderedConstants = 48

  /// Adds the clauses for constants given in order, distinct objects first, for at least as many
  /// elements as there are distinct objects.
  ///
  /// - Returns: false when `isOver` said true.
  func breakSymmetry(_ constants: [Int]) -> Bool {
    for (index, constant) in constants.enumerated() {
      let base = layout.bases[constant]
      if relations[constant].kind == .distinctObject {
        solver.add(Int32(base + index))
        solver.add(0)
        continue
      }
      guard index < max(layout.size, Self.orderedConstants) else { return true }
      for value in (index + 1)..<max(index + 1, layout.size) {
        solver.add(Int32(-(base + value)))
        solver.add(0)
      }
      if index < Self.orderedConstants { addOrder(constants[..<index], before: base) }
      if isOver() { return false }
    }
    return true
  }

  private func addOrder(_ earlier: ArraySlice<Int>, before base: Int) {
    guard earlier.count > 1 else { return }
    for value in 1..<max(1, min(layout.size, earlier.count + 1)) {
      solver.add(Int32(-(base + value)))
      for constant in earlier { solver.add(Int32(layout.bases[constant] + value - 1)) }
      solver.add(0)
    }
  }
}
