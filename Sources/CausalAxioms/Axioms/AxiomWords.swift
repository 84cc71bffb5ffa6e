// The pieces of text that rows of a program are made of, as bytes.
//
//   X is parent of Y. ... Is X parent of Y?
//   If X is parent of Y and Y is parent of Z, then X is grandparent of Z. X is parent of Y. ...

import JSON

/// A program's sentences.
struct AxiomWords: Sendable {
  /// Between the two names of a fact, or after the only one.
  let facts: [[UInt8]]
  /// Before the first name of a question.
  let questionHeads: [[UInt8]]
  /// Between its names, or after the only one.
  let questionTails: [[UInt8]]
  /// Names of the predicates with an opening bracket, for witnesses: `parent(`, as JSON.
  let witnesses: [[UInt8]]
  let isBinary: [Bool]
  /// The rules and a blank, when they are told.
  let rules: [UInt8]
  /// Lower-case words that no node may be called.
  let reserved: Set<[UInt8]>

  /// Names of variables in rules.
  static let variables = ["X", "Y", "Z", "W", "V", "U"]

  init(_ program: HornProgram, statesRules: Bool) {
    let predicates = program.predicates
    isBinary = predicates.map { $0.arity == 2 }
    facts = predicates.map {
      Array((" " + $0.phrase.words.joined(separator: " ") + ($0.arity == 2 ? " " : "")).utf8)
    }
    questionHeads = predicates.map { Array(($0.phrase.auxiliary + " ").utf8) }
    questionTails = predicates.map { predicate in
      let words = predicate.phrase.questionWords.map { " " + $0 }.joined()
      return Array((words + (predicate.arity == 2 ? " " : "")).utf8)
    }
    witnesses = predicates.map { predicate in
      Array(JSONValue.string(predicate.name).text.utf8.dropFirst().dropLast()) + Array("(".utf8)
    }
    let told = program.ruleSentences.joined(separator: " ")
    rules = statesRules ? Array((told + " ").utf8) : []
    var words = Set(predicates.flatMap { $0.phrase.words + $0.phrase.questionWords })
    words.formUnion(["is", "does", "yes", "no", "and", "if", "then"])
    if statesRules { words.formUnion(Self.variables.map { $0.lowercased() }) }
    reserved = Set(words.map { Array($0.utf8) })
  }
}

extension HornProgram {
  /// The rules in words.
  public var ruleSentences: [String] {
    rules.map { rule in
      "If " + rule.body.map(clause).joined(separator: " and ") + ", then " + clause(rule.head) + "."
    }
  }

  private func clause(_ atom: Atom) -> String {
    let predicate = predicates[atom.predicate]
    let names = AxiomWords.variables
    return predicate.phrase.sentence(
      names[atom.first], predicate.arity == 2 ? names[atom.second] : nil)
  }
}
