// The tests' own semantics: formulas and clauses evaluated naively, straight from Tarski's
// definition, so that what the kernel says can be compared with what is true.

import Certificates
import FirstOrderLogic

/// An interpretation over {0, ..., size-1}.
public struct Interpretation {
  /// Size of the domain.
  public var size: Int
  /// The value of a function symbol, constant or distinct object.
  public var function: (String, [Int]) -> Int
  /// The value of a predicate symbol.
  public var predicate: (String, [Int]) -> Bool

  /// An interpretation whose every entry is a pseudo-random function of the seed. Distinct objects
  /// are not kept apart.
  public init(seed: UInt64, size: Int) {
    self.size = size
    func entry(_ name: String, _ arguments: [Int]) -> UInt64 {
      var state = seed
      for byte in name.utf8 { state = SeededGenerator.mixed(state ^ UInt64(byte)) }
      for argument in arguments { state = SeededGenerator.mixed(state ^ UInt64(argument + 1000)) }
      return state
    }
    function = { Int(entry("f" + $0, $1) % UInt64(size)) }
    predicate = { entry("p" + $0, $1) % 2 == 1 }
  }

  /// The interpretation that a model's tables describe, which must all be there.
  public init(_ model: FiniteModel) {
    size = model.size
    let size = model.size
    func key(_ name: String, _ arity: Int) -> String { "\(arity) \(name)" }
    func index(_ arguments: [Int]) -> Int { arguments.reduce(0) { $0 * size + $1 } }
    let functions = Dictionary(
      uniqueKeysWithValues: model.functions.map { (key($0.name, $0.arity), $0.values) })
    let predicates = Dictionary(
      uniqueKeysWithValues: model.predicates.map { (key($0.name, $0.arity), $0.values) })
    function = { functions[key($0, $1.count)]![index($1)] }
    predicate = { predicates[key($0, $1.count)]![index($1)] }
  }

  /// The value of a term.
  public func value(_ term: Term, _ assignment: [String: Int]) -> Int {
    switch term {
    case .variable(let name): assignment[name]!
    case .distinct(let name): function(name, [])
    case .application(let name, let arguments):
      function(name, arguments.map { value($0, assignment) })
    }
  }

  /// Whether a formula holds.
  public func holds(_ formula: Formula, _ assignment: [String: Int] = [:]) -> Bool {
    switch formula {
    case .constant(let value): value
    case .atom(.predicate(let name, let arguments)):
      predicate(name, arguments.map { value($0, assignment) })
    case .atom(.equality(let left, let right)):
      value(left, assignment) == value(right, assignment)
    case .not(let body): !holds(body, assignment)
    case .and(let parts): parts.allSatisfy { holds($0, assignment) }
    case .or(let parts): parts.contains { holds($0, assignment) }
    case .xor(let left, let right): holds(left, assignment) != holds(right, assignment)
    case .implies(let left, let right): !holds(left, assignment) || holds(right, assignment)
    case .iff(let left, let right): holds(left, assignment) == holds(right, assignment)
    case .quantified(.forAll, let name, let body):
      (0..<size).allSatisfy { holds(body, assignment.merging([name: $0]) { $1 }) }
    case .quantified(.exists, let name, let body):
      (0..<size).contains { holds(body, assignment.merging([name: $0]) { $1 }) }
    }
  }

  /// Whether a clause holds under an assignment of its variables.
  public func holds(_ clause: [Literal], _ assignment: [String: Int]) -> Bool {
    clause.contains { holds(.atom($0.atom), assignment) == $0.isPositive }
  }
}

extension SeededGenerator {
  /// A number that depends on all bits of another.
  static func mixed(_ value: UInt64) -> UInt64 {
    var generator = SeededGenerator(seed: value)
    return generator.next()
  }
}
