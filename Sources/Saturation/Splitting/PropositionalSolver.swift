// Decides the clauses over the components' variables: conflict-driven clause learning (Marques-Silva
// and Sakallah 1999) with two watched literals (Moskewicz et al. 2001).
//
//   propagate    a clause all of whose literals but one are false makes that one true
//   decide       the first clause without a true literal gets one
//   conflict     resolve the false clause with the reasons of its literals up to the first unique
//                implication point; what remains is learned, and the search goes back to where it
//                makes a literal true
//
// Three things are asked for that a solver behind a C interface doesn't give. A model assigns no more
// than it must, since every true component brings clauses into the search: a decision is only made for
// a clause that has no true literal yet. A new clause disturbs as little of the model as it can: the
// assignment stays in place between calls, and decisions fall as they fell before. And every learned
// clause keeps the chain of clauses it's resolved from, which becomes part of the certificate.
//
// The clauses are few and easy next to a SAT solver's usual ones, so learned clauses aren't forgotten.

/// A propositional solver to which clauses are added as the search goes on.
struct PropositionalSolver: ~Copyable {
  /// A clause, given or learned.
  struct Record: BitwiseCopyable {
    var first: UInt32
    var count: UInt32
    /// The clauses that a learned one is resolved from, in the order of resolution.
    var chain: UInt32
    /// Length of the chain; 0 for a clause that was given.
    var chainCount: UInt32
    /// The clause of the search from which a given one comes.
    var source: ClauseID
  }

  static let none = UInt32.max

  private(set) var records = Arena<Record>()
  var literals = Arena<Assertion>()
  var chains = Arena<UInt32>()
  /// The given clauses in their order.
  var given = Arena<UInt32>()
  /// How many of them have been looked at.
  private var installed = 0
  /// The clauses before it have a true literal.
  var cursor = 0

  // By literal: its first watch. A watch is 2 * clause + the position watched, 0 or 1.
  private var firstWatch = Arena<UInt32>()
  private var nextWatch = Arena<UInt32>()

  // By variable.
  private var values = Arena<Int8>()
  var phases = Arena<Int8>()
  private(set) var levels = Arena<UInt32>()
  private(set) var reasons = Arena<UInt32>()
  /// The unit clause that says what a variable of level 0 is.
  private(set) var units = Arena<UInt32>()
  var costs = Arena<UInt32>()
  var activities = Arena<Double>()
  var activityStep = 1.0
  private var isTouched = Arena<Bool>()
  var isSeen = Arena<Bool>()

  private(set) var trail = Arena<Assertion>()
  var levelStarts = Arena<UInt32>()
  var cursors = Arena<UInt32>()
  private var propagated = 0
  private var conflictCount = 0
  /// Variables whose value has changed since the caller last asked.
  private var touched = Arena<UInt32>()
  /// Work space of the analysis of conflicts.
  var learned = Arena<Assertion>()
  /// The record of the empty clause, once it is derived.
  private(set) var emptyClause: UInt32?

  var level: Int { levelStarts.count }
  var bytes: Int {
    records.bytes + literals.bytes + chains.bytes + nextWatch.bytes + values.count * 48
  }

  /// A new variable.
  ///
  /// - Parameter cost: of equals, literals of cheaper variables are made true first.
  mutating func makeVariable(cost: UInt32) -> Int {
    values.append(0)
    phases.append(0)
    levels.append(0)
    reasons.append(Self.none)
    units.append(Self.none)
    costs.append(cost)
    activities.append(0)
    isTouched.append(false)
    isSeen.append(false)
    firstWatch.append(Self.none)
    firstWatch.append(Self.none)
    return values.count - 1
  }

  /// 1 for a true literal, -1 for a false one, 0 for one without a value.
  func value(_ literal: Assertion) -> Int8 {
    let value = values[literal.variable]
    return literal.isPositive ? value : -value
  }

  /// A literal of a clause.
  func literal(_ clause: UInt32, _ index: Int) -> Assertion {
    literals[Int(records[Int(clause)].first) + index]
  }
  func count(_ clause: UInt32) -> Int { Int(records[Int(clause)].count) }

  /// Adds a clause, which must hold no literal twice and no literal with its negation.
  mutating func add(_ clause: [Assertion], source: ClauseID) {
    let first = literals.count
    for literal in clause { literals.append(literal) }
    given.append(store(first: first, chain: chains.count, source: source))
  }

  /// Makes a record of the literals from `first` on, and of the chain from `chain` on.
  mutating func store(first: Int, chain: Int, source: ClauseID = .max) -> UInt32 {
    records.append(
      Record(
        first: UInt32(first), count: UInt32(literals.count - first), chain: UInt32(chain),
        chainCount: UInt32(chains.count - chain), source: source))
    nextWatch.append(Self.none)
    nextWatch.append(Self.none)
    return UInt32(records.count - 1)
  }

  /// Looks for a model.
  ///
  /// - Parameter isOver: asked every few hundred conflicts.
  /// - Returns: whether there is one; nil when the search was stopped, and may be gone on with.
  mutating func solve(_ isOver: () -> Bool) -> Bool? {
    while emptyClause == nil {
      if let conflict = propagate() {
        conflictCount += 1
        if level == 0 {
          fail(conflict)
        } else {
          learn(from: conflict)
          if conflictCount & 0x1FF == 0 {
            backtrack(to: 0)
            if isOver() { return nil }
          }
        }
      } else if installed < given.count {
        installed += 1
        install(given[installed - 1])
      } else if !decide() {
        return true
      }
    }
    return false
  }

  /// Takes the variables whose value may have changed since the last call.
  mutating func takeTouched(into variables: inout Arena<UInt32>) {
    variables.truncate(to: 0)
    for index in 0..<touched.count {
      variables.append(touched[index])
      isTouched[Int(touched[index])] = false
    }
    touched.truncate(to: 0)
  }

  private mutating func touch(_ variable: Int) {
    guard !isTouched[variable] else { return }
    isTouched[variable] = true
    touched.append(UInt32(variable))
  }

  /// Makes a literal true at the current level.
  mutating func assign(_ literal: Assertion, reason: UInt32) {
    let variable = literal.variable
    values[variable] = literal.isPositive ? 1 : -1
    levels[variable] = UInt32(level)
    reasons[variable] = reason
    trail.append(literal)
    touch(variable)
    if level == 0 { units[variable] = unit(literal, reason) }
  }

  /// Undoes all levels above one.
  mutating func backtrack(to target: Int) {
    guard level > target else { return }
    let start = Int(levelStarts[target])
    cursor = Int(cursors[target])
    while trail.count > start {
      let literal = trail.removeLast()
      let variable = literal.variable
      phases[variable] = literal.isPositive ? 1 : -1
      values[variable] = 0
      touch(variable)
    }
    levelStarts.truncate(to: target)
    cursors.truncate(to: target)
    propagated = start
  }

  /// Says that no assignment satisfies the clauses, since one is false at level 0.
  mutating func fail(_ conflict: UInt32) {
    let chain = chains.count
    chains.append(conflict)
    for index in 0..<count(conflict) { chains.append(units[literal(conflict, index).variable]) }
    emptyClause = store(first: literals.count, chain: chain)
  }

  // The unit clause of a literal that became true at level 0.
  private mutating func unit(_ literal: Assertion, _ reason: UInt32) -> UInt32 {
    if count(reason) == 1 { return reason }
    let chain = chains.count
    chains.append(reason)
    for index in 0..<count(reason) {
      let other = self.literal(reason, index)
      if other != literal { chains.append(units[other.variable]) }
    }
    literals.append(literal)
    return store(first: literals.count - 1, chain: chain)
  }

  /// Watches the first two literals of a clause.
  mutating func watch(_ clause: UInt32) {
    for position in 0..<2 {
      let code = literal(clause, position).index
      nextWatch[Int(clause) * 2 + position] = firstWatch[code]
      firstWatch[code] = clause * 2 + UInt32(position)
    }
  }

  /// Draws all consequences.
  ///
  /// - Returns: a clause that is false.
  private mutating func propagate() -> UInt32? {
    while propagated < trail.count {
      let isFalse = trail[propagated].negated
      propagated += 1
      var watch = firstWatch[isFalse.index]
      firstWatch[isFalse.index] = Self.none
      while watch != Self.none {
        let next = nextWatch[Int(watch)]
        let clause = watch / 2
        if let target = replacement(clause, Int(watch & 1)) {
          nextWatch[Int(watch)] = firstWatch[target.index]
          firstWatch[target.index] = watch
          watch = next
          continue
        }
        nextWatch[Int(watch)] = firstWatch[isFalse.index]
        firstWatch[isFalse.index] = watch
        let other = literal(clause, 1 - Int(watch & 1))
        watch = next
        if value(other) == 0 {
          assign(other, reason: clause)
        } else if value(other) < 0 {
          restore(watch, isFalse)
          return clause
        }
      }
    }
    return nil
  }

  /// Another literal to be watched in a clause, moved to the position watched.
  private mutating func replacement(_ clause: UInt32, _ position: Int) -> Assertion? {
    let record = records[Int(clause)]
    let first = Int(record.first)
    if value(literals[first + 1 - position]) > 0 { return nil }
    for index in 2..<max(2, Int(record.count)) where value(literals[first + index]) >= 0 {
      let found = literals[first + index]
      literals[first + index] = literals[first + position]
      literals[first + position] = found
      return found
    }
    return nil
  }

  // Puts the watches of a literal that haven't been looked at back into its list.
  private mutating func restore(_ rest: UInt32, _ literal: Assertion) {
    var watch = rest
    while watch != Self.none {
      let next = nextWatch[Int(watch)]
      nextWatch[Int(watch)] = firstWatch[literal.index]
      firstWatch[literal.index] = watch
      watch = next
    }
  }
}
