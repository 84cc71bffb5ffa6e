// Certificates as JSON, in the form that Documentation/certificates.md lays down.
//
// Formulas, clauses and terms are TPTP text, since a certificate is also for people and for other
// provers; the text costs a fifth of a tree of JSON objects. Keys stand in a fixed order and
// substitutions by variable, so that equal certificates give equal bytes.

import FirstOrderLogic
import JSON

extension Certificate {
  static let format = "logic-certificate"
  static let version = 1

  /// The certificate as a JSON object; `init(json:)` gives it back when its variables are TPTP's.
  ///
  /// - Complexity: O(size).
  public var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("format", .string(Self.format)),
      ("version", .integer(Self.version)),
      ("verdict", .string(verdict.rawValue)),
      ("premises", .array(problem.premises.map(\.json))),
      ("conclusion", problem.conclusion?.json ?? nil),
    ]
    if let refutation { members.append(("refutation", refutation.json)) }
    members.append(("models", .array(models.map(\.json))))
    return .object(members)
  }
}

extension Statement {
  fileprivate var json: JSONValue {
    ["name": .string(name), "formula": .string(TPTPNotation.text(formula))]
  }
}

extension Refutation {
  fileprivate var json: JSONValue {
    ["conclusion": .string(stance.rawValue), "steps": .array(steps.map(\.json))]
  }
}

extension ModelEvidence {
  fileprivate var json: JSONValue {
    [
      "conclusion": .string(stance.rawValue),
      "domain": .integer(model.size),
      "functions": .array(model.functions.map { $0.json { .integer($0) } }),
      "predicates": .array(model.predicates.map { $0.json { .integer($0 ? 1 : 0) } }),
    ]
  }
}

extension FiniteModel.Table {
  fileprivate func json(_ entry: (Value) -> JSONValue) -> JSONValue {
    ["name": .string(name), "arity": .integer(arity), "values": .array(values.map(entry))]
  }
}

extension Step {
  fileprivate var json: JSONValue {
    var members: [(String, JSONValue)] = [("id", .integer(id)), ("rule", .string(rule.name))]
    members += rule.members
    switch content {
    case .formula(let formula): members.append(("formula", .string(TPTPNotation.text(formula))))
    case .clause(let literals): members.append(("clause", .string(TPTPNotation.text(literals))))
    }
    return .object(members)
  }
}

extension Rule {
  /// The rule's name in certificates.
  public var name: String {
    switch self {
    case .premise: "premise"
    case .conclusion: "conclusion"
    case .negatedConclusion: "negated_conclusion"
    case .definition: "definition"
    case .renaming: "renaming"
    case .negationNormalForm: "negation_normal_form"
    case .miniscoping: "miniscoping"
    case .skolemization: "skolemization"
    case .clause: "clause"
    case .distinctness: "distinctness"
    case .instantiation: "instantiation"
    case .resolution: "resolution"
    case .paramodulation: "paramodulation"
    case .equalityResolution: "equality_resolution"
    case .equalityFactoring: "equality_factoring"
    case .splitting: "splitting"
    }
  }

  fileprivate var members: [(String, JSONValue)] {
    switch self {
    case .premise(let name): [("name", .string(name))]
    case .conclusion, .negatedConclusion, .distinctness: []
    case .definition(let symbol): [("symbol", .string(symbol))]
    case .renaming(let parent, let replacements):
      [("parent", .integer(parent)), ("replacements", .array(replacements.map(\.json)))]
    case .negationNormalForm(let parent), .miniscoping(let parent): [("parent", .integer(parent))]
    case .skolemization(let parent, let symbols):
      [("parent", .integer(parent)), ("symbols", .array(symbols.map(\.json)))]
    case .clause(let parent, let substitution), .instantiation(let parent, let substitution):
      [("parent", .integer(parent)), ("substitution", json(of: substitution))]
    case .resolution(let left, let right): [("left", left.json), ("right", right.json)]
    case .paramodulation(let from, let leftToRight, let into, let position):
      [
        ("from", from.json), ("left_to_right", .bool(leftToRight)), ("into", into.json),
        ("position", .array(position.map { .integer($0) })),
      ]
    case .equalityResolution(let parent): [("parent", parent.json)]
    case .equalityFactoring(let parent, let isReversed, let other, let otherIsReversed):
      [
        ("parent", parent.json), ("reversed", .bool(isReversed)), ("other", .integer(other)),
        ("other_reversed", .bool(otherIsReversed)),
      ]
    case .splitting(let parent, let literals, let substitution, let definition):
      [
        ("parent", .integer(parent)), ("literals", .array(literals.map { .integer($0) })),
        ("substitution", json(of: substitution)), ("definition", .integer(definition)),
      ]
    }
  }
}

extension Premiss {
  fileprivate var json: JSONValue {
    [
      "step": .integer(step), "literal": .integer(literal),
      "substitution": Certificates.json(of: substitution),
    ]
  }
}

extension Replacement {
  fileprivate var json: JSONValue {
    ["definition": .integer(definition), "path": .array(path.map { .integer($0) })]
  }
}

extension SkolemSymbol {
  fileprivate var json: JSONValue {
    ["name": .string(name), "arguments": .array(arguments.map { .string($0) })]
  }
}

private func json(of substitution: Substitution) -> JSONValue {
  .object(
    substitution.sorted { $0.key < $1.key }
      .map { ($0.key, .string(TPTPNotation.text($0.value))) })
}
