// The only file that touches CaDiCaL's C handle (unsafe: an opaque pointer and a callback's state).
//
// CaDiCaL (Biere, Fazekas, Fleury and Heisinger 2020) speaks IPASIR: variables are 1, 2, ...,
// literals their signed numbers, and a clause ends with 0. A solver costs 7 µs to make and release.
// Decisions try false first, which gives models in which little is true; such models are easier to
// read.

import CCaDiCaL
import Glibc

/// CPU seconds that the calling thread has used.
public func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// A SAT solver; clauses may be added between calls.
public final class SATSolver {
  /// How a call ended.
  public enum Outcome: Sendable {
    /// There is a model, which `value` gives until the next clause is added.
    case satisfiable
    /// There is none under the assumptions made.
    case unsatisfiable
    /// A limit was met.
    case interrupted
  }

  private let handle: OpaquePointer

  /// Makes a solver without clauses.
  public init() {
    handle = ccadical_init()
    ccadical_set_option(handle, "quiet", 1)
    ccadical_set_option(handle, "phase", 0)
  }

  deinit { ccadical_release(handle) }

  /// Adds one literal, or ends the clause with 0.
  public func add(_ literal: Int32) { ccadical_add(handle, literal) }

  /// Adds a whole clause.
  public func add(clause: [Int32]) {
    for literal in clause { ccadical_add(handle, literal) }
    ccadical_add(handle, 0)
  }

  /// Asks the next call of `solve` for models with this literal true.
  public func assume(_ literal: Int32) { ccadical_assume(handle, literal) }

  /// Whether the last call's refutation used an assumption.
  public func isFailed(_ assumption: Int32) -> Bool { ccadical_failed(handle, assumption) != 0 }

  /// Decides the clauses.
  ///
  /// - Parameters:
  ///   - conflicts: the search stops after so many.
  ///   - isOver: asked now and then; the search stops when it says true.
  public func solve(conflicts: Int, isOver: @escaping () -> Bool) -> Outcome {
    let poll = Poll(isOver)
    ccadical_limit(handle, "conflicts", Int32(clamping: max(0, conflicts)))
    ccadical_set_terminate(handle, Unmanaged.passUnretained(poll).toOpaque()) { state in
      Unmanaged<Poll>.fromOpaque(state!).takeUnretainedValue().ask() ? 1 : 0
    }
    defer { ccadical_set_terminate(handle, nil, nil) }
    return withExtendedLifetime(poll) {
      switch ccadical_solve(handle) {
      case 10: .satisfiable
      case 20: .unsatisfiable
      default: .interrupted
      }
    }
  }

  /// A variable's value in the model found.
  public func value(_ variable: Int) -> Bool { ccadical_val(handle, Int32(variable)) > 0 }

  private final class Poll {
    let isOver: () -> Bool
    private var calls = 0

    /// The clock is a system call, and CaDiCaL asks thousands of times a second.
    func ask() -> Bool {
      calls &+= 1
      return calls % 64 == 0 && isOver()
    }

    init(_ isOver: @escaping () -> Bool) { self.isOver = isOver }
  }
}
