// Writes a range of rows of a program, on one thread or several, in order: as GenerationRun does.

import Entailment
import JSON
import Synchronization

/// A run over rows of a program.
public struct AxiomRun: Sendable {
  /// What is generated.
  public let plan: AxiomPlan
  /// Which rows.
  public let range: Range<Int>
  /// Threads.
  public let jobs: Int

  // Even, so that both rows of a pair are drawn by one thread.
  private static let chunk = 1024

  /// Makes a run over some rows.
  public init(plan: AxiomPlan, range: Range<Int>, jobs: Int = 1) {
    self.plan = plan
    self.range = range
    self.jobs = jobs
  }

  /// Writes the rows.
  ///
  /// - Parameter emit: takes bytes, in order, on one thread at a time.
  public func run(emit: @escaping @Sendable (UnsafeRawBufferPointer) -> Void) {
    _ = write(emit)
  }

  /// Writes the rows and returns their manifest.
  ///
  /// - Parameter proved: members about the rows that the prover decided as well.
  public func runWithManifest(
    version: String, proved: [(String, JSONValue)],
    emit: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) -> JSONValue {
    let sum = Checksum()
    let statistics = write { bytes in
      sum.add(bytes)
      emit(bytes)
    }
    return AxiomManifest.make(
      plan: plan, range: range, version: version, statistics: statistics, proved: proved,
      checksum: sum.end())
  }

  /// One row alone.
  public func row(_ index: Int) -> [UInt8] {
    var generator = AxiomRowGenerator(plan: plan)
    _ = generator.write(index)
    return generator.buffer.array
  }

  private func write(
    _ emit: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) -> AxiomStatistics {
    // From an even row on: both rows of a pair are drawn by one thread.
    let first = range.lowerBound & ~1
    let chunks = (range.upperBound - first + Self.chunk - 1) / Self.chunk
    let order = EmissionOrder(chunks: chunks, jobs: jobs, emit: emit)
    let sums = AxiomSums(predicates: plan.settings.program.predicates.count)
    if jobs == 1 {
      work(from: first, order, sums)
    } else {
      var threads: [ThreadBox] = []
      for _ in 0..<jobs {
        threads.append(ThreadBox(WorkerThread { work(from: first, order, sums) }))
      }
      for thread in threads { thread.join() }
    }
    return sums.statistics.withLock { $0 }
  }

  private func work(from first: Int, _ order: EmissionOrder, _ sums: AxiomSums) {
    var generator = AxiomRowGenerator(plan: plan)
    var box = ChunkBuffer()
    while let chunk = order.take() {
      let start = first + chunk * Self.chunk
      swap(&generator.buffer, &box.buffer)
      var rows: [AxiomRowFacts] = []
      for index in max(start, range.lowerBound)..<min(start + Self.chunk, range.upperBound) {
        rows.append(generator.write(index))
      }
      swap(&generator.buffer, &box.buffer)
      box = order.finish(chunk, box)
      sums.statistics.withLock { statistics in
        for row in rows { statistics.add(row) }
      }
    }
  }
}

/// Sums that the threads add to; in which order doesn't matter.
private final class AxiomSums: Sendable {
  let statistics: Mutex<AxiomStatistics>
  init(predicates: Int) { statistics = Mutex(AxiomStatistics(predicates: predicates)) }
}
