// From formulas to clauses, with the steps that the kernel checks.
//
//   statement → renaming → negation normal form → miniscoping → Skolemization → clauses
//
// Every arrow is a step of the certificate, left out when it changes nothing; only Skolemization is
// always there, because the kernel takes clauses from nothing else. A definition that renaming makes
// is a statement of its own and goes through the same pipeline. The normal forms are those of
// Documentation/certificates.md, which the kernel recomputes, so none of them may be "improved" here.
//
// The order follows Nonnengart and Weidenbach (Handbook of Automated Reasoning, 2001, chapter 6).

import Certificates
import FirstOrderLogic

/// A clause of the input with the step that states it.
public struct InputClause: Hashable, Sendable {
  /// Its literals; variables are named `X0`, `X1`, ... in the order of their first occurrence.
  public var literals: [Literal]
  /// Id of its step, whose content has these literals in this order.
  public var step: Int
  /// Whether it comes from the conclusion, asserted or denied.
  public var isFromConclusion: Bool
  /// Number of its statement: 0 for the first one added, and so on.
  public var statement: Int

  /// Makes an input clause.
  public init(literals: [Literal], step: Int, isFromConclusion: Bool, statement: Int = 0) {
    self.literals = literals
    self.step = step
    self.isFromConclusion = isFromConclusion
    self.statement = statement
  }
}

/// Clausifies a problem statement by statement; a value, so that the premises are done once and the
/// conclusion is added to two copies, asserted and denied.
public struct Clausifier: Sendable {
  /// The clauses so far.
  public private(set) var clauses: [InputClause] = []
  /// All steps so far; their ids are 1, 2, ...
  public private(set) var steps: [Step] = []
  /// False once a statement was left out because its clauses would be too many: then a refutation of
  /// the clauses still holds, but a model of them need not be one of the statements.
  public private(set) var isComplete = true

  /// Names made of it and a number are no symbols of the problem, nor of the clauses.
  public let componentPrefix: String

  private var symbols: FreshSymbols
  private var statementCount = 0
  private var distinctObjects: [String] = []
  private var pairedObjects = 0
  /// Subformulas looked at for renaming in the current statement and its definitions: quadratic in
  /// the size of a formula that is made to be so.
  private var renamedSubformulas = 0

  /// Makes a clausifier.
  ///
  /// - Parameter problem: every symbol in it is avoided by Skolem and definition symbols, and every
  ///   statement added later is one of it, or a conclusion's negation.
  /// - Complexity: O(size of the problem).
  public init(avoidingSymbolsOf problem: Problem) {
    symbols = FreshSymbols(avoidingSymbolsOf: problem)
    componentPrefix = symbols.componentPrefix
  }

  /// Whether a formula may be added that the problem given at the start didn't have.
  public static func mayAdd(_ formula: Formula) -> Bool {
    FreshSymbols.areUnaffected(by: formula)
  }

  /// Adds the clauses of one statement.
  ///
  /// - Parameters:
  ///   - formula: closed, with distinct variables; for `negatedConclusion` already negated.
  ///   - rule: `premise`, `conclusion` or `negatedConclusion`.
  ///   - isGoal: whether a premise counts as part of the conclusion: TPTP's negated conjecture.
  /// - Complexity: O(size) but for distribution, which renaming keeps from being exponential. A
  ///   statement whose clauses would still be far bigger than it is left out, see `isComplete`.
  public mutating func add(_ formula: Formula, rule: Rule, isGoal: Bool = false) {
    let isFromConclusion = isGoal || rule == .conclusion || rule == .negatedConclusion
    defer { statementCount += 1 }
    if symbols.hasDistinctObjects { noteDistinctObjects(of: formula) }
    renamedSubformulas = 0
    var definitions = clausify(
      formula, step: append(.formula(formula), rule), isFromConclusion: isFromConclusion)
    while let definition = definitions.popLast() {
      definitions += clausify(
        definition.formula, step: definition.step, isFromConclusion: isFromConclusion)
    }
  }

  /// Adds `"a" != "b"` for every two distinct objects of the statements added so far; pairs that an
  /// earlier call added are not repeated.
  ///
  /// - Complexity: O(n²) for n distinct objects.
  public mutating func addDistinctness() {
    for (index, object) in distinctObjects.enumerated().dropFirst(pairedObjects) {
      for other in distinctObjects[..<index] {
        let literal = Literal(false, .equality(.distinct(other), .distinct(object)))
        let step = append(.clause([literal]), .distinctness)
        clauses.append(
          InputClause(
            literals: [literal], step: step, isFromConclusion: false, statement: statementCount))
      }
    }
    statementCount += 1
    pairedObjects = distinctObjects.count
  }
}

extension Clausifier {
  private struct Definition {
    var formula: Formula
    var step: Int
  }

  /// Returns the id of the new step.
  private mutating func append(_ content: Step.Content, _ rule: Rule) -> Int {
    let id = steps.count + 1
    steps.append(Step(id: id, content: content, rule: rule))
    return id
  }

  /// Adds the clauses of a formula that `step` states.
  ///
  /// - Returns: the definitions it introduced, whose own clauses are still to be made.
  private mutating func clausify(
    _ statement: Formula, step: Int, isFromConclusion: Bool
  ) -> [Definition] {
    var formula = statement
    var parent = step
    var definitions: [Definition] = []
    if ClauseEstimate(statement).clauses >= Renamer.leastCountThatShrinks {
      let renamer = Renamer(statement, symbols: &symbols)
      renamedSubformulas += renamer.subformulaCount
      guard renamedSubformulas <= 20 * Formula.maximumSize,
        ClauseEstimate(renamer.result).isAffordable
      else {
        isComplete = false
        return []
      }
      if !renamer.definitions.isEmpty {
        definitions = renamer.definitions.map {
          let step = append(.formula($0.formula), .definition(symbol: $0.symbol))
          return Definition(formula: $0.formula, step: step)
        }
        let replacements = zip(renamer.definitions, definitions).map {
          Replacement(definition: $1.step, path: $0.path)
        }
        formula = renamer.result
        parent = append(.formula(formula), .renaming(parent: step, replacements: replacements))
      }
    }
    if !formula.isInNegationNormalForm {
      formula = formula.negationNormalForm()
      parent = append(.formula(formula), .negationNormalForm(parent: parent))
    }
    if let miniscoped = formula.miniscoped() {
      formula = miniscoped
      parent = append(.formula(formula), .miniscoping(parent: parent))
    }
    let skolemized = Skolemizer(formula, symbols: &symbols)
    parent = append(
      .formula(skolemized.result), .skolemization(parent: parent, symbols: skolemized.symbols))
    guard ClauseEstimate(skolemized.result).isAffordable else {
      isComplete = false
      return definitions
    }
    addClauses(of: skolemized.result, parent: parent, isFromConclusion: isFromConclusion)
    return definitions
  }

  private mutating func addClauses(of matrix: Formula, parent: Int, isFromConclusion: Bool) {
    for distributed in matrix.distributed() {
      guard let reduced = distributed.withoutRepetitions() else { continue }
      let (literals, substitution) = reduced.withNumberedVariables()
      let step = append(.clause(literals), .clause(parent: parent, substitution: substitution))
      clauses.append(
        InputClause(
          literals: literals, step: step, isFromConclusion: isFromConclusion,
          statement: statementCount))
    }
  }

  private mutating func noteDistinctObjects(of formula: Formula) {
    var known = Set(distinctObjects)
    formula.forEachAtom { atom in
      for argument in atom.arguments {
        argument.forEachSubterm {
          if case .distinct(let name) = $0, known.insert(name).inserted {
            distinctObjects.append(name)
          }
        }
      }
    }
  }
}
