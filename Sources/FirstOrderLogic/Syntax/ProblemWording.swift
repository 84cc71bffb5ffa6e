// What the author of a problem says in words beside the formulas: rows of FOLIO have a sentence for
// each formula, Logic-LM programs one after `:::` and a list of what the predicates mean.
//
// It stands beside the problem and not in its statements: words mean nothing to truth, and two
// problems with the same formulas are the same problem.

/// A problem's sentences, and the meanings of its predicates.
public struct ProblemWording: Hashable, Sendable {
  /// The sentence of a statement, by the statement's name.
  public var sentences: [String: String]
  /// What predicates mean, in the order declared.
  public var meanings: [PredicateMeaning]

  /// Makes a wording; by default nothing is said.
  public init(sentences: [String: String] = [:], meanings: [PredicateMeaning] = []) {
    self.sentences = sentences
    self.meanings = meanings
  }
}

/// What a predicate means: of `Student(x) ::: x is a student` the name, `x`, and the text.
public struct PredicateMeaning: Hashable, Sendable {
  /// The predicate's name.
  public var name: String
  /// Its parameters, without one that stands for the truth value.
  public var parameters: [String]
  /// The meaning, which speaks of the parameters.
  public var text: String

  /// Makes a meaning.
  public init(name: String, parameters: [String], text: String) {
    self.name = name
    self.parameters = parameters
    self.text = text
  }
}
