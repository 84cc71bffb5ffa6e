// Random small problems of many shapes, each shape a way in which provers have been wrong: equality in
// all places, Skolem functions under deep quantifiers, definitions, distinct objects, permutative
// equations, clauses that say how many elements there are.

import FirstOrderLogic
import TestSupport

/// Draws problems.
struct ProblemGenerator {
  /// The shapes, in the order of their numbers.
  static let shapes = [
    "propositional", "monadic", "monadic-equality", "relational-clauses", "relation-properties",
    "unit-equations", "horn", "non-horn", "clauses-with-equality", "alternation", "equivalences",
    "distinct-objects", "cardinality", "commutative", "existential-equality", "function-cycles",
    "wide-predicates", "mixed",
  ]

  private var formulas: FormulaGenerator

  init(seed: UInt64) { formulas = FormulaGenerator(seed: seed) }

  /// A problem of the shape with this number; half of them have a conclusion.
  mutating func problem(shape: Int) -> Problem {
    let statements = statements(Self.shapes[shape])
    let hasConclusion = flip(2)
    let premises = (hasConclusion ? statements.dropLast() : statements[...]).enumerated().map {
      Statement(name: "premise\($0 + 1)", formula: $1)
    }
    let conclusion = hasConclusion ? statements.last : nil
    return Problem(
      premises: premises,
      conclusion: conclusion.map {
        Statement(name: "conclusion", formula: flip(2) ? .not($0) : $0)
      })
  }

  private mutating func flip(_ chances: Int) -> Bool { number(0..<chances) == 0 }
  private mutating func number(_ range: Range<Int>) -> Int {
    Int.random(in: range, using: &formulas.random)
  }

  private mutating func statements(_ shape: String) -> [Formula] {
    switch shape {
    case "propositional":
      use([("p", 0), ("q", 0), ("r", 0)], [("a", 0)], equality: false)
      return free(count: 2..<6, depth: 3)
    case "monadic":
      use([("p", 1), ("q", 1), ("r", 1)], [("a", 0)], equality: false)
      return free(count: 2..<6, depth: 3)
    case "monadic-equality":
      use([("p", 1), ("q", 1)], [("a", 0), ("b", 0), ("c", 0)], equality: true)
      return free(count: 2..<6, depth: 3)
    case "relational-clauses":
      use([("p", 2), ("q", 2), ("r", 1)], [("a", 0), ("b", 0)], equality: false)
      return clauses(count: 3..<9, literals: 1..<4, positives: 3)
    case "relation-properties":
      use([("r", 2)], [("a", 0), ("b", 0)], equality: flip(2))
      return properties() + free(count: 1..<3, depth: 2)
    case "unit-equations":
      use([], [("a", 0), ("b", 0), ("f", 1), ("g", 2)], equality: true)
      return clauses(count: 2..<6, literals: 1..<2, positives: 1) + [disequation()]
    case "horn":
      use([("p", 1), ("q", 2)], [("a", 0), ("f", 1)], equality: flip(2))
      return clauses(count: 3..<8, literals: 1..<4, positives: 1)
    case "non-horn":
      use([("p", 1), ("q", 2)], [("a", 0), ("b", 0), ("f", 1)], equality: false)
      return clauses(count: 3..<9, literals: 1..<4, positives: 3)
    case "clauses-with-equality":
      use([("p", 1)], [("a", 0), ("b", 0), ("f", 1)], equality: true)
      return clauses(count: 3..<8, literals: 1..<4, positives: 3)
    case "alternation":
      use([("r", 2), ("p", 1)], [("a", 0)], equality: flip(3))
      return (0..<number(2..<5)).map { _ in prefixed(variables: 4, depth: 2) }
    case "equivalences":
      use([("p", 1), ("q", 1), ("r", 2)], [("a", 0)], equality: flip(3))
      // Alone they nearly always have a model; the last follows from the first, or nearly does.
      let first = nested(depth: number(2..<4), scope: [])
      let last = first.turned { number(0..<12) }
      return [first] + (flip(2) ? [nested(depth: 2, scope: [])] : []) + [last]
    default: return moreStatements(shape)
    }
  }

  private mutating func moreStatements(_ shape: String) -> [Formula] {
    switch shape {
    case "distinct-objects":
      use([("p", 1)], [("a", 0), ("f", 1)], equality: true)
      formulas.objects = ["even", "odd", "7"]
      return free(count: 2..<6, depth: 2)
    case "cardinality":
      use([("p", 1)], [("a", 0), ("b", 0), ("f", 1)], equality: true)
      return [atMost(number(1..<4))] + free(count: 1..<5, depth: 3)
    case "commutative":
      use([("p", 1)], [("a", 0), ("b", 0), ("g", 2)], equality: true)
      return commutative() + clauses(count: 1..<5, literals: 1..<3, positives: 2)
    case "existential-equality":
      use([("p", 1)], [("a", 0), ("f", 1)], equality: true)
      return (0..<number(2..<5)).map { _ in prefixed(variables: 3, depth: 2) }
    case "function-cycles":
      use([("p", 1)], [("a", 0), ("f", 1)], equality: true)
      return [cycle(), cycle()] + clauses(count: 1..<5, literals: 1..<3, positives: 2)
    case "wide-predicates":
      use([("p", 3), ("q", 0)], [("a", 0), ("b", 0)], equality: flip(2))
      return free(count: 1..<4, depth: 3)
    default:
      use([("p", 0), ("q", 1), ("r", 2)], [("a", 0), ("b", 0), ("f", 1)], equality: true)
      formulas.hasConstants = true
      return free(count: 2..<6, depth: 3)
    }
  }
}

// MARK: - Parts

extension ProblemGenerator {
  private mutating func use(
    _ predicates: [(String, Int)], _ functions: [(String, Int)], equality: Bool
  ) {
    formulas.predicates = predicates
    formulas.functions = functions
    formulas.hasEquality = equality
    formulas.variables = ["X", "Y", "Z"]
  }

  private mutating func free(count: Range<Int>, depth: Int) -> [Formula] {
    (0..<number(count)).map { _ in formulas.formula(depth: depth) }
  }

  private mutating func clauses(
    count: Range<Int>, literals: Range<Int>, positives: Int
  ) -> [Formula] {
    (0..<number(count)).map { _ in
      var left = positives
      let parts = (0..<number(literals)).map { _ -> Formula in
        let isPositive = left > 0 && flip(2) || formulas.predicates.isEmpty
        if isPositive { left -= 1 }
        let atom = atom(["X", "Y", "Z"])
        return isPositive ? atom : .not(atom)
      }
      let body: Formula = parts.count == 1 ? parts[0] : .or(parts)
      return body.freeVariables.sorted(by: >).reduce(body) { .forAll($1, $0) }
    }
  }

  // `FormulaGenerator.atom` draws a predicate in most cases, and there may be none.
  private mutating func atom(_ scope: [String]) -> Formula {
    formulas.predicates.isEmpty
      ? .equal(formulas.term(2, scope), formulas.term(2, scope)) : formulas.atom(scope)
  }

  private mutating func disequation() -> Formula {
    .not(.equal(formulas.term(2, []), formulas.term(2, [])))
  }

  private mutating func prefixed(variables: Int, depth: Int) -> Formula {
    let names = (0..<variables).map { "V\($0)" }
    var matrix = quantifierFree(depth: depth, scope: names)
    for name in names.reversed() {
      matrix = flip(2) ? .forAll(name, matrix) : .exists(name, matrix)
    }
    return matrix
  }

  private mutating func quantifierFree(depth: Int, scope: [String]) -> Formula {
    if depth == 0 {
      let atom = atom(scope)
      return flip(2) ? .not(atom) : atom
    }
    let parts = (0..<2).map { _ in quantifierFree(depth: depth - 1, scope: scope) }
    return flip(2) ? .and(parts) : .or(parts)
  }

  private mutating func nested(depth: Int, scope: [String]) -> Formula {
    if depth == 0 { return formulas.formula(depth: 1, scope: scope) }
    let name = "V\(depth)"
    let isQuantified = flip(2)
    let inner = isQuantified ? scope + [name] : scope
    let left = nested(depth: depth - 1, scope: inner)
    let right = nested(depth: depth - 1, scope: inner)
    let body: Formula = flip(2) ? .iff(left, right) : .xor(left, right)
    return isQuantified ? .quantified(flip(2) ? .forAll : .exists, name, body) : body
  }

  private mutating func properties() -> [Formula] {
    func r(_ left: String, _ right: String) -> Formula {
      .atom(.predicate("r", [.variable(left), .variable(right)]))
    }
    let all: [Formula] = [
      .forAll("X", r("X", "X")), .forAll("X", .not(r("X", "X"))),
      .forAll("X", .exists("Y", r("X", "Y"))), .exists("X", .forAll("Y", r("X", "Y"))),
      .forAll("X", .forAll("Y", .implies(r("X", "Y"), r("Y", "X")))),
      .forAll("X", .forAll("Y", .implies(r("X", "Y"), .not(r("Y", "X"))))),
      .forAll("X", .forAll("Y", .or([r("X", "Y"), r("Y", "X")]))),
      .forAll(
        "X",
        .forAll(
          "Y", .forAll("Z", .implies(.and([r("X", "Y"), r("Y", "Z")]), r("X", "Z"))))),
      .forAll(
        "X",
        .forAll(
          "Y", .implies(r("X", "Y"), .exists("Z", .and([r("X", "Z"), r("Z", "Y")]))))),
    ]
    return all.filter { _ in flip(2) }
  }

  private mutating func atMost(_ count: Int) -> Formula {
    let names = (0...count).map { "V\($0)" }
    var equations: [Formula] = []
    for (index, name) in names.enumerated() {
      equations += names[..<index].map { .equal(.variable($0), .variable(name)) }
    }
    let body: Formula = equations.count == 1 ? equations[0] : .or(equations)
    return names.reversed().reduce(body) { .forAll($1, $0) }
  }

  private mutating func commutative() -> [Formula] {
    func g(_ left: Term, _ right: Term) -> Term { .application("g", [left, right]) }
    let (x, y, z) = (Term.variable("X"), Term.variable("Y"), Term.variable("Z"))
    let commutativity = Formula.forAll("X", .forAll("Y", .equal(g(x, y), g(y, x))))
    let associativity = Formula.forAll(
      "X", .forAll("Y", .forAll("Z", .equal(g(g(x, y), z), g(x, g(y, z))))))
    return flip(2) ? [commutativity, associativity] : [commutativity]
  }

  private mutating func cycle() -> Formula {
    let length = number(1..<4)
    let image = (0..<length).reduce(Term.variable("X")) { term, _ in .application("f", [term]) }
    let equation = Formula.equal(image, flip(4) ? .constant("a") : .variable("X"))
    return .forAll("X", flip(4) ? .not(equation) : equation)
  }
}

extension Formula {
  /// The formula with sides of ↔ and ⊕ exchanged and some of them taken for each other; `chance`
  /// draws from 0 to 11.
  fileprivate func turned(_ chance: () -> Int) -> Formula {
    switch self {
    case .iff(let left, let right):
      let (left, right) = (left.turned(chance), right.turned(chance))
      switch chance() {
      case 0: return .xor(right, left)
      case 1..<4: return .not(.xor(left, right))
      default: return .iff(right, left)
      }
    case .xor(let left, let right):
      let (left, right) = (left.turned(chance), right.turned(chance))
      return chance() < 4 ? .not(.iff(left, right)) : .xor(right, left)
    case .quantified(let quantifier, let name, let body):
      return .quantified(quantifier, name, body.turned(chance))
    default: return self
    }
  }
}
