// Writing the simplifications of a clause down: demodulation is paramodulation with a unit, one step
// an occurrence; subsumption resolution is resolution; x ≠ t and s ≠ s go by equality resolution.

import Certificates
import FirstOrderLogic

extension SaturationProver {
  /// Does a simplification again on the draft, whose literals are in `line`.
  mutating func writeSimplification(
    _ step: Simplification, _ line: ProofLine, _ proof: inout ProofLines
  ) -> ProofLine {
    let index = Int(step.literal)
    switch step.rule {
    case .demodulation: return writeDemodulation(step, line, &proof)
    case .repetition:
      draft.removeLiteral(index)
      return line
    case .resolution: return writeSubsumptionResolution(step, line, &proof)
    case .reflexivity, .elimination:
      let place = line.find(draft.literals[index]).index
      draft.removeLiteral(index)
      var substitution: Substitution = [:]
      if step.rule == .elimination {
        replaceInDraft(step.redex, by: step.contractum)
        substitution[TermBank.name(ofVariable: step.redex.variableIndex)] = bank.exported(
          step.contractum, signature)
      }
      let parent = Premiss(step: line.step, literal: place, substitution: substitution)
      return proof.append(draftLiterals, .equalityResolution(parent: parent), bank, signature)
    }
  }

  private mutating func writeSubsumptionResolution(
    _ step: Simplification, _ line: ProofLine, _ proof: inout ProofLines
  ) -> ProofLine {
    let target = Int(step.literal)
    let flipped = Int(step.clauseLiteral)
    guard matchLiterals(of: step.clause, flipping: (flipped, target)) else {
      fatalError("a subsumption resolution of a proof could not be done again")
    }
    let other = proof.lines[step.clause]!
    let left = Premiss(
      step: other.step, literal: other.find(clauses.literal(step.clause, flipped)).index,
      substitution: matchingSubstitution(other))
    matcher.undo(to: 0)
    let right = Premiss(
      step: line.step, literal: line.find(draft.literals[target]).index, substitution: [:])
    draft.removeLiteral(target)
    return proof.append(
      draftLiterals, .resolution(left: left, right: right), bank, signature)
  }

  private mutating func writeDemodulation(
    _ step: Simplification, _ start: ProofLine, _ proof: inout ProofLines
  ) -> ProofLine {
    let unit = proof.lines[step.clause]!
    let equation = clauses.literal(step.clause, 0)
    let isSwapped = unit.find(equation).isSwapped
    let redexPattern = step.isReversed ? equation.right : equation.left
    guard matcher.match(redexPattern, step.redex, bank) else {
      fatalError("a rewriting of a proof could not be done again")
    }
    let from = Premiss(step: unit.step, literal: 0, substitution: matchingSubstitution(unit))
    matcher.undo(to: 0)
    var line = start
    let index = Int(step.literal)
    for path in bank.paths(to: step.redex, in: draft.literals[index]) where step.scope.holds(path) {
      let literal = draft.literals[index]
      let place = line.find(literal)
      let position = literal.isEquation && place.isSwapped ? [1 - path[0]] + path[1...] : path
      draft.literals[index] = bank.replacing(at: path, by: step.contractum, in: literal)
      let into = Premiss(step: line.step, literal: place.index, substitution: [:])
      let rule = Rule.paramodulation(
        from: from, leftToRight: step.isReversed == isSwapped, into: into, position: position)
      line = proof.append(draftLiterals, rule, bank, signature)
    }
    return line
  }

  /// The matcher's bindings of a line's variables. A variable that the matched part lacks stays.
  private func matchingSubstitution(_ line: ProofLine) -> Substitution {
    var substitution: Substitution = [:]
    for variable in bank.variables(of: line.literals) {
      guard let image = matcher.binding(variable) else { continue }
      substitution[TermBank.name(ofVariable: variable)] = bank.exported(image, signature)
    }
    return substitution
  }

  /// A simplified clause is stored with its variables numbered anew.
  mutating func writeRenaming(_ line: ProofLine, _ proof: inout ProofLines) -> ProofLine {
    guard isDraftRenumberable else { return line }
    let before = draftLiterals
    unifier.reset()
    let after = before.map { instance($0, side: 0) }
    if before == after { return line }
    let rule = Rule.instantiation(
      parent: line.step, substitution: substitution(line.literals, side: 0))
    return proof.append(after, rule, bank, signature)
  }
}

extension Simplification.Scope {
  /// Whether a path of a literal lies in the scope.
  func holds(_ path: [Int]) -> Bool {
    switch self {
    case .literal: true
    case .leftArguments: path[0] == 0 && path.count > 1
    case .leftSide: path == [0]
    case .rightArguments: path[0] == 1 && path.count > 1
    case .rightSide: path == [1]
    }
  }
}
