// The propositional abstraction S⊥ of the instances, and its model.
//
// A ground atom is a propositional variable; s = t and t = s are one, s = s is true. A new clause is looked
// at under the model at hand: where it is true, or can be made so by a variable that is as new as it is, the
// model stays and the solver isn't asked.

import SAT

/// The clauses of S⊥ and a model of them.
struct Abstraction {
  /// A propositional clause with the instance it comes from.
  struct Ground {
    var literals: [Int32]
    var instance: Int
  }

  private let solver = SATSolver()
  private(set) var clauses: [Ground] = []
  /// Propositional literals of each instance, in its clause's order.
  private(set) var literals: [[Int32]] = []
  private var variables: [TermID: Int32] = [:]
  private var equations: [SIMD2<Int32>: Int32] = [:]
  private var seen: Set<[Int32]> = []
  private var model: [Bool] = [true, true]
  /// Number of clauses that the model makes false.
  private(set) var falseCount = 0

  /// The variable that is true.
  static let truth: Int32 = 1

  init() { solver.add(clause: [Self.truth]) }

  /// Number of propositional variables.
  var variableCount: Int { model.count - 1 }
  /// Bytes held, roughly.
  var bytes: Int { clauses.count * 96 + literals.count * 48 + variableCount * 48 }

  /// Adds the ground clause of the next instance.
  mutating func add(
    _ clause: Zip2Sequence<[Bool], [TermID]>, instance: Int, _ bank: InstanceTerms
  ) {
    let firstNew = model.count
    let all = clause.map { sign, atom in sign ? variable(atom, bank) : -variable(atom, bank) }
    literals.append(all)
    var kept: [Int32] = []
    for literal in all where literal != -Self.truth {
      if literal == Self.truth || kept.contains(-literal) { return }
      if !kept.contains(literal) { kept.append(literal) }
    }
    guard seen.insert(kept.sorted()).inserted else { return }
    clauses.append(Ground(literals: kept, instance: instance))
    solver.add(clause: kept)
    if kept.contains(where: isTrue) { return }
    if let literal = kept.first(where: { $0.magnitude >= firstNew }) {
      model[Int(literal.magnitude)] = literal > 0
    } else {
      falseCount += 1
    }
  }

  private mutating func variable(_ atom: TermID, _ bank: InstanceTerms) -> Int32 {
    if let known = variables[atom] { return known }
    var number = Int32(model.count)
    if bank.symbols[Int(atom)] == InstantiationInput.equality {
      let (left, right) = (bank.argument(atom, 0), bank.argument(atom, 1))
      let sides = SIMD2(min(left, right), max(left, right))
      number = left == right ? Self.truth : equations[sides] ?? number
      equations[sides] = number
    }
    variables[atom] = number
    if number == model.count { model.append(false) }
    return number
  }

  private func isTrue(_ literal: Int32) -> Bool {
    model[Int(literal.magnitude)] == (literal > 0)
  }

  /// Whether an instance is true in the model.
  func isTrue(instance: Int) -> Bool { literals[instance].contains(where: isTrue) }

  /// Whether a literal of an instance is true in the model.
  func isTrue(instance: Int, literal: Int) -> Bool { isTrue(literals[instance][literal]) }

  /// Looks for a model of all clauses.
  mutating func solve(conflicts: Int, isOver: @escaping () -> Bool) -> SATSolver.Outcome {
    let outcome = solver.solve(conflicts: conflicts, isOver: isOver)
    if case .satisfiable = outcome {
      for variable in 1..<model.count { model[variable] = solver.value(variable) }
      falseCount = 0
    }
    return outcome
  }
}
