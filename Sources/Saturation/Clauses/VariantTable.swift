// Finding a clause that was drawn before: a hash table over the literals of stored clauses.
//
// Variables are numbered in the order in which the conclusion names them, so most variants have the
// very same literals. Of the conclusions of equational problems a quarter to two thirds are repetitions
// (measured: 25 % on rings, 44 % in set theory, 64 % on Wajsberg algebras); subsumption would find them
// too, but only when they are picked, after they have filled memory and queues.

/// Clauses by their literals.
struct VariantTable: ~Copyable {
  private var slots = Arena<ClauseID>(repeating: .max, count: 256)
  private var count = 0

  /// Bytes held.
  var bytes: Int { slots.bytes }

  /// The stored clause with exactly the draft's literals and assertions, if it isn't redundant.
  func find(_ draft: borrowing ClauseDraft, _ clauses: borrowing ClauseBank) -> ClauseID? {
    var slot = Self.hash(draft) & (slots.count - 1)
    while slots[slot] != .max {
      let clause = slots[slot]
      if clauses[clause].place != .redundant, clauses.hasLiterals(clause, of: draft) {
        return clause
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a stored clause.
  mutating func insert(_ clause: ClauseID, _ clauses: borrowing ClauseBank) {
    if (count + 1) * 2 > slots.count { grow(clauses) }
    place(clause, Self.hash(clause, clauses))
    count += 1
  }

  private mutating func place(_ clause: ClauseID, _ hash: Int) {
    var slot = hash & (slots.count - 1)
    while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = clause
  }

  /// Redundant clauses are left behind.
  private mutating func grow(_ clauses: borrowing ClauseBank) {
    var old = Arena<ClauseID>(repeating: .max, count: slots.count * 2)
    swap(&old, &slots)
    count = 0
    for slot in 0..<old.count where old[slot] != .max {
      guard clauses[old[slot]].place != .redundant else { continue }
      place(old[slot], Self.hash(old[slot], clauses))
      count += 1
    }
  }

  private static func hash(_ draft: borrowing ClauseDraft) -> Int {
    var state = UInt64(draft.assertions)
    for index in 0..<draft.literals.count { state = mix(state, draft.literals[index]) }
    return Int(truncatingIfNeeded: state >> 32)
  }

  private static func hash(_ clause: ClauseID, _ clauses: borrowing ClauseBank) -> Int {
    var state = UInt64(clauses[clause].assertions)
    for index in 0..<clauses.size(clause) { state = mix(state, clauses.literal(clause, index)) }
    return Int(truncatingIfNeeded: state >> 32)
  }

  private static func mix(_ state: UInt64, _ literal: ClauseLiteral) -> UInt64 {
    let sides = UInt64(literal.left.raw) << 32 | UInt64(literal.right.raw)
    let first = (state ^ sides) &* 0x9E37_79B9_7F4A_7C15
    let second = (first ^ (first >> 29) ^ (literal.isPositive ? 1 : 0)) &* 0xBF58_476D_1CE4_E5B9
    return second ^ (second >> 32)
  }
}

extension ClauseBank {
  /// Whether a clause has exactly the draft's literals, in their order, and its assertions.
  func hasLiterals(_ clause: ClauseID, of draft: borrowing ClauseDraft) -> Bool {
    guard size(clause) == draft.literals.count, self[clause].assertions == draft.assertions else {
      return false
    }
    for index in 0..<draft.literals.count {
      let own = literal(clause, index)
      let other = draft.literals[index]
      guard own.left == other.left, own.right == other.right, own.isPositive == other.isPositive
      else { return false }
    }
    return true
  }
}
