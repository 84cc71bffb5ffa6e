// From the clauses of the input, trees with names, to shared terms.

import Clausification
import FirstOrderLogic

/// Numbers symbols and variables of clauses. Variables are numbered in the order of their first
/// occurrence, clause by clause.
struct InputTranslation {
  private(set) var signature = Signature()
  /// The literals of the clauses added.
  private(set) var literals: [[ClauseLiteral]] = []
  private var variables: [String] = []

  /// Adds a clause.
  mutating func add(_ clause: InputClause, _ bank: inout TermBank) {
    variables = []
    literals.append(clause.literals.map { translate($0, &bank) })
  }

  private mutating func translate(_ literal: Literal, _ bank: inout TermBank) -> ClauseLiteral {
    switch literal.atom {
    case .equality(let left, let right):
      let leftTerm = translate(left, &bank)
      return ClauseLiteral(literal.isPositive, leftTerm, translate(right, &bank))
    case .predicate(let name, let arguments):
      for argument in arguments { bank.push(translate(argument, &bank)) }
      let symbol = signature.number(name, arity: arguments.count, kind: .predicate)
      return ClauseLiteral(literal.isPositive, bank.make(symbol, arity: arguments.count), .top)
    }
  }

  private mutating func translate(_ term: Term, _ bank: inout TermBank) -> TermID {
    switch term {
    case .variable(let name):
      if let index = variables.firstIndex(of: name) { return .variable(index) }
      variables.append(name)
      return .variable(variables.count - 1)
    case .distinct(let name):
      return bank.make(signature.number(name, arity: 0, kind: .distinct), arity: 0)
    case .application(let name, let arguments):
      for argument in arguments { bank.push(translate(argument, &bank)) }
      let symbol = signature.number(name, arity: arguments.count, kind: .function)
      return bank.make(symbol, arity: arguments.count)
    }
  }

  /// Names of a clause's variables in the order in which they are numbered.
  static func variableNames(of clause: InputClause) -> [String] {
    var names: [String] = []
    for literal in clause.literals {
      for argument in literal.atom.arguments {
        argument.forEachSubterm {
          if case .variable(let name) = $0, !names.contains(name) { names.append(name) }
        }
      }
    }
    return names
  }
}
