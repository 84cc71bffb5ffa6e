// Stored clauses: literals in one arena, one record a clause. A clause is never changed or freed,
// since a proof may need it; a simplified clause is a new one.

/// The number of a clause.
typealias ClauseID = UInt32

/// What is stored for a clause besides its literals.
struct ClauseRecord: BitwiseCopyable {
  /// Where the clause stands in the loop.
  enum Place: UInt8 {
    case passive
    case active
    /// Simplified or subsumed.
    case redundant
    /// The solver has its components.
    case split
    /// Its assertions don't hold in the model.
    case locked
    /// Needless as long as some assertions hold that aren't its own.
    case frozen
  }

  var literals: UInt32
  var literalCount: UInt32
  /// Greater than the index of each variable.
  var variableBound: UInt32
  /// Number of symbols and variables.
  var weight: UInt32
  /// A bit for the sign and head of each literal, and for each function symbol below.
  var symbolMask: UInt64
  var place: Place
  /// Whether it's in the indexes.
  var isIndexed = false
  /// Whether it descends from the conclusion.
  var isGoal: Bool
  /// Whether it was drawn again, so that it stays when a parent becomes redundant.
  var hasOtherDerivation = false
  var origin: Origin
  var simplifications: UInt32
  var simplificationCount: UInt32
  /// Under which assertions it holds.
  var assertions: AssertionSetID
}

/// All clauses of a search.
struct ClauseBank: ~Copyable {
  private(set) var records = Arena<ClauseRecord>(capacity: 64)
  private var literals = Arena<ClauseLiteral>(capacity: 128)
  private var simplifications = Arena<Simplification>()

  /// Bytes held.
  var bytes: Int { records.bytes + literals.bytes + simplifications.bytes }
  /// Number of clauses.
  var count: Int { records.count }

  /// A clause's record.
  subscript(clause: ClauseID) -> ClauseRecord {
    get { records[Int(clause)] }
    _modify { yield &records[Int(clause)] }
  }

  /// Number of literals.
  func size(_ clause: ClauseID) -> Int { Int(records[Int(clause)].literalCount) }
  /// A literal of a clause.
  func literal(_ clause: ClauseID, _ index: Int) -> ClauseLiteral {
    let record = records[Int(clause)]
    precondition(index < Int(record.literalCount))
    return literals[Int(record.literals) + index]
  }
  /// Says which literals inferences may act upon.
  mutating func setEligible(_ clause: ClauseID, _ index: Int, inAllInstances: Bool) {
    let position = Int(records[Int(clause)].literals) + index
    literals[position].isEligible = true
    literals[position].staysEligible = inAllInstances
  }
  /// A simplification in a clause's history.
  func simplification(_ clause: ClauseID, _ index: Int) -> Simplification {
    simplifications[Int(records[Int(clause)].simplifications) + index]
  }

  /// Stores the clause under construction as a passive one.
  mutating func store(_ draft: borrowing ClauseDraft, _ bank: borrowing TermBank) -> ClauseID {
    var weight = 0
    var bound = 0
    var mask: UInt64 = 0
    let first = literals.count
    let firstSimplification = simplifications.count
    for index in 0..<draft.literals.count {
      let literal = draft.literals[index]
      literals.append(literal)
      weight += bank.weight(literal.left) + (literal.isEquation ? bank.weight(literal.right) : 0)
      bound = max(bound, bank.variableBound(literal.left), bank.variableBound(literal.right))
      mask |= bank.symbolMask(literal)
    }
    for index in 0..<draft.simplifications.count {
      simplifications.append(draft.simplifications[index])
    }
    records.append(
      ClauseRecord(
        literals: UInt32(first), literalCount: UInt32(draft.literals.count),
        variableBound: UInt32(bound), weight: UInt32(clamping: weight), symbolMask: mask,
        place: .passive, isGoal: draft.isGoal, origin: draft.origin,
        simplifications: UInt32(firstSimplification),
        simplificationCount: UInt32(draft.simplifications.count),
        assertions: draft.assertions))
    return ClauseID(records.count - 1)
  }
}

extension TermBank {
  /// A necessary condition of subsumption: if C subsumes D, the mask of C lies within that of D.
  ///
  /// Heads of literals come with their sign; of function symbols those down to depth 3 are seen,
  /// which keeps the mask cheap, and an instance has all symbols of its pattern at the same places.
  func symbolMask(_ literal: ClauseLiteral) -> UInt64 {
    let sign: UInt32 = literal.isPositive ? 1 : 0
    if literal.isEquation {
      return Self.bit(Signature.equality &* 2 &+ sign) | functionMask(literal.left, 3)
        | functionMask(literal.right, 3)
    }
    let node = self.node(literal.left)
    var mask = Self.bit(node.symbol &* 2 &+ sign)
    for index in 0..<Int(node.arity) { mask |= functionMask(argument(node, index), 3) }
    return mask
  }

  private func functionMask(_ term: TermID, _ depth: Int) -> UInt64 {
    if term.isVariable || depth == 0 { return 0 }
    let node = self.node(term)
    var mask = Self.bit(node.symbol &* 2)
    for index in 0..<Int(node.arity) { mask |= functionMask(argument(node, index), depth - 1) }
    return mask
  }

  private static func bit(_ value: UInt32) -> UInt64 {
    1 << UInt64((value &* 0x9E37_79B1) >> 26)
  }
}
