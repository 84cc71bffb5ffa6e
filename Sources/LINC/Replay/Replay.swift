// A replay: rows of a run in, what each came to out, in their order, and the run's figures.

import Batch
import Diagnostics
import Entailment
import Glibc

/// How a run is replayed.
public struct ReplayOptions: Sendable {
  /// How texts are decided and how samples vote.
  public var rule: ReplayRule
  /// Limits and choice of provers, for each sample.
  public var entailment: EntailmentOptions
  /// Rows worked on at once.
  public var jobs: Int
  /// Draws for accuracy against the number of samples; 0 for none.
  public var draws: Int
  /// Seed of the draws.
  public var seed: UInt64

  /// Makes options.
  public init(
    rule: ReplayRule, entailment: EntailmentOptions, jobs: Int, draws: Int, seed: UInt64
  ) {
    self.rule = rule
    self.entailment = entailment
    self.jobs = jobs
    self.draws = draws
    self.seed = seed
  }
}

/// A replay of a run.
public struct Replay {
  private let options: ReplayOptions

  private struct Item: Sendable {
    var reading: GenerationRowReading
    var number: Int
  }

  /// Makes a replay.
  public init(options: ReplayOptions) { self.options = options }

  /// Replays a run.
  ///
  /// - Parameters:
  ///   - next: gives the next row, nil at the end; called on the calling thread.
  ///   - cancellations: one a thread, for whoever watches over memory and time.
  ///   - watch: called when a thread begins and ends work on a row.
  ///   - emit: takes each row's result, in the order of the rows.
  /// - Returns: the figures.
  public func run(
    next: () -> GenerationRowReading?, cancellations: [Cancellation],
    watch: @escaping @Sendable (_ thread: Int, _ isWorking: Bool) -> Void,
    emit: (RowResult) -> Void
  ) -> ReplaySummary {
    let start = processCPUSeconds()
    var summary = ReplaySummary()
    var waiting: [Int: RowResult] = [:]
    var (nextIndex, number) = (0, 0)
    let pool = OrderedPool<Item, RowResult>(jobs: options.jobs) { [options] thread in
      let cancellation = cancellations[thread]
      let voter = RowVoter(
        rule: options.rule, entailment: options.entailment, cancellation: cancellation)
      let bootstrap = Bootstrap(draws: options.draws, seed: options.seed)
      return { item in
        watch(thread, true)
        defer {
          watch(thread, false)
          cancellation.reset()
        }
        return Self.result(of: item, voter, bootstrap)
      }
    }
    pool.run(
      next: {
        guard let reading = next() else { return nil }
        number += 1
        return Item(reading: reading, number: number)
      },
      finished: { index, result in
        waiting[index] = result
        while let ready = waiting.removeValue(forKey: nextIndex) {
          summary.add(ready)
          emit(ready)
          nextIndex += 1
        }
      })
    summary.cpuSeconds = processCPUSeconds() - start
    return summary
  }

  private static func result(
    of item: Item, _ voter: RowVoter, _ bootstrap: Bootstrap
  ) -> RowResult {
    let samples = item.reading.row.map(voter.samples) ?? []
    let ballots = samples.map(Ballot.init)
    var result = RowResult(
      row: item.reading.row, id: item.reading.id, diagnostics: item.reading.diagnostics,
      samples: samples, vote: voter.vote(ballots), draws: [])
    if let gold = result.row?.gold {
      result.draws = bootstrap.votes(of: ballots, row: item.number, gold: gold) {
        voter.vote($0).label
      }
    }
    return result
  }
}

/// CPU seconds that the process has used, user and system.
func processCPUSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
