// The templates that a reader knows beside the paper's own: those that come with the program, and a user's.

/// What sentences and questions may look like.
public struct ReadingTemplates: Sendable {
  /// All templates, those of one first word together.
  let templates: [SentenceTemplate]

  /// The built-in templates.
  public static let builtIn = ReadingTemplates(adding: [])

  /// The built-in templates and those of other phrasings.
  public init(adding phrasings: [Phrasing]) {
    // The reader's own grammar is that of `causes`, missing full stops included; of it only the
    // introduction is left.
    let named = [Phrasing.causes.introduction] + Phrasing.builtIn.dropFirst().flatMap(\.templates)
    var seen: Set<SentenceTemplate> = []
    templates = (named + Phrasing.asides + phrasings.flatMap(\.templates)).filter {
      seen.insert($0).inserted
    }
  }
}
