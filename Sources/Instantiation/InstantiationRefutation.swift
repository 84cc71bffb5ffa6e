// From contradictory ground instances to steps for the kernel.
//
//   core            a small unsatisfiable subset of S⊥
//   instantiation   each instance of the core from its input clause; literals s ≠ s go by equality
//                   resolution
//   resolution      the core refuted by clause learning, every resolution a step
//
// When the core has axioms of equality, which are no steps of a certificate, the instances are handed out
// to be refuted by a calculus with equality.

import Certificates
import Clausification
import FirstOrderLogic
import SAT

extension InstantiationProver {
  /// A ground clause of the proof: its step, and its literals with their propositional ones.
  private struct Line {
    var step: Int
    var literals: [Literal]
    var codes: [Int32]
  }

  /// Nil when a limit was met.
  func refutation(conflicts: Int, isOver: @escaping () -> Bool) -> InstantiationOutcome? {
    let clauses = abstraction.clauses
    guard
      let core = unsatisfiableCore(
        clauses.map(\.literals), variableCount: abstraction.variableCount, conflicts: conflicts,
        isOver: isOver)
    else { return nil }
    var steps: [Step] = []
    let usesAxioms = core.contains { source(of: clauses[$0].instance).input == nil }
    if usesAxioms {
      var instances: [InputClause] = []
      for index in core {
        guard let line = instanceLine(clauses[index].instance, &steps) else { continue }
        var clause = input[source(of: clauses[index].instance).input!]
        clause.step = line.step
        clause.literals = line.literals
        instances.append(clause)
      }
      return .contradiction(ContradictoryInstances(steps: steps, clauses: instances))
    }
    guard
      let chains = ResolutionRefuter.refute(
        core.map { clauses[$0].literals }, variableCount: abstraction.variableCount,
        conflicts: conflicts, isOver: isOver)
    else { return nil }
    var needed = Set(chains.flatMap { [$0.first] + $0.steps.map(\.clause) })
    if chains.isEmpty { needed.insert(core.firstIndex { clauses[$0].literals.isEmpty }!) }
    var lines: [Int: Line] = [:]
    for (number, index) in core.enumerated() where needed.contains(number) {
      lines[number] = instanceLine(clauses[index].instance, &steps)!
    }
    for chain in chains { lines[chain.clause] = write(chain, lines, &steps) }
    return .refutation(steps)
  }

  private func source(of instance: Int) -> SourceClause {
    translation.sources[instances[instance].source]
  }

  private func nextStep(_ steps: [Step]) -> Int { firstStep + steps.count }

  /// Writes the ground instance, if it is one of an input clause.
  private func instanceLine(_ number: Int, _ steps: inout [Step]) -> Line? {
    let source = source(of: number)
    guard let index = source.input else { return nil }
    let clause = input[index]
    var substitution: Substitution = [:]
    for (position, name) in source.variables.enumerated() {
      let term = bank.argument(instances[number].tuple, position)
      let exported = exported(term)
      if exported != .variable(name) { substitution[name] = exported }
    }
    var line = Line(step: clause.step, literals: [], codes: [])
    for (literal, code) in zip(clause.literals, abstraction.literals[number])
    where !line.codes.contains(code) || code == -Abstraction.truth {
      let instance = Literal(literal.isPositive, literal.atom.substituting(substitution))
      guard !line.literals.contains(instance) else { continue }
      line.literals.append(instance)
      line.codes.append(code)
    }
    if !substitution.isEmpty || line.literals.count < clause.literals.count {
      line.step = nextStep(steps)
      steps.append(
        Step(
          id: line.step, content: .clause(line.literals),
          rule: .instantiation(parent: clause.step, substitution: substitution)))
    }
    while let trivial = line.codes.firstIndex(of: -Abstraction.truth) {
      let parent = Premiss(step: line.step, literal: trivial, substitution: [:])
      line.literals.remove(at: trivial)
      line.codes.remove(at: trivial)
      line.step = nextStep(steps)
      steps.append(
        Step(
          id: line.step, content: .clause(line.literals),
          rule: .equalityResolution(parent: parent)))
    }
    return line
  }

  /// A term with ⊥ in place of its variables; ⊥ is a variable where the problem has no constant.
  private func exported(_ term: TermID) -> Term {
    let term = term < 0 ? constant : term
    let number = Int(bank.symbols[Int(term)])
    guard translation.symbols.indices.contains(number) else { return .variable("X0") }
    let symbol = translation.symbols[number]
    if symbol.kind == .distinctObject { return .distinct(symbol.name) }
    return .application(
      symbol.name, (0..<bank.arity(term)).map { exported(bank.argument(term, $0)) })
  }

  private func write(_ chain: ResolutionChain, _ lines: [Int: Line], _ steps: inout [Step]) -> Line
  {
    var line = lines[chain.first]!
    for (clause, variable) in chain.steps {
      let other = lines[clause]!
      let left = line.codes.firstIndex { $0.magnitude == variable }!
      let right = other.codes.firstIndex { $0.magnitude == variable }!
      let rule = Rule.resolution(
        left: Premiss(step: line.step, literal: left, substitution: [:]),
        right: Premiss(step: other.step, literal: right, substitution: [:]))
      line.literals.remove(at: left)
      line.codes.remove(at: left)
      for (literal, code) in zip(other.literals, other.codes)
      where code.magnitude != variable && !line.codes.contains(code) {
        line.literals.append(literal)
        line.codes.append(code)
      }
      line.step = nextStep(steps)
      steps.append(Step(id: line.step, content: .clause(line.literals), rule: rule))
    }
    return line
  }
}
