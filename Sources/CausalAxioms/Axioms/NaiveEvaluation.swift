// The least model again, one atom at a time: the second opinion about a row's label.
//
// Round by round every rule is matched, condition by condition, against the list of atoms known before the
// round (naive evaluation: Ullman 1988, section 3.3). It shares no step with the bit matrices of
// ForwardChaining, and keeps for every atom the rule and premises that gave it first.

/// What follows from facts.
struct NaiveEvaluation {
  /// How an atom was derived; a fact by no rule.
  struct Reason {
    var rule: Int
    var premises: [GroundAtom]
  }

  private(set) var reasons: [GroundAtom: Reason?] = [:]
  private let rules: [HornProgram.Rule]
  private var byPredicate: [Int: [GroundAtom]] = [:]
  private var byFirst: [Int: [GroundAtom]] = [:]
  private var bySecond: [Int: [GroundAtom]] = [:]

  init(_ program: HornProgram, facts: [GroundAtom]) {
    rules = program.rules
    var new: [(GroundAtom, Reason?)] = facts.map { ($0, nil) }
    while !new.isEmpty {
      for (atom, reason) in new where reasons[atom] == nil {
        reasons[atom] = .some(reason)
        byPredicate[atom.predicate, default: []].append(atom)
        byFirst[Self.key(atom.predicate, atom.first), default: []].append(atom)
        bySecond[Self.key(atom.predicate, atom.second), default: []].append(atom)
      }
      new = []
      for (number, rule) in rules.enumerated() {
        var values = [Int?](repeating: nil, count: rule.variableCount)
        match(rule, number, 0, &values, [], &new)
      }
    }
  }

  /// Whether an atom follows.
  func holds(_ atom: GroundAtom) -> Bool { reasons[atom] != nil }

  /// A derivation, premises before conclusions.
  func derivation(of atom: GroundAtom) -> [(conclusion: GroundAtom, reason: Reason)] {
    var steps: [(conclusion: GroundAtom, reason: Reason)] = []
    var done: Set<GroundAtom> = []
    func derive(_ atom: GroundAtom) {
      guard let reason = reasons[atom] ?? nil, done.insert(atom).inserted else { return }
      reason.premises.forEach(derive)
      steps.append((atom, reason))
    }
    derive(atom)
    return steps
  }

  private static func key(_ predicate: Int, _ node: Int) -> Int { node << 8 | predicate }

  private func match(
    _ rule: HornProgram.Rule, _ number: Int, _ place: Int, _ values: inout [Int?],
    _ premises: [GroundAtom], _ new: inout [(GroundAtom, Reason?)]
  ) {
    guard place < rule.body.count else {
      let head = GroundAtom(
        predicate: rule.head.predicate, first: values[rule.head.first]!,
        second: values[rule.head.second]!)
      if reasons[head] == nil { new.append((head, Reason(rule: number, premises: premises))) }
      return
    }
    let condition = rule.body[place]
    for atom in candidates(condition, values) {
      let before = (values[condition.first], values[condition.second])
      guard before.0 ?? atom.first == atom.first else { continue }
      values[condition.first] = atom.first
      if values[condition.second] ?? atom.second == atom.second {
        values[condition.second] = atom.second
        match(rule, number, place + 1, &values, premises + [atom], &new)
      }
      values[condition.second] = before.1
      values[condition.first] = before.0
    }
  }

  private func candidates(_ condition: HornProgram.Atom, _ values: [Int?]) -> [GroundAtom] {
    if let first = values[condition.first] {
      return byFirst[Self.key(condition.predicate, first)] ?? []
    }
    if let second = values[condition.second] {
      return bySecond[Self.key(condition.predicate, second)] ?? []
    }
    return byPredicate[condition.predicate] ?? []
  }
}
