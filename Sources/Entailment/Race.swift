// Threads that race to decide one problem: the first evidence wins, and the others are called off.

import Synchronization

final class Race: Sendable {
  private let jobs: Int
  private let parent: Cancellation
  private let cancellations: [Cancellation]
  private let decided = Mutex<RefuterOutcome?>(nil)
  private let limits = Mutex<[RefuterOutcome]>([])

  /// - Parameter parent: calls all threads off.
  init(jobs: Int, parent: Cancellation) {
    self.jobs = jobs
    self.parent = parent
    cancellations = (0..<jobs).map { _ in Cancellation() }
    let cancellations = cancellations
    parent.onCancel { for cancellation in cancellations { cancellation.cancel(.cancelled) } }
  }

  /// Runs `work` once a thread.
  ///
  /// - Returns: the first outcome that decides; else the first thread's limit.
  func run(_ work: @escaping @Sendable (Racer, Cancellation) -> RefuterOutcome) -> RefuterOutcome {
    var threads: [ThreadBox] = []
    for number in 0..<jobs {
      let racer = Racer(number: number, count: jobs)
      let thread = WorkerThread { self.finish(work(racer, self.cancellations[number])) }
      threads.append(ThreadBox(thread))
    }
    for thread in threads { thread.join() }
    if let outcome = decided.withLock({ $0 }) { return outcome }
    if let limit = parent.limit { return .limit(limit) }
    return limits.withLock { $0.first } ?? .limit(.search)
  }

  private func finish(_ outcome: RefuterOutcome) {
    if case .limit = outcome { return limits.withLock { $0.append(outcome) } }
    let isFirst = decided.withLock { decided in
      if decided != nil { return false }
      decided = outcome
      return true
    }
    if isFirst { for cancellation in cancellations { cancellation.cancel(.cancelled) } }
  }
}

// An array can't hold values that can't be copied.
private final class ThreadBox {
  private var thread: WorkerThread?
  init(_ thread: consuming WorkerThread) { self.thread = consume thread }
  func join() { thread.take()?.join() }
}
