// A limit on the CPU time of one thread, and a flag that calls the search off from outside.

import Glibc
import Synchronization

/// CPU seconds that the calling thread has used.
public func threadCPUSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Why a search is to be called off; set from any thread.
public final class Cancellation: Sendable {
  private let state = Atomic<UInt8>(0)
  private let handler = Mutex<(@Sendable () -> Void)?>(nil)

  /// Makes a flag that is not set.
  public init() {}

  /// Calls the search off; the first reason given stands.
  public func cancel(_ limit: Limit) {
    let code = UInt8(Limit.allCases.firstIndex(of: limit)! + 1)
    _ = state.compareExchange(expected: 0, desired: code, ordering: .relaxed)
    handler.withLock { $0 }?()
  }

  /// Sets what else is done when the search is called off: engines in C don't ask the flag.
  func onCancel(_ action: @escaping @Sendable () -> Void) { handler.withLock { $0 = action } }

  /// Makes the flag usable for the next problem.
  public func reset() { state.store(0, ordering: .relaxed) }

  /// The reason, once the search is called off.
  public var limit: Limit? {
    let code = state.load(ordering: .relaxed)
    return code == 0 ? nil : Limit.allCases[Int(code) - 1]
  }
}

/// The end of one problem's CPU time on the calling thread.
struct Deadline {
  let start: Double
  let end: Double
  let cancellation: Cancellation

  init(cpuSeconds: Double, cancellation: Cancellation) {
    start = threadCPUSeconds()
    end = start + cpuSeconds
    self.cancellation = cancellation
  }

  /// Seconds left; 0 once called off.
  var remaining: Double {
    cancellation.limit == nil ? max(0, end - threadCPUSeconds()) : 0
  }
  var used: Double { threadCPUSeconds() - start }
  var isOver: Bool { remaining <= 0 }
  /// Which limit this was, once it is over.
  var limit: Limit { cancellation.limit ?? .time }
}
