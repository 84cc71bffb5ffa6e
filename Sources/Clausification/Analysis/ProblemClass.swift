// What kind of problem a set of clauses is: the few features that say which strategies suit it.
//
// These are properties of the clauses alone. TPTP's own classes (Sutcliffe and Suttner 1998) and E's
// (Schulz 2002) are cut along the same lines, E's into a hundred cells; with a sample of 224 problems
// finer cells would only fit the sample.

import FirstOrderLogic

/// The class of a set of clauses.
public enum ProblemClass: String, CaseIterable, Sendable {
  /// Unit clauses, all of them equations.
  case unitEquality = "UEQ"
  /// Horn with equality.
  case hornEquality = "HEQ"
  /// Not Horn, with equality.
  case equality = "NEQ"
  /// Horn without equality.
  case horn = "HNE"
  /// Not Horn, without equality.
  case general = "NNE"
  /// No function of arity above 0 (Bernays and Schönfinkel 1928).
  case effectivelyPropositional = "EPR"
  /// Many statements and a conclusion, so that most of them won't matter.
  case manyAxioms = "LTB"

  /// Statements from which on a problem counts as one of many axioms.
  static let manyStatements = 350

  /// The class of some clauses.
  ///
  /// - Complexity: linear in their size.
  public init(_ clauses: [InputClause]) {
    var hasEquality = false
    var hasFunctions = false
    var isHorn = true
    var isUnitEquality = true
    for clause in clauses {
      if clause.literals.count(where: \.isPositive) > 1 { isHorn = false }
      if clause.literals.count != 1 { isUnitEquality = false }
      for literal in clause.literals {
        if case .equality = literal.atom { hasEquality = true } else { isUnitEquality = false }
        for argument in literal.atom.arguments {
          if case .application(_, let arguments) = argument, !arguments.isEmpty {
            hasFunctions = true
          }
        }
      }
    }
    let statements = (clauses.map(\.statement).max() ?? -1) + 1
    let hasConclusion = clauses.contains(where: \.isFromConclusion)
    if !hasFunctions {
      self = .effectivelyPropositional
    } else if hasConclusion, statements >= Self.manyStatements {
      self = .manyAxioms
    } else if isUnitEquality {
      self = .unitEquality
    } else if hasEquality {
      self = isHorn ? .hornEquality : .equality
    } else {
      self = isHorn ? .horn : .general
    }
  }
}
