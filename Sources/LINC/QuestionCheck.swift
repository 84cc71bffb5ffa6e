// Whether a translation asks the question that the row asks, as far as that can be told for certain.
//
//   sentence read by the grammar of controlled English:  P(a)      translation's conclusion:  ¬P'(a')
//   P' is P and a' is a up to case, `_` and the plural's ending    then the conclusion is restated
//
// Models often state the opposite of a statement that they hold to be false (of GPT-4's programs for
// PrOntoQA recorded by Pan et al. 2023, 76 of 500). Only single literals are compared, and nothing but
// their sign: a grammar that is certain of more could translate the sentence itself.

import Diagnostics
import English
import FirstOrderLogic

/// Compares conclusions with the sentences they stand for.
enum QuestionCheck {
  /// Restates the conclusion of a reading where it denies what the sentence asks, and reports it.
  static func mend(_ result: inout ReadResult, of source: SourceText, sentence: String) {
    guard let conclusion = result.problem.conclusion, let translated = Literal(conclusion.formula),
      let asked = literal(of: sentence), asked.saysTheSame(as: translated),
      asked.isPositive != translated.isPositive
    else { return }
    result.problem.conclusion?.formula =
      translated.isPositive ? .not(conclusion.formula) : .atom(translated.atom)
    result.diagnostics.append(
      Diagnostic(
        .conclusionDenied, in: source, at: conclusion.span,
        "the conclusion is the opposite of the sentence that is asked about",
        hint: "state what the sentence says, whether it is true or not",
        repair: Diagnostic.Repair(.restateConclusion, applied: true)))
  }

  private static func literal(of sentence: String) -> Literal? {
    var story = Story()
    story.addConclusion(SourceText(sentence))
    return EnglishReader.read(story).problem.conclusion.flatMap { Literal($0.formula) }
  }
}

/// A ground atom, asserted or denied.
private struct Literal {
  var isPositive: Bool
  var atom: Atom

  init?(_ formula: Formula) {
    switch formula {
    case .atom(let atom): (isPositive, self.atom) = (true, atom)
    case .not(.atom(let atom)): (isPositive, self.atom) = (false, atom)
    default: return nil
    }
  }

  /// Whether the predicates and arguments are the same words.
  func saysTheSame(as other: Literal) -> Bool {
    guard let mine = words, let others = other.words else { return false }
    return mine == others
  }

  /// The predicate and its arguments, which must be constants.
  private var words: [String]? {
    guard case .predicate(let name, let arguments) = atom, !arguments.isEmpty else { return nil }
    var words = [Self.folded(name)]
    for argument in arguments {
      guard case .application(let constant, let inner) = argument, inner.isEmpty else { return nil }
      words.append(Self.folded(constant))
    }
    return words
  }

  /// A name without what spellings of one word differ by.
  private static func folded(_ name: String) -> String {
    var folded = name.lowercased()
    folded.removeAll { $0 == "_" }
    if folded.hasSuffix("es"), folded.count > 5 { return String(folded.dropLast(2)) }
    return folded.hasSuffix("s") && !folded.hasSuffix("us") && !folded.hasSuffix("ss")
      ? String(folded.dropLast()) : folded
  }
}
