// A rule made ready for joins over bit matrices.
//
// Variables are taken in this order: the head's first, then those that share a condition with one taken
// (or any, when none does), the head's second last. When the k-th variable is to be bound, the values it
// may have are the intersection of words: for a condition p(j, k), j < k, the row of j in p; for p(k, j)
// the row of j in p's inverse; for p(k, k) the diagonal. The last variable's word is or-ed to the head's
// row as a whole: the composition of two relations costs an `or` a pair, not a step a triple. The commonest
// rules, p(0, 1) → h(0, 1) and p(0, 1) ∧ q(1, 2) → h(0, 2), p and q inverted or not, have loops of their own.

import Graphs

/// What a condition says of the variable to be bound.
struct JoinCondition: BitwiseCopyable {
  /// First row of the predicate's matrix, or of its inverse; on the diagonal the predicate.
  var offset: Int
  /// The variable bound before; none on the diagonal.
  var other: Int
}

/// The joins of all rules, in flat memory.
struct RulePlans: ~Copyable {
  /// One rule.
  struct Plan: BitwiseCopyable {
    /// First row of the head's matrix.
    var head: Int
    var variableCount: Int
    /// Whether the head is p(x, x).
    var isDiagonal: Bool
    /// The first of the rule's `steps`: for each variable where its conditions begin.
    var firstStep: Int
    /// Predicates of the body, one bit each.
    var uses: UInt32
    /// For a rule with a loop of its own: where the matrices of its conditions begin; else -1.
    var first = -1
    var second = -1
  }

  /// Rows of a predicate's matrix.
  static let stride = 64

  let plans: [Plan]
  private(set) var steps: FixedStorage<Int>
  private(set) var conditions: FixedStorage<JoinCondition>
  /// Each rule's body, its variables renumbered by the order they are bound in.
  let bodies: [[HornProgram.Atom]]

  init(_ rules: [HornProgram.Rule], predicates: Int) {
    let inverse = predicates * Self.stride
    var plans: [Plan] = []
    var bodies: [[HornProgram.Atom]] = []
    var starts: [Int] = []
    var all: [JoinCondition] = []
    for rule in rules {
      let order = Self.order(rule)
      func place(_ variable: Int) -> Int { order.firstIndex(of: variable)! }
      let body = rule.body.map {
        HornProgram.Atom(
          predicate: $0.predicate, first: place($0.first), second: place($0.second))
      }
      plans.append(
        Plan(
          head: rule.head.predicate * Self.stride, variableCount: order.count,
          isDiagonal: rule.head.first == rule.head.second, firstStep: starts.count,
          uses: rule.body.reduce(0) { $0 | 1 << UInt32($1.predicate) }))
      bodies.append(body)
      for variable in order.indices {
        starts.append(all.count)
        all += body.compactMap { Self.condition($0, binding: variable, inverse: inverse) }
      }
      starts.append(all.count)
      Self.findLoop(&plans[plans.count - 1], starts, all)
    }
    self.plans = plans
    self.bodies = bodies
    steps = FixedStorage(count: starts.count, repeating: 0)
    for (place, start) in starts.enumerated() { steps[place] = start }
    conditions = FixedStorage(
      count: max(1, all.count),
      repeating: JoinCondition(offset: 0, other: -1))
    for (place, condition) in all.enumerated() { conditions[place] = condition }
  }

  private static func order(_ rule: HornProgram.Rule) -> [Int] {
    let last = rule.head.first == rule.head.second ? nil : rule.head.second
    var order = [rule.head.first]
    var rest = (0..<rule.variableCount).filter { $0 != rule.head.first && $0 != last }
    while !rest.isEmpty {
      let linked = rest.firstIndex { variable in
        rule.body.contains {
          $0.first == variable && order.contains($0.second)
            || $0.second == variable && order.contains($0.first)
        }
      }
      order.append(rest.remove(at: linked ?? 0))
    }
    return order + (last.map { [$0] } ?? [])
  }

  private static func condition(
    _ atom: HornProgram.Atom, binding k: Int, inverse: Int
  ) -> JoinCondition? {
    guard max(atom.first, atom.second) == k else { return nil }
    if atom.first == atom.second { return JoinCondition(offset: atom.predicate, other: -1) }
    let offset = atom.predicate * stride
    return atom.second == k
      ? JoinCondition(offset: offset, other: atom.first)
      : JoinCondition(offset: inverse + offset, other: atom.second)
  }

  // A chain of one or two conditions from the head's first variable to its second.
  private static func findLoop(_ plan: inout Plan, _ starts: [Int], _ all: [JoinCondition]) {
    let counts = (0..<plan.variableCount).map {
      starts[plan.firstStep + $0 + 1] - starts[plan.firstStep + $0]
    }
    let links = all[starts[plan.firstStep]...]
    guard !plan.isDiagonal, counts == [0, 1] || counts == [0, 1, 1],
      links.enumerated().allSatisfy({ $0.element.other == $0.offset })
    else { return }
    plan.first = links[links.startIndex].offset
    if links.count == 2 { plan.second = links[links.startIndex + 1].offset }
  }
}
