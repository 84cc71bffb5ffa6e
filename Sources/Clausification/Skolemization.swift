// Skolemization, outermost first and from left to right:
//
//   ∃y G  →  G[y := sk(x1, ..., xn)]      sk new, x1, ..., xn the universal variables free in ∃y G
//                                         once the outer Skolem terms are in
//   ∀x G  →  G
//
// After miniscoping the free variables are few; outer variables that G doesn't mention are no
// arguments (Nonnengart and Weidenbach 2001, section 6). Optimised and strong Skolemization would
// drop more arguments, but are no equivalences that a kernel without search could check.

import Certificates
import FirstOrderLogic

/// A formula in negation normal form with Skolem terms for its existential variables.
struct Skolemizer {
  /// The quantifier-free result.
  private(set) var result: Formula
  /// The Skolem symbols in the order of their quantifiers.
  private(set) var symbols: [SkolemSymbol] = []

  private var universals: [String] = []
  /// The Skolem terms of the existential variables in scope.
  private var terms: [String: Term] = [:]
  private var remainingQuantifiers: Int
  /// Nodes that the search for free variables may still look at. When it is used up, every universal
  /// variable in scope becomes an argument: correct as well, but a weaker form.
  private var budget = 50_000_000

  /// Skolemizes a closed formula whose quantifiers on a path bind different names.
  ///
  /// - Complexity: O(size × existential quantifiers on a path), bounded by a budget.
  init(_ formula: Formula, symbols source: inout FreshSymbols) {
    result = formula
    remainingQuantifiers = formula.quantifierCount
    result = skolemize(formula, &source)
  }

  private mutating func skolemize(_ formula: Formula, _ source: inout FreshSymbols) -> Formula {
    if remainingQuantifiers == 0, terms.isEmpty { return formula }
    switch formula {
    case .constant: return formula
    case .atom(let atom): return terms.isEmpty ? formula : .atom(atom.substituting(terms))
    case .not(let body): return terms.isEmpty ? formula : .not(skolemize(body, &source))
    case .and(let parts): return .and(parts.map { skolemize($0, &source) })
    case .or(let parts): return .or(parts.map { skolemize($0, &source) })
    case .quantified(.forAll, let variable, let body):
      remainingQuantifiers -= 1
      universals.append(variable)
      let matrix = skolemize(body, &source)
      universals.removeLast()
      return matrix
    case .quantified(.exists, let variable, let body):
      remainingQuantifiers -= 1
      let symbol = SkolemSymbol(name: source.makeSkolemSymbol(), arguments: arguments(of: body))
      symbols.append(symbol)
      terms[variable] = .application(symbol.name, symbol.arguments.map { .variable($0) })
      let matrix = skolemize(body, &source)
      terms[variable] = nil
      return matrix
    case .implies, .iff, .xor: preconditionFailure("not in negation normal form")
    }
  }

  /// The universal variables free in the formula after substitution, in first-occurrence order.
  private mutating func arguments(of body: Formula) -> [String] {
    var found: [String] = []
    if !universals.isEmpty { _ = collect(body, &found) }
    return budget > 0 ? found : universals
  }

  /// Returns whether the search is over: all universal variables found, or the budget used up.
  private mutating func collect(_ formula: Formula, _ found: inout [String]) -> Bool {
    switch formula {
    case .constant: return false
    case .atom(.predicate(_, let arguments)):
      for argument in arguments where collect(argument, &found) { return true }
      return false
    case .atom(.equality(let left, let right)):
      return collect(left, &found) || collect(right, &found)
    case .not(let body), .quantified(_, _, let body): return collect(body, &found)
    case .and(let parts), .or(let parts):
      for part in parts where collect(part, &found) { return true }
      return false
    case .implies, .iff, .xor: preconditionFailure("not in negation normal form")
    }
  }

  private mutating func collect(_ term: Term, _ found: inout [String]) -> Bool {
    switch term {
    case .distinct: break
    case .application(_, let arguments):
      for argument in arguments where collect(argument, &found) { return true }
    case .variable(let name):
      budget -= 1 + universals.count
      if case .application(_, let arguments)? = terms[name] {
        for case .variable(let argument) in arguments where !found.contains(argument) {
          found.append(argument)
          budget -= found.count
        }
      } else if !found.contains(name), universals.contains(name) {
        found.append(name)
      }
    }
    return found.count == universals.count || budget <= 0
  }
}

extension Formula {
  /// Number of quantifiers in a formula in negation normal form.
  fileprivate var quantifierCount: Int {
    switch self {
    case .and(let parts), .or(let parts): parts.reduce(0) { $0 + $1.quantifierCount }
    case .quantified(_, _, let body): 1 + body.quantifierCount
    default: 0
    }
  }
}
