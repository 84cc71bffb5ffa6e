// A live run: rows in, each with samples from a model out, in the order of the rows.
//
// Threads ask; the cache keeps every answer as soon as it is there. A row is written when all its
// samples are had or given up, so a run that was killed and started again writes what an undisturbed
// one would have written, and asks only for what was not yet answered.

import Batch
import Translation

/// How a live run asks.
public struct LiveOptions: Sendable {
  /// Whom to ask.
  public var endpoint: Endpoint
  /// The server's key.
  public var key: APIKey?
  /// How texts are drawn.
  public var sampling = Sampling()
  /// What one request may take.
  public var limits = HTTPLimits()
  /// When a request is sent again.
  public var policy = RetryPolicy()
  /// Whether only the cache is asked.
  public var isOffline = false
  /// Samples a row.
  public var samples = 10
  /// Examples shown.
  public var shots = Prompt.embedded.shots.count
  /// How often a faulty sample is sent back.
  public var refinements = 0
  /// Requests at once.
  public var concurrency = 8
  /// What is said.
  public var prompt = Prompt.embedded

  /// Makes options with the paper's sampling.
  public init(endpoint: Endpoint, key: APIKey?) {
    self.endpoint = endpoint
    self.key = key
  }
}

/// What a live run did.
public struct LiveSummary: Sendable {
  /// Rows written.
  public var rows = 0
  /// Of these, rows that lack samples.
  public var incomplete = 0
  /// Samples had.
  public var samples = 0
  /// Rows by the codes of what went wrong.
  public var failures: [String: Int] = [:]
  /// What was asked.
  public var asked = AskingCounts()
  /// The fault that ended all asking.
  public var fatalFault: AskFault?
}

/// A live run.
public struct LiveRun {
  /// How it asks.
  public var options: LiveOptions
  /// What was answered before.
  public var cache: AnswerCache

  /// Makes a run.
  public init(options: LiveOptions, cache: AnswerCache) {
    self.options = options
    self.cache = cache
  }

  private struct Item: Sendable {
    var place: Int
    var row: SentenceRow
    var numbers: Range<Int>
  }

  private struct Output: Sendable {
    var place: Int
    var samples: Result<[Result<LiveSample, AskFault>], CacheError>
    var first: Int
  }

  /// Asks about every row.
  ///
  /// - Parameters:
  ///   - nextRow: gives the next row, nil at the end.
  ///   - emit: takes each row with its samples, in order.
  /// - Throws: when the cache can't be read or written.
  public func run(
    nextRow: () -> SentenceRow?, emit: (GenerationRow) -> Void
  ) throws(CacheError) -> LiveSummary {
    let state = AskingState()
    var assembly = RowAssembly(options: options)
    var pending: [Item] = []
    var fault: CacheError?
    pool(state).run(
      next: {
        while pending.isEmpty, fault == nil, let row = nextRow() {
          let place = assembly.begin(row)
          pending = Self.parts(of: row, options).map {
            Item(place: place, row: row, numbers: $0)
          }
          // A row without anything to ask is ready at once.
          if pending.isEmpty { assembly.emitReady(emit) }
        }
        return fault == nil && !pending.isEmpty ? pending.removeFirst() : nil
      },
      finished: { _, output in
        switch output.samples {
        case .success(let samples): assembly.add(samples, first: output.first, to: output.place)
        case .failure(let error): fault = fault ?? error
        }
        if fault == nil { assembly.emitReady(emit) }
      })
    if let fault { throw fault }
    assembly.summary.asked = state.counts
    assembly.summary.fatalFault = state.fatalFault
    return assembly.summary
  }

  /// Threads that have samples made.
  private func pool(_ state: AskingState) -> OrderedPool<Item, Output> {
    OrderedPool(jobs: options.concurrency) { [options, cache] _ in
      let translator = RowTranslator(options: options, cache: cache, state: state)
      return { item in
        do throws(CacheError) {
          let samples = try translator.samples(item.numbers, of: item.row)
          return Output(
            place: item.place, samples: .success(samples), first: item.numbers.lowerBound)
        } catch {
          return Output(place: item.place, samples: .failure(error), first: 0)
        }
      }
    }
  }

  /// What is asked for at once: all samples of a row, or each by itself where each has its own seed.
  private static func parts(of row: SentenceRow, _ options: LiveOptions) -> [Range<Int>] {
    guard row.isUsable, options.samples > 0 else { return [] }
    return options.sampling.seed == nil
      ? [0..<options.samples] : (0..<options.samples).map { $0..<$0 + 1 }
  }
}
