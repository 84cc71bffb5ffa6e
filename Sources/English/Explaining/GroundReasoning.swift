// A short propositional proof from ground clauses, as a person would give it: what follows from what
// by one clause at a time, and cases only where nothing follows.
//
//   unit propagation    all literals of a clause but one are false: the one is true
//   goal                all literals of a clause of the denied conclusion are false: it holds
//   conflict            all literals of another clause are false: what was assumed is impossible
//   cases               each literal of a clause that is open
//
// The premises are used first by themselves: then the proof is direct. Only if they don't reach the
// goal is the conclusion's denial assumed, and only then are there cases, first of the denial itself.
// What the end doesn't need is left out.

import FirstOrderLogic

/// A proof from ground clauses.
struct GroundReasoning {
  /// One literal that follows.
  struct Step {
    var literal: Literal
    /// Index of the clause that gives it, whose other literals are false.
    var clause: Int
  }

  /// How a line of reasoning ends.
  indirect enum End {
    /// All literals of the clause are false.
    case falsified(clause: Int)
    /// One of the clause's open literals holds.
    case cases(clause: Int, [(literal: Literal, proof: Proof)])
  }

  /// Steps, then an end.
  struct Proof {
    var steps: [Step]
    var end: End
  }

  /// Most ends of cases.
  private static let maximumCases = 24

  /// The clauses.
  let clauses: [GroundClause]
  /// Whether the conclusion's denial was not assumed.
  private(set) var isDirect: Bool
  /// The proof.
  private(set) var proof: Proof

  private var cases = 0

  /// Finds a proof; nil where it has too many cases.
  ///
  /// - Parameter allowsDirect: whether a proof may be direct; the goal's own names make it none.
  init?(_ clauses: [GroundClause], allowsDirect: Bool) {
    self.clauses = clauses
    isDirect = true
    proof = Proof(steps: [], end: .falsified(clause: 0))
    if allowsDirect, let found = search(Assignment(), usesGoal: false, splits: false) {
      proof = found.proof
      return
    }
    isDirect = false
    if let found = search(Assignment(), usesGoal: true, splits: false) {
      proof = found.proof
      return
    }
    cases = 0
    guard let found = search(Assignment(), usesGoal: true, splits: true) else { return nil }
    proof = found.proof
  }

  /// The literals that the proof speaks of, each of its clauses in turn.
  var literals: [Literal] {
    var literals: [Literal] = []
    func visit(_ proof: Proof) {
      for step in proof.steps { literals += clauses[step.clause].literals }
      switch proof.end {
      case .falsified(let clause): literals += clauses[clause].literals
      case .cases(let clause, let cases):
        literals += clauses[clause].literals
        for part in cases { visit(part.proof) }
      }
    }
    visit(proof)
    return literals
  }

  private struct Assignment {
    var values: [Atom: Bool] = [:]
    func value(_ literal: Literal) -> Bool? {
      values[literal.atom].map { $0 == literal.isPositive }
    }
  }

  /// A proof, and the literals it needs that were true before it.
  private typealias Found = (proof: Proof, needed: Set<Literal>)

  private mutating func search(
    _ start: Assignment, usesGoal: Bool, splits: Bool
  ) -> Found? {
    var assignment = start
    var steps: [Step] = []
    while true {
      if let end = falsified(assignment) {
        cases += 1
        let needed = Set(clauses[end].literals.map(\.negated))
        return trimmed(steps, .falsified(clause: end), needed)
      }
      guard let step = nextUnit(assignment, usesGoal: usesGoal) else { break }
      assignment.values[step.literal.atom] = step.literal.isPositive
      steps.append(step)
    }
    guard splits, cases < Self.maximumCases, let index = splitClause(assignment) else {
      return nil
    }
    let open = clauses[index].literals.filter { assignment.value($0) == nil }
    var parts: [(literal: Literal, proof: Proof)] = []
    var needed = Set(clauses[index].literals.filter { !open.contains($0) }.map(\.negated))
    for literal in open {
      var inner = assignment
      inner.values[literal.atom] = literal.isPositive
      guard let found = search(inner, usesGoal: usesGoal, splits: true) else { return nil }
      // A case that isn't used is no case.
      if !found.needed.contains(literal) {
        return trimmed(steps + found.proof.steps, found.proof.end, found.needed)
      }
      parts.append((literal, found.proof))
      needed.formUnion(found.needed.subtracting([literal]))
    }
    return trimmed(steps, .cases(clause: index, parts), needed)
  }

  private func falsified(_ assignment: Assignment) -> Int? {
    clauses.indices.first { clauses[$0].literals.allSatisfy { assignment.value($0) == false } }
  }

  private func nextUnit(_ assignment: Assignment, usesGoal: Bool) -> Step? {
    for (index, clause) in clauses.enumerated() where usesGoal || clause.origin != .conclusion {
      var open: Literal?
      var isUnit = true
      for literal in clause.literals {
        switch assignment.value(literal) {
        case false?: continue
        case true?: isUnit = false
        case nil:
          if open != nil { isUnit = false }
          open = literal
        }
        if !isUnit { break }
      }
      if isUnit, let open { return Step(literal: open, clause: index) }
    }
    return nil
  }

  /// The clause to take cases of: one of the denied conclusion, else the one with fewest cases.
  private func splitClause(_ assignment: Assignment) -> Int? {
    var best: (index: Int, rank: Int)?
    for (index, clause) in clauses.enumerated() {
      if clause.literals.contains(where: { assignment.value($0) == true }) { continue }
      let open = clause.literals.count { assignment.value($0) == nil }
      let rank = clause.origin == .conclusion ? open - clauses.count : open
      if rank < best?.rank ?? .max { best = (index, rank) }
    }
    return best?.index
  }

  /// The proof without the steps that its end doesn't need.
  private func trimmed(_ steps: [Step], _ end: End, _ needed: Set<Literal>) -> Found {
    var needed = needed
    var kept: [Step] = []
    for step in steps.reversed() where needed.remove(step.literal) != nil {
      kept.append(step)
      for literal in clauses[step.clause].literals where literal != step.literal {
        needed.insert(literal.negated)
      }
    }
    return (Proof(steps: kept.reversed(), end: end), needed)
  }
}
