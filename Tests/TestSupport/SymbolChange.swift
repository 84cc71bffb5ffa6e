// A refutation with a symbol changed wherever it stands: in formulas, clauses, substitutions and in
// the step that introduces it. So a single condition on that step is broken and nothing else.

import Certificates
import FirstOrderLogic

/// What becomes of applications and predicates, their arguments already changed.
struct SymbolChange {
  var function: (_ name: String, _ arguments: [Term]) -> Term = { .application($0, $1) }
  var predicate: (_ name: String) -> String = { $0 }
  var skolemSymbol: (SkolemSymbol) -> SkolemSymbol = { $0 }

  func applied(to step: Step) -> Step {
    let content: Step.Content =
      switch step.content {
      case .formula(let formula): .formula(applied(to: formula))
      case .clause(let literals):
        .clause(literals.map { Literal($0.isPositive, applied(to: $0.atom)) })
      }
    return Step(id: step.id, content: content, rule: applied(to: step.rule))
  }

  private func applied(to formula: Formula) -> Formula {
    switch formula {
    case .constant: formula
    case .atom(let atom): .atom(applied(to: atom))
    case .not(let body): .not(applied(to: body))
    case .and(let parts): .and(parts.map(applied))
    case .or(let parts): .or(parts.map(applied))
    case .xor(let left, let right): .xor(applied(to: left), applied(to: right))
    case .implies(let left, let right): .implies(applied(to: left), applied(to: right))
    case .iff(let left, let right): .iff(applied(to: left), applied(to: right))
    case .quantified(let quantifier, let name, let body):
      .quantified(quantifier, name, applied(to: body))
    }
  }

  private func applied(to atom: Atom) -> Atom {
    switch atom {
    case .predicate(let name, let arguments):
      .predicate(predicate(name), arguments.map(applied))
    case .equality(let left, let right): .equality(applied(to: left), applied(to: right))
    }
  }

  private func applied(to term: Term) -> Term {
    switch term {
    case .variable, .distinct: term
    case .application(let name, let arguments): function(name, arguments.map(applied))
    }
  }

  private func applied(to rule: Rule) -> Rule {
    func changed(_ premiss: Premiss) -> Premiss {
      Premiss(
        step: premiss.step, literal: premiss.literal,
        substitution: premiss.substitution.mapValues(applied))
    }
    switch rule {
    case .definition(let symbol): return .definition(symbol: predicate(symbol))
    case .skolemization(let parent, let symbols):
      return .skolemization(parent: parent, symbols: symbols.map(skolemSymbol))
    case .clause(let parent, let substitution):
      return .clause(parent: parent, substitution: substitution.mapValues(applied))
    case .instantiation(let parent, let substitution):
      return .instantiation(parent: parent, substitution: substitution.mapValues(applied))
    case .resolution(let left, let right):
      return .resolution(left: changed(left), right: changed(right))
    case .paramodulation(let from, let leftToRight, let into, let position):
      return .paramodulation(
        from: changed(from), leftToRight: leftToRight, into: changed(into), position: position)
    case .equalityResolution(let parent): return .equalityResolution(parent: changed(parent))
    case .equalityFactoring(let parent, let isReversed, let other, let otherIsReversed):
      return .equalityFactoring(
        parent: changed(parent), isReversed: isReversed, other: other,
        otherIsReversed: otherIsReversed)
    case .splitting(let parent, let literals, let substitution, let definition):
      return .splitting(
        parent: parent, literals: literals, substitution: substitution.mapValues(applied),
        definition: definition)
    case .premise, .conclusion, .negatedConclusion, .renaming, .negationNormalForm, .miniscoping,
      .distinctness:
      return rule
    }
  }
}
