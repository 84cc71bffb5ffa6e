// The answer to a row of a program, from its text, with a witness a reader can check by hand.
//
// Yes: a derivation, premises before conclusions, by numbered rules. No: the relations that the question
// depends on, closed under the rules, without what is asked. No means "does not follow".

import Certificates
import Diagnostics
import FirstOrderLogic
import JSON

extension AxiomReader {
  /// Answers a text.
  public func answer(_ source: SourceText) -> CausalAnswer {
    let text = read(source)
    guard let question = text.question, text.isWhole else {
      return CausalAnswer(answer: nil, witness: nil, diagnostics: text.diagnostics)
    }
    let evaluation = NaiveEvaluation(program, facts: text.facts)
    let isYes = evaluation.holds(question)
    return CausalAnswer(
      answer: (isYes ? Label.yes : .no).rawValue,
      witness: isYes
        ? derivation(of: question, evaluation, text.names)
        : closure(about: question, evaluation, text.names),
      diagnostics: text.diagnostics)
  }

  private func derivation(
    of atom: GroundAtom, _ evaluation: NaiveEvaluation, _ names: [String]
  ) -> JSONValue {
    func said(_ atom: GroundAtom) -> JSONValue {
      let predicate = program.predicates[atom.predicate]
      let object = predicate.arity == 2 ? "," + names[atom.second] : ""
      return .string("\(predicate.name)(\(names[atom.first])\(object))")
    }
    let steps = evaluation.derivation(of: atom).map { step -> JSONValue in
      [
        "rule": .integer(step.reason.rule + 1),
        "premises": .array(step.reason.premises.map(said)), "conclusion": said(step.conclusion),
      ]
    }
    return ["derivation": .array(steps)]
  }

  private func closure(
    about atom: GroundAtom, _ evaluation: NaiveEvaluation, _ names: [String]
  ) -> JSONValue {
    let members = program.relevant(to: atom.predicate).map { place -> (String, JSONValue) in
      let atoms = evaluation.reasons.keys.filter { $0.predicate == place }
        .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
      let predicate = program.predicates[place]
      guard predicate.arity == 2 else {
        return (predicate.name, .array(atoms.map { .string(names[$0.first]) }))
      }
      let rows = Dictionary(grouping: atoms, by: \.first).sorted { $0.key < $1.key }
      return (
        predicate.name,
        .object(
          rows.map { row in (names[row.key], .array(row.value.map { .string(names[$0.second]) })) })
      )
    }
    return ["closed": .object(members)]
  }

  /// The entailment problem that a text is: axioms and facts as premises, what is asked as conclusion.
  ///
  /// - Returns: nil when the text can't be read.
  public func problem(_ source: SourceText) -> Problem? {
    let text = read(source)
    guard let question = text.question, text.isWhole else { return nil }
    func formula(_ atom: GroundAtom) -> Formula {
      let predicate = program.predicates[atom.predicate]
      let nodes = predicate.arity == 2 ? [atom.first, atom.second] : [atom.first]
      return .atom(.predicate(predicate.name, nodes.map { .constant(text.names[$0]) }))
    }
    let taken = Set(program.statements.map(\.name))
    var prefix = "fact"
    while taken.contains(where: { $0.hasPrefix(prefix) }) { prefix += "_" }
    let facts = text.facts.enumerated().map { place, fact in
      FirstOrderLogic.Statement(name: "\(prefix)\(place + 1)", formula: formula(fact))
    }
    return Problem(
      premises: program.statements + facts,
      conclusion: FirstOrderLogic.Statement(name: "conclusion", formula: formula(question)))
  }

  /// The label that a verdict of the prover means, nil for one that gives none: what does not follow
  /// from facts and Horn rules is never contradicted by them either.
  public static func label(of verdict: Verdict) -> Label? {
    switch verdict {
    case .true: .yes
    case .uncertain: .no
    default: nil
    }
  }
}

extension AxiomText {
  /// Whether nothing was left unread.
  var isWhole: Bool { diagnostics.allSatisfy { $0.severity < .error } }
}
