// The least number heuristic (Zhang and Zhang 1995) as clauses, on constants and on cells of functions.
//
// Renaming the elements of a model gives a model, so one may ask that new elements come in order. Take
// terms t0, t1, ...: the constants, then cells f(a1, ..., ak) by rising greatest argument m, with m = -1
// for a constant. Name the elements so: before a term, whatever of 0, ..., m has no element yet gets any;
// then the term's value, if it has no name, gets the least free one. So
//
//   ti = v  implies some tj = v - 1 with j < i,  or  v - 1 <= m                 (v >= 1)
//
// because a name above m was given to a value. Distinct objects come first: they have pairwise different
// values, hence the values 0, 1, .... Any part of these clauses is sound; they stop at a fixed number of
// terms because they grow with its square.

extension Grounder {
  private static let orderedTerms = 48

  /// Adds the clauses for constants given in order, distinct objects first, for at least as many
  /// elements as there are distinct objects.
  ///
  /// - Returns: false when `isOver` said true.
  func breakSymmetry(_ constants: [Int]) -> Bool {
    for (index, constant) in constants.enumerated() {
      let base = layout.bases[constant]
      if relations[constant].kind == .distinctObject {
        solver.add(clause: [Int32(base + index)])
        continue
      }
      guard index < max(layout.size, Self.orderedTerms) else { return true }
      for value in (index + 1)..<max(index + 1, layout.size) {
        solver.add(clause: [-Int32(base + value)])
      }
      if index < Self.orderedTerms {
        addOrder(constants[..<index].map { layout.bases[$0] }, before: base, greatest: -1)
      }
      if isOver() { return false }
    }
    var earlier = constants.prefix(Self.orderedTerms).map { layout.bases[$0] }
    for greatest in 0..<max(0, layout.size - 2) {
      for (number, relation) in relations.enumerated()
      where relation.kind == .function && 2...3 ~= relation.arity {
        for base in cells(of: number, greatest: greatest) {
          guard earlier.count < Self.orderedTerms else { return true }
          addOrder(earlier, before: base, greatest: greatest)
          earlier.append(base)
        }
      }
      if isOver() { return false }
    }
    return true
  }

  /// Variables of the cells of a function of one or two arguments whose greatest is given.
  private func cells(of number: Int, greatest: Int) -> [Int] {
    let size = layout.size
    let base = layout.bases[number]
    if relations[number].arity == 2 { return [base + greatest * size] }
    return (0...greatest).map { base + ($0 * size + greatest) * size }
      + (0..<greatest).map { base + (greatest * size + $0) * size }
  }

  /// The clauses of one term; terms are given by their variables for the value 0.
  private func addOrder(_ earlier: [Int], before term: Int, greatest: Int) {
    for value in (greatest + 2)..<max(greatest + 2, layout.size) {
      solver.add(clause: [-Int32(term + value)] + earlier.map { Int32($0 + value - 1) })
    }
  }
}
