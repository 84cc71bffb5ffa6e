// Puts the samples of a live run, which come in any order, back into rows, and the rows into order.

import Translation

/// The rows that are being asked about.
struct RowAssembly {
  private struct Part {
    var row: SentenceRow
    var samples: [Int: Result<LiveSample, AskFault>] = [:]
  }

  private let options: LiveOptions
  private var parts: [Int: Part] = [:]
  private var begun = 0
  private var emitted = 0
  /// What came out so far.
  var summary = LiveSummary()

  init(options: LiveOptions) { self.options = options }

  /// Begins a row and returns its place.
  mutating func begin(_ row: SentenceRow) -> Int {
    parts[begun] = Part(row: row)
    begun += 1
    return begun - 1
  }

  /// Adds samples to the row at a place.
  mutating func add(_ samples: [Result<LiveSample, AskFault>], first: Int, to place: Int) {
    for (offset, sample) in samples.enumerated() { parts[place]?.samples[first + offset] = sample }
  }

  /// Gives out the rows that are ready and whose predecessors are.
  mutating func emitReady(_ emit: (GenerationRow) -> Void) {
    while let part = parts[emitted], isReady(part) {
      parts[emitted] = nil
      emitted += 1
      let row = finished(part)
      count(row, isUsable: part.row.isUsable)
      emit(row)
    }
  }

  private func isReady(_ part: Part) -> Bool {
    !part.row.isUsable || part.samples.count == options.samples
  }

  private func finished(_ part: Part) -> GenerationRow {
    var texts: [String] = []
    var places: [GenerationRow.Failure: [Int]] = [:]
    var failures: [GenerationRow.Failure] = []
    for (number, sample) in part.samples.sorted(by: { $0.key < $1.key }) {
      let own: [GenerationRow.Failure]
      switch sample {
      case .success(let sample):
        texts.append(sample.text)
        own = sample.failures
      case .failure(let fault): own = [GenerationRow.Failure(fault)]
      }
      for failure in own
      where places.updateValue(
        (places[failure] ?? []) + [number], forKey: failure) == nil
      {
        failures.append(failure)
      }
    }
    for index in failures.indices {
      let numbers = places[failures[index]]!.map(String.init).joined(separator: ", ")
      failures[index].message += " (sample \(numbers))"
    }
    let faults = part.row.diagnostics.map {
      GenerationRow.Failure(code: $0.code.rawValue, message: $0.message)
    }
    return GenerationRow(
      id: part.row.id, model: options.endpoint.model, premises: part.row.premises,
      conclusion: part.row.conclusion, gold: part.row.gold, generations: texts,
      failures: faults + failures)
  }

  private mutating func count(_ row: GenerationRow, isUsable: Bool) {
    summary.rows += 1
    if isUsable, row.generations.count < options.samples { summary.incomplete += 1 }
    summary.samples += row.generations.count
    for failure in row.failures { summary.failures[failure.code, default: 0] += 1 }
  }
}
