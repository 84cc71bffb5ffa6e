// Writing splitting down. A component's variable s becomes an atom, introduced by the definition
//
//   s ↔ ∀x̄ (L1 ∨ ... ∨ Ln)        of a ground literal: s ↔ A, A its atom
//
// in one direction or both. From s → ... comes the clause L1 ∨ ... ∨ Ln ∨ ¬s, from which a component's
// clause starts; a clause with assertions is written with their negations. A component of several
// literals or with variables goes out of a clause by the rule of splitting, a ground literal by
// resolution. What the solver did is then resolution of clauses over the atoms.

import Certificates
import FirstOrderLogic

extension SaturationProver {
  /// The steps from the input's clauses to the empty clause by way of the solver's refutation.
  mutating func propositionalRefutation() -> [Step] {
    var proof = ProofLines(firstStep: firstStep, componentPrefix: componentPrefix)
    guard let last = splitting.solver.emptyClause else { fatalError("nothing is refuted") }
    let records = splitting.solver.ancestors(of: last)
    let sources = records.map { splitting.solver.records[Int($0)].source }.filter { $0 != .max }
    for clause in ancestors(of: sources) { write(clause, &proof) }
    var lines: [UInt32: ProofLine] = [:]
    for record in records {
      let chain = splitting.solver.chain(record)
      if let first = chain.first {
        var line = lines[first]!
        for next in chain.dropFirst() { line = resolve(line, lines[next]!, &proof) }
        lines[record] = line
      } else {
        lines[record] = writeParts(splitting.solver.records[Int(record)].source, &proof)
      }
    }
    return proof.steps
  }

  /// Resolves two lines without literals upon the one assertion of which they have both signs.
  private mutating func resolve(
    _ first: ProofLine, _ second: ProofLine, _ proof: inout ProofLines
  ) -> ProofLine {
    guard let pivot = first.assertions.first(where: { second.find($0.negated) != nil }),
      let left = first.find(pivot), let right = second.find(pivot.negated)
    else { return first }
    let rest = Set(first.assertions).subtracting([pivot])
      .union(Set(second.assertions).subtracting([pivot.negated]))
    let rule = Rule.resolution(
      left: Premiss(step: first.step, literal: left, substitution: [:]),
      right: Premiss(step: second.step, literal: right, substitution: [:]))
    return proof.append([], rule, bank, signature, under: rest.sorted())
  }

  /// A clause with all of its components named.
  private mutating func writeParts(_ clause: ClauseID, _ proof: inout ProofLines) -> ProofLine {
    var line = proof.lines[clause]!
    for component in components(of: clause) {
      let assertion = assertion(component)
      var rest = line.literals
      if component.isGround {
        let other = writeClause(of: assertion.negated, &proof)
        let index = line.find(component.literals[0]).index
        rest.remove(at: index)
        let rule = Rule.resolution(
          left: Premiss(step: line.step, literal: index, substitution: [:]),
          right: Premiss(step: other.step, literal: 0, substitution: [:]))
        line = proof.append(rest, rule, bank, signature)
        continue
      }
      _ = canonical(clause, component.indices)
      let part = component.indices.map { clauses.literal(clause, $0) }
      let indices = Set(part.map { line.find($0).index }).sorted()
      for index in indices.reversed() { rest.remove(at: index) }
      let rule = Rule.splitting(
        parent: line.step, literals: indices, substitution: substitution(part, side: 0),
        definition: writeDefinition(of: assertion, &proof))
      line = proof.append(
        rest, rule, bank, signature,
        under: Set(line.assertions).union([assertion.negated]).sorted())
    }
    return line
  }

  /// The clause that holds under an assertion.
  func writeClause(of assertion: Assertion, _ proof: inout ProofLines) -> ProofLine {
    if let line = proof.componentLines[assertion] { return line }
    let name = Formula.atom(proof.atom(assertion.variable))
    let body = closure(literals(of: Assertion(assertion.variable, isPositive: true)))
    func parts(_ body: Formula) -> Formula {
      .or(assertion.isPositive ? [.not(name), body] : [.not(body), name])
    }
    let definition =
      assertion.isPositive
      ? proof.append(
        .formula(.implies(name, body.closed)),
        .definition(symbol: proof.symbol(assertion.variable)))
      : writeDefinition(of: assertion, &proof)
    var parent = proof.append(
      .formula(parts(body.closed)), .negationNormalForm(parent: definition))
    parent = proof.append(
      .formula(parts(body.matrix)), .skolemization(parent: parent, symbols: []))
    let line = proof.append(
      literals(of: assertion), .clause(parent: parent, substitution: [:]), bank, signature,
      under: [assertion])
    proof.componentLines[assertion] = line
    return line
  }

  /// The definition ∀x̄ (L1 ∨ ... ∨ Ln) → s.
  private func writeDefinition(of assertion: Assertion, _ proof: inout ProofLines) -> Int {
    let variable = assertion.variable
    if let known = proof.definitions[variable] { return known }
    let body = closure(literals(of: Assertion(variable, isPositive: true))).closed
    let step = proof.append(
      .formula(.implies(body, .atom(proof.atom(variable)))),
      .definition(symbol: proof.symbol(variable)))
    proof.definitions[variable] = step
    return step
  }

  /// The literals that hold under an assertion, as in the clause that is stored for it, or for its
  /// negation.
  private func literals(of assertion: Assertion) -> [ClauseLiteral] {
    if let clause = splitting.clause(of: assertion) {
      return (0..<clauses.size(clause)).map { clauses.literal(clause, $0) }
    }
    guard let clause = splitting.clause(of: assertion.negated) else {
      fatalError("an assertion without a clause")
    }
    var literal = clauses.literal(clause, 0)
    literal.isPositive.toggle()
    return [literal]
  }

  /// A clause as a formula, with and without its quantifiers.
  private func closure(_ literals: [ClauseLiteral]) -> (closed: Formula, matrix: Formula) {
    let parts = literals.map { literal -> Formula in
      let exported = bank.exported(literal, signature)
      return exported.isPositive ? .atom(exported.atom) : .not(.atom(exported.atom))
    }
    let matrix = parts.count == 1 ? parts[0] : .or(parts)
    let names = bank.variables(of: literals).map { TermBank.name(ofVariable: $0) }
    return (names.reversed().reduce(matrix) { .forAll($1, $0) }, matrix)
  }
}

extension PropositionalSolver {
  /// The clauses that a clause is resolved from.
  func chain(_ clause: UInt32) -> [UInt32] {
    let record = records[Int(clause)]
    return (0..<Int(record.chainCount)).map { chains[Int(record.chain) + $0] }
  }

  /// A clause and all clauses it's resolved from, parents first.
  func ancestors(of clause: UInt32) -> [UInt32] {
    var found: Set<UInt32> = [clause]
    var open = [clause]
    while let next = open.popLast() {
      for parent in chain(next) where found.insert(parent).inserted { open.append(parent) }
    }
    return found.sorted()
  }
}
