// A run of the JSONL worker: lines in, one record each out, in the order of the lines.
//
// With a store every result is kept as soon as it is there; with `resumes` a result that the store
// has is written out again and not computed again. So a run that was killed and resumed writes, from
// its first byte to its last, what an undisturbed one would have written.

import Certificates
import Diagnostics
import Entailment
import FirstOrderLogic
import JSON

/// What a run did.
public struct BatchSummary: Sendable {
  /// Records written.
  public var records = 0
  /// Of these, taken from the store.
  public var resumed = 0
  /// Rows that could not be used.
  public var faulty = 0
  /// Rows that ended at a limit.
  public var undecided = 0
  /// Rows with an expected verdict.
  public var expected = 0
  /// Of these, the verdict was the expected one.
  public var met = 0
  /// Rows decided without a certificate.
  public var uncertified = 0
  /// Verdicts by name.
  public var verdicts: [String: Int] = [:]

  mutating func add(_ json: JSONValue, resumed isResumed: Bool) {
    records += 1
    if isResumed { resumed += 1 }
    guard let verdict = json["verdict"]?.string else {
      faulty += 1
      return
    }
    verdicts[verdict, default: 0] += 1
    if verdict == Verdict.unknown.rawValue {
      undecided += 1
    } else if json["certificate_status"]?.string != "accepted" {
      uncertified += 1
    }
    if let wanted = json["expected"]?.string {
      expected += 1
      if wanted == verdict { met += 1 }
    }
  }
}

/// A run of the JSONL worker.
public struct BatchRun {
  /// How rows are decided.
  public var options: RowOptions
  /// Threads.
  public var jobs: Int
  /// Which records are this process's.
  public var shard: Shard?
  /// Where results are kept.
  public var store: ResultStore?
  /// Whether the store's results are taken over.
  public var resumes: Bool
  /// Distinguishes the store's results of different versions of the program.
  public var version: String
  /// Called with the number of records so far, for progress.
  public var progress: (Int) -> Void

  /// Makes a run.
  public init(
    options: RowOptions, jobs: Int, shard: Shard?, store: ResultStore?, resumes: Bool,
    version: String, progress: @escaping (Int) -> Void
  ) {
    self.options = options
    self.jobs = jobs
    self.shard = shard
    self.store = store
    self.resumes = resumes
    self.version = version
    self.progress = progress
  }

  private struct Item: Sendable {
    var line: RowLine
    var key: String
    var stored: ResultStore.Entry?
  }

  private struct Result: Sendable {
    var entry: ResultStore.Entry
    var key: String
    var isStored: Bool
  }

  /// Decides every line.
  ///
  /// - Parameters:
  ///   - nextLine: gives the next line, nil at the end.
  ///   - cancellations: one a thread, for whoever watches over memory and time.
  ///   - watch: called when a thread begins and ends work on a row.
  ///   - wantsCertificates: whether certificates are written out, and so must be encoded.
  ///   - emit: takes each record in the order of the lines.
  /// - Throws: when the store can't be read or written.
  public func run(
    nextLine: () -> RowLine?, cancellations: [Cancellation],
    watch: @escaping @Sendable (_ thread: Int, _ isWorking: Bool) -> Void,
    wantsCertificates: Bool, emit: (_ id: String, ResultStore.Entry) -> Void
  ) throws(StoreError) -> BatchSummary {
    var summary = BatchSummary()
    var waiting: [Int: (id: String, entry: ResultStore.Entry)] = [:]
    var nextIndex = 0
    var fault: StoreError?
    let encodes = wantsCertificates || store != nil
    let pool = OrderedPool<Item, Result>(jobs: jobs) { [options] number in
      let cancellation = cancellations[number]
      let decider = RowDecider(options: options, cancellation: cancellation)
      return { item in
        if let stored = item.stored {
          return Result(entry: stored, key: item.key, isStored: true)
        }
        watch(number, true)
        let record = decider.decide(item.line)
        watch(number, false)
        cancellation.reset()
        let entry = ResultStore.Entry(
          record: record.rowJSON(isDeterministic: options.isDeterministic).text,
          certificate: encodes ? record.answer?.certificate?.json.text : nil,
          explanation: record.explanation?.text ?? [])
        return Result(entry: entry, key: item.key, isStored: false)
      }
    }
    pool.run(
      next: { fault == nil ? nextItem(nextLine, &fault) : nil },
      finished: { index, result in
        if !result.isStored, fault == nil { save(result, &fault) }
        var id = ""
        if let json = try? readJSON(SourceText(result.entry.record)).get() {
          summary.add(json, resumed: result.isStored)
          id = json.recordID ?? ""
        }
        waiting[index] = (id, result.entry)
        while let ready = waiting.removeValue(forKey: nextIndex) {
          emit(ready.id, ready.entry)
          nextIndex += 1
        }
        progress(summary.records)
      })
    if let fault { throw fault }
    return summary
  }

  private func nextItem(_ nextLine: () -> RowLine?, _ fault: inout StoreError?) -> Item? {
    while let line = nextLine() {
      if line.isBlank { continue }
      if let shard, !shard.contains(RowsReader.id(of: line.bytes, number: line.number)) { continue }
      guard let store else { return Item(line: line, key: "", stored: nil) }
      let prefix = "\(version)|\(options.fingerprint)|\(line.number)|"
      let key = sha256(Array(prefix.utf8) + line.bytes)
      guard resumes else { return Item(line: line, key: key, stored: nil) }
      do throws(StoreError) {
        return Item(line: line, key: key, stored: try store.entry(for: key))
      } catch {
        fault = error
        return nil
      }
    }
    return nil
  }

  private func save(_ result: Result, _ fault: inout StoreError?) {
    do throws(StoreError) {
      try store?.save(result.entry, for: result.key)
    } catch {
      fault = error
    }
  }
}
