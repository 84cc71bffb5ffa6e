// Satisfiability of first-order formulas by Z3 (de Moura and Bjørner 2008): E-matching refutes and
// model-based quantifier instantiation (Ge and de Moura 2009) finds finite models.
//
// Formulas go in as they are, with quantifiers and without clausification, so that this decider
// shares no code with the others. Each statement is tracked by an assumption, which gives the core.
// Cores are taken as they come: Z3 minimizes them without regard to its time limit (a lattice problem
// of 20 axioms kept it for minutes), and the prover that refutes the core again drops what it doesn't
// need.

import CZ3
import Certificates
import FirstOrderLogic

/// What Z3 found.
public enum SMTOutcome: Hashable, Sendable {
  /// The statements with these names have no model; in the order they were given.
  case unsatisfiable(core: [String])
  /// There is a model, given when it is finite and readable: a table for every symbol of the
  /// statements.
  case satisfiable(FiniteModel?)
  /// Undecided, with Z3's reason.
  case unknown(String)
}

/// Z3 with its context, for one thread; the context is made at the first question and kept.
public final class Z3Solver {
  private let seed: UInt32
  private lazy var context = Z3Context()

  /// Makes a solver, at no cost until it is used.
  ///
  /// - Parameter seed: of Z3's random choices.
  public init(seed: UInt32 = 0) { self.seed = seed }

  /// What ends a question from another thread.
  public let interruption = Z3Interruption()

  /// Whether some statements have a model together.
  ///
  /// - Parameters:
  ///   - statements: closed formulas of at most `Formula.maximumDepth`; a free variable gives
  ///     `unknown`.
  ///   - cpuSeconds: Z3 measures wall-clock time.
  ///   - resourceLimit: in Z3's deterministic units, 0 for none.
  ///   - memoryBytes: of Z3 in the whole process, at most 4 GiB; 0 for no limit.
  public func check(
    _ statements: [(name: String, formula: Formula)], cpuSeconds: Double, resourceLimit: UInt32,
    memoryBytes: Int
  ) -> SMTOutcome {
    guard cpuSeconds > 0 else { return .unknown("timeout") }
    let context = self.context
    let pointer = context.pointer
    // Asked by Z3 between steps: it gives up cleanly, where its hard limit throws at any allocation.
    Z3_global_param_set("memory_high_watermark", String(UInt32(clamping: memoryBytes)))
    defer { context.release() }
    guard let solver = Z3_mk_simple_solver(pointer) else { return .unknown(fault) }
    Z3_solver_inc_ref(pointer, solver)
    defer { Z3_solver_dec_ref(pointer, solver) }
    setParameters(solver, cpuSeconds, resourceLimit)

    var translation = Z3Translation(context)
    var names: [UInt32: Int] = [:]
    for (number, statement) in statements.enumerated() {
      guard let formula = translation.formula(statement.formula),
        let marker = translation.marker(number)
      else { return .unknown("not translated: \(statement.name)") }
      names[Z3_get_ast_id(pointer, marker)] = number
      Z3_solver_assert_and_track(pointer, solver, formula, marker)
      // An assertion that failed is missing: without this check the rest could be called satisfiable.
      guard Z3_get_error_code(pointer) == Z3_OK else { return .unknown(fault) }
    }
    if let distinctness = translation.distinctness() {
      Z3_solver_assert(pointer, solver, distinctness)
      guard Z3_get_error_code(pointer) == Z3_OK else { return .unknown(fault) }
    }
    guard let answer = interruption.check(pointer, solver) else {
      self.context = Z3Context()
      return .unknown("interrupted")
    }
    switch answer {
    case Z3_L_FALSE: return .unsatisfiable(core: core(solver, names).map { statements[$0].name })
    case Z3_L_TRUE: return .satisfiable(model(solver, &translation))
    default: return .unknown(reason(solver))
    }
  }

  private func setParameters(_ solver: Z3_solver, _ cpuSeconds: Double, _ resourceLimit: UInt32) {
    let pointer = context.pointer
    let parameters = Z3_mk_params(pointer)
    Z3_params_inc_ref(pointer, parameters)
    defer { Z3_params_dec_ref(pointer, parameters) }
    func set(_ name: String, _ value: UInt32) {
      Z3_params_set_uint(pointer, parameters, Z3_mk_string_symbol(pointer, name), value)
    }
    set("timeout", UInt32(min(max(1, cpuSeconds * 1_000), 4e9)))
    set("random_seed", seed)
    if resourceLimit > 0 { set("rlimit", resourceLimit) }
    Z3_solver_set_params(pointer, solver, parameters)
  }

  private func core(_ solver: Z3_solver, _ names: [UInt32: Int]) -> [Int] {
    let pointer = context.pointer
    guard let vector = Z3_solver_get_unsat_core(pointer, solver) else {
      return names.values.sorted()
    }
    Z3_ast_vector_inc_ref(pointer, vector)
    defer { Z3_ast_vector_dec_ref(pointer, vector) }
    return (0..<Z3_ast_vector_size(pointer, vector)).compactMap { index in
      Z3_ast_vector_get(pointer, vector, index).flatMap { names[Z3_get_ast_id(pointer, $0)] }
    }.sorted()
  }

  private func model(_ solver: Z3_solver, _ translation: inout Z3Translation) -> FiniteModel? {
    let pointer = context.pointer
    guard let model = Z3_solver_get_model(pointer, solver) else { return nil }
    Z3_model_inc_ref(pointer, model)
    defer { Z3_model_dec_ref(pointer, model) }
    return Z3ModelReader(context: context, model: model).read(&translation)
  }

  private var fault: String {
    String(cString: Z3_get_error_msg(context.pointer, Z3_get_error_code(context.pointer)))
  }

  private func reason(_ solver: Z3_solver) -> String {
    guard Z3_get_error_code(context.pointer) == Z3_OK else { return fault }
    return String(cString: Z3_solver_get_reason_unknown(context.pointer, solver))
  }
}
