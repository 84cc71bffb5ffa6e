// Sets of assertions, shared: equal sets have the same number, and set 0 is empty. A clause C with
// the set {a1, ..., an} says C ∨ ¬a1 ∨ ... ∨ ¬an; a conclusion has the union of its premises' sets.
//
// Each set counts its members that the model doesn't make true, and lists its clauses, so that a
// change of the model finds the clauses it concerns.

/// The number of a set of assertions.
typealias AssertionSetID = UInt32

/// All sets of a search.
struct AssertionSets: ~Copyable {
  static let empty: AssertionSetID = 0

  struct Record: BitwiseCopyable {
    var first: UInt32
    var count: UInt32
    /// How many members aren't asserted.
    var missing: UInt32 = 0
    /// The head of the list of clauses with this set.
    var clauses: UInt32 = .max
  }
  struct Link: BitwiseCopyable {
    var value: UInt32
    var next: UInt32
  }
  struct Union: BitwiseCopyable {
    var first: AssertionSetID
    var second: AssertionSetID
    var result: AssertionSetID
  }

  private var records = Arena<Record>()
  private var members = Arena<Assertion>()
  private var table = Arena<UInt32>(repeating: .max, count: 256)
  private var links = Arena<Link>()
  /// By assertion: the head of the list of sets that hold it.
  private var holders = Arena<UInt32>()
  /// Recent unions, by a hash of their parts.
  private var unions = Arena<Union>(
    repeating: Union(first: 0, second: 0, result: 0), count: 1 << 10)
  private var pending = Arena<Assertion>()
  /// By assertion: whether the model makes it true.
  private(set) var isAsserted = Arena<Bool>()

  init() { records.append(Record(first: 0, count: 0)) }

  var bytes: Int { records.bytes + members.bytes + table.bytes + links.bytes }

  /// Makes room for the two assertions of a new variable.
  mutating func addVariable() {
    for _ in 0..<2 {
      holders.append(.max)
      isAsserted.append(false)
    }
  }

  func count(_ set: AssertionSetID) -> Int { Int(records[Int(set)].count) }
  /// A member, in ascending order.
  func member(_ set: AssertionSetID, _ index: Int) -> Assertion {
    members[Int(records[Int(set)].first) + index]
  }
  func elements(_ set: AssertionSetID) -> [Assertion] {
    (0..<count(set)).map { member(set, $0) }
  }
  /// Whether the model makes all members true.
  func holds(_ set: AssertionSetID) -> Bool { records[Int(set)].missing == 0 }

  func contains(_ set: AssertionSetID, _ assertion: Assertion) -> Bool {
    for index in 0..<count(set) where member(set, index) == assertion { return true }
    return false
  }

  /// The set of one assertion.
  mutating func singleton(_ assertion: Assertion) -> AssertionSetID {
    pending.truncate(to: 0)
    pending.append(assertion)
    return internPending()
  }

  /// The union of two sets.
  mutating func union(_ first: AssertionSetID, _ second: AssertionSetID) -> AssertionSetID {
    if first == second || second == Self.empty { return first }
    if first == Self.empty { return second }
    let slot = Int((first &* 0x9E37_79B1 ^ second &* 0x85EB_CA6B) >> 22)
    let known = unions[slot]
    if known.first == first, known.second == second { return known.result }
    merge(first, second)
    let result = internPending()
    unions[slot] = Union(first: first, second: second, result: result)
    return result
  }

  private mutating func merge(_ first: AssertionSetID, _ second: AssertionSetID) {
    pending.truncate(to: 0)
    var (left, right) = (0, 0)
    while left < count(first) || right < count(second) {
      if right == count(second) {
        pending.append(member(first, left))
        left += 1
      } else if left == count(first) || member(second, right) < member(first, left) {
        pending.append(member(second, right))
        right += 1
      } else {
        if member(first, left) == member(second, right) { right += 1 }
        pending.append(member(first, left))
        left += 1
      }
    }
  }

  private static func hash(_ state: UInt64, _ assertion: Assertion) -> UInt64 {
    let mixed = (state ^ UInt64(assertion.code)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }

  private mutating func internPending() -> AssertionSetID {
    var hash: UInt64 = 0
    for index in 0..<pending.count { hash = Self.hash(hash, pending[index]) }
    var slot = Int(truncatingIfNeeded: hash >> 32) & (table.count - 1)
    while table[slot] != .max {
      if isPending(table[slot]) { return table[slot] }
      slot = (slot + 1) & (table.count - 1)
    }
    let set = AssertionSetID(records.count)
    var record = Record(first: UInt32(members.count), count: UInt32(pending.count))
    for index in 0..<pending.count {
      let assertion = pending[index]
      members.append(assertion)
      links.append(Link(value: set, next: holders[assertion.index]))
      holders[assertion.index] = UInt32(links.count - 1)
      if !isAsserted[assertion.index] { record.missing += 1 }
    }
    records.append(record)
    table[slot] = set
    if records.count * 2 > table.count { rehash() }
    return set
  }

  private func isPending(_ set: AssertionSetID) -> Bool {
    guard count(set) == pending.count else { return false }
    for index in 0..<pending.count where member(set, index) != pending[index] { return false }
    return true
  }

  private mutating func rehash() {
    table = Arena(repeating: .max, count: table.count * 2)
    for set in 1..<records.count {
      var hash: UInt64 = 0
      for index in 0..<count(AssertionSetID(set)) {
        hash = Self.hash(hash, member(AssertionSetID(set), index))
      }
      var slot = Int(truncatingIfNeeded: hash >> 32) & (table.count - 1)
      while table[slot] != .max { slot = (slot + 1) & (table.count - 1) }
      table[slot] = UInt32(set)
    }
  }
}

extension AssertionSets {
  /// Enters a clause into its set's list.
  mutating func append(_ clause: ClauseID, to set: AssertionSetID) {
    links.append(Link(value: clause, next: records[Int(set)].clauses))
    records[Int(set)].clauses = UInt32(links.count - 1)
  }

  /// Appends the clauses with this set, the last one added first.
  func collectClauses(of set: AssertionSetID, into found: inout Arena<ClauseID>) {
    var link = records[Int(set)].clauses
    while link != .max {
      found.append(links[Int(link)].value)
      link = links[Int(link)].next
    }
  }

  /// Notes that the model does or no longer does make an assertion true.
  ///
  /// - Parameter changed: gets the sets that hold from now on, or don't any more.
  mutating func setAsserted(
    _ assertion: Assertion, _ isTrue: Bool, changed: inout Arena<AssertionSetID>
  ) {
    isAsserted[assertion.index] = isTrue
    var link = holders[assertion.index]
    while link != .max {
      let set = Int(links[Int(link)].value)
      if isTrue {
        records[set].missing -= 1
        if records[set].missing == 0 { changed.append(UInt32(set)) }
      } else {
        if records[set].missing == 0 { changed.append(UInt32(set)) }
        records[set].missing += 1
      }
      link = links[Int(link)].next
    }
  }
}
