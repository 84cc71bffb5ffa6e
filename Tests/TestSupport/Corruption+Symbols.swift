// Corruptions of the symbols that steps introduce; see Corruption.swift for when they are emitted.
// Formulas, clauses and substitutions are changed along, so that every other step stays as right as
// it was: only the condition that makes definitions and Skolemization conservative is broken.

import Certificates
import FirstOrderLogic

extension Corruptor {
  // By form: a Skolem or definition symbol is one of the problem's, or an earlier step's.
  mutating func reusedSymbol(_ certificate: Certificate) -> Certificate? {
    guard let steps = certificate.refutation?.steps else { return nil }
    let introduced = steps.flatMap(\.introducedSymbols)
    guard let symbol = introduced.randomElement(using: &random) else { return nil }
    let earlier = introduced.map(\.name).prefix { $0 != symbol.name }
    let known = certificate.problem.statements.reduce(into: Set(earlier)) {
      $0.formUnion($1.formula.symbolNames)
    }
    guard let name = known.sorted().randomElement(using: &random) else { return nil }
    func renamed(_ old: String) -> String { old == symbol.name ? name : old }
    var change = SymbolChange()
    if symbol.isPredicate {
      change.predicate = renamed
    } else {
      change.function = { .application(renamed($0), $1) }
      change.skolemSymbol = { SkolemSymbol(name: renamed($0.name), arguments: $0.arguments) }
    }
    return changed(certificate, change)
  }

  // By form: a Skolem symbol loses an argument on which what it stands for depends.
  mutating func missingArgument(_ certificate: Certificate) -> Certificate? {
    guard let steps = certificate.refutation?.steps,
      case .skolemization(let parent, let symbols)? = steps.filter({
        !$0.introducedSymbols.isEmpty
      }).randomElement(using: &random)?.rule,
      let formula = Derivation(steps).formula(parent)
    else { return nil }
    var walk = DependenceWalk(symbols: symbols)
    walk.visit(formula, terms: [:])
    guard let symbol = symbols.indices.randomElement(using: &random),
      let variable = walk.needed[symbol].sorted().randomElement(using: &random),
      let index = symbols[symbol].arguments.firstIndex(of: variable)
    else { return nil }
    let name = symbols[symbol].name
    func shortened<Argument>(_ arguments: [Argument]) -> [Argument] {
      Array(arguments[..<index] + arguments[(index + 1)...])
    }
    var change = SymbolChange()
    change.function = { .application($0, $0 == name ? shortened($1) : $1) }
    change.skolemSymbol = {
      $0.name == name ? SkolemSymbol(name: name, arguments: shortened($0.arguments)) : $0
    }
    return changed(certificate, change)
  }

  private func changed(_ certificate: Certificate, _ change: SymbolChange) -> Certificate {
    var result = certificate
    result.refutation!.steps = result.refutation!.steps.map(change.applied)
    return result
  }
}

// The variables that each ∃ of a formula depends on, in preorder: those free in it, and instead of a
// variable that an outer ∃ binds the arguments of its Skolem symbol.
private struct DependenceWalk {
  let symbols: [SkolemSymbol]
  var needed: [Set<String>] = []

  mutating func visit(_ formula: Formula, terms: [String: [String]]) {
    var terms = terms
    if case .quantified(.exists, let variable, _) = formula {
      needed.append(formula.freeVariables.reduce(into: []) { $0.formUnion(terms[$1] ?? [$1]) })
      terms[variable] = symbols[needed.count - 1].arguments
    }
    for child in formula.children { visit(child, terms: terms) }
  }
}

extension Step {
  /// The symbols that the step introduces.
  fileprivate var introducedSymbols: [(name: String, isPredicate: Bool)] {
    switch rule {
    case .definition(let symbol): [(symbol, true)]
    case .skolemization(_, let symbols): symbols.map { ($0.name, false) }
    default: []
    }
  }
}

extension Formula {
  /// Names of the predicates and functions that occur.
  fileprivate var symbolNames: Set<String> {
    var names: Set<String> = []
    forEachAtom { atom in
      if case .predicate(let name, _) = atom { names.insert(name) }
      for argument in atom.arguments {
        argument.forEachSubterm { if case .application(let name, _) = $0 { names.insert(name) } }
      }
    }
    return names
  }
}
