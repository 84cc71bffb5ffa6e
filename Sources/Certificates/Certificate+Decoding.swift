// Reads a certificate from JSON, strictly: see Documentation/certificates.md. Only the form is looked
// at here; whether the evidence proves the verdict is the kernel's business.

import FirstOrderLogic
import JSON

extension Certificate {
  /// Reads a certificate.
  ///
  /// - Parameter json: a JSON object of the form that `json` writes.
  /// - Throws: the first fault: a key unknown, missing or of the wrong kind, another format or
  ///   version, text that is no TPTP, a step number twice.
  /// - Complexity: O(size).
  public init(json: JSONValue) throws(CertificateFault) {
    let fields = try Fields(
      json, of: "the certificate",
      keys: ["format", "version", "verdict", "premises", "conclusion", "models"],
      optional: ["refutation"])
    guard try fields.string("format") == Self.format else {
      throw CertificateFault(step: nil, reason: "the format is not '\(Self.format)'")
    }
    guard try fields.integer("version") == Self.version else {
      throw CertificateFault(step: nil, reason: "the version is not \(Self.version)")
    }
    let premises = try fields.array("premises").map { value throws(CertificateFault) in
      try Statement(json: value, of: "a premise")
    }
    let conclusion = try fields.value("conclusion")
    let models = try fields.array("models").map { value throws(CertificateFault) in
      try ModelEvidence(json: value)
    }
    self.init(
      problem: Problem(
        premises: premises,
        conclusion: conclusion.isNull ? nil : try Statement(json: conclusion, of: "the conclusion")),
      verdict: try fields.word("verdict", Verdict.self),
      refutation: try fields.optional("refutation").map { value throws(CertificateFault) in
        try Refutation(json: value)
      },
      models: models)
  }
}

extension Statement {
  fileprivate init(json: JSONValue, of place: String) throws(CertificateFault) {
    let fields = try Fields(json, of: place, keys: ["name", "formula"])
    self.init(name: try fields.string("name"), formula: try fields.formula("formula"))
  }
}

extension Refutation {
  fileprivate init(json: JSONValue) throws(CertificateFault) {
    let fields = try Fields(json, of: "the refutation", keys: ["conclusion", "steps"])
    var steps: [Step] = []
    var ids: Set<Int> = []
    for value in try fields.array("steps") {
      let step = try Step(json: value)
      guard ids.insert(step.id).inserted else {
        throw CertificateFault(step: step.id, reason: "the number stands for two steps")
      }
      steps.append(step)
    }
    self.init(stance: try fields.word("conclusion", Stance.self), steps: steps)
  }
}

extension ModelEvidence {
  fileprivate init(json: JSONValue) throws(CertificateFault) {
    let fields = try Fields(
      json, of: "a model", keys: ["conclusion", "domain", "functions", "predicates"])
    let functions = try fields.array("functions").map { value throws(CertificateFault) in
      try FiniteModel.Table<Int>(json: value, of: "integers") { $0.integer }
    }
    let predicates = try fields.array("predicates").map { value throws(CertificateFault) in
      try FiniteModel.Table<Bool>(json: value, of: "0 and 1") { truth(of: $0) }
    }
    self.init(
      stance: try fields.word("conclusion", Stance.self),
      model: FiniteModel(
        size: try fields.integer("domain"), functions: functions, predicates: predicates))
  }
}

extension FiniteModel.Table {
  fileprivate init(
    json: JSONValue, of kind: String, _ entry: (JSONValue) -> Value?
  ) throws(CertificateFault) {
    let fields = try Fields(json, of: "a model's table", keys: ["name", "arity", "values"])
    self.init(
      name: try fields.string("name"), arity: try fields.integer("arity"),
      values: try fields.array("values", of: kind, entry))
  }
}

private func truth(of value: JSONValue) -> Bool? {
  guard let integer = value.integer, integer == 0 || integer == 1 else { return nil }
  return integer == 1
}
