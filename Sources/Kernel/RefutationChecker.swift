// Checks a refutation step by step.
//
// Invariant after each step: every model of the start (the premises, and the conclusion as the
// stance says) over the problem's symbols extends to the known symbols so that every formula and
// every clause of the steps so far holds in it, their free variables read universally. Definitions
// and Skolem symbols extend the model, which is possible because they are new; every other rule
// yields consequences. So the empty clause says that the start has no model.

import Certificates
import FirstOrderLogic

struct RefutationChecker {
  private let premises: [String: Formula]
  private let conclusion: Formula?
  private let stance: Stance
  private let distinctObjects: Set<String>
  private var known: Set<Symbol>
  private var knownNames: Set<String>
  private var contents: [Int: Step.Content] = [:]
  var definitions: [String: Definition] = [:]
  var definitionOfStep: [Int: Definition] = [:]
  var work = Work(limit: 100_000_000)

  init(_ problem: Problem, stance: Stance, signature: ProblemSignature) {
    premises = Dictionary(
      uniqueKeysWithValues: problem.premises.map { ($0.name, $0.formula) })
    conclusion = problem.conclusion?.formula
    self.stance = stance
    distinctObjects = signature.distinctObjects
    known = signature.symbols
    knownNames = Set(signature.symbols.map(\.name))
  }

  /// Checks all steps, and that the last is the empty clause.
  mutating func check(_ steps: [Step]) throws(Rejection) {
    var last: Int?
    for step in steps {
      do throws(Rejection) {
        if let last, last >= step.id { throw Rejection("its number is not above the last one's") }
        try check(step)
      } catch {
        throw Rejection(error.reason, step: step.id)
      }
      contents[step.id] = step.content
      last = step.id
    }
    guard case .clause(let literals)? = steps.last?.content, literals.isEmpty else {
      throw Rejection("the last step is not the empty clause", step: last)
    }
  }

  private mutating func check(_ step: Step) throws(Rejection) {
    let shape: Shape
    switch step.content {
    case .formula(let formula):
      shape = try Shape(formula)
      try work.spend(shape.size)
      try checkFormula(formula, step)
    case .clause(let literals):
      shape = try Shape(literals)
      try work.spend(shape.size)
      try checkClause(ClauseConclusion(literals), step.rule)
    }
    try requireKnown(shape)
  }

  /// Refuses unknown symbols. Distinct objects can't be introduced: a model of the problem may have
  /// no element left that another one could be.
  func requireKnown(_ shape: Shape) throws(Rejection) {
    guard shape.symbols.isSubset(of: known) else {
      throw Rejection("it holds a symbol that is neither the problem's nor introduced")
    }
    guard shape.distinctObjects.isSubset(of: distinctObjects) else {
      throw Rejection("it holds a distinct object that the problem doesn't have")
    }
  }

  private mutating func checkFormula(_ formula: Formula, _ step: Step) throws(Rejection) {
    switch step.rule {
    case .premise(let name):
      guard let premise = premises[name] else { throw Rejection("no premise is named '\(name)'") }
      try require(formula, equals: premise)
    case .conclusion:
      guard stance == .asserted, let conclusion else {
        throw Rejection("the conclusion is not asserted here")
      }
      try require(formula, equals: conclusion)
    case .negatedConclusion:
      guard stance == .denied, let conclusion else {
        throw Rejection("the conclusion is not denied here")
      }
      try require(formula, equals: .not(conclusion))
    case .definition(let symbol): try checkDefinition(formula, of: symbol, step: step.id)
    case .renaming(let parent, let replacements):
      try require(formula, equals: renamed(try self.formula(parent), replacements))
    case .negationNormalForm(let parent):
      var form = NegationNormalForm()
      try require(formula, equals: form.formula(of: try self.formula(parent), positive: true))
    case .miniscoping(let parent):
      try require(formula, equals: miniscoped(try normalForm(parent)))
    case .skolemization(let parent, let symbols):
      try require(formula, equals: skolemized(try normalForm(parent), symbols))
    case .clause, .distinctness, .instantiation, .resolution, .paramodulation,
      .equalityResolution, .equalityFactoring, .splitting:
      throw Rejection("its rule yields a clause, not a formula")
    }
  }

  private func require(_ formula: Formula, equals expected: Formula) throws(Rejection) {
    guard formula == expected else { throw Rejection("its formula is not what its rule yields") }
  }

  /// The formula that an earlier step states.
  func formula(_ id: Int) throws(Rejection) -> Formula {
    guard case .formula(let formula)? = contents[id] else {
      throw Rejection("its parent \(id) is no earlier formula")
    }
    return formula
  }

  /// The formula of an earlier step, which must be in negation normal form.
  private func normalForm(_ id: Int) throws(Rejection) -> Formula {
    let formula = try formula(id)
    guard formula.isNegationNormal else {
      throw Rejection("its parent \(id) is not in negation normal form")
    }
    return formula
  }

  /// The clause that an earlier step states.
  func clause(_ id: Int) throws(Rejection) -> [Literal] {
    guard case .clause(let literals)? = contents[id] else {
      throw Rejection("its parent \(id) is no earlier clause")
    }
    return literals
  }

  /// Makes a symbol known; its name must be new, whatever arity or kind it had.
  mutating func introduce(_ symbol: Symbol) throws(Rejection) {
    guard knownNames.insert(symbol.name).inserted else {
      throw Rejection("the symbol \(symbol.name) is not new")
    }
    known.insert(symbol)
  }
}
