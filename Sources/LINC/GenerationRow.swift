// One row of a run: the sentences, the texts that a language model generated for them, and what is
// known about the right answer.
//
// The JSONL form is that of recorded runs: `id`, `model`, `dataset`, `mode`, `premises`, `conclusion`,
// `gold`, `generations`, `recorded_labels`. A live run writes the same form, so that it is replayed
// like any other.

/// One row of a run.
public struct GenerationRow: Sendable {
  /// The row's name.
  public var id: String
  /// The language model, where the row says it.
  public var model: String?
  /// Whether the model answered itself after its formulas (`mode` is `scratchpad`).
  public var isScratchpad: Bool
  /// The premises' sentences.
  public var premises: [String]
  /// The conclusion's sentence.
  public var conclusion: String
  /// The right answer, where it is known.
  public var gold: SampleLabel?
  /// The generated texts.
  public var generations: [String]
  /// The label that was recorded for each text; empty where none were.
  public var recordedLabels: [SampleLabel]

  /// Makes a row.
  public init(
    id: String, model: String? = nil, isScratchpad: Bool = false, premises: [String],
    conclusion: String, gold: SampleLabel? = nil, generations: [String],
    recordedLabels: [SampleLabel] = []
  ) {
    self.id = id
    self.model = model
    self.isScratchpad = isScratchpad
    self.premises = premises
    self.conclusion = conclusion
    self.gold = gold
    self.generations = generations
    self.recordedLabels = recordedLabels
  }
}
