// The fields of one JSON object of a certificate, read strictly: every key expected is there, no
// other is, and each value is of its kind. A misspelt optional field would otherwise be ignored.

import FirstOrderLogic
import JSON

struct Fields {
  private let values: [String: JSONValue]
  private let place: String
  private let step: Int?

  /// Takes an object apart.
  ///
  /// - Parameters:
  ///   - place: what to call the object in a fault.
  ///   - step: the step it is part of.
  init(
    _ value: JSONValue, of place: String, step: Int? = nil, keys: Set<String>,
    optional: Set<String> = []
  ) throws(CertificateFault) {
    self.place = place
    self.step = step
    var values: [String: JSONValue] = [:]
    guard let members = value.members else {
      throw CertificateFault(step: step, reason: "\(place) is no object")
    }
    for member in members {
      guard keys.contains(member.key) || optional.contains(member.key) else {
        throw CertificateFault(step: step, reason: "\(place) has an unknown key '\(member.key)'")
      }
      guard values.updateValue(member.value, forKey: member.key) == nil else {
        throw CertificateFault(step: step, reason: "\(place) has the key '\(member.key)' twice")
      }
    }
    self.values = values
    for key in keys.sorted() where values[key] == nil { throw fault(key, "is missing") }
  }

  private func fault(_ key: String, _ what: String) -> CertificateFault {
    CertificateFault(step: step, reason: "'\(key)' of \(place) \(what)")
  }

  private func require<Value>(
    _ value: Value?, _ key: String, _ kind: String
  ) throws(CertificateFault) -> Value {
    guard let value else { throw fault(key, "is no \(kind)") }
    return value
  }

  func value(_ key: String) throws(CertificateFault) -> JSONValue {
    try require(values[key], key, "value")
  }

  /// The value of an optional key.
  func optional(_ key: String) -> JSONValue? { values[key] }

  func string(_ key: String) throws(CertificateFault) -> String {
    try require(values[key]?.string, key, "string")
  }

  func integer(_ key: String) throws(CertificateFault) -> Int {
    try require(values[key]?.integer, key, "integer")
  }

  func bool(_ key: String) throws(CertificateFault) -> Bool {
    try require(values[key]?.bool, key, "Boolean")
  }

  func array(_ key: String) throws(CertificateFault) -> [JSONValue] {
    try require(values[key]?.array, key, "array")
  }

  /// An array all of whose elements `element` finds to be of its kind.
  func array<Element>(
    _ key: String, of kind: String, _ element: (JSONValue) -> Element?
  ) throws(CertificateFault) -> [Element] {
    var elements: [Element] = []
    for value in try array(key) {
      elements.append(try require(element(value), key, "array of \(kind)"))
    }
    return elements
  }

  /// A string that is one of an enumeration's raw values.
  func word<Word: RawRepresentable>(
    _ key: String, _ type: Word.Type
  ) throws(CertificateFault) -> Word where Word.RawValue == String {
    try require(Word(rawValue: string(key)), key, "known word")
  }

  func formula(_ key: String) throws(CertificateFault) -> Formula {
    try require(TPTPNotation.formula(string(key)), key, "TPTP formula")
  }

  func clause(_ key: String) throws(CertificateFault) -> [Literal] {
    try require(TPTPNotation.clause(string(key)), key, "TPTP clause")
  }

  func substitution(_ key: String) throws(CertificateFault) -> Substitution {
    var substitution: Substitution = [:]
    for member in try require(values[key]?.members, key, "object") {
      guard let name = variable(.string(member.key)),
        let term = member.value.string.flatMap({ TPTPNotation.term($0) }),
        substitution.updateValue(term, forKey: name) == nil
      else { throw fault(key, "is no substitution") }
    }
    return substitution
  }

  /// The name of a TPTP variable.
  func variable(_ value: JSONValue) -> String? {
    guard let name = value.string, case .variable(name)? = TPTPNotation.term(name) else {
      return nil
    }
    return name
  }
}
