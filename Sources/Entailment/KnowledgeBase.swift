// Premises that are clausified once and asked about often.
//
//   let base = KnowledgeBase(premises: premises, options: EntailmentOptions())
//   let answer = base.ask(conclusion)
//
// A conclusion is added to a copy of the premises' clauses: values, so that a copy costs no more than
// the conclusion. Every answer has a certificate of its own about the whole problem, which is the same
// that a single question would have. Searches begin anew for each question: clauses derived for one
// would make the next one's certificate depend on what was asked before.

import Clausification
import FirstOrderLogic

/// Decides conclusions from the same premises; belongs to one thread.
public final class KnowledgeBase {
  private let entailer: Entailer
  private let premises: [Statement]
  private let clausifier: Clausifier
  private let options: EntailmentOptions
  private let cancellation: Cancellation

  /// Clausifies the premises.
  ///
  /// - Parameters:
  ///   - premises: closed formulas with unique names.
  ///   - options: the limits of each question.
  ///   - cancellation: set it from another thread to call a question off.
  /// - Complexity: linear in the size of the premises, as `Clausifier.add`.
  public init(
    premises: [Statement], options: EntailmentOptions, cancellation: Cancellation = Cancellation()
  ) {
    self.options = options
    self.cancellation = cancellation
    entailer = Entailer(options: options, cancellation: cancellation)
    let normal = Problem(premises: premises, conclusion: nil).withDistinctVariables()
    self.premises = normal.premises
    var clausifier = Clausifier(avoidingSymbolsOf: normal)
    for premise in normal.premises { clausifier.add(premise) }
    self.clausifier = clausifier
  }

  /// Decides a conclusion.
  ///
  /// - Parameter conclusion: closed; its name none of the premises'.
  /// - Returns: what `Entailer.answer` returns for the premises and this conclusion.
  /// - Complexity: as `Entailer.answer`, without the premises' clausification.
  public func ask(_ conclusion: Statement) -> Answer {
    let normal = Problem(premises: [], conclusion: conclusion).withDistinctVariables()
    let problem = Problem(premises: premises, conclusion: normal.conclusion)
    // A name like those of Skolem symbols would clash with one that is in use.
    guard Clausifier.mayAdd(conclusion.formula) else { return entailer.answer(problem) }
    let deadline = Deadline(cpuSeconds: options.cpuSeconds, cancellation: cancellation)
    return entailer.answer(problem, premises: clausifier, deadline)
  }
}
