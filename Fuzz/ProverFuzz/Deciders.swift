// What each decider says of a problem, and which answers can't stand beside each other.
//
//   ours      `Refuter` (the portfolio under a time limit), a saturation under a strategy drawn at
//             random, and the model finder alone; every certificate goes through the kernel
//   referees  Z3, and `SmallModelSearch`, which knows all models of up to three elements

import Certificates
import Clausification
import Entailment
import FiniteModels
import FirstOrderLogic
import Kernel
import SMT
import Saturation
import TestSupport

/// An answer about the satisfiability of premises and denied conclusion.
enum Claim: Hashable {
  case satisfiable
  case unsatisfiable
  case open
  /// Evidence that the kernel rejected.
  case rejected(String)
}

/// What is known of a problem.
struct Claims {
  var refuter = Claim.open
  var saturation = Claim.open
  var z3 = Claim.open
  /// Size of the model that the model finder found, 0 for none.
  var foundSize = 0
  /// Sizes up to which the model finder says that there is no model.
  var excludedSize = 0
  /// The smallest size of a model, 0 when there is none of up to three elements.
  var smallestSize = 0
  /// Sizes up to which `smallestSize` is known.
  var searchedSize = 0

  /// What contradicts what.
  var faults: [String] {
    var faults: [String] = []
    let isSatisfiable = smallestSize > 0 || z3 == .satisfiable
    for (name, claim) in [("refuter", refuter), ("saturation", saturation)] {
      if case .rejected(let reason) = claim { faults.append("\(name): rejected: \(reason)") }
      if claim == .unsatisfiable, isSatisfiable { faults.append("\(name): unsatisfiable") }
      if claim == .satisfiable, z3 == .unsatisfiable { faults.append("\(name): satisfiable") }
    }
    if refuter == .satisfiable, saturation == .unsatisfiable { faults.append("ours: both") }
    if refuter == .unsatisfiable, saturation == .satisfiable { faults.append("ours: both") }
    if foundSize > 0, z3 == .unsatisfiable { faults.append("models: one of size \(foundSize)") }
    if smallestSize > 0, excludedSize >= smallestSize {
      faults.append("models: none up to \(excludedSize), but one of \(smallestSize)")
    }
    if foundSize > 0, foundSize <= searchedSize, smallestSize != foundSize {
      faults.append("models: one of size \(foundSize), referee \(smallestSize)")
    }
    if smallestSize > 0, z3 == .unsatisfiable { faults.append("referees: both") }
    return faults
  }
}

/// All deciders; keeps one Z3 context.
struct Deciders {
  private let z3 = Z3Solver()
  private var random: SeededGenerator
  /// The strategy of the last saturation.
  private(set) var lastStrategy = SaturationStrategy()

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func claims(of problem: Problem) -> Claims {
    var claims = Claims()
    let denied = problem.denied
    var clausifier = Clausifier(avoidingSymbolsOf: problem.normal)
    for premise in problem.normal.premises {
      clausifier.add(premise.formula, rule: .premise(name: premise.name))
    }
    if let conclusion = problem.normal.conclusion {
      clausifier.add(.not(conclusion.formula), rule: .negatedConclusion)
    }
    clausifier.addDistinctness()
    claims.refuter = refute(problem)
    if clausifier.isComplete {
      claims.saturation = saturate(clausifier, problem.normal)
      findModel(clausifier, &claims)
    }
    searchSmallModels(denied, &claims)
    askZ3(denied, &claims)
    return claims
  }

  private func refute(_ problem: Problem) -> Claim {
    let options = EntailmentOptions(prover: .resolution, cpuSeconds: 0.01)
    switch Refuter(options: options).refute(problem) {
    case .refuted: return .unsatisfiable
    case .model, .saturated: return .satisfiable
    case .limit: return .open
    case .rejected(let step, let reason): return .rejected("\(step ?? 0): \(reason)")
    }
  }

  /// Every dimension is drawn; incomplete strategies must not claim that anything is satisfiable.
  private mutating func strategy() -> SaturationStrategy {
    func draw<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random)! }
    var strategy = SaturationStrategy()
    strategy.order = draw(SaturationStrategy.Order.allCases)
    strategy.symbolWeights = draw(SaturationStrategy.SymbolWeights.allCases)
    strategy.precedence = draw(SaturationStrategy.Precedence.allCases)
    strategy.goalSymbols = draw(SaturationStrategy.GoalSymbols.allCases)
    strategy.selection = draw(SaturationStrategy.Selection.allCases)
    strategy.selectsUnlessMaximal = draw([true, false])
    strategy.queues = [
      .init(draw([1, 5, 20]), .weight(ClauseWeight(distantPercent: draw([100, 150, 1_000])))),
      .init(1, .age, draw(SaturationStrategy.Priority.allCases)),
    ]
    strategy.usesSetOfSupport = draw([true, false, false])
    strategy.dropsUnreachable = draw([true, false])
    strategy.splits = draw([true, false])
    return strategy
  }

  private mutating func saturate(_ clausifier: Clausifier, _ problem: Problem) -> Claim {
    lastStrategy = strategy()
    var prover = SaturationProver(
      clauses: clausifier.clauses, firstStep: clausifier.steps.count + 1,
      componentPrefix: clausifier.componentPrefix, strategy: lastStrategy)
    switch prover.run(limits: SaturationLimits(cpuSeconds: 0.1, givenClauses: 200)) {
    case .saturated: return .satisfiable
    case .limit: return .open
    case .refutation(let steps):
      let all = clausifier.steps + steps
      let empty = all.firstIndex { $0.content == .clause([]) } ?? all.count - 1
      let usesConclusion = problem.conclusion != nil
      let certificate = Certificate(
        problem: problem, verdict: usesConclusion ? .true : .contradictory,
        refutation: Refutation(
          stance: usesConclusion ? .denied : .absent, steps: Array(all[...empty])), models: [])
      guard case .rejected(let step, let reason) = verify(certificate) else {
        return .unsatisfiable
      }
      return .rejected("\(step ?? 0): \(reason)")
    }
  }

  private func findModel(_ clausifier: Clausifier, _ claims: inout Claims) {
    var finder = ModelFinder(clauses: clausifier.clauses)
    let limits = ModelSearchLimits(
      maximumSize: 4, cpuSeconds: 0.1, groundClauses: 100_000, conflicts: 2_000)
    switch finder.search(sizes: 1...4, limits: limits) {
    case .model(let model):
      claims.foundSize = model.size
      claims.excludedSize = model.size - 1
    case .exhausted(let size): claims.excludedSize = size
    case .limit(_, let size): claims.excludedSize = size - 1
    }
  }

  private func searchSmallModels(_ denied: Problem, _ claims: inout Claims) {
    let formula = Formula.and(denied.premises.map(\.formula))
    for size in 1...3 {
      switch SmallModelSearch.search(formula, size: size, budget: 2_000) {
      case .model:
        claims.smallestSize = size
        claims.searchedSize = size
        return
      case .none: claims.searchedSize = size
      case .open: return
      }
    }
  }

  private func askZ3(_ denied: Problem, _ claims: inout Claims) {
    let outcome = z3.check(
      denied.premises.map { ($0.name, $0.formula) }, cpuSeconds: 1, resourceLimit: 60_000,
      memoryBytes: 1 << 30)
    switch outcome {
    case .unsatisfiable: claims.z3 = .unsatisfiable
    case .satisfiable: claims.z3 = .satisfiable
    case .unknown: claims.z3 = .open
    }
  }
}

extension Problem {
  /// With bound variables renamed apart, as certificates want them.
  fileprivate var normal: Problem {
    func normal(_ statement: Statement) -> Statement {
      Statement(name: statement.name, formula: statement.formula.withDistinctVariables())
    }
    return Problem(premises: premises.map(normal), conclusion: conclusion.map(normal))
  }
}
