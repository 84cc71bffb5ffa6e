// Refutes propositional clauses and keeps every resolution: conflict-driven clause learning
// (Marques-Silva and Sakallah 1999) with two watched literals and activities (Moskewicz et al. 2001).
//
//   learned clause  =  the false clause, resolved with the reasons of its literals in the order
//                      opposite to their propagation (Zhang and Malik 2003)
//
// CaDiCaL decides and finds the core; it is refuted again here because version 1.5 tells its proof to
// a file only, and in a form (DRAT) that leaves the resolutions to be found. Cores are small, so
// nothing is forgotten and there is no preprocessing.

/// How one clause of a refutation comes about: `first` resolved with one clause after the other.
public struct ResolutionChain: Hashable, Sendable {
  /// The clause's number: given clauses have the first numbers, in their order.
  public var clause: Int
  /// The clause it begins with.
  public var first: Int
  /// What it is resolved with, and upon which variable.
  public var steps: [(clause: Int, variable: Int)] {
    zip(partners, variables).map { ($0, $1) }
  }

  fileprivate var partners: [Int]
  fileprivate var variables: [Int]
}

/// A search for a refutation of propositional clauses.
public struct ResolutionRefuter {
  // A literal is 2 * variable + (1 when negated), variables from 0.
  private var clauses: [[Int]] = []
  private var chains: [ResolutionChain] = []
  private let givenCount: Int
  private var watches: [[Int]]
  private var values: [Int8]
  private var levels: [Int]
  private var reasons: [Int]
  private var positions: [Int]
  private var phases: [Bool]
  private var activities: [Double]
  private var activityStep = 1.0
  private var trail: [Int] = []
  private var head = 0
  private var levelStarts: [Int] = []
  private var heap: ActivityHeap

  private static let none = -1

  /// Refutes clauses over the variables 1...`variableCount`.
  ///
  /// - Parameters:
  ///   - given: clauses without repeated literals.
  ///   - conflicts: the most.
  ///   - isOver: asked now and then.
  /// - Returns: the chains that the empty clause needs, which is the last; no chain when a given clause
  ///   is empty; nil when the clauses have a model or a limit was met.
  public static func refute(
    _ given: [[Int32]], variableCount: Int, conflicts: Int, isOver: () -> Bool
  ) -> [ResolutionChain]? {
    if given.contains([]) { return [] }
    var refuter = ResolutionRefuter(given, variableCount: variableCount)
    return refuter.run(conflicts: conflicts, isOver: isOver)
  }

  private init(_ given: [[Int32]], variableCount: Int) {
    givenCount = given.count
    watches = Array(repeating: [], count: 2 * variableCount)
    values = Array(repeating: -1, count: 2 * variableCount)
    levels = Array(repeating: 0, count: variableCount)
    reasons = Array(repeating: Self.none, count: variableCount)
    positions = Array(repeating: 0, count: variableCount)
    phases = Array(repeating: false, count: variableCount)
    activities = Array(repeating: 0, count: variableCount)
    heap = ActivityHeap(count: variableCount)
    for clause in given {
      clauses.append(clause.map { 2 * (Int($0.magnitude) - 1) + ($0 < 0 ? 1 : 0) })
    }
  }

  private mutating func run(conflicts: Int, isOver: () -> Bool) -> [ResolutionChain]? {
    for index in clauses.indices {
      if clauses[index].count > 1 {
        watch(index)
      } else if let conflict = enqueueUnit(index) {
        return finish(conflict)
      }
    }
    var count = 0
    var untilRestart = 100
    while true {
      if let conflict = propagate() {
        if levelStarts.isEmpty { return finish(conflict) }
        count += 1
        untilRestart -= 1
        if count > conflicts || (count % 64 == 0 && isOver()) { return nil }
        if let conflict = learn(from: conflict) { return finish(conflict) }
      } else if untilRestart <= 0 {
        untilRestart = 100 + count / 10
        backtrack(to: 0)
      } else if !decide() {
        return nil
      }
    }
  }

  // MARK: Assignment

  private mutating func watch(_ clause: Int) {
    watches[clauses[clause][0]].append(clause)
    watches[clauses[clause][1]].append(clause)
  }

  private mutating func assign(_ literal: Int, reason: Int) {
    values[literal] = 1
    values[literal ^ 1] = 0
    let variable = literal >> 1
    levels[variable] = levelStarts.count
    reasons[variable] = reason
    positions[variable] = trail.count
    trail.append(literal)
  }

  /// Gives the clause when its literal is false.
  private mutating func enqueueUnit(_ clause: Int) -> Int? {
    let literal = clauses[clause][0]
    if values[literal] == 0 { return clause }
    if values[literal] < 0 { assign(literal, reason: clause) }
    return nil
  }

  private mutating func propagate() -> Int? {
    while head < trail.count {
      let falsified = trail[head] ^ 1
      head += 1
      var watching = watches[falsified]
      watches[falsified] = []
      var kept = 0
      var conflict: Int?
      for index in watching.indices {
        let clause = watching[index]
        if conflict == nil, moveWatch(of: clause, from: falsified) { continue }
        watching[kept] = clause
        kept += 1
        guard conflict == nil, values[clauses[clause][0]] != 1 else { continue }
        if values[clauses[clause][0]] == 0 {
          conflict = clause
        } else {
          assign(clauses[clause][0], reason: clause)
        }
      }
      watching.removeLast(watching.count - kept)
      watches[falsified] = watching
      if let conflict { return conflict }
    }
    return nil
  }

  /// Looks for another literal to watch; puts the other watched one first.
  private mutating func moveWatch(of clause: Int, from falsified: Int) -> Bool {
    if clauses[clause][0] == falsified { clauses[clause].swapAt(0, 1) }
    if values[clauses[clause][0]] == 1 { return false }
    for index in 2..<max(2, clauses[clause].count) where values[clauses[clause][index]] != 0 {
      clauses[clause].swapAt(1, index)
      watches[clauses[clause][1]].append(clause)
      return true
    }
    return false
  }

  private mutating func decide() -> Bool {
    while let variable = heap.pop(activities) {
      guard values[2 * variable] < 0 else { continue }
      levelStarts.append(trail.count)
      assign(2 * variable + (phases[variable] ? 0 : 1), reason: Self.none)
      return true
    }
    return false
  }

  private mutating func backtrack(to level: Int) {
    guard level < levelStarts.count else { return }
    let start = levelStarts[level]
    for literal in trail[start...] {
      values[literal] = -1
      values[literal ^ 1] = -1
      phases[literal >> 1] = literal & 1 == 0
      heap.insert(literal >> 1, activities)
    }
    trail.removeLast(trail.count - start)
    levelStarts.removeLast(levelStarts.count - level)
    head = start
  }

  // MARK: Conflicts

  /// Learns a clause and goes back to where it makes a literal true; gives it when it is false there.
  private mutating func learn(from conflict: Int) -> Int? {
    let learned = resolve(conflict, untilUniqueAtLevel: levelStarts.count)
    let literals = clauses[learned]
    guard literals.count > 1 else {
      backtrack(to: 0)
      return literals.isEmpty ? learned : enqueueUnit(learned)
    }
    backtrack(to: levels[literals[1] >> 1])
    watch(learned)
    assign(literals[0], reason: learned)
    return nil
  }

  /// Resolves a false clause with reasons from the trail's end until one literal of the level is left,
  /// and all of level 0 are gone. The literals come by falling level.
  private mutating func resolve(_ conflict: Int, untilUniqueAtLevel level: Int) -> Int {
    var isSeen = Set<Int>()
    var atLevel = 0
    var partners: [Int] = []
    var pivots: [Int] = []
    func enter(_ refuter: inout ResolutionRefuter, _ clause: Int) {
      for literal in refuter.clauses[clause] where isSeen.insert(literal >> 1).inserted {
        if refuter.levels[literal >> 1] == level { atLevel += 1 }
        refuter.bump(literal >> 1)
      }
    }
    enter(&self, conflict)
    let levelZeroEnd = levelStarts.first ?? trail.count
    for index in trail.indices.reversed() where isSeen.contains(trail[index] >> 1) {
      let variable = trail[index] >> 1
      let isOfLevel = level > 0 && levels[variable] == level && atLevel > 1
      guard isOfLevel || index < levelZeroEnd else { continue }
      isSeen.remove(variable)
      partners.append(reasons[variable])
      pivots.append(variable + 1)
      // The resolved variable stands in its reason too, true, and mustn't come back.
      for literal in clauses[reasons[variable]] where literal >> 1 != variable {
        if isSeen.insert(literal >> 1).inserted {
          if levels[literal >> 1] == level { atLevel += 1 }
          bump(literal >> 1)
        }
      }
      if levels[variable] == level { atLevel -= 1 }
    }
    activityStep /= 0.95
    let literals = isSeen.map { 2 * $0 + (values[2 * $0] == 1 ? 1 : 0) }.sorted {
      positions[$0 >> 1] > positions[$1 >> 1]
    }
    chains.append(
      ResolutionChain(
        clause: clauses.count, first: conflict, partners: partners, variables: pivots))
    clauses.append(literals)
    return clauses.count - 1
  }

  private mutating func bump(_ variable: Int) {
    activities[variable] += activityStep
    if activities[variable] > 1e100 {
      for index in activities.indices { activities[index] *= 1e-100 }
      activityStep *= 1e-100
    }
    heap.moveUp(variable, activities)
  }

  /// The chains that the empty clause needs.
  private mutating func finish(_ conflict: Int) -> [ResolutionChain] {
    backtrack(to: 0)
    if !clauses[conflict].isEmpty { _ = resolve(conflict, untilUniqueAtLevel: 0) }
    var needed: Set<Int> = [clauses.count - 1]
    var kept: [ResolutionChain] = []
    for chain in chains.reversed() where needed.contains(chain.clause) {
      kept.append(chain)
      needed.insert(chain.first)
      needed.formUnion(chain.partners)
    }
    return kept.reversed()
  }
}

/// Variables by falling activity: a binary heap with positions.
private struct ActivityHeap {
  private var heap: [Int]
  private var places: [Int]

  init(count: Int) {
    heap = Array(0..<count)
    places = Array(0..<count)
  }

  mutating func pop(_ activities: [Double]) -> Int? {
    guard let top = heap.first else { return nil }
    places[top] = -1
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      places[last] = 0
      moveDown(0, activities)
    }
    return top
  }

  mutating func insert(_ variable: Int, _ activities: [Double]) {
    guard places[variable] < 0 else { return }
    places[variable] = heap.count
    heap.append(variable)
    moveUp(variable, activities)
  }

  mutating func moveUp(_ variable: Int, _ activities: [Double]) {
    var place = places[variable]
    guard place >= 0 else { return }
    while place > 0 {
      let parent = (place - 1) / 2
      guard activities[heap[parent]] < activities[variable] else { break }
      heap[place] = heap[parent]
      places[heap[place]] = place
      place = parent
    }
    heap[place] = variable
    places[variable] = place
  }

  private mutating func moveDown(_ start: Int, _ activities: [Double]) {
    var place = start
    let variable = heap[place]
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, activities[heap[child + 1]] > activities[heap[child]] {
        child += 1
      }
      guard activities[heap[child]] > activities[variable] else { break }
      heap[place] = heap[child]
      places[heap[place]] = place
      place = child
    }
    heap[place] = variable
    places[variable] = place
  }
}
