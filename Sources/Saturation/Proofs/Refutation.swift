// Writing a refutation down: the inferences of the empty clause's ancestors are done again, now with
// every substitution, literal and position, as Documentation/certificates.md wants them.
//
// The search keeps twenty-odd bytes a clause for this; recording substitutions as it goes would cost
// memory and time on a hundred clauses for each one that a proof needs.

import Certificates
import FirstOrderLogic

extension SaturationProver {
  /// The steps from the input's clauses to the empty clause, which is the last.
  mutating func refutation(endingWith emptyClause: ClauseID) -> [Step] {
    var proof = ProofLines(firstStep: firstStep, componentPrefix: componentPrefix)
    for clause in ancestors(of: [emptyClause]) { write(clause, &proof) }
    return proof.steps
  }

  /// The clauses that some clauses follow from, themselves included, parents first.
  func ancestors(of clauses: [ClauseID]) -> [ClauseID] {
    var found = Set(clauses)
    var open = clauses
    while let next = open.popLast() {
      for parent in parents(of: next) where found.insert(parent).inserted { open.append(parent) }
    }
    return found.sorted()
  }

  private func parents(of clause: ClauseID) -> [ClauseID] {
    let record = clauses[clause]
    var parents: [ClauseID] = []
    switch record.origin.rule {
    case .input, .component: break
    case .copy, .factoring, .equalityResolution, .equalityFactoring:
      parents.append(record.origin.first)
    case .resolution, .superposition:
      parents += [record.origin.first, record.origin.second]
    }
    for index in 0..<Int(record.simplificationCount) {
      let step = clauses.simplification(clause, index)
      if step.rule == .demodulation || step.rule == .resolution { parents.append(step.clause) }
    }
    return parents
  }

  /// Writes the steps of one clause whose parents have been written.
  mutating func write(_ clause: ClauseID, _ proof: inout ProofLines) {
    let record = clauses[clause]
    var line: ProofLine
    switch record.origin.rule {
    case .input:
      proof.lines[clause] = inputLine(clause)
      return
    case .component:
      proof.lines[clause] = writeClause(of: Assertion(code: record.origin.first), &proof)
      return
    case .copy:
      startCopy(of: record.origin.first)
      line = proof.lines[record.origin.first]!
    default: line = writeInference(record.origin, &proof)
    }
    for index in 0..<Int(record.simplificationCount) {
      let simplification = clauses.simplification(clause, index)
      line = writeSimplification(simplification, line, &proof)
    }
    if record.simplificationCount > 0 { line = writeRenaming(line, &proof) }
    proof.lines[clause] = line
  }

  /// An input clause stands in the certificate as the clausifier wrote it.
  private func inputLine(_ clause: ClauseID) -> ProofLine {
    let source = input[Int(clauses[clause].origin.first)]
    var literals: [ClauseLiteral] = []
    for index in 0..<clauses.size(clause) {
      var literal = clauses.literal(clause, index)
      if bank.exported(literal, signature) != source.literals[index] {
        (literal.left, literal.right) = (literal.right, literal.left)
      }
      literals.append(literal)
    }
    return ProofLine(step: source.step, literals: literals)
  }

  /// Does an inference again, which leaves its conclusion in the draft.
  private mutating func writeInference(_ origin: Origin, _ proof: inout ProofLines) -> ProofLine {
    guard perform(origin) else { fatalError("an inference of a proof could not be done again") }
    let first = proof.lines[origin.first]!
    let literal = clauses.literal(origin.first, Int(origin.firstLiteral))
    let (index, isSwapped) = first.find(literal)
    let premiss = Premiss(
      step: first.step, literal: index, substitution: substitution(first.literals, side: 0))
    switch origin.rule {
    case .input, .copy, .component: fatalError("not an inference")
    case .superposition: return writeSuperposition(origin, premiss, isSwapped, &proof)
    case .resolution:
      let second = proof.lines[origin.second]!
      let other = clauses.literal(origin.second, Int(origin.secondLiteral))
      let right = Premiss(
        step: second.step, literal: second.find(other).index,
        substitution: substitution(second.literals, side: 1))
      return proof.append(
        draftLiterals, .resolution(left: premiss, right: right), bank, signature)
    case .factoring:
      return proof.append(
        draftLiterals,
        .instantiation(parent: first.step, substitution: premiss.substitution), bank, signature)
    case .equalityResolution:
      return proof.append(draftLiterals, .equalityResolution(parent: premiss), bank, signature)
    case .equalityFactoring:
      let other = clauses.literal(origin.first, Int(origin.secondLiteral))
      let (otherIndex, otherIsSwapped) = first.find(other)
      let rule = Rule.equalityFactoring(
        parent: premiss, isReversed: origin.isReversed != isSwapped, other: otherIndex,
        otherIsReversed: origin.otherIsReversed != otherIsSwapped)
      return proof.append(draftLiterals, rule, bank, signature)
    }
  }

  /// Superposition replaces all occurrences of a term at once; here one step does one occurrence.
  private mutating func writeSuperposition(
    _ origin: Origin, _ from: Premiss, _ isSwapped: Bool, _ proof: inout ProofLines
  ) -> ProofLine {
    let equation = clauses.literal(origin.first, Int(origin.firstLiteral))
    let contractum = instance(origin.isReversed ? equation.left : equation.right, side: 0)
    let rest = Array(draftLiterals.prefix(clauses.size(origin.first) - 1))
    var line = proof.lines[origin.second]!
    var substitution = substitution(line.literals, side: 1)
    var current = (0..<clauses.size(origin.second)).map { index in
      instance(clauses.literal(origin.second, index), side: 1)
    }
    var isFirst = true
    for index in current.indices {
      let pattern = clauses.literal(origin.second, index)
      for path in bank.paths(to: origin.subterm, in: pattern) {
        let place = line.find(isFirst ? pattern : current[index])
        let into = Premiss(
          step: line.step, literal: place.index, substitution: substitution)
        let position = pattern.isEquation && place.isSwapped ? [1 - path[0]] + path[1...] : path
        current[index] = bank.replacing(at: path, by: contractum, in: current[index])
        let rule = Rule.paramodulation(
          from: from, leftToRight: origin.isReversed == isSwapped, into: into, position: position)
        line = proof.append(rest + current, rule, bank, signature)
        substitution = [:]
        isFirst = false
      }
    }
    return line
  }

  /// The draft's literals.
  var draftLiterals: [ClauseLiteral] {
    (0..<draft.literals.count).map { draft.literals[$0] }
  }

  private mutating func instance(_ term: TermID, side: Int) -> TermID {
    guard let instance = unifier.apply(term, side, &bank) else {
      fatalError("an instance of a proof exceeds the limits of the search")
    }
    return instance
  }

  mutating func instance(_ literal: ClauseLiteral, side: Int) -> ClauseLiteral {
    var result = literal
    result.left = instance(literal.left, side: side)
    if literal.isEquation { result.right = instance(literal.right, side: side) }
    return result
  }

  /// What the unifier makes of the variables of a parent.
  mutating func substitution(_ literals: [ClauseLiteral], side: Int) -> Substitution {
    var substitution: Substitution = [:]
    for variable in bank.variables(of: literals) {
      let image = instance(.variable(variable), side: side)
      substitution[TermBank.name(ofVariable: variable)] = bank.exported(image, signature)
    }
    return substitution
  }
}
