// A whole problem in English: each statement with its formula, its sentence and, where the author
// wrote one, the author's own.

import FirstOrderLogic
import JSON

/// A problem's statements in English.
public struct SaidProblem: Sendable {
  /// One statement.
  public struct Said: Hashable, Sendable {
    /// The statement's name.
    public var name: String
    /// Whether it is the conclusion.
    public var isConclusion: Bool
    /// The formula in the native notation.
    public var formula: String
    /// The formula in English.
    public var sentence: String
    /// What the author wrote beside the formula.
    public var original: String?
  }

  /// The premises in their order, then the conclusion.
  public var statements: [Said]

  /// Says a problem.
  ///
  /// - Parameters:
  ///   - problem: what is said.
  ///   - wording: what the author says beside the formulas.
  public init(_ problem: Problem, wording: ProblemWording = ProblemWording()) {
    let formulas = problem.statements.map(\.formula)
    let verbalizer = FormulaVerbalizer(lexicon: Lexicon(formulas, wording: wording))
    let texts = NativeNotation.texts(formulas)
    let premises = problem.premises.count
    statements = zip(problem.statements, texts).enumerated().map { index, pair in
      Said(
        name: pair.0.name, isConclusion: index >= premises, formula: pair.1,
        sentence: verbalizer.sentence(pair.0.formula), original: wording.sentences[pair.0.name])
    }
  }

  /// The statements as members of a JSON object.
  public var members: [(String, JSONValue)] {
    let premises = statements.filter { !$0.isConclusion }.map(\.json)
    let conclusion = statements.first { $0.isConclusion }
    return [("premises", .array(premises)), ("conclusion", conclusion?.json ?? nil)]
  }
}

extension SaidProblem.Said {
  /// The statement as an object.
  public var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(name)), ("formula", .string(formula)), ("sentence", .string(sentence)),
    ]
    if let original { members.append(("original", .string(original))) }
    return .object(members)
  }
}
