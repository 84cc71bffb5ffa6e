// The search for evidence about one set of statements: a refutation, or a finite model.
//
// The portfolio of built-in engines and Z3 take turns in rounds of growing budgets. Where turns are
// counted, in inferences, ground literals and Z3's resource units, the same problem gives the same
// evidence on every machine; the deadline only cuts the last round short. The built-in engines go first because most
// questions are answered within a millisecond and waking Z3 alone costs nine.

import Certificates
import Clausification
import FirstOrderLogic
import SMT
import Saturation

/// What is known about the satisfiability of a set of statements.
enum Finding {
  /// Nothing yet.
  case open
  /// Unsatisfiable, with the derivation.
  case refuted(Refutation, Engine)
  /// Unsatisfiable by Z3; the core could not be refuted again.
  case refutedWithoutProof(core: [String])
  /// Satisfiable, with a model of the statements' symbols.
  case model(FiniteModel, Engine)
  /// Satisfiable, without a model that could be shown.
  case satisfiable(Engine)

  var isOpen: Bool { if case .open = self { true } else { false } }
  var isUnsatisfiable: Bool {
    switch self {
    case .refuted, .refutedWithoutProof: true
    default: false
    }
  }
  var isSatisfiable: Bool {
    switch self {
    case .model, .satisfiable: true
    default: false
    }
  }
}

/// Work for each engine in one round.
struct RoundBudget {
  let z3Resources: UInt32
  /// Milliseconds of the built-in engines' turns.
  let milliseconds: Int

  init(round: Int) {
    z3Resources = round == 0 ? 0 : UInt32(clamping: 200_000 << min(14, 2 * round))
    let opening = [2, 10, 50]
    milliseconds = round < opening.count ? opening[round] : 100 << min(40, round - opening.count)
  }
}

/// A resumable search about the premises with the conclusion as `stance` says.
final class Search {
  let stance: Stance
  let problem: Problem
  private(set) var finding = Finding.open

  private let options: EntailmentOptions
  private let deadline: Deadline
  private let clausifier: Clausifier
  private let portfolio: Portfolio
  private var isZ3Done = false

  /// Starts a search; `premises` are already clausified in `clausifier`.
  init(
    _ stance: Stance, of problem: Problem, premises clausifier: Clausifier,
    options: EntailmentOptions, deadline: Deadline, racer: Racer = Racer()
  ) {
    self.stance = stance
    self.problem = problem
    self.options = options
    self.deadline = deadline
    var complete = clausifier
    switch (stance, problem.conclusion) {
    case (.asserted, let conclusion?): complete.add(conclusion.formula, rule: .conclusion)
    case (.denied, let conclusion?):
      complete.add(.not(conclusion.formula), rule: .negatedConclusion)
    default: break
    }
    complete.addDistinctness()
    self.clausifier = complete
    portfolio = Portfolio(complete, options: options, deadline: deadline, racer: racer)
  }

  /// What the prover's claim that the statements are satisfiable rests on.
  var saturatedSet: SaturatedSet? {
    if case .satisfiable(.resolution) = finding { portfolio.saturatedSet } else { nil }
  }

  /// Whether no engine has anything left to try.
  var isExhausted: Bool {
    let builtIn = options.prover == .z3 || portfolio.isExhausted
    return builtIn && (options.prover == .resolution || isZ3Done)
  }

  /// One round of every engine that may be used, until something is found.
  ///
  /// - Parameter expectsModel: asks the model finder before the prover; set when the other side is
  ///   refuted, because then this one is nearly always satisfiable.
  func advance(round: Int, expectsModel: Bool, z3: () -> Z3Solver) {
    let budget = RoundBudget(round: round)
    if options.prover != .z3 { runPortfolio(budget, expectsModel: expectsModel) }
    if options.prover == .z3 || round > 0, options.prover != .resolution, needsWork {
      askZ3(budget, z3())
    }
  }

  private var needsWork: Bool { finding.isOpen && !deadline.isOver }

  private func runPortfolio(_ budget: RoundBudget, expectsModel: Bool) {
    let wantsModelOnly = expectsModel || finding.isSatisfiable
    switch portfolio.advance(milliseconds: budget.milliseconds, modelsFirst: wantsModelOnly) {
    case .refutation(let steps):
      finding = .refuted(refutation(inferences: steps, clausifier: clausifier), .resolution)
    case .saturated: finding = .satisfiable(.resolution)
    case .model(let model):
      finding =
        model.restricted(to: problem).map { Finding.model($0, .finiteModels) }
        ?? .satisfiable(.finiteModels)
    case .open: break
    }
  }

  private func askZ3(_ budget: RoundBudget, _ z3: Z3Solver) {
    guard !isZ3Done else { return }
    let statements = problem.statements(stance)
    let outcome = z3.check(
      statements.map { ($0.name, $0.formula) }, cpuSeconds: deadline.remaining,
      resourceLimit: budget.z3Resources, memoryBytes: options.memoryBytes)
    switch outcome {
    case .satisfiable(let model):
      isZ3Done = true
      finding =
        model.flatMap { $0.restricted(to: problem) }.map { Finding.model($0, .z3Model) }
        ?? .satisfiable(.z3)
    case .unsatisfiable(let core):
      isZ3Done = true
      finding = refute(core: core)
    case .unknown: break
    }
  }

  // Z3's own proofs are not in the kernel's rules; its core is, refuted again by our prover. The
  // core is a small part of the problem, so a bounded search on it is nearly always enough.
  private func refute(core: [String]) -> Finding {
    var directed = Clausifier(avoidingSymbolsOf: problem)
    for premise in problem.premises where core.contains(premise.name) {
      directed.add(premise)
    }
    let search = Search(
      core.contains(problem.conclusion?.name ?? "") ? stance : .absent, of: problem,
      premises: directed, options: options, deadline: deadline)
    for round in 0..<8 where search.needsWork {
      search.runPortfolio(RoundBudget(round: round), expectsModel: false)
    }
    if case .refuted(let refutation, _) = search.finding {
      return .refuted(refutation, .z3Resolution)
    }
    return .refutedWithoutProof(core: core)
  }

  private func refutation(inferences: [Step], clausifier: Clausifier) -> Refutation {
    let steps = (clausifier.steps + inferences).ancestors(of: inferences.last?.id)
    let usesConclusion = steps.contains { $0.rule == .conclusion || $0.rule == .negatedConclusion }
    return Refutation(stance: usesConclusion ? stance : .absent, steps: steps)
  }
}

extension Problem {
  /// The statements that a search with this stance is about.
  func statements(_ stance: Stance) -> [Statement] {
    guard var last = conclusion, stance != .absent else { return premises }
    if stance == .denied { last.formula = .not(last.formula) }
    return premises + [last]
  }
}

extension [Step] {
  /// The steps that the one with this id follows from, itself included, in order; without an id
  /// the last clause of the input, which is then empty.
  fileprivate func ancestors(of id: Int?) -> [Step] {
    let goal = id ?? first { $0.content == .clause([]) }?.id
    guard let goal else { return [] }
    var needed: Set<Int> = [goal]
    var kept: [Step] = []
    for step in reversed() where needed.contains(step.id) {
      kept.append(step)
      needed.formUnion(step.rule.parents)
    }
    return kept.reversed()
  }
}

extension Clausifier {
  /// Adds a premise of a problem.
  mutating func add(_ premise: Statement) {
    add(
      premise.formula, rule: .premise(name: premise.name), isGoal: premise.isNegatedConjecture)
  }
}
