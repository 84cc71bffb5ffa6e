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
  /// The clauses with a number for each atom, from 1, negative for a negated one. Walking over terms
  /// at every look would take minutes for the largest sets.
  private let codes: [[Int]]
  private let literalsOfCodes: [Int: Literal]

  /// Finds a proof; nil where it has too many cases.
  ///
  /// - Parameter allowsDirect: whether a proof may be direct; the goal's own names make it none.
  init?(_ clauses: [GroundClause], allowsDirect: Bool) {
    self.clauses = clauses
    isDirect = true
    proof = Proof(steps: [], end: .falsified(clause: 0))
    var numbers: [Atom: Int] = [:]
    var literals: [Int: Literal] = [:]
    codes = clauses.map { clause in
      clause.literals.map { literal in
        let number = numbers[literal.atom] ?? numbers.count + 1
        numbers[literal.atom] = number
        let code = literal.isPositive ? number : -number
        literals[code] = literal
        literals[-code] = literal.negated
        return code
      }
    }
    literalsOfCodes = literals
    let start = Assignment(atoms: numbers.count)
    if allowsDirect, let found = search(start, usesGoal: false, splits: false) {
      proof = found.proof
      return
    }
    isDirect = false
    if let found = search(start, usesGoal: true, splits: false) {
      proof = found.proof
      return
    }
    cases = 0
    guard let found = search(start, usesGoal: true, splits: true) else { return nil }
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
    /// By the atoms' numbers: 1 true, -1 false, 0 open.
    private var values: [Int8]

    init(atoms: Int) { values = Array(repeating: 0, count: atoms + 1) }

    func value(_ code: Int) -> Bool? {
      let value = values[abs(code)]
      return value == 0 ? nil : (value > 0) == (code > 0)
    }

    mutating func set(_ code: Int) { values[abs(code)] = code > 0 ? 1 : -1 }
  }

  /// A proof, and the codes of the literals it needs that were true before it.
  private typealias Found = (proof: Proof, needed: Set<Int>)

  private mutating func search(
    _ start: Assignment, usesGoal: Bool, splits: Bool
  ) -> Found? {
    var assignment = start
    var steps: [(code: Int, clause: Int)] = []
    while true {
      if let end = codes.firstIndex(where: { $0.allSatisfy { assignment.value($0) == false } }) {
        cases += 1
        return trimmed(steps, .falsified(clause: end), Set(codes[end].map { -$0 }))
      }
      guard let step = nextUnit(assignment, usesGoal: usesGoal) else { break }
      assignment.set(step.code)
      steps.append(step)
    }
    guard splits, cases < Self.maximumCases, let index = splitClause(assignment) else {
      return nil
    }
    let open = codes[index].filter { assignment.value($0) == nil }
    var parts: [(literal: Literal, proof: Proof)] = []
    var needed = Set(codes[index].filter { !open.contains($0) }.map { -$0 })
    for code in open {
      var inner = assignment
      inner.set(code)
      guard let found = search(inner, usesGoal: usesGoal, splits: true) else { return nil }
      // A case that isn't used is no case.
      if !found.needed.contains(code) {
        let before = trimmed(steps, found.proof.end, found.needed)
        let all = before.proof.steps + found.proof.steps
        return (Proof(steps: all, end: found.proof.end), before.needed)
      }
      parts.append((literalsOfCodes[code]!, found.proof))
      needed.formUnion(found.needed.subtracting([code]))
    }
    return trimmed(steps, .cases(clause: index, parts), needed)
  }

  private func nextUnit(
    _ assignment: Assignment, usesGoal: Bool
  ) -> (code: Int, clause: Int)? {
    for (index, clause) in codes.enumerated()
    where usesGoal || clauses[index].origin != .conclusion {
      var open: Int?
      var isUnit = true
      for code in clause {
        switch assignment.value(code) {
        case false?: continue
        case true?: isUnit = false
        case nil:
          if open != nil { isUnit = false }
          open = code
        }
        if !isUnit { break }
      }
      if isUnit, let open { return (open, index) }
    }
    return nil
  }

  /// The clause to take cases of: one of the denied conclusion, else the one with fewest cases.
  private func splitClause(_ assignment: Assignment) -> Int? {
    var best: (index: Int, rank: Int)?
    for (index, clause) in codes.enumerated() {
      if clause.contains(where: { assignment.value($0) == true }) { continue }
      let open = clause.count { assignment.value($0) == nil }
      let rank = clauses[index].origin == .conclusion ? open - clauses.count : open
      if rank < best?.rank ?? .max { best = (index, rank) }
    }
    return best?.index
  }

  /// The proof without the steps that its end doesn't need.
  private func trimmed(
    _ steps: [(code: Int, clause: Int)], _ end: End, _ needed: Set<Int>
  ) -> Found {
    var needed = needed
    var kept: [Step] = []
    for step in steps.reversed() where needed.remove(step.code) != nil {
      kept.append(Step(literal: literalsOfCodes[step.code]!, clause: step.clause))
      for code in codes[step.clause] where code != step.code { needed.insert(-code) }
    }
    return (Proof(steps: kept.reversed(), end: end), needed)
  }
}
