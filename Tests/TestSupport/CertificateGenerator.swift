// Draws valid certificates: random universally quantified clauses as premises, random inferences from
// them, and a contradiction that is there from the start at the end. So every inference has to be
// right for the certificate to be accepted, whether or not it leads anywhere.

import Certificates
import FirstOrderLogic

/// Draws certificates that are valid.
public struct CertificateGenerator {
  private var random: SeededGenerator
  private var formulas: FormulaGenerator
  private var steps: [Step] = []
  private var clauses: [(id: Int, literals: [Literal])] = []

  /// Makes a generator.
  public init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    formulas = FormulaGenerator(seed: seed ^ 0xABCD)
    formulas.variables = ["X", "Y", "Z"]
  }

  /// A certificate of True with this many random inferences.
  public mutating func certificate(inferences: Int = 20) -> Certificate {
    steps = []
    clauses = []
    var premises: [Statement] = []
    for number in 1...5 {
      let literals = clause()
      premises.append(Statement(name: "premise\(number)", formula: Self.closure(literals)))
      addInput(premises[number - 1].formula, literals, .premise(name: "premise\(number)"))
    }
    premises.append(Statement(name: "symbols", formula: Self.tautology(formulas)))
    let fact = Formula.predicate("goal")
    let (left, right) = (steps.count + 3, steps.count + 6)
    premises.append(Statement(name: "fact", formula: fact))
    addInput(fact, [Literal(true, .predicate("goal", []))], .premise(name: "fact"))
    addInput(.not(fact), [Literal(false, .predicate("goal", []))], .negatedConclusion)
    var attempts = 0
    while steps.count < 21 + inferences, attempts < 100 * inferences {
      attempts += 1
      infer()
    }
    addStep(
      .clause([]),
      .resolution(
        left: Premiss(step: left, literal: 0, substitution: [:]),
        right: Premiss(step: right, literal: 0, substitution: [:])))
    return Certificate(
      problem: Problem(
        premises: premises, conclusion: Statement(name: "conclusion", formula: fact)),
      verdict: .true, refutation: Refutation(stance: .denied, steps: steps), models: [])
  }

  private mutating func addStep(_ content: Step.Content, _ rule: Rule) {
    steps.append(Step(id: steps.count + 1, content: content, rule: rule))
    if case .clause(let literals) = content { clauses.append((steps.count, literals)) }
  }

  private mutating func addInput(_ formula: Formula, _ literals: [Literal], _ rule: Rule) {
    addStep(.formula(formula), rule)
    var matrix = formula
    while case .quantified(_, _, let body) = matrix { matrix = body }
    addStep(.formula(matrix), .skolemization(parent: steps.count, symbols: []))
    let renaming = Dictionary(
      uniqueKeysWithValues: matrix.freeVariables.map { ($0, Term.variable($0 + "0")) })
    let renamed = literals.map { Literal($0.isPositive, $0.atom.substituting(renaming)) }
    addStep(.clause(renamed), .clause(parent: steps.count, substitution: renaming))
  }

  // Holds every symbol and object, so that literals of the conclusions' own are over the problem's.
  private static func tautology(_ formulas: FormulaGenerator) -> Formula {
    func arguments(_ arity: Int) -> [Term] { Array(repeating: .constant("a"), count: arity) }
    let atoms = formulas.predicates.map { Formula.atom(.predicate($0.0, arguments($0.1))) }
    let equations = formulas.functions.map {
      Formula.equal(.constant("a"), .application($0.0, arguments($0.1)))
    }
    return .or([.constant(true)] + atoms + equations + [.equal(.distinct("u"), .distinct("7"))])
  }

  private static func closure(_ literals: [Literal]) -> Formula {
    let parts: [Formula] = literals.map { $0.isPositive ? .atom($0.atom) : .not(.atom($0.atom)) }
    let matrix = parts.count == 1 ? parts[0] : .or(parts)
    return matrix.freeVariables.sorted().reversed().reduce(matrix) { .forAll($1, $0) }
  }

  private mutating func clause() -> [Literal] {
    let count = Int.random(in: 1...3, using: &random)
    return Self.distinct((0..<count).map { _ in literal() })
  }

  private mutating func literal() -> Literal {
    guard case .atom(let atom) = formulas.atom(formulas.variables) else { fatalError("no atom") }
    return Literal(Bool.random(using: &random), atom)
  }

  // Drops later copies, `t = s` being one of `s = t`.
  static func distinct(_ literals: [Literal]) -> [Literal] {
    var seen: Set<Literal> = []
    return literals.filter { literal in
      guard seen.insert(literal).inserted else { return false }
      if case .equality(let left, let right) = literal.atom {
        seen.insert(Literal(literal.isPositive, .equality(right, left)))
      }
      return true
    }
  }

  // States a conclusion, sometimes weakened, shuffled and with an equation turned round.
  private mutating func conclude(_ literals: [Literal], _ rule: Rule) {
    var literals = literals
    if Int.random(in: 0..<6, using: &random) == 0 { literals.append(literal()) }
    if Int.random(in: 0..<4, using: &random) == 0 { literals.shuffle(using: &random) }
    if Int.random(in: 0..<4, using: &random) == 0, let first = literals.first,
      case .equality(let left, let right) = first.atom
    {
      literals[0] = Literal(first.isPositive, .equality(right, left))
    }
    let conclusion = Self.distinct(literals)
    var size = 0
    for literal in conclusion {
      for argument in literal.atom.arguments { argument.forEachSubterm { _ in size += 1 } }
    }
    if conclusion.count <= 6, size <= 60 { addStep(.clause(conclusion), rule) }
  }

  private mutating func infer() {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: resolve()
    case 1: paramodulate()
    case 2: resolveEquality()
    case 3: factorEquality()
    case 4: instantiate()
    default:
      let different = Literal(false, .equality(.distinct("u"), .distinct("7")))
      if Int.random(in: 0..<4, using: &random) == 0 { conclude([different], .distinctness) }
    }
  }
}

// One attempt at an inference each; nothing is added where the drawn literals don't fit.
extension CertificateGenerator {
  // A random clause, its variables renamed by a suffix.
  private mutating func draw(_ suffix: String) -> Parent {
    let (id, literals) = clauses.randomElement(using: &random)!
    return Parent(id: id, literals: literals, suffix: suffix)
  }

  private mutating func resolve() {
    let (left, right) = (draw("L"), draw("R"))
    guard let i = left.literals.indices.randomElement(using: &random),
      let j = right.literals.indices.randomElement(using: &random),
      left.literals[i].isPositive != right.literals[j].isPositive
    else { return }
    var unifier = Unifier()
    guard unifier.unify(left.literals[i].atom, right.literals[j].atom) else { return }
    conclude(
      left.rest(without: i, unifier) + right.rest(without: j, unifier),
      .resolution(left: left.premiss(i, unifier), right: right.premiss(j, unifier)))
  }

  private mutating func paramodulate() {
    let (from, into) = (draw("L"), draw("R"))
    guard let i = from.literals.indices.randomElement(using: &random), from.literals[i].isPositive,
      case .equality(let left, let right) = from.literals[i].atom,
      let j = into.literals.indices.randomElement(using: &random)
    else { return }
    let leftToRight = Bool.random(using: &random)
    let (old, new) = leftToRight ? (left, right) : (right, left)
    let atom = into.literals[j].atom
    guard let position = Position.all(in: atom).randomElement(using: &random) else { return }
    var unifier = Unifier()
    guard unifier.unify(old, Position.term(in: atom, at: position)!) else { return }
    let rewritten = Literal(
      into.literals[j].isPositive, Position.replacing(atom, at: position, by: new))
    conclude(
      from.rest(without: i, unifier) + into.rest(without: j, unifier)
        + Parent.resolve([rewritten], unifier),
      .paramodulation(
        from: from.premiss(i, unifier), leftToRight: leftToRight,
        into: into.premiss(j, unifier), position: position))
  }

  private mutating func resolveEquality() {
    let parent = draw("L")
    guard let i = parent.literals.indices.randomElement(using: &random),
      !parent.literals[i].isPositive, case .equality(let left, let right) = parent.literals[i].atom
    else { return }
    var unifier = Unifier()
    guard unifier.unify(left, right) else { return }
    conclude(
      parent.rest(without: i, unifier), .equalityResolution(parent: parent.premiss(i, unifier)))
  }

  private mutating func factorEquality() {
    let parent = draw("L")
    guard let i = parent.literals.indices.randomElement(using: &random),
      let j = parent.literals.indices.randomElement(using: &random), i != j,
      parent.literals[i].isPositive, parent.literals[j].isPositive,
      case .equality(let a, let b) = parent.literals[i].atom,
      case .equality(let c, let d) = parent.literals[j].atom
    else { return }
    let (isReversed, otherIsReversed) = (
      Bool.random(using: &random), Bool.random(using: &random)
    )
    let (s, t) = isReversed ? (b, a) : (a, b)
    let (s1, t1) = otherIsReversed ? (d, c) : (c, d)
    var unifier = Unifier()
    guard unifier.unify(s, s1) else { return }
    conclude(
      parent.rest(without: i, unifier)
        + Parent.resolve([Literal(false, .equality(t, t1))], unifier),
      .equalityFactoring(
        parent: parent.premiss(i, unifier), isReversed: isReversed, other: j,
        otherIsReversed: otherIsReversed))
  }

  private mutating func instantiate() {
    let parent = draw("L")
    var unifier = Unifier()
    if let variable = parent.variables.sorted().randomElement(using: &random) {
      _ = unifier.unify(.variable(variable + "L"), formulas.term(2, formulas.variables))
    }
    conclude(
      Parent.resolve(parent.literals, unifier),
      .instantiation(parent: parent.id, substitution: parent.premiss(0, unifier).substitution))
  }
}

// A clause with its variables renamed apart.
private struct Parent {
  let id: Int
  let literals: [Literal]
  let variables: Set<String>
  private let suffix: String

  init(id: Int, literals: [Literal], suffix: String) {
    self.id = id
    self.suffix = suffix
    let names = literals.reduce(into: Set<String>()) { $0.formUnion($1.atom.variables) }
    variables = names
    let renaming = Dictionary(
      uniqueKeysWithValues: names.map { ($0, Term.variable($0 + suffix)) })
    self.literals = literals.map { Literal($0.isPositive, $0.atom.substituting(renaming)) }
  }

  func premiss(_ literal: Int, _ unifier: Unifier) -> Premiss {
    Premiss(
      step: id, literal: literal,
      substitution: Dictionary(
        uniqueKeysWithValues: variables.map { ($0, unifier.resolve(.variable($0 + suffix))) }))
  }

  func rest(without index: Int, _ unifier: Unifier) -> [Literal] {
    var rest = literals
    rest.remove(at: index)
    return Self.resolve(rest, unifier)
  }

  static func resolve(_ literals: [Literal], _ unifier: Unifier) -> [Literal] {
    literals.map { literal in
      switch literal.atom {
      case .predicate(let name, let arguments):
        Literal(literal.isPositive, .predicate(name, arguments.map(unifier.resolve)))
      case .equality(let left, let right):
        Literal(literal.isPositive, .equality(unifier.resolve(left), unifier.resolve(right)))
      }
    }
  }
}
