// Horn axioms over relations: what a demonstration family is made of.
//
//   B1 ∧ ... ∧ Bk → H        k >= 1; H, Bi are p(x, y) or p(x); no constants, no functions, no equality;
//                            the variables of H occur in the body
//
// Such rules (positive Datalog) have a least model over any facts (van Emden and Kowalski 1976): what
// forward chaining derives. A ground atom follows from rules and facts exactly when it is in that model.
//
// A property p(x) is kept as the relation of the pairs (x, x), so that nothing below has two cases.

import Diagnostics
import FirstOrderLogic

/// Definite Horn rules over binary and unary predicates.
public struct HornProgram: Sendable {
  /// A predicate.
  public struct Predicate: Sendable, Equatable {
    /// Its name in the file.
    public var name: String
    /// 1 or 2.
    public var arity: Int
    /// How it is said.
    public var phrase: RelationPhrase
  }

  /// A predicate of two variables; of a property both are the same.
  public struct Atom: Sendable, Hashable {
    var predicate: Int
    var first: Int
    var second: Int
  }

  /// A rule; its variables are numbered in the order of the body.
  public struct Rule: Sendable, Equatable {
    var head: Atom
    var body: [Atom]
    var variableCount: Int
  }

  /// The family's name: the file's without its ending.
  public var name: String
  /// The predicates, in the order of the text.
  public var predicates: [Predicate]
  /// The rules, numbered from 1 in witnesses.
  public var rules: [Rule]
  /// The predicates that rows ask about.
  public var asked: [Int]
  /// Predicates that facts are stated of.
  public var base: [Int]
  /// The axioms as the file has them, for the prover.
  public var statements: [FirstOrderLogic.Statement]

  /// Most rules of a file.
  public static let maximumRules = 64
  /// Most predicates of a file.
  public static let maximumPredicates = 16
  /// Most variables of a rule: each beyond the first may multiply the work by the number of nodes.
  public static let maximumVariables = 6
  /// Most atoms of a rule's body.
  public static let maximumBody = 8

  /// Makes a program.
  ///
  /// - Parameter asked: the predicate that rows ask about; nil asks about all that rules derive.
  init(
    name: String, predicates: [Predicate], rules: [Rule], asked: Int?,
    statements: [FirstOrderLogic.Statement]
  ) {
    self.name = name
    self.predicates = predicates
    self.rules = rules
    self.statements = statements
    let derived = predicates.indices.filter { p in rules.contains { $0.head.predicate == p } }
    self.asked = asked.map { [$0] } ?? derived
    base = Self.base(predicates.count, rules)
  }

  /// The predicates whose facts are stated: those that no rule derives, and, where a relation feeds on
  /// itself only (as in transitivity), those of the loop.
  private static func base(_ count: Int, _ rules: [Rule]) -> [Int] {
    var isBase = (0..<count).map { p in !rules.contains { $0.head.predicate == p } }
    while true {
      var isFilled = isBase
      var grows = true
      while grows {
        grows = false
        for rule in rules where !isFilled[rule.head.predicate] {
          guard rule.body.allSatisfy({ isFilled[$0.predicate] }) else { continue }
          isFilled[rule.head.predicate] = true
          grows = true
        }
      }
      let empty = (0..<count).filter { !isFilled[$0] }
      guard !empty.isEmpty else { break }
      // The loops that wait for no other empty relation.
      let needs = empty.map { dependencies(of: $0, rules).intersection(empty) }
      for (p, needed) in zip(empty, needs) {
        let isLoop = needed.allSatisfy { needs[empty.firstIndex(of: $0)!].contains(p) }
        if needed.contains(p), isLoop { isBase[p] = true }
      }
    }
    return (0..<count).filter { isBase[$0] }
  }

  /// The predicates that some rule for this one, or for one of those, uses.
  static func dependencies(of predicate: Int, _ rules: [Rule]) -> Set<Int> {
    var found: Set<Int> = []
    var waiting = [predicate]
    while let next = waiting.popLast() {
      for rule in rules where rule.head.predicate == next {
        for atom in rule.body where found.insert(atom.predicate).inserted {
          waiting.append(atom.predicate)
        }
      }
    }
    return found
  }

  /// The derivable predicates that the truth of an asked one depends on, itself included.
  func relevant(to predicate: Int) -> [Int] {
    let needed = Self.dependencies(of: predicate, rules).union([predicate])
    return predicates.indices.filter { p in
      needed.contains(p) && rules.contains { $0.head.predicate == p }
    }
  }

  /// The rules in one spelling, whatever their notation and the names of their variables.
  var normalText: String {
    func text(_ atom: Atom) -> String {
      let predicate = predicates[atom.predicate]
      return "\(predicate.name)/\(predicate.arity)(\(atom.first),\(atom.second))"
    }
    let lines = rules.map { text($0.head) + ":-" + $0.body.map(text).joined(separator: ",") }
    return (lines + asked.map { "?" + predicates[$0].name }).joined(separator: "\n")
  }

  /// A number that two different programs share by chance only: it tells their random streams apart.
  var code: UInt64 { UInt64(sha256(Array(normalText.utf8)).prefix(16), radix: 16)! }
}
