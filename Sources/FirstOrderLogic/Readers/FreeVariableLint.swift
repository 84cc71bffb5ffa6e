// Free variables: names that no quantifier binds and that yet can't be meant as constants.
//
//   ∀x (P(x)) ∧ Q(x)     the second x: a quantifier of the same statement binds that name
//   P(x) → Q(x)          x: one letter from u to z, with at most two digits and primes after it
//
// Readers take every unbound name for a constant, never by its first letter (Prover9's rule, by which
// the year in `PrintedText(y1984)` proves everything printed). So a free variable is a warning, and
// the universal closure an option: it strengthens a premise and weakens no conclusion.

import Diagnostics

extension ReadingSession {
  /// A formula is closed over at most so many names: each adds a level to its depth.
  private static var maximumClosure: Int { 64 }

  /// Reports free variables; with repairs closes their statements universally.
  mutating func lintFreeVariables(_ problem: inout Problem, numbers: [Int]) {
    var constants: [Int: [Int]] = [:]
    for (index, use) in uses.enumerated() where use.role == .function && use.arity == 0 {
      constants[use.statement, default: []].append(index)
    }
    var bound: Set<Int> = []
    problem.mapFormulas { position, formula in
      let candidates = constants[numbers[position]] ?? []
      guard !candidates.isEmpty else { return formula }
      let quantified = formula.quantifiedNames
      let free = candidates.filter {
        quantified.contains(uses[$0].name) || Self.looksLikeVariable(uses[$0].name)
      }
      let names = free.reduce(into: [String]()) { names, index in
        if !names.contains(uses[index].name) { names.append(uses[index].name) }
      }
      let applied = options.mendsWarnings && names.count <= Self.maximumClosure
      reportFreeVariables(free, quantified: quantified, applied: applied)
      guard applied, !names.isEmpty else { return formula }
      bound.formUnion(free)
      return formula.closedUniversally(over: names)
    }
    if !bound.isEmpty {
      uses = uses.enumerated().filter { !bound.contains($0.offset) }.map(\.element)
    }
  }

  private mutating func reportFreeVariables(
    _ free: [Int], quantified: Set<String>, applied: Bool
  ) {
    var reported: Set<String> = []
    for index in free {
      let use = uses[index]
      guard reported.insert(use.name).inserted else { continue }
      report(
        .freeVariable, source: use.source, at: use.span,
        quantified.contains(use.name)
          ? "`\(use.name)` stands outside the scope of the quantifier that binds this name"
          : "no quantifier binds `\(use.name)`; it is read as a constant",
        hint: "widen a quantifier's scope, or add `∀\(use.name)` in front",
        repair: .closeUniversally, applied: applied)
    }
  }

  static func looksLikeVariable(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard let first = bytes.first, (UInt8(ascii: "u")...UInt8(ascii: "z")).contains(first) else {
      return false
    }
    let digits = bytes.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return digits.count <= 2
      && bytes.dropFirst(1 + digits.count).allSatisfy { $0 == UInt8(ascii: "'") }
  }
}

extension Formula {
  /// Names that some quantifier of the formula binds.
  var quantifiedNames: Set<String> {
    var names: Set<String> = []
    collectQuantifiedNames(into: &names)
    return names
  }

  private func collectQuantifiedNames(into names: inout Set<String>) {
    if case .quantified(_, let name, _) = self { names.insert(name) }
    for child in children { child.collectQuantifiedNames(into: &names) }
  }

  /// The formula with these constants made variables that universal quantifiers in front bind.
  ///
  /// Nothing is captured: an occurrence inside the scope of a quantifier for the same name was read
  /// as that quantifier's variable, so the constant never stands there.
  func closedUniversally(over names: [String]) -> Formula {
    let closed = Set(names)
    let body = mappingAtoms { atom in
      atom.mappingTerms { term in
        if case .application(let name, let arguments) = term, arguments.isEmpty,
          closed.contains(name)
        {
          return .variable(name)
        }
        return term
      }
    }
    return names.reversed().reduce(body) { .forAll($1, $0) }
  }
}
