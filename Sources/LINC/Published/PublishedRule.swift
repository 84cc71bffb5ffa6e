// The rule of the LINC paper, flaws included: the label that its code records for a generated text,
// and its vote (Olausson et al. 2023, "LINC: A Neurosymbolic Approach for Logical Reasoning ...").
//
//   premises S, conclusion C      every formula of the text, cleaned as text; the last one is C
//   S ⊢ C                         True: tried first, so that contradictory premises make it True
//   S ⊢ -(C)                      False: free variables of C are closed after the negation, so that
//                                 it says that no thing satisfies C
//   neither                       Uncertain
//   any fault, or a limit         Error
//
// What NLTK 3.8.1 and Prover9 accept is reproduced (`NLTKParser`, `Prover9Reader`), not what they
// prove: that our own prover decides, nearly always well within Prover9's ten seconds. Where Prover9
// reached them the label differs, as theirs was an Error for the lack of time.

import Entailment
import FirstOrderLogic

/// Labels texts and counts votes as the LINC paper's code does.
public struct PublishedRule: Sendable {
  private let refuter: Refuter

  /// Makes the rule.
  ///
  /// - Parameter cpuSeconds: for each of the two proofs of a text; the paper's is 10.
  public init(cpuSeconds: Double = 10, cancellation: Cancellation = Cancellation()) {
    refuter = Refuter(
      options: EntailmentOptions(cpuSeconds: cpuSeconds), cancellation: cancellation)
  }

  /// The label of one generated text: True, False, Uncertain or Error with its code.
  ///
  /// - Parameter isScratchpad: whether the model's own answer follows the formulas; it isn't looked at.
  public func result(of generation: String, isScratchpad: Bool = false) -> SampleResult {
    do {
      let formulas = FormulaExtraction.formulas(of: generation, isScratchpad: isScratchpad)
      return SampleResult(label: try label(formulas.map(FormulaExtraction.cleaned)))
    } catch {
      return SampleResult(label: .error, errorCode: error.rawValue)
    }
  }

  /// The most frequent label but Error, of several the one met first; Error when there is no other.
  public static func vote(_ labels: [SampleLabel]) -> SampleLabel {
    let valid = labels.filter { $0 != .error }
    let counts = valid.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let most = counts.values.max()
    return valid.first { counts[$0] == most } ?? .error
  }

  private func label(_ formulas: [String]) throws(PublishedFault) -> SampleLabel {
    guard !formulas.isEmpty else { throw .noFormulas }
    var expressions: [NLTKExpression] = []
    for formula in formulas { expressions.append(try NLTKParser.parse(formula)) }
    var statements: [Prover9Statement] = []
    for expression in expressions { statements.append(try Prover9Statement(expression)) }
    if let clash = Prover9Statement.clash(among: statements) { throw clash }
    let premises = statements.dropLast().enumerated().map { index, premise in
      Statement(name: "premise\(index + 1)", formula: premise.closed())
    }
    let conclusion = statements.last!
    if try proves(premises, conclusion.closed()) { return .true }
    return try proves(premises, conclusion.closed(denied: true)) ? .false : .uncertain
  }

  private func proves(_ premises: [Statement], _ goal: Formula) throws(PublishedFault) -> Bool {
    let problem = Problem(
      premises: premises, conclusion: Statement(name: "conclusion", formula: goal))
    switch refuter.refute(problem) {
    case .refuted: return true
    case .model, .saturated: return false
    case .limit: throw .limit
    case .rejected: throw .rejected
    }
  }
}
