// Clauses written as TPTP text, and what a search says of them.

import Certificates
import Clausification
import FirstOrderLogic
import Saturation

/// Clauses of a problem; the last one counts as the conclusion's.
func inputClauses(_ texts: [String]) -> [InputClause] {
  texts.enumerated().map { index, text in
    InputClause(
      literals: TPTPNotation.clause(text)!, step: index + 1,
      isFromConclusion: index == texts.count - 1)
  }
}

/// How a search ended, its refutation checked.
enum Ending: Hashable {
  case refuted
  case saturated
  case limited(SaturationLimit)
  case wrongProof(step: Int)
}

/// Judges an outcome: a refutation must check and end in the empty clause.
func ending(of outcome: SaturationOutcome, _ input: [InputClause]) -> Ending {
  switch outcome {
  case .saturated: return .saturated
  case .limit(let limit): return .limited(limit)
  case .refutation(let steps):
    var checker = StepChecker(
      Dictionary(uniqueKeysWithValues: input.map { ($0.step, $0.literals) }))
    for step in steps where !checker.accepts(step) { return .wrongProof(step: step.id) }
    guard steps.isEmpty || steps.last?.content == .clause([]) else {
      return .wrongProof(step: 0)
    }
    return .refuted
  }
}

/// Searches with a budget of given clauses.
func search(
  _ input: [InputClause], given: Int = 3_000, strategy: SaturationStrategy = .init()
) -> Ending {
  var prover = SaturationProver(
    clauses: input, firstStep: input.count + 1, strategy: strategy)
  return ending(of: prover.run(limits: SaturationLimits(givenClauses: given)), input)
}
