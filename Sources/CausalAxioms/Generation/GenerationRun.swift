// Writes a range of rows, on one thread or several, always in order.
//
// Threads take chunks of rows and leave them finished; EmissionOrder writes them in order. A chunk's text
// stays in a core's cache, and memory is a few chunks a thread whatever the number of rows.

import Diagnostics
import Entailment
import JSON

/// A run over rows of a plan.
public struct GenerationRun: Sendable {
  /// What is generated.
  public let plan: GenerationPlan
  /// Which rows.
  public let range: Range<Int>
  /// Threads.
  public let jobs: Int

  private static let chunk = 256

  /// Makes a run over all rows, or over one of `count` parts of nearly the same size that follow each
  /// other: written one after the other they are the whole.
  public init(plan: GenerationPlan, shard: (index: Int, count: Int) = (0, 1), jobs: Int = 1) {
    self.init(
      plan: plan, range: Self.part(shard.index, of: shard.count, rows: plan.settings.rows),
      jobs: jobs)
  }

  /// The rows of one of `count` parts of nearly the same size that follow each other.
  public static func part(_ index: Int, of count: Int, rows: Int) -> Range<Int> {
    let (quotient, rest) = rows.quotientAndRemainder(dividingBy: count)
    let start = index * quotient + min(index, rest)
    return start..<start + quotient + (index < rest ? 1 : 0)
  }

  /// Makes a run over some rows.
  public init(plan: GenerationPlan, range: Range<Int>, jobs: Int = 1) {
    self.plan = plan
    self.range = range
    // A row of a unique set depends on those before it.
    self.jobs = plan.settings.isUnique ? 1 : jobs
  }

  /// Writes the rows.
  ///
  /// - Parameter emit: takes bytes, in order, on one thread at a time.
  public func run(
    emit: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) throws(GenerationFault) {
    _ = try run(wantsFacts: false, emit: emit)
  }

  /// Writes the rows and returns their manifest.
  public func runWithManifest(
    version: String, emit: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) throws(GenerationFault) -> JSONValue {
    let sum = Checksum()
    let statistics = try run(wantsFacts: true) { bytes in
      sum.add(bytes)
      emit(bytes)
    }
    return Manifest.make(
      plan: plan, range: range, version: version, statistics: statistics, checksum: sum.end())
  }

  private func run(
    wantsFacts: Bool, emit: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) throws(GenerationFault) -> GenerationStatistics {
    let chunks = (range.count + Self.chunk - 1) / Self.chunk
    let order = EmissionOrder(chunks: chunks, jobs: jobs, emit: emit)
    if jobs == 1 {
      try work(wantsFacts, order)
    } else {
      var threads: [ThreadBox] = []
      for _ in 0..<jobs {
        threads.append(
          ThreadBox(
            WorkerThread {
              do throws(GenerationFault) {
                try work(wantsFacts, order)
              } catch {
                order.stop(error)
              }
            }))
      }
      for thread in threads { thread.join() }
    }
    if let fault = order.fault { throw fault }
    return order.sums
  }

  private func work(_ wantsFacts: Bool, _ order: EmissionOrder) throws(GenerationFault) {
    var generator = RowGenerator(plan: plan, wantsFacts: wantsFacts)
    var statistics = GenerationStatistics()
    if plan.settings.isUnique {
      for index in 0..<range.lowerBound { try generator.pass(index) }
    }
    var box = ChunkBuffer()
    while let chunk = order.take() {
      let start = range.lowerBound + chunk * Self.chunk
      swap(&generator.buffer, &box.buffer)
      for index in start..<min(start + Self.chunk, range.upperBound) {
        let facts = try generator.write(index)
        if wantsFacts { statistics.add(facts) }
      }
      swap(&generator.buffer, &box.buffer)
      box = order.finish(chunk, box)
    }
    if wantsFacts { order.add(statistics) }
  }
}

final class ThreadBox {
  private var thread: WorkerThread?
  init(_ thread: consuming WorkerThread) { self.thread = consume thread }
  func join() { thread.take()?.join() }
}

/// A hash that grows by what is emitted, one thread at a time.
final class Checksum: @unchecked Sendable {
  private var hash: SHA256? = SHA256()

  func add(_ bytes: UnsafeRawBufferPointer) { hash?.update(bytes) }

  func end() -> String { hash.take()!.hexadecimal() }
}
