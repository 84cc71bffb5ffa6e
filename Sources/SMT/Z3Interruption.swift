// Interrupting Z3 from another thread (unsafe: the pointer of a context that belongs to a solver).
//
// Z3_interrupt raises a flag that outlives the question: raised between two, it makes the next one
// drop statements unnoticed and answer "satisfiable" (seen with 4.8.12). So the flag is only raised
// while a check runs, whatever that check answers is discarded, and its context is given up.

import CZ3
import Synchronization

/// Ends the running question of one `Z3Solver`; from any thread.
public final class Z3Interruption: Sendable {
  private struct State {
    /// Address of the context that is checking.
    var running: UInt?
    var isInterrupted = false
  }

  private let state = Mutex(State())

  init() {}

  /// Makes the running question answer `unknown`; without one, nothing happens.
  public func interrupt() {
    state.withLock {
      guard let address = $0.running, let context = Z3_context(bitPattern: address) else { return }
      $0.isInterrupted = true
      Z3_interrupt(context)
    }
  }

  /// Runs a check that may be interrupted.
  ///
  /// - Returns: nil when it was, and the context must not be used for another question.
  func check(_ context: Z3_context, _ solver: Z3_solver) -> Z3_lbool? {
    state.withLock { $0 = State(running: UInt(bitPattern: context)) }
    let answer = Z3_solver_check(context, solver)
    return state.withLock {
      $0.running = nil
      return $0.isInterrupted ? nil : answer
    }
  }
}
