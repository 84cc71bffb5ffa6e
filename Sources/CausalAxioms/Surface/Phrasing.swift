// A way of saying the premises and asking the question, as a data file.
//
//   {"name": "leads-to", "edge": "{X} leads to {Y}.", "path-question": "Does {X} lead to {Y}?",
//    "separation-question": ..., "separation-question-given": ..., "introduction": "{X} is a variable."}
//
// `edge` may be a list: each sentence then takes one of them. The built-in phrasings are files of this
// form (Resources/phrasings), so each is an example for a user's own.

import Diagnostics

/// Templates of everything that a row says.
public struct Phrasing: Sendable, Equatable {
  /// What a user calls it.
  public var name: String
  /// Of an edge; one is drawn a sentence.
  public var edges: [SentenceTemplate]
  /// Of the question whether X causes Y.
  public var pathQuestion: SentenceTemplate
  /// Of the question whether X and Y are d-separated given nothing.
  public var separationQuestion: SentenceTemplate
  /// Of the question whether X and Y are d-separated given a set.
  public var conditionalQuestion: SentenceTemplate
  /// Of a node that may be on no edge.
  public var introduction: SentenceTemplate

  var templates: [SentenceTemplate] {
    edges + [introduction, pathQuestion, separationQuestion, conditionalQuestion]
  }

  /// The paper's (Vashishtha et al. 2024).
  public static let causes = embedded("causes", PackageResources.causes_json)

  /// All that come with the program.
  public static let builtIn: [Phrasing] = [
    causes,
    embedded("leads-to", PackageResources.leads_to_json),
    embedded("influences", PackageResources.influences_json),
    embedded("triggers", PackageResources.triggers_json),
    embedded("caused-by", PackageResources.caused_by_json),
    embedded("results-from", PackageResources.results_from_json),
    embedded("if-happens", PackageResources.if_happens_json),
    embedded("arrow", PackageResources.arrow_json),
  ]

  /// Sentences about something else, which bear on no question.
  static let asides: [SentenceTemplate] = {
    let source = SourceText(name: "distractors.json", bytes: PackageResources.distractors_json)
    return PhrasingReader.asides(source)
  }()

  private static func embedded(_ name: String, _ bytes: [UInt8]) -> Phrasing {
    let (phrasing, diagnostics) = PhrasingReader.read(SourceText(name: name, bytes: bytes))
    guard let phrasing, phrasing.name == name else {
      fatalError("the built-in phrasing \(name) has a fault: \(diagnostics)")
    }
    return phrasing
  }

  /// Reads a user's phrasing, which must not be mistaken for a built-in one that says something else.
  public static func read(_ source: SourceText) -> (phrasing: Phrasing?, diagnostics: [Diagnostic])
  {
    let (phrasing, diagnostics) = PhrasingReader.read(source)
    guard let phrasing, diagnostics.isEmpty else { return (nil, diagnostics) }
    if let conflict = conflict(of: phrasing, in: source) { return (nil, [conflict]) }
    return (phrasing, [])
  }

  private static func conflict(of phrasing: Phrasing, in source: SourceText) -> Diagnostic? {
    let mine = phrasing.templates
    let others = builtIn.flatMap(\.templates) + asides
    for (place, template) in mine.enumerated() {
      for other in mine[..<place] + others
      where template.canMeet(other) && !template.agrees(with: other) {
        return Diagnostic(
          .ambiguousTemplate, in: source, at: Span(0, source.bytes.count),
          "\(template) and \(other) can be the same text and say different things",
          hint: "choose other words")
      }
      // Published sets leave full stops out, so a paper's sentence ends where its words do.
      for other in causes.templates where template.begins(like: other) {
        return Diagnostic(
          .ambiguousTemplate, in: source, at: Span(0, source.bytes.count),
          "\(template) begins like \(other), whose full stop may be missing",
          hint: "choose other words")
      }
    }
    return nil
  }
}

extension SentenceTemplate: CustomStringConvertible {
  /// The template as it stands in a file, with X, Y and Z for the names.
  public var description: String {
    var text = "`"
    for place in texts.indices {
      text += String(decoding: texts[place], as: UTF8.self)
      if place < slots.count { text += "{\(slots[place])}".uppercased() }
    }
    return text + "`"
  }

  /// Whether the other template without its last mark is a beginning of this one, and not all of it.
  fileprivate func begins(like other: SentenceTemplate) -> Bool {
    let short = other.tokens.dropLast()
    guard tokens.count > other.tokens.count else { return false }
    return zip(short, tokens).allSatisfy { first, second in
      first == second || first.canBeName && second.canBeName
    }
  }
}
