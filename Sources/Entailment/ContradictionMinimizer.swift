// Contradictory premises: a refutation from a minimal subset of them.
//
// Deletion (Chinneck and Dravnieks 1991): take the premises that a refutation uses; leave out one
// after the other; if the rest is refuted, go on with what that refutation uses, if it is
// satisfiable, the premise is needed. Every premise left is then needed, so no proper subset
// contradicts itself; a smaller contradiction elsewhere in the problem is possible.

import Certificates
import Clausification
import FirstOrderLogic
import SMT

struct ContradictionMinimizer {
  let problem: Problem
  let options: EntailmentOptions
  let deadline: Deadline
  let z3: () -> Z3Solver

  /// Rounds that each question about a subset may take.
  private static let rounds = 5

  /// A refutation of the premises alone whose premises are all needed, as far as time allows.
  ///
  /// - Parameter known: a refutation that does not use the conclusion, if one was found.
  /// - Returns: nil when the premises alone were not refuted; `isMinimal` is false when a question
  ///   about a subset stayed open.
  mutating func minimalRefutation(
    known: Refutation?
  ) -> (refutation: Refutation, engine: Engine, isMinimal: Bool)? {
    var best: (refutation: Refutation, engine: Engine)
    if let known, known.stance == .absent {
      best = (known, .resolution)
    } else if case .refuted(let refutation, let engine) = decide(problem.premises, Int.max) {
      best = (refutation, engine)
    } else {
      return nil
    }
    var needed: [String] = []
    var isMinimal = true
    while let candidate = best.refutation.premisesUsed.first(where: { !needed.contains($0) }) {
      let used = best.refutation.premisesUsed
      let rest = problem.premises.filter { $0.name != candidate && used.contains($0.name) }
      switch decide(rest, Self.rounds) {
      case .refuted(let refutation, let engine): best = (refutation, engine)
      case .model, .satisfiable: needed.append(candidate)
      case .open, .refutedWithoutProof:
        needed.append(candidate)
        isMinimal = false
      }
    }
    return (best.refutation, best.engine, isMinimal)
  }

  private func decide(_ premises: [Statement], _ rounds: Int) -> Finding {
    var clausifier = Clausifier(avoidingSymbolsOf: problem)
    for premise in premises { clausifier.add(premise) }
    let subset = Problem(premises: premises, conclusion: nil)
    let search = Search(
      .absent, of: subset, premises: clausifier, options: options, deadline: deadline)
    for round in 0..<rounds {
      search.advance(round: round, expectsModel: false, z3: z3)
      if !search.finding.isOpen || deadline.isOver || search.isExhausted { break }
    }
    return search.finding
  }
}
