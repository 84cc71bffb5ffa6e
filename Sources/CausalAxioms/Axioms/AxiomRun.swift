// Writes a range of rows of a program, on one thread or several, in order: as GenerationRun does.

import Entailment
import JSON

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

  /// The rows of one of `count` parts of nearly the same size that follow each other.
  public static func part(_ index: Int, of count: Int, rows: Int) -> Range<Int> {
    let (quotient, rest) = (rows / count, rows % count)
    let start = index * quotient + min(index, rest)
    return start..<start + quotient + (index < rest ? 1 : 0)
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
    let order = EmissionOrder()
    let sums = AxiomSums(predicates: plan.settings.program.predicates.count)
    if jobs == 1 {
      work(0, order, sums, emit)
    } else {
      var threads: [ThreadBox] = []
      for job in 0..<jobs {
        threads.append(ThreadBox(WorkerThread { work(job, order, sums, emit) }))
      }
      for thread in threads { thread.join() }
    }
    return sums.statistics
  }

  private func work(
    _ job: Int, _ order: EmissionOrder, _ sums: AxiomSums,
    _ emit: (UnsafeRawBufferPointer) -> Void
  ) {
    var generator = AxiomRowGenerator(plan: plan)
    var chunk = job
    let first = range.lowerBound & ~1
    while true {
      let start = first + chunk * Self.chunk
      guard start < range.upperBound else { break }
      generator.buffer.removeAll()
      var rows: [AxiomRowFacts] = []
      for index in max(start, range.lowerBound)..<min(start + Self.chunk, range.upperBound) {
        rows.append(generator.write(index))
      }
      order.inTurn(chunk) {
        generator.buffer.withBytes(emit)
        for row in rows { sums.statistics.add(row) }
      }
      chunk += jobs
    }
  }
}

/// Sums that the threads add to, each in its turn.
private final class AxiomSums: @unchecked Sendable {
  var statistics: AxiomStatistics
  init(predicates: Int) { statistics = AxiomStatistics(predicates: predicates) }
}
