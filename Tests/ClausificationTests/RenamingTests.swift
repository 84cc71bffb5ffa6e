import FirstOrderLogic
import TestSupport
import Testing

@testable import Clausification

@Suite struct RenamingTests {
  private func renamed(_ formula: Formula) -> Renamer {
    var symbols = FreshSymbols(avoidingSymbolsOf: Problem(premises: [], conclusion: nil))
    return Renamer(formula, symbols: &symbols)
  }

  private func atoms(_ stem: String, _ count: Int, _ arguments: [Term] = []) -> [Formula] {
    (0..<count).map { .atom(.predicate("\(stem)\($0)", arguments)) }
  }

  @Test func namesGoWhereTheyLessenTheCount() {
    let variables = [Term.variable("X")]
    let first = Formula.and(atoms("a", 3, variables))
    let second = Formula.and(atoms("b", 3, variables))
    let name = Formula.predicate("def1", .variable("X"))
    // 9 clauses before; 3 and 3 for the definition afterwards.
    let result = renamed(.forAll("X", .or([first, second])))
    #expect(result.result == .forAll("X", .or([name, second])))
    #expect(result.definitions.map(\.path) == [[0, 0]])
    #expect(result.definitions.map(\.formula) == [.forAll("X", .implies(name, first))])
    // 4 clauses before, 2 and 2 for the definition afterwards: no gain.
    let pairs = Formula.or([.and(atoms("a", 2)), .and(atoms("b", 2))])
    #expect(renamed(pairs).definitions.isEmpty)
  }

  @Test func polarityChoosesTheDirection() {
    let first = Formula.or(atoms("a", 3))
    let second = Formula.or(atoms("b", 3))
    let name = Formula.predicate("def1")
    #expect(
      renamed(.not(.and([first, second]))).definitions.map(\.formula) == [.implies(first, name)])
    let both = Formula.iff(.iff(.predicate("c"), .predicate("d")), .iff(first, second))
    for definition in renamed(both).definitions {
      guard case .iff = definition.formula else {
        Issue.record("\(definition.formula) is used in both directions")
        continue
      }
    }
    #expect(!renamed(both).definitions.isEmpty)
  }

  /// The estimate is exact before repetitions and tautologies go.
  @Test(arguments: 0..<300)
  func estimatesAreExact(_ seed: UInt64) {
    var generator = FormulaGenerator(seed: seed)
    let formula = generator.formula(depth: 3).withDistinctVariables()
    var symbols = FreshSymbols(avoidingSymbolsOf: Problem(premises: [], conclusion: nil))
    let matrix = Skolemizer(formula.negationNormalForm(), symbols: &symbols).result
    #expect(Double(matrix.distributed().count) == ClauseEstimate(formula).clauses)
  }

  @Test(arguments: 0..<200)
  func countsShrinkAndPathsNameTheBodies(_ seed: UInt64) {
    var generator = FormulaGenerator(seed: seed)
    let formula = generator.formula(depth: 6).withDistinctVariables()
    let result = renamed(formula)
    let before = ClauseEstimate(formula).clauses
    let after = result.definitions.reduce(ClauseEstimate(result.result).clauses) {
      $0 + ClauseEstimate($1.formula).clauses
    }
    #expect(result.definitions.isEmpty ? result.result == formula : after < before)
    var rebuilt = formula
    for definition in result.definitions {
      let (atom, body) = parts(of: definition)
      #expect(subformula(of: formula, at: definition.path[...]) == body)
      rebuilt = replacing(definition.path[...], of: rebuilt, by: atom)
    }
    #expect(rebuilt == result.result)
  }

  private func parts(of definition: Renamer.Definition) -> (Formula, Formula) {
    var matrix = definition.formula
    while case .quantified(.forAll, _, let body) = matrix { matrix = body }
    let sides = matrix.children
    if case .atom(.predicate(definition.symbol, _)) = sides[0] { return (sides[0], sides[1]) }
    return (sides[1], sides[0])
  }

  private func subformula(of formula: Formula, at path: ArraySlice<Int>) -> Formula {
    guard let index = path.first else { return formula }
    return subformula(of: formula.children[index], at: path.dropFirst())
  }

  private func replacing(_ path: ArraySlice<Int>, of formula: Formula, by atom: Formula) -> Formula
  {
    guard let index = path.first else { return atom }
    var children = formula.children
    children[index] = replacing(path.dropFirst(), of: children[index], by: atom)
    switch formula {
    case .constant, .atom: return formula
    case .not: return .not(children[0])
    case .and: return .and(children)
    case .or: return .or(children)
    case .xor: return .xor(children[0], children[1])
    case .implies: return .implies(children[0], children[1])
    case .iff: return .iff(children[0], children[1])
    case .quantified(let quantifier, let variable, _):
      return .quantified(quantifier, variable, children[0])
    }
  }
}
