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
  mutating func emitReady(_ emit: (LiveRow) -> Void) {
    while let part = parts[emitted], isReady(part) {
      parts[emitted] = nil
      emitted += 1
      let row = finished(part)
      count(row)
      emit(row)
    }
  }

  private func isReady(_ part: Part) -> Bool {
    !part.row.isUsable || part.samples.count == options.samples
  }

  private func finished(_ part: Part) -> LiveRow {
    var faults = part.row.diagnostics.map {
      LiveFault(sample: nil, code: $0.code.rawValue, message: $0.message)
    }
    var texts: [String] = []
    for number in 0..<(part.row.isUsable ? options.samples : 0) {
      switch part.samples[number]! {
      case .success(let sample):
        texts.append(sample.text)
        faults += sample.faults
      case .failure(let fault):
        faults.append(
          LiveFault(sample: number, code: fault.kind.rawValue, message: fault.message))
      }
    }
    let row = GenerationRow(
      id: part.row.id, model: options.endpoint.model, premises: part.row.premises,
      conclusion: part.row.conclusion, gold: part.row.gold, generations: texts)
    return LiveRow(
      row: row, faults: faults,
      isComplete: !part.row.isUsable || texts.count == options.samples)
  }

  private mutating func count(_ row: LiveRow) {
    summary.rows += 1
    if !row.isComplete { summary.incomplete += 1 }
    summary.samples += row.row.generations.count
    for fault in row.faults { summary.faults[fault.code, default: 0] += 1 }
  }
}
