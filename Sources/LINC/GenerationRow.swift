// One row of a run: the sentences, the texts that a language model generated for them, and what is
// known about the right answer.
//
// A live run writes the same form as recorded ones have, so that it is replayed like any other.

import JSON

/// One row of a run.
public struct GenerationRow: Sendable {
  /// How the generated texts are written.
  public enum Form: String, Sendable {
    /// Sentences with their formulas: `TEXT:` and `FOL:` lines, the conclusion last.
    case pairs
    /// A Logic-LM program.
    case program
  }

  /// The row's name.
  public var id: String
  /// The language model, where the row says it.
  public var model: String?
  /// How the generated texts are written.
  public var form: Form
  /// Whether the model answered itself after its formulas (`mode` is `scratchpad`).
  public var isScratchpad: Bool
  /// The premises' sentences; empty where the row has its text in one piece.
  public var premises: [String]
  /// The conclusion's sentence.
  public var conclusion: String
  /// The right answer, where it is known.
  public var gold: SampleLabel?
  /// Whether the row offers the answer `Unknown`: then it asks what rules derive, as ProofWriter's do.
  public var offersUnknown = false
  /// The generated texts.
  public var generations: [String]
  /// The label that was recorded for each text; empty where none were.
  public var recordedLabels: [SampleLabel]
  /// Why texts are missing, where the model could not be asked: a short code and a sentence.
  public var failures: [Failure]

  /// Why a text is missing.
  public struct Failure: Hashable, Sendable {
    /// A short lower-case code that reports count by.
    public var code: String
    /// What happened, in one sentence without a final full stop.
    public var message: String

    /// Makes a failure.
    public init(code: String, message: String) {
      self.code = code
      self.message = message
    }
  }

  /// Makes a row.
  public init(
    id: String, model: String? = nil, form: Form = .pairs, isScratchpad: Bool = false,
    premises: [String], conclusion: String, gold: SampleLabel? = nil, generations: [String],
    recordedLabels: [SampleLabel] = [], failures: [Failure] = []
  ) {
    self.id = id
    self.model = model
    self.form = form
    self.isScratchpad = isScratchpad
    self.premises = premises
    self.conclusion = conclusion
    self.gold = gold
    self.generations = generations
    self.recordedLabels = recordedLabels
    self.failures = failures
  }

  /// The row as a recorded run has it.
  public var json: JSONValue {
    var members: [(String, JSONValue)] = [("id", .string(id))]
    if let model { members.append(("model", .string(model))) }
    members += [
      ("mode", isScratchpad ? "scratchpad" : "neurosymbolic"),
      ("premises", .array(premises.map { .string($0) })), ("conclusion", .string(conclusion)),
    ]
    if let gold { members.append(("gold", .string(gold.rawValue))) }
    let texts = JSONValue.array(generations.map { .string($0) })
    members.append((form == .program ? "raw_logic_programs" : "generations", texts))
    if !recordedLabels.isEmpty {
      members.append(("recorded_labels", .array(recordedLabels.map { .string($0.rawValue) })))
    }
    if !failures.isEmpty {
      let list = failures.map { failure in
        JSONValue.object([
          ("code", .string(failure.code)), ("message", .string(failure.message)),
        ])
      }
      members.append(("failures", .array(list)))
    }
    return .object(members)
  }
}
