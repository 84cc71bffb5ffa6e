// What rows look like, as far as it bears on no label: words, names, order, sentences beside the matter.

/// The surface of a set of rows.
public struct Surface: Sendable, Equatable {
  /// Which phrasing a row has.
  public enum Telling: Sendable, Equatable {
    /// The same in every row.
    case one(Phrasing)
    /// A built-in one, drawn for two rows at a time.
    case mixedRows
    /// A built-in one, drawn for each sentence, and one for the question.
    case mixedSentences

    /// The name that the manifest has.
    public var name: String {
      switch self {
      case .one(let phrasing): phrasing.name
      case .mixedRows: "mixed"
      case .mixedSentences: "mixed-sentences"
      }
    }
  }

  /// Which phrasing.
  public var telling = Telling.one(.causes)
  /// A list of names; nil for letters and digits.
  public var names: NamePool?
  /// Lengths of names of letters and digits; nil for the family's.
  public var nameLengths: ClosedRange<Int>?
  /// The most sentences a row that bear on no question.
  public var distractors = 0
  /// Nodes without edges in every row.
  public var isolated = 0
  /// The order of the sentences; nil for the mode's and family's own.
  public var order: Family.SentenceOrder?

  /// The most distractors a row.
  public static let maximumDistractors = 64

  /// The family's own surface, in the paper's words.
  public init() {}

  /// Whether sentences are other than the family's own.
  var changesSentences: Bool {
    telling != .one(.causes) || distractors > 0 || isolated > 0 || order != nil
  }
}

/// The templates of a set under one numbering.
struct SentenceTable: Sendable {
  /// One phrasing's templates.
  struct Entry: Sendable {
    var name: String
    var edges: Range<Int>
    /// The questions follow it: for a path, for d-separation given nothing, given a set.
    var introduction: Int
  }

  private(set) var templates: [SentenceTemplate] = []
  /// The phrasings that a row may have.
  private(set) var entries: [Entry] = []
  /// Sentences about something else.
  let asides: Range<Int>

  init(_ surface: Surface) {
    let phrasings: [Phrasing]
    switch surface.telling {
    case .one(let phrasing): phrasings = [phrasing]
    case .mixedRows, .mixedSentences: phrasings = Phrasing.builtIn
    }
    for phrasing in phrasings {
      let first = templates.count
      templates += phrasing.edges
      let edges = first..<templates.count
      entries.append(Entry(name: phrasing.name, edges: edges, introduction: 0))
    }
    let all = 0..<templates.count
    for place in entries.indices {
      let phrasing = phrasings[place]
      let first = templates.count
      templates += [
        phrasing.introduction, phrasing.pathQuestion, phrasing.separationQuestion,
        phrasing.conditionalQuestion,
      ]
      if surface.telling == .mixedSentences { entries[place].edges = all }
      entries[place].introduction = first
    }
    let first = templates.count
    if surface.distractors > 0 { templates += Phrasing.asides }
    asides = first..<templates.count
  }
}
