// Reads one step of a certificate from JSON: its number and rule first, which say what else it has.

import FirstOrderLogic
import JSON

extension Step {
  init(json: JSONValue) throws(CertificateFault) {
    guard let id = json["id"]?.integer else {
      throw CertificateFault(step: nil, reason: "a step has no number 'id'")
    }
    guard let rule = json["rule"]?.string else {
      throw CertificateFault(step: id, reason: "the step has no 'rule'")
    }
    guard let (keys, yieldsClause) = Rule.keys(ofRuleNamed: rule) else {
      throw CertificateFault(step: id, reason: "'\(rule)' is no rule")
    }
    let fields = try Fields(
      json, of: "the step", step: id,
      keys: keys.union(["id", "rule", yieldsClause ? "clause" : "formula"]))
    self.init(
      id: id,
      content: yieldsClause
        ? .clause(try fields.clause("clause")) : .formula(try fields.formula("formula")),
      rule: try Rule(named: rule, fields, step: id))
  }
}

extension Rule {
  /// What a step of the rule has besides its number, rule and content, and whether that is a clause.
  fileprivate static func keys(
    ofRuleNamed name: String
  ) -> (keys: Set<String>, yieldsClause: Bool)? {
    switch name {
    case "premise": (["name"], false)
    case "conclusion", "negated_conclusion": ([], false)
    case "definition": (["symbol"], false)
    case "renaming": (["parent", "replacements"], false)
    case "negation_normal_form", "miniscoping": (["parent"], false)
    case "skolemization": (["parent", "symbols"], false)
    case "distinctness": ([], true)
    case "clause", "instantiation": (["parent", "substitution"], true)
    case "resolution": (["left", "right"], true)
    case "paramodulation": (["from", "left_to_right", "into", "position"], true)
    case "equality_resolution": (["parent"], true)
    case "equality_factoring": (["parent", "reversed", "other", "other_reversed"], true)
    case "splitting": (["parent", "literals", "substitution", "definition"], true)
    default: nil
    }
  }

  fileprivate init(
    named name: String, _ fields: Fields, step: Int
  ) throws(CertificateFault) {
    func premiss(_ key: String) throws(CertificateFault) -> Premiss {
      try Premiss(json: try fields.value(key), of: "'\(key)'", step: step)
    }
    switch name {
    case "premise": self = .premise(name: try fields.string("name"))
    case "conclusion": self = .conclusion
    case "negated_conclusion": self = .negatedConclusion
    case "definition": self = .definition(symbol: try fields.string("symbol"))
    case "renaming": self = try Rule(renaming: fields, step: step)
    case "negation_normal_form": self = .negationNormalForm(parent: try fields.integer("parent"))
    case "miniscoping": self = .miniscoping(parent: try fields.integer("parent"))
    case "skolemization": self = try Rule(skolemization: fields, step: step)
    case "clause":
      self = .clause(
        parent: try fields.integer("parent"),
        substitution: try fields.substitution("substitution"))
    case "instantiation":
      self = .instantiation(
        parent: try fields.integer("parent"),
        substitution: try fields.substitution("substitution"))
    case "resolution": self = .resolution(left: try premiss("left"), right: try premiss("right"))
    case "paramodulation":
      self = .paramodulation(
        from: try premiss("from"), leftToRight: try fields.bool("left_to_right"),
        into: try premiss("into"),
        position: try fields.array("position", of: "integers") { $0.integer })
    case "equality_resolution": self = .equalityResolution(parent: try premiss("parent"))
    case "equality_factoring":
      self = .equalityFactoring(
        parent: try premiss("parent"), isReversed: try fields.bool("reversed"),
        other: try fields.integer("other"), otherIsReversed: try fields.bool("other_reversed"))
    case "splitting":
      self = .splitting(
        parent: try fields.integer("parent"),
        literals: try fields.array("literals", of: "integers") { $0.integer },
        substitution: try fields.substitution("substitution"),
        definition: try fields.integer("definition"))
    default: self = .distinctness
    }
  }

  private init(renaming fields: Fields, step: Int) throws(CertificateFault) {
    let replacements = try fields.array("replacements").map { value throws(CertificateFault) in
      let fields = try Fields(
        value, of: "a replacement", step: step, keys: ["definition", "path"])
      return Replacement(
        definition: try fields.integer("definition"),
        path: try fields.array("path", of: "integers") { $0.integer })
    }
    self = .renaming(parent: try fields.integer("parent"), replacements: replacements)
  }

  private init(skolemization fields: Fields, step: Int) throws(CertificateFault) {
    let symbols = try fields.array("symbols").map { value throws(CertificateFault) in
      let fields = try Fields(
        value, of: "a Skolem symbol", step: step, keys: ["name", "arguments"])
      return SkolemSymbol(
        name: try fields.string("name"),
        arguments: try fields.array("arguments", of: "variables") { fields.variable($0) })
    }
    self = .skolemization(parent: try fields.integer("parent"), symbols: symbols)
  }
}

extension Premiss {
  fileprivate init(json: JSONValue, of place: String, step: Int) throws(CertificateFault) {
    let fields = try Fields(
      json, of: place, step: step, keys: ["step", "literal", "substitution"])
    self.init(
      step: try fields.integer("step"), literal: try fields.integer("literal"),
      substitution: try fields.substitution("substitution"))
  }
}
