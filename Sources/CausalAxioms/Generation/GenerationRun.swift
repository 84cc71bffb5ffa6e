// Writes a range of rows, on one thread or several, always in order.
//
// Threads take chunks of rows in turn; who has finished a chunk waits until those before it are out. No
// thread is more than one chunk ahead, so memory is a chunk a thread whatever the number of rows.

import Diagnostics
import Entailment
import Glibc
import JSON

/// A run over rows of a plan.
public struct GenerationRun: Sendable {
  /// What is generated.
  public let plan: GenerationPlan
  /// Which rows.
  public let range: Range<Int>
  /// Threads.
  public let jobs: Int

  private static let chunk = 1024

  /// Makes a run over all rows, or over one of `count` parts of nearly the same size that follow each
  /// other: written one after the other they are the whole.
  public init(plan: GenerationPlan, shard: (index: Int, count: Int) = (0, 1), jobs: Int = 1) {
    let rows = plan.settings.rows
    let quotient = rows / shard.count
    let rest = rows % shard.count
    let start = shard.index * quotient + min(shard.index, rest)
    self.init(
      plan: plan, range: start..<start + quotient + (shard.index < rest ? 1 : 0), jobs: jobs)
  }

  /// Makes a run over some rows.
  public init(plan: GenerationPlan, range: Range<Int>, jobs: Int = 1) {
    self.plan = plan
    self.range = range
    self.jobs = jobs
  }

  /// Writes the rows.
  ///
  /// - Parameter emit: takes bytes, in order, on one thread at a time.
  public func run(emit: @escaping @Sendable (UnsafeRawBufferPointer) -> Void) {
    _ = run(wantsFacts: false, emit: emit)
  }

  /// Writes the rows and returns their manifest.
  public func runWithManifest(
    version: String, emit: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) -> JSONValue {
    let sum = Checksum()
    let statistics = run(wantsFacts: true) { bytes in
      sum.add(bytes)
      emit(bytes)
    }
    return Manifest.make(
      plan: plan, range: range, version: version, statistics: statistics, checksum: sum.end())
  }

  private func run(
    wantsFacts: Bool, emit: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) -> GenerationStatistics {
    let order = EmissionOrder()
    if jobs == 1 {
      work(0, wantsFacts, order, emit)
    } else {
      var threads: [ThreadBox] = []
      for job in 0..<jobs {
        threads.append(ThreadBox(WorkerThread { work(job, wantsFacts, order, emit) }))
      }
      for thread in threads { thread.join() }
    }
    return order.statistics
  }

  private func work(
    _ job: Int, _ wantsFacts: Bool, _ order: EmissionOrder,
    _ emit: (UnsafeRawBufferPointer) -> Void
  ) {
    var generator = RowGenerator(plan: plan, wantsFacts: wantsFacts)
    var statistics = GenerationStatistics()
    var chunk = job
    while true {
      let start = range.lowerBound + chunk * Self.chunk
      guard start < range.upperBound else { break }
      generator.buffer.removeAll()
      for index in start..<min(start + Self.chunk, range.upperBound) {
        let facts = generator.write(index)
        if wantsFacts { statistics.add(facts) }
      }
      order.inTurn(chunk) { generator.buffer.withBytes(emit) }
      chunk += jobs
    }
    if wantsFacts { order.add(statistics) }
  }
}

final class ThreadBox {
  private var thread: WorkerThread?
  init(_ thread: consuming WorkerThread) { self.thread = consume thread }
  func join() { thread.take()?.join() }
}

/// Lets chunks out in order, and gathers the threads' sums.
final class EmissionOrder: @unchecked Sendable {
  private var mutex = pthread_mutex_t()
  private var changed = pthread_cond_t()
  private var next = 0
  private(set) var statistics = GenerationStatistics()

  init() {
    pthread_mutex_init(&mutex, nil)
    pthread_cond_init(&changed, nil)
  }

  deinit {
    pthread_mutex_destroy(&mutex)
    pthread_cond_destroy(&changed)
  }

  func inTurn(_ chunk: Int, _ body: () -> Void) {
    pthread_mutex_lock(&mutex)
    while next != chunk { pthread_cond_wait(&changed, &mutex) }
    pthread_mutex_unlock(&mutex)
    // Nobody else has the turn, so the others may go on making rows meanwhile.
    body()
    pthread_mutex_lock(&mutex)
    next += 1
    pthread_cond_broadcast(&changed)
    pthread_mutex_unlock(&mutex)
  }

  func add(_ other: GenerationStatistics) {
    pthread_mutex_lock(&mutex)
    statistics.add(other)
    pthread_mutex_unlock(&mutex)
  }
}

/// A hash that grows by what is emitted, one thread at a time.
final class Checksum: @unchecked Sendable {
  private var hash: SHA256? = SHA256()

  func add(_ bytes: UnsafeRawBufferPointer) { hash?.update(bytes) }

  func end() -> String { hash.take()!.hexadecimal() }
}
