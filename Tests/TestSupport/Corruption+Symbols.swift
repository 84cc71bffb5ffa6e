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

  // By form: what is replaced is another formula than the definition's body.
  mutating func wrongRenaming(_ step: Step, _ derivation: Derivation) -> Step? {
    guard case .renaming(let parent, let replacements) = step.rule,
      let id = replacements.randomElement(using: &random)?.definition,
      let definition = derivation.definition(id), let formula = derivation.formula(parent)
    else { return nil }
    var path: [Int] = []
    var replaced = formula
    while let index = replaced.children.indices.randomElement(using: &random),
      path.count < 2 || Int.random(in: 0..<3, using: &random) > 0
    {
      path.append(index)
      replaced = replaced.children[index]
    }
    guard replaced != definition.body else { return nil }
    return Step(
      id: step.id, content: .formula(formula.replacing(at: path[...], by: definition.atom)),
      rule: .renaming(parent: parent, replacements: [Replacement(definition: id, path: path)]))
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

extension Derivation {
  /// The atom and the body of the definition that a step states.
  func definition(_ id: Int) -> (atom: Formula, body: Formula)? {
    guard var matrix = formula(id) else { return nil }
    while case .quantified(.forAll, _, let body) = matrix { matrix = body }
    let sides = matrix.children
    guard sides.count == 2 else { return nil }
    switch (sides[0], sides[1]) {
    case (.atom, .atom): return nil
    case (.atom, let body): return (sides[0], body)
    case (let body, _): return (sides[1], body)
    }
  }
}

extension Formula {
  fileprivate func replacing(at path: ArraySlice<Int>, by new: Formula) -> Formula {
    guard let index = path.first else { return new }
    var parts = children
    parts[index] = parts[index].replacing(at: path.dropFirst(), by: new)
    switch self {
    case .constant, .atom: return self
    case .not: return .not(parts[0])
    case .and: return .and(parts)
    case .or: return .or(parts)
    case .xor: return .xor(parts[0], parts[1])
    case .implies: return .implies(parts[0], parts[1])
    case .iff: return .iff(parts[0], parts[1])
    case .quantified(let quantifier, let name, _): return .quantified(quantifier, name, parts[0])
    }
  }

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
