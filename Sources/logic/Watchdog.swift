// Limits that hold even when an engine doesn't look at them: a thread that watches memory and time.
//
// Engines poll their own budgets; this is for what they can't see (memory in C libraries, a call
// that doesn't return). First the search is called off, which ends in an ordinary answer; if it has
// not ended two seconds later, `giveUp` reports the limit and the process ends.

import Entailment
import Foundation
import Synchronization

/// Watches over the problems in work.
final class Watchdog: Sendable {
  private let cancellations: [Cancellation]
  private let memoryBytes: Int
  private let wallSeconds: Double
  private let giveUp: @Sendable (Limit) -> Void
  private let startedAt: Mutex<[Date?]>
  private let hardExitAt = Mutex<(Date, Limit)?>(nil)

  /// Starts to watch.
  ///
  /// - Parameters:
  ///   - cancellations: one a thread of work.
  ///   - memoryBytes: resident memory of the process at which searches are called off.
  ///   - cpuSeconds: the time limit of one problem; more than three times as much on the clock is
  ///     taken for a call that doesn't return.
  ///   - giveUp: reports the limit and ends the process; called when calling off did not help.
  init(
    cancellations: [Cancellation], memoryBytes: Int, cpuSeconds: Double,
    giveUp: @escaping @Sendable (Limit) -> Void
  ) {
    self.cancellations = cancellations
    self.memoryBytes = memoryBytes
    self.wallSeconds = cpuSeconds * 3 + 2
    self.giveUp = giveUp
    startedAt = Mutex(Array(repeating: nil, count: cancellations.count))
    Thread.detachNewThread { [self] in watch() }
  }

  /// Says that a thread begins or ends work on a problem.
  func mark(_ thread: Int, isWorking: Bool) {
    startedAt.withLock { $0[thread] = isWorking ? Date() : nil }
    if !isWorking { hardExitAt.withLock { $0 = nil } }
  }

  private func watch() {
    while true {
      Thread.sleep(forTimeInterval: 0.02)
      let now = Date()
      if Self.residentBytes() > memoryBytes { callOff(.memory, at: now) }
      let isStuck = startedAt.withLock { starts in
        starts.contains { $0.map { now.timeIntervalSince($0) > wallSeconds } ?? false }
      }
      if isStuck { callOff(.time, at: now) }
      if let (end, limit) = hardExitAt.withLock({ $0 }), now > end { giveUp(limit) }
    }
  }

  private func callOff(_ limit: Limit, at now: Date) {
    guard startedAt.withLock({ $0.contains { $0 != nil } }) else { return }
    for cancellation in cancellations { cancellation.cancel(limit) }
    hardExitAt.withLock { if $0 == nil { $0 = (now.addingTimeInterval(2), limit) } }
  }

  /// The process's resident set, which is the second field of statm, in pages.
  static func residentBytes() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return 0
    }
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
  }
}
