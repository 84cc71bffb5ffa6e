// The figures of a run: accuracy, confusion of labels, faults by code, agreement with the record.

import JSON

/// The figures of a run.
public struct ReplaySummary: Sendable {
  /// Rows, those that can't be used counted.
  public private(set) var rows = 0
  /// Generated texts.
  public private(set) var samples = 0
  /// Rows whose right answer is known.
  public private(set) var scored = 0
  /// Of these, rows whose vote is right.
  public private(set) var right = 0
  /// Rows by right answer and vote.
  public private(set) var confusion: [SampleLabel: [SampleLabel: Int]] = [:]
  /// Samples that are errors by the kind of fault, and rows without any text by theirs.
  public private(set) var errorsByCode: [String: Int] = [:]
  /// Samples by the codes of their flags; a sample counts once for each of its flags.
  public private(set) var flagsByCode: [String: Int] = [:]
  /// Samples with a certificate.
  public private(set) var certified = 0
  /// Samples whose label was recorded: those recorded as an error, and the others.
  public private(set) var recorded = Agreement()
  /// Rows with recorded labels whose right answer is known, and of these rows whose recorded labels'
  /// majority is right.
  public private(set) var recordedScored = (rows: 0, right: 0)
  /// CPU seconds of the process.
  public var cpuSeconds = 0.0
  private var bootstrap = BootstrapSum()

  /// How far labels agree with recorded ones.
  public struct Agreement: Sendable {
    /// Samples recorded with an answer.
    public var answers = 0
    /// Of these, the label is the recorded one.
    public var agreeingAnswers = 0
    /// Samples recorded as errors.
    public var errors = 0
    /// Of these, the label is Error as well.
    public var agreeingErrors = 0
  }

  /// The share of right votes among rows whose right answer is known.
  public var accuracy: Double? { scored == 0 ? nil : Double(right) / Double(scored) }
  /// The same for the recorded labels' majority.
  public var recordedAccuracy: Double? {
    recordedScored.rows == 0 ? nil : Double(recordedScored.right) / Double(recordedScored.rows)
  }
  /// Accuracy against the number of samples; empty when no draws were made.
  public var accuracyBySamples: [BootstrapPoint] { bootstrap.points }

  /// Makes an empty summary.
  public init() {}

  mutating func add(_ result: RowResult) {
    rows += 1
    samples += result.samples.count
    if let code = result.errorCode { errorsByCode[code, default: 0] += 1 }
    for sample in result.samples {
      if sample.label == .error { errorsByCode[sample.errorCode ?? "error", default: 0] += 1 }
      for flag in sample.flags { flagsByCode[flag, default: 0] += 1 }
      if sample.certificate != nil { certified += 1 }
    }
    if let gold = result.row?.gold {
      scored += 1
      if result.vote.label == gold { right += 1 }
      confusion[gold, default: [:]][result.vote.label, default: 0] += 1
    }
    addRecorded(result)
    bootstrap.add(result.draws)
  }

  private mutating func addRecorded(_ result: RowResult) {
    guard let row = result.row, !row.recordedLabels.isEmpty else { return }
    for (label, sample) in zip(row.recordedLabels, result.samples) {
      if label == .error {
        recorded.errors += 1
        if sample.label == .error { recorded.agreeingErrors += 1 }
      } else {
        recorded.answers += 1
        if sample.label == label { recorded.agreeingAnswers += 1 }
      }
    }
    guard let gold = row.gold else { return }
    recordedScored.rows += 1
    if PublishedRule.vote(row.recordedLabels) == gold { recordedScored.right += 1 }
  }

  /// The figures as one object.
  ///
  /// - Parameter isDeterministic: leaves out what differs from run to run: the times.
  public func json(isDeterministic: Bool) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("rows", .integer(rows)), ("samples", .integer(samples)),
      ("accuracy", Self.share(accuracy)), ("right", .integer(right)), ("scored", .integer(scored)),
      (
        "labels_agreeing_with_recorded",
        .integer(recorded.agreeingAnswers + recorded.agreeingErrors)
      ),
      ("recorded", recordedJSON),
      ("confusion", confusionJSON), ("errors_by_code", Self.counts(errorsByCode)),
      ("flags_by_code", Self.counts(flagsByCode)), ("certified", .integer(certified)),
    ]
    if !accuracyBySamples.isEmpty {
      let points = accuracyBySamples.map { point in
        JSONValue.object([
          ("samples", .integer(point.samples)), ("accuracy", Self.share(point.mean)),
          ("deviation", Self.share(point.deviation)),
        ])
      }
      members.append(("accuracy_by_samples", .array(points)))
    }
    guard !isDeterministic else { return .object(members) }
    members += [
      ("cpu_s", .number((cpuSeconds * 1_000).rounded() / 1_000)),
      ("rows_per_second", .number((Double(rows) / max(cpuSeconds, 1e-3)).rounded())),
    ]
    return .object(members)
  }

  private var recordedJSON: JSONValue {
    .object([
      ("accuracy", Self.share(recordedAccuracy)), ("answers", .integer(recorded.answers)),
      ("answers_agreeing", .integer(recorded.agreeingAnswers)),
      ("errors", .integer(recorded.errors)),
      ("errors_agreeing", .integer(recorded.agreeingErrors)),
    ])
  }

  private var confusionJSON: JSONValue {
    .object(
      SampleLabel.allCases.compactMap { gold in
        confusion[gold].map { votes in
          let row = SampleLabel.allCases.compactMap { label in
            votes[label].map { (label.rawValue, JSONValue.integer($0)) }
          }
          return (gold.rawValue, .object(row))
        }
      })
  }

  private static func counts(_ counts: [String: Int]) -> JSONValue {
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return .object(sorted.map { ($0.key, .integer($0.value)) })
  }

  private static func share(_ value: Double?) -> JSONValue {
    value.map { .number(($0 * 1e4).rounded() / 1e4) } ?? nil
  }
}
