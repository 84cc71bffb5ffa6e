// What the threads of a run know together about the server they ask.

import Glibc
import Synchronization

/// How much was asked.
public struct AskingCounts: Hashable, Sendable {
  /// Requests sent, those sent again counted.
  public var requests = 0
  /// Of these, sent again after a fault.
  public var retries = 0
  /// Samples that servers gave.
  public var answered = 0
  /// Samples that the cache had.
  public var cached = 0

  /// Nothing was asked.
  public init() {}
}

/// Shared by the threads of a run.
public final class AskingState: Sendable {
  private struct State {
    var counts = AskingCounts()
    var notBefore = 0.0
    var takesSeveral = true
    var fatalFault: AskFault?
  }

  private let state = Mutex(State())

  /// Makes the state of a run that has asked nothing.
  public init() {}

  /// How much was asked so far.
  public var counts: AskingCounts { state.withLock { $0.counts } }

  /// The fault that ended all asking.
  public var fatalFault: AskFault? { state.withLock { $0.fatalFault } }

  /// Whether the server takes a request for several samples.
  var takesSeveral: Bool { state.withLock { $0.takesSeveral } }

  func count(_ change: (inout AskingCounts) -> Void) { state.withLock { change(&$0.counts) } }

  func refusesSeveral() { state.withLock { $0.takesSeveral = false } }

  /// Ends all asking; the first fault stands.
  func end(_ fault: AskFault) {
    state.withLock { if $0.fatalFault == nil { $0.fatalFault = fault } }
  }

  /// Nobody asks for so many seconds: a server that limits requests limits all threads'.
  func pauseAll(seconds: Double) {
    state.withLock { $0.notBefore = max($0.notBefore, Self.now + seconds) }
  }

  /// Waits until asking is allowed.
  func waitForTurn() {
    while true {
      let wait = state.withLock { $0.notBefore } - Self.now
      guard wait > 0 else { return }
      Self.sleep(wait)
    }
  }

  static func sleep(_ seconds: Double) {
    usleep(UInt32(max(0, min(seconds, 3_600)) * 1_000_000))
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
