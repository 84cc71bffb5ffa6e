// Forward chaining over at most 64 nodes: a relation is a matrix of bits, a row a machine word.
//
//   S0 = the facts;  S(r + 1) = S(r) and all that a rule gives from S(r);  until nothing is new
//
// An atom's round r is the height of its lowest proof: one whose premises have rounds below r exists, and
// no lower one. Each round applies the rules that use a relation which grew in the round before, to whole
// relations. Semi-naive evaluation, which joins only with what is new, repeats a rule for each of its
// conditions; with rows of one word and a few rounds the repetition costs more than it saves.

import Graphs

/// A ground atom: a predicate of nodes; of a property both are the same.
struct GroundAtom: Hashable, BitwiseCopyable {
  var predicate: Int
  var first: Int
  var second: Int
}

/// Facts and what follows from them.
struct ForwardChaining: ~Copyable {
  private let plans: RulePlans
  private let predicateCount: Int
  /// Number of nodes.
  private(set) var nodes = 0
  /// Number of rounds in which something new was derived.
  private(set) var rounds = 0
  // The matrices, then their inverses.
  private var rows: FixedStorage<UInt64>
  private let inverse: Int
  private var diagonals: FixedStorage<UInt64>
  private var next: FixedStorage<UInt64>
  private var values = FixedStorage<Int>(count: 8, repeating: 0)
  // What each round added: round by round, predicate by predicate, a word a node.
  private var fresh: [UInt64] = []

  init(_ program: HornProgram) {
    predicateCount = program.predicates.count
    plans = RulePlans(program.rules, predicates: predicateCount)
    let count = program.predicates.count * RulePlans.stride
    inverse = count
    rows = FixedStorage(count: 2 * count, repeating: 0)
    next = FixedStorage(count: count, repeating: 0)
    diagonals = FixedStorage(count: program.predicates.count, repeating: 0)
  }

  /// Forgets everything.
  mutating func reset(nodes: Int) {
    self.nodes = nodes
    rounds = 0
    for predicate in 0..<predicateCount {
      diagonals[predicate] = 0
      let offset = predicate * RulePlans.stride
      for node in offset..<offset + nodes {
        rows[node] = 0
        rows[inverse + node] = 0
      }
    }
  }

  /// States a fact; false when it is stated already.
  @inline(__always)
  mutating func insert(_ fact: GroundAtom) -> Bool {
    let row = fact.predicate * RulePlans.stride + fact.first
    guard rows[row] >> UInt64(fact.second) & 1 == 0 else { return false }
    rows[row] |= 1 << UInt64(fact.second)
    rows[inverse + fact.predicate * RulePlans.stride + fact.second] |= 1 << UInt64(fact.first)
    if fact.first == fact.second { diagonals[fact.predicate] |= 1 << UInt64(fact.first) }
    return true
  }

  /// Whether an atom is stated or derived.
  func holds(_ atom: GroundAtom) -> Bool { row(atom.predicate, atom.first).contains(atom.second) }

  /// The nodes that a node stands in a relation to.
  func row(_ predicate: Int, _ node: Int) -> NodeSet {
    NodeSet(bits: rows[predicate * RulePlans.stride + node])
  }

  /// The nodes that a node was found to stand in a relation to in a round; round 0 are the facts.
  func added(_ round: Int, _ predicate: Int, _ node: Int) -> NodeSet {
    NodeSet(bits: fresh[(round * predicateCount + predicate) * nodes + node])
  }

  /// The round in which an atom was derived, 0 for a fact; nil when it does not follow.
  func round(of atom: GroundAtom) -> Int? {
    guard holds(atom) else { return nil }
    return (0...rounds).first { added($0, atom.predicate, atom.first).contains(atom.second) }
  }

  /// Ends the facts: round 0 is known.
  mutating func begin() {
    fresh.removeAll(keepingCapacity: true)
    for predicate in 0..<predicateCount {
      for node in 0..<nodes { fresh.append(rows[predicate * RulePlans.stride + node]) }
    }
  }

  /// Derives all that follows, after `begin`.
  mutating func run() {
    var changed: UInt32 = ~0
    while true {
      for place in plans.plans.indices where plans.plans[place].uses & changed != 0 {
        apply(plans.plans[place])
      }
      changed = gather()
      guard changed != 0 else { return }
      rounds += 1
    }
  }

  private mutating func apply(_ plan: RulePlans.Plan) {
    guard plan.first >= 0 else {
      bind(0, plan, mask: mask(0, plan))
      return
    }
    for x in 0..<nodes {
      var found = rows[plan.first + x]
      if plan.second >= 0 {
        var rest = found
        found = 0
        while rest != 0 {
          found |= rows[plan.second + rest.trailingZeroBitCount]
          rest &= rest &- 1
        }
      }
      next[plan.head + x] |= found
    }
  }

  // What variable k may be, those before it being bound.
  private func mask(_ k: Int, _ plan: RulePlans.Plan) -> UInt64 {
    var mask: UInt64 = NodeSet(below: nodes).bits
    for place in plans.steps[plan.firstStep + k]..<plans.steps[plan.firstStep + k + 1] {
      let condition = plans.conditions[place]
      mask &=
        condition.other < 0
        ? diagonals[condition.offset] : rows[condition.offset + values[condition.other]]
    }
    return mask
  }

  // Binds variable k to each node of the mask, and the rest; true when there was a way.
  @discardableResult
  private mutating func bind(_ k: Int, _ plan: RulePlans.Plan, mask: UInt64) -> Bool {
    let isLast = k == plan.variableCount - 1
    if isLast, k > 0 {
      guard mask != 0 else { return false }
      let row = plan.head + values[0]
      next[row] |= plan.isDiagonal ? 1 << UInt64(values[0]) : mask
      return true
    }
    var rest = mask
    var found = false
    while rest != 0 {
      let node = rest.trailingZeroBitCount
      rest &= rest &- 1
      values[k] = node
      if isLast {
        next[plan.head + node] |= 1 << UInt64(node)
        found = true
      } else if bind(k + 1, plan, mask: self.mask(k + 1, plan)) {
        found = true
        // One way is enough for p(x, x).
        if plan.isDiagonal, k > 0 { return true }
      }
    }
    return found
  }

  // Takes what is new over; the predicates that grew.
  private mutating func gather() -> UInt32 {
    var changed: UInt32 = 0
    let start = fresh.count
    for predicate in 0..<predicateCount {
      let offset = predicate * RulePlans.stride
      for node in 0..<nodes {
        var new = next[offset + node] & ~rows[offset + node]
        next[offset + node] = 0
        fresh.append(new)
        guard new != 0 else { continue }
        changed |= 1 << UInt32(predicate)
        rows[offset + node] |= new
        diagonals[predicate] |= new & 1 << UInt64(node)
        while new != 0 {
          rows[inverse + offset + new.trailingZeroBitCount] |= 1 << UInt64(node)
          new &= new &- 1
        }
      }
    }
    if changed == 0 { fresh.removeLast(fresh.count - start) }
    return changed
  }
}

// Proofs.
extension ForwardChaining {
  /// A step of a derivation.
  struct Step: Equatable {
    /// The rule's number, from 0.
    var rule: Int
    var premises: [GroundAtom]
    var conclusion: GroundAtom
  }

  /// A proof of least height of an atom that holds, premises before conclusions; of a fact no step.
  mutating func derivation(of atom: GroundAtom) -> [Step] {
    var steps: [Step] = []
    derive(atom, &steps)
    return steps
  }

  private mutating func derive(_ atom: GroundAtom, _ steps: inout [Step]) {
    guard let round = round(of: atom), round > 0,
      !steps.contains(where: { $0.conclusion == atom })
    else { return }
    for rule in plans.plans.indices
    where plans.plans[rule].head == atom.predicate * RulePlans.stride {
      guard let premises = premises(of: atom, rule, below: round) else { continue }
      for premise in premises { derive(premise, &steps) }
      steps.append(Step(rule: rule, premises: premises, conclusion: atom))
      return
    }
    fatalError("a derived atom has no proof")
  }

  // Premises of a rule for an atom that were derived before a round.
  private mutating func premises(
    of atom: GroundAtom, _ rule: Int, below round: Int
  ) -> [GroundAtom]? {
    let plan = plans.plans[rule]
    guard plan.isDiagonal == false || atom.first == atom.second else { return nil }
    values[0] = atom.first
    let body = plans.bodies[rule]
    return complete(1, plan, body, atom, below: round)
  }

  private mutating func complete(
    _ k: Int, _ plan: RulePlans.Plan, _ body: [HornProgram.Atom], _ atom: GroundAtom,
    below round: Int
  ) -> [GroundAtom]? {
    guard k < plan.variableCount else {
      let premises = body.map {
        GroundAtom(
          predicate: $0.predicate, first: values[$0.first], second: values[$0.second])
      }
      let isEarlier = premises.allSatisfy { (self.round(of: $0) ?? round) < round }
      return isEarlier ? premises : nil
    }
    var mask = NodeSet(bits: self.mask(k, plan))
    if !plan.isDiagonal, k == plan.variableCount - 1 {
      mask = mask.intersection(NodeSet(atom.second))
    }
    while let node = mask.popFirst() {
      values[k] = node
      if let found = complete(k + 1, plan, body, atom, below: round) { return found }
    }
    return nil
  }
}
