// The components met so far, up to the names of their variables, the solver over their variables, and
// the clauses that wait for a change of the model.

/// Components and what hangs on them.
struct ComponentTable: ~Copyable {
  struct Link: BitwiseCopyable {
    var clause: ClauseID
    var next: UInt32
  }

  var sets = AssertionSets()
  var solver = PropositionalSolver()
  private var numbers: [[UInt32]: Int] = [:]
  /// By assertion: the clause that holds under it, `.max` where there is none yet.
  private var clauses = Arena<ClauseID>()
  /// By assertion: the head of the list of clauses set aside as long as it's true.
  private var frozen = Arena<UInt32>()
  private var links = Arena<Link>()

  /// Work space of a change of the model.
  var touched = Arena<UInt32>()
  var changedSets = Arena<AssertionSetID>()
  var concerned = Arena<ClauseID>()

  var bytes: Int { sets.bytes + solver.bytes + links.bytes + numbers.count * 64 }

  /// The variable of a component whose literals are the key; nil for an unknown one.
  func variable(_ key: [UInt32]) -> Int? { numbers[key] }

  /// Gives a new component a variable.
  mutating func makeVariable(_ key: [UInt32], cost: UInt32) -> Int {
    let variable = solver.makeVariable(cost: cost)
    numbers[key] = variable
    sets.addVariable()
    for _ in 0..<2 {
      clauses.append(.max)
      frozen.append(.max)
    }
    return variable
  }

  /// The clause that holds under an assertion, if one was needed so far.
  func clause(of assertion: Assertion) -> ClauseID? {
    clauses[assertion.index] == .max ? nil : clauses[assertion.index]
  }
  mutating func setClause(_ clause: ClauseID, of assertion: Assertion) {
    clauses[assertion.index] = clause
  }

  /// Notes that a clause is needless as long as an assertion is true.
  mutating func freeze(_ clause: ClauseID, while assertion: Assertion) {
    links.append(Link(clause: clause, next: frozen[assertion.index]))
    frozen[assertion.index] = UInt32(links.count - 1)
  }

  /// Adds the clauses that were needless as long as an assertion was true to those concerned.
  mutating func takeFrozen(while assertion: Assertion) {
    var link = frozen[assertion.index]
    frozen[assertion.index] = .max
    while link != .max {
      concerned.append(links[Int(link)].clause)
      link = links[Int(link)].next
    }
  }
}
