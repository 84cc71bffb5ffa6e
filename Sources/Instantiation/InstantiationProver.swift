// Instantiation by conflicts of selected literals (Ganzinger and Korovin 2003; Korovin 2013).
//
//   A set S of clauses, ⊥ a constant, S⊥ the clauses with all variables replaced by ⊥.
//   S⊥ unsatisfiable                       S is refuted: its instances S⊥ contradict each other.
//   I a model of S⊥                        every C in S selects a literal L with L⊥ true in I.
//
//      C with L selected    D with ¬K selected       σ = mgu(L, K)
//      -----------------------------------------     added to S where they are proper instances
//                    Cσ    Dσ
//
//   Nothing left to add                    S has a model: the selected literals' instances hold.
//
// Complete for first-order logic without equality, and a decision procedure for clauses without
// function symbols, which have finitely many instances. An instance Cτ is left out when a proper
// instance Cσ was added of which it is one (dismatching constraints): Cσ conflicts in C's place.
//
// Next to saturation it never makes longer clauses, so it does well where there are many variables and few
// function symbols. CaDiCaL decides; S⊥ only grows, so one solver serves the whole search.

import Certificates
import Clausification
import FirstOrderLogic
import SAT

/// A search for contradictory instances of clauses; it can be stopped and resumed.
///
/// The same clauses and counted limits give the same outcome on every machine.
public struct InstantiationProver: ~Copyable {
  /// An instance of a source clause.
  struct Instance {
    var source: Int
    /// What the source's variables are replaced by.
    var tuple: TermID
    var atoms: [TermID]
    var variableCount: Int
    /// Index of the selected literal; -1 as long as the instance waits.
    var selected = -1
    /// Place in its list of active instances.
    var place = 0
    /// Proper instances of it that were added.
    var children: [TermID] = []
  }

  struct Key: Hashable {
    var source: Int
    var tuple: TermID
  }

  let input: [InputClause]
  let firstStep: Int
  let translation: InstantiationInput
  var bank: InstanceTerms
  let constant: TermID
  var instances: [Instance] = []
  private var known: Set<Key> = []
  private var unifier = Unifier()
  /// Instances with a selected literal by 2 * symbol + sign.
  private var active: [[Int]]
  private var passive = InstanceQueue()
  var abstraction = Abstraction()
  /// Instances that were picked while no literal of theirs was true.
  private var waiting: [Int] = []
  private var picks = 0
  /// Inferences and picks when the model was found.
  private var workAtModel = 0
  /// Attempted unifications.
  public private(set) var inferences = 0

  /// Number of instances, those of the axioms of equality among them.
  public var instanceCount: Int { instances.count }
  /// Bytes held, roughly.
  public var memoryBytes: Int { bank.bytes + instances.count * 160 + abstraction.bytes }

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - clauses: what to refute.
  ///   - firstStep: the id of the first step of a refutation.
  /// - Complexity: linear in the size of the clauses.
  public init(clauses: [InputClause], firstStep: Int) {
    var terms = InstanceTerms()
    let read = InstantiationInput(clauses, &terms)
    // Without a constant ⊥ is a variable in the certificate, the same one in all instances.
    constant = terms.make(read.mainConstant ?? Int32(read.symbols.count), [])
    input = clauses
    self.firstStep = firstStep
    translation = read
    bank = terms
    active = Array(repeating: [], count: 2 * translation.symbols.count)
    for source in translation.sources.indices {
      let count = translation.sources[source].variables.count
      let tuple = bank.make(InstantiationInput.tuple, (0..<count).map { ~TermID($0) })
      _ = add(source, tuple, variableCount: count)
    }
  }

  /// Searches until a limit is met; calling it again goes on from there.
  ///
  /// - Parameters:
  ///   - limits: what the run may spend.
  ///   - isCancelled: asked now and then; true ends the run.
  public mutating func run(
    limits: InstantiationLimits, isCancelled: @escaping () -> Bool = { false }
  ) -> InstantiationOutcome {
    let end = threadSeconds() + limits.cpuSeconds
    let isOver = { isCancelled() || threadSeconds() > end }
    if isOver() { return .limit(isCancelled() ? .cancelled : .time) }
    while true {
      if inferences >= limits.inferences { return .limit(.inferences) }
      if memoryBytes > limits.memoryBytes { return .limit(.memory) }
      picks += 1
      if picks % 16 == 0, isOver() { return .limit(isCancelled() ? .cancelled : .time) }
      if needsModel {
        switch abstraction.solve(conflicts: limits.conflicts, isOver: isOver) {
        case .satisfiable:
          workAtModel = inferences + picks
          reviseSelections()
        case .unsatisfiable:
          if let outcome = refutation(conflicts: limits.conflicts, isOver: isOver) {
            return outcome
          }
          fallthrough
        case .interrupted:
          return .limit(isCancelled() ? .cancelled : threadSeconds() > end ? .time : .conflicts)
        }
      }
      if let next = passive.pop() {
        activate(next)
      } else if abstraction.falseCount == 0 {
        return .saturated
      }
    }
  }

  /// A new model is asked for once a clause is false in the one at hand. Without function symbols some
  /// work is done before, in proportion to the solver's: to ask each time costs more than all inferences
  /// on long chains of definitions. With them a model known to be wrong leads into ever deeper terms.
  private var needsModel: Bool {
    guard abstraction.falseCount > 0 else { return false }
    let patience = translation.hasFunctions ? 0 : instances.count / 4
    return passive.isEmpty || inferences + picks >= workAtModel + patience
  }

  // MARK: Instances

  /// Adds an instance; false when it is there already.
  private mutating func add(_ source: Int, _ tuple: TermID, variableCount: Int) -> Bool {
    guard known.insert(Key(source: source, tuple: tuple)).inserted else { return false }
    let clause = translation.sources[source]
    var atoms: [TermID] = []
    var weight = 0
    for atom in clause.atoms {
      let instance = bank.apply(tuple, to: atom)
      atoms.append(instance)
      weight += Int(bank.weights[Int(instance)])
    }
    let number = instances.count
    instances.append(
      Instance(source: source, tuple: tuple, atoms: atoms, variableCount: variableCount))
    abstraction.add(
      zip(clause.signs, atoms.map { bank.grounded($0, constant) }), instance: number, bank)
    passive.push(number, weight: weight + 2 * variableCount)
    return true
  }

  // MARK: Selection

  /// Instances whose selected literal the new model makes false wait again.
  private mutating func reviseSelections() {
    for number in waiting where abstraction.isTrue(instance: number) { passive.pushAgain(number) }
    waiting.removeAll(keepingCapacity: true)
    for list in active.indices {
      var index = 0
      while index < active[list].count {
        let number = active[list][index]
        let instance = instances[number]
        if abstraction.isTrue(instance: number, literal: instance.selected) {
          index += 1
        } else {
          deactivate(number)
          passive.pushAgain(number)
        }
      }
    }
  }

  private func list(_ instance: Instance, opposite: Bool) -> Int {
    let isPositive = translation.sources[instance.source].signs[instance.selected] != opposite
    return 2 * Int(bank.symbols[Int(instance.atoms[instance.selected])]) + (isPositive ? 1 : 0)
  }

  private mutating func deactivate(_ number: Int) {
    let list = list(instances[number], opposite: false)
    let place = instances[number].place
    let last = active[list].removeLast()
    if last != number {
      active[list][place] = last
      instances[last].place = place
    }
    instances[number].selected = -1
  }

  /// The true literal with fewest symbols, a ground one before all others: those conflict without new
  /// instances. On chains of definitions the heaviest takes 20 times as many instances as the lightest.
  private func selectLiteral(_ number: Int) -> Int {
    let instance = instances[number]
    var best = -1
    var leastWeight = Int32.max
    for index in instance.atoms.indices
    where abstraction.isTrue(instance: number, literal: index) {
      let atom = instance.atoms[index]
      if bank.isGround(atom) { return index }
      let weight = bank.weights[Int(atom)]
      if weight < leastWeight { (best, leastWeight) = (index, weight) }
    }
    return best
  }

  private mutating func activate(_ number: Int) {
    guard instances[number].selected < 0 else { return }
    let selected = selectLiteral(number)
    // A tautology has no clause in the abstraction and conflicts with nothing that matters; another
    // clause without a true literal waits for the next model.
    guard selected >= 0 else { return waiting.append(number) }
    instances[number].selected = selected
    let own = list(instances[number], opposite: false)
    instances[number].place = active[own].count
    active[own].append(number)
    let partners = list(instances[number], opposite: true)
    for partner in active[partners] { conflict(number, partner) }
  }

  // MARK: Inferences

  private mutating func conflict(_ first: Int, _ second: Int) {
    let left = instances[first].atoms[instances[first].selected]
    let right = instances[second].atoms[instances[second].selected]
    if bank.isGround(left), bank.isGround(right) { return }
    let offset = instances[first].variableCount
    let slots = offset + instances[second].variableCount
    inferences += 1
    unifier.reset(slots: slots)
    if unifier.unify(left, 0, right, offset, bank) { instantiate(first, second) }
    guard bank.symbols[Int(left)] == InstantiationInput.equality else { return }
    unifier.reset(slots: slots)
    if unifier.unify(bank.argument(left, 0), 0, bank.argument(right, 1), offset, bank),
      unifier.unify(bank.argument(left, 1), 0, bank.argument(right, 0), offset, bank)
    {
      instantiate(first, second)
    }
  }

  /// Adds both instances under the unifier, where they are proper and not covered.
  private mutating func instantiate(_ first: Int, _ second: Int) {
    let left = bank.instance(of: instances[first].tuple, unifier, offset: 0)
    let right = bank.instance(
      of: instances[second].tuple, unifier, offset: instances[first].variableCount)
    if isCovered(left, first) || isCovered(right, second) { return }
    for (tuple, parent) in [(left, first), (right, second)]
    where tuple != instances[parent].tuple {
      instances[parent].children.append(tuple)
      _ = add(instances[parent].source, tuple, variableCount: bank.variableCount(tuple))
    }
  }

  /// Whether a tuple is an instance of one that was added for the same clause.
  private mutating func isCovered(_ tuple: TermID, _ parent: Int) -> Bool {
    guard tuple != instances[parent].tuple else { return false }
    for child in instances[parent].children {
      if child == tuple { return true }
      if bank.isGround(child) { continue }
      unifier.reset(slots: max(unifier.slotCount, bank.variableCount(child)))
      if unifier.match(child, tuple, bank) { return true }
    }
    return false
  }
}
