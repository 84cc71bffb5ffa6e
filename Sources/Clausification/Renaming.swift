// Renaming: subformulas get names where that lessens the number of clauses.
//
// For an occurrence ψ in F the number of clauses is p(F) = a p(ψ) + b p̄(ψ) + c, where a and b say how
// often ψ and ¬ψ are copied (Nonnengart and Weidenbach 2001, section 4; a = 1, b = 0 at the root):
//
//   below                 a of part i               b of part i
//   F1 ∧ ... ∧ Fn         a                         b ∏ p̄(Fj)
//   F1 ∨ ... ∨ Fn         a ∏ p(Fj)                 b                       j ≠ i
//   A → B, part A         b                         a p(B)
//   A ↔ B, part A         a p̄(B) + b p(B)           a p(B) + b p̄(B)
//
// With the name d for ψ there are a + b + c clauses and the definition's: p(ψ) for d → ψ when only
// a > 0, p̄(ψ) for ψ → d when only b > 0, both for d ↔ ψ. So naming pays when
// (a - 1)(p - 1) > 1, likewise for b, and for both when (a - 1)(p - 1) + (b - 1)(p̄ - 1) > 2.
//
// The outermost subformula for which it pays is named first; its definition is renamed in turn, so
// nested equivalences and disjunctions of conjunctions give clauses linear in their size.

import FirstOrderLogic

/// A formula with names for some of its subformulas.
struct Renamer {
  /// A name for a subformula.
  struct Definition {
    /// The definition symbol.
    var symbol: String
    /// ∀x̄ (d(x̄) → ψ), ∀x̄ (ψ → d(x̄)) or ∀x̄ (d(x̄) ↔ ψ), whichever the occurrence needs.
    var formula: Formula
    /// Where ψ stands: indices into `Formula.children`.
    var path: [Int]
  }

  /// Fewest clauses a formula has in which naming any subformula pays: 2 copies of 3 clauses.
  static let leastCountThatShrinks = 6.0

  /// The formula with atoms of the definitions in the places of the named subformulas.
  private(set) var result: Formula
  /// The definitions in the order of their places, from left to right.
  private(set) var definitions: [Definition] = []

  /// p and p̄ of a subformula.
  private struct Counts {
    var plain = 1.0
    var negated = 1.0

    init() {}

    init(_ plain: Double, _ negated: Double) {
      self.plain = min(plain, 1e12)
      self.negated = min(negated, 1e12)
    }

    var swapped: Counts { Counts(negated, plain) }
    func and(_ other: Counts) -> Counts { Counts(plain + other.plain, negated * other.negated) }
    func or(_ other: Counts) -> Counts { Counts(plain * other.plain, negated + other.negated) }
    func iff(_ other: Counts) -> Counts {
      Counts(
        negated * other.plain + plain * other.negated,
        plain * other.plain + negated * other.negated)
    }
  }

  /// Counts of all subformulas in preorder, and where each one's subtree ends.
  private var counts: [Counts] = []
  private var ends: [Int] = []
  private var path: [Int] = []

  /// Renames the subformulas of a formula all of whose quantifiers bind different names.
  ///
  /// - Complexity: O(size), and for each definition O(size of its body).
  init(_ formula: Formula, symbols: inout FreshSymbols) {
    result = formula
    _ = count(formula)
    (result, _) = rename(formula, 0, Counts(1, 0), &symbols)
  }

  private mutating func count(_ formula: Formula) -> Counts {
    let index = counts.count
    counts.append(Counts())
    ends.append(0)
    let own: Counts
    switch formula {
    case .constant, .atom: own = Counts()
    case .not(let body): own = count(body).swapped
    case .quantified(_, _, let body): own = count(body)
    case .and(let parts): own = parts.reduce(Counts(0, 1)) { $0.and(count($1)) }
    case .or(let parts): own = parts.reduce(Counts(1, 0)) { $0.or(count($1)) }
    case .implies(let left, let right):
      let antecedent = count(left).swapped
      own = antecedent.or(count(right))
    case .iff(let left, let right):
      let first = count(left)
      own = first.iff(count(right))
    case .xor(let left, let right):
      let first = count(left)
      own = first.iff(count(right)).swapped
    }
    counts[index] = own
    ends[index] = counts.count
    return own
  }

  /// Renames in the subformula whose preorder number is `index`, copied `copies` times.
  ///
  /// - Returns: the renamed subformula and its counts.
  private mutating func rename(
    _ formula: Formula, _ index: Int, _ copies: Counts, _ symbols: inout FreshSymbols
  ) -> (Formula, Counts) {
    let own = counts[index]
    if copies.plain * own.plain + copies.negated * own.negated < Self.leastCountThatShrinks {
      return (formula, own)
    }
    if case .not(let body) = formula {
      let (renamed, inner) = renameChild(0, body, index + 1, copies.swapped, &symbols)
      return (.not(renamed), inner.swapped)
    }
    if Self.pays(own, copies) { return (name(formula, copies, &symbols), Counts()) }
    switch formula {
    case .constant, .atom, .not: return (formula, own)
    case .quantified(let quantifier, let variable, let body):
      let (renamed, inner) = renameChild(0, body, index + 1, copies, &symbols)
      return (.quantified(quantifier, variable, renamed), inner)
    case .and(let parts):
      let (renamed, inner) = renameParts(parts, index + 1, copies.swapped, true, &symbols)
      return (.and(renamed), inner.swapped)
    case .or(let parts):
      let (renamed, inner) = renameParts(parts, index + 1, copies, false, &symbols)
      return (.or(renamed), inner)
    case .implies(let left, let right):
      let second = ends[index + 1]
      let leftCopies = Counts(copies.negated, copies.plain * counts[second].plain)
      let (first, firstCounts) = renameChild(0, left, index + 1, leftCopies, &symbols)
      let rightCopies = Counts(copies.plain * firstCounts.negated, copies.negated)
      let (last, lastCounts) = renameChild(1, right, second, rightCopies, &symbols)
      return (.implies(first, last), firstCounts.swapped.or(lastCounts))
    case .iff(let left, let right):
      let (first, last, inner) = renameEquivalence(left, right, index, copies, &symbols)
      return (.iff(first, last), inner)
    case .xor(let left, let right):
      let (first, last, inner) = renameEquivalence(left, right, index, copies.swapped, &symbols)
      return (.xor(first, last), inner.swapped)
    }
  }

  private mutating func renameChild(
    _ position: Int, _ formula: Formula, _ index: Int, _ copies: Counts,
    _ symbols: inout FreshSymbols
  ) -> (Formula, Counts) {
    path.append(position)
    let renamed = rename(formula, index, copies, &symbols)
    path.removeLast()
    return renamed
  }

  /// Renames in the parts of a disjunction, or, read with the signs swapped, of a conjunction.
  private mutating func renameParts(
    _ parts: [Formula], _ first: Int, _ copies: Counts, _ isSwapped: Bool,
    _ symbols: inout FreshSymbols
  ) -> ([Formula], Counts) {
    var indices: [Int] = []
    var products = [1.0]  // products[k]: p of the last k parts together
    var index = first
    for _ in parts {
      indices.append(index)
      index = ends[index]
    }
    for index in indices.reversed() {
      let factor = isSwapped ? counts[index].negated : counts[index].plain
      products.append(min(products[products.count - 1] * factor, 1e12))
    }
    var renamed: [Formula] = []
    renamed.reserveCapacity(parts.count)
    var done = Counts(1, 0)
    for (position, part) in parts.enumerated() {
      let others = done.plain * products[parts.count - 1 - position]
      let partCopies = Counts(copies.plain * others, copies.negated)
      let (formula, partCounts) = renameChild(
        position, part, indices[position], isSwapped ? partCopies.swapped : partCopies, &symbols)
      renamed.append(formula)
      done = done.or(isSwapped ? partCounts.swapped : partCounts)
    }
    return (renamed, done)
  }

  private mutating func renameEquivalence(
    _ left: Formula, _ right: Formula, _ index: Int, _ copies: Counts,
    _ symbols: inout FreshSymbols
  ) -> (Formula, Formula, Counts) {
    func copiesBeside(_ other: Counts) -> Counts {
      Counts(
        copies.plain * other.negated + copies.negated * other.plain,
        copies.plain * other.plain + copies.negated * other.negated)
    }
    let second = ends[index + 1]
    let (first, firstCounts) = renameChild(
      0, left, index + 1, copiesBeside(counts[second]), &symbols)
    let (last, lastCounts) = renameChild(
      1, right, second, copiesBeside(firstCounts), &symbols)
    return (first, last, firstCounts.iff(lastCounts))
  }

  private static func pays(_ own: Counts, _ copies: Counts) -> Bool {
    let plain = (copies.plain - 1) * (own.plain - 1)
    let negated = (copies.negated - 1) * (own.negated - 1)
    if copies.negated == 0 { return plain > 1 }
    if copies.plain == 0 { return negated > 1 }
    return plain + negated > 2
  }

  /// Defines a symbol for the subformula at the current path and returns its atom.
  private mutating func name(
    _ body: Formula, _ copies: Counts, _ symbols: inout FreshSymbols
  ) -> Formula {
    let symbol = symbols.makeDefinitionSymbol()
    let variables = body.freeVariablesInOrder
    let atom = Formula.atom(.predicate(symbol, variables.map { .variable($0) }))
    let matrix: Formula =
      copies.negated == 0
      ? .implies(atom, body) : copies.plain == 0 ? .implies(body, atom) : .iff(atom, body)
    let formula = variables.reversed().reduce(matrix) { .forAll($1, $0) }
    definitions.append(Definition(symbol: symbol, formula: formula, path: path))
    return atom
  }
}

extension Formula {
  /// The free variables in the order of their first occurrence; all quantifiers bind other names.
  fileprivate var freeVariablesInOrder: [String] {
    var bound: Set<String> = []
    var free: [String] = []
    func collect(_ term: Term) {
      switch term {
      case .variable(let name):
        if bound.insert(name).inserted { free.append(name) }
      case .application(_, let arguments): arguments.forEach(collect)
      case .distinct: break
      }
    }
    func collect(_ formula: Formula) {
      if case .quantified(_, let variable, _) = formula { bound.insert(variable) }
      if case .atom(let atom) = formula { atom.arguments.forEach(collect) }
      for child in formula.children { collect(child) }
    }
    collect(self)
    return free
  }
}
