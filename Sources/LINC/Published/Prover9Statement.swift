// What Prover9 makes of the terms it has read: formulas, and the symbols that must not clash.
//
//   variables     names from `u` to `z` in lower case wherever they stand alone, and what a
//                 quantifier binds; free ones are universally closed, in a goal before it is denied
//   fatal errors  a variable as an atom; a name with one arity as a relation and as a function; a
//                 name with several arities. They are looked for in this order and over premises and
//                 goal together. A bound name counts as a constant unless it begins as variables do.
//
// Below an atom everything is a function, connectives included: `-x = A` equates A with the value of
// a function `-`.

import FirstOrderLogic

/// A statement's formula and the symbols that occur in it.
struct Prover9Statement: Sendable {
  /// A name with its number of arguments.
  struct Symbol: Hashable, Sendable {
    var name: String
    var arity: Int
  }

  /// The formula; its variables may be free.
  private(set) var formula: Formula = .constant(true)
  private(set) var relations: Set<Symbol> = []
  private(set) var functions: Set<Symbol> = []
  private(set) var hasVariableAtom = false

  /// Makes the statement that NLTK's expression becomes.
  init(_ expression: NLTKExpression) throws(PublishedFault) {
    let term = try Prover9Reader.read(expression.prover9Text)
    formula = try formula(term, bound: [])
  }

  /// The formula with its free variables universally bound, denied first where that is asked.
  func closed(denied: Bool = false) -> Formula {
    let matrix = denied ? Formula.not(formula) : formula
    return formula.freeVariables.sorted().reversed().reduce(matrix) { .forAll($1, $0) }
  }

  /// The fatal error that Prover9 stops with when it has read all statements.
  static func clash(among statements: [Prover9Statement]) -> PublishedFault? {
    if statements.contains(where: \.hasVariableAtom) { return .prover9SymbolKind }
    let relations = statements.reduce(into: Set<Symbol>()) { $0.formUnion($1.relations) }
    let functions = statements.reduce(into: Set<Symbol>()) { $0.formUnion($1.functions) }
    guard relations.isDisjoint(with: functions) else { return .prover9SymbolKind }
    var arities: [String: Int] = [:]
    for symbol in relations.union(functions) {
      if arities.updateValue(symbol.arity, forKey: symbol.name) != nil { return .prover9Arity }
    }
    return nil
  }

  private mutating func formula(
    _ term: Prover9Term, bound: Set<String>
  ) throws(PublishedFault) -> Formula {
    let arguments = term.arguments
    switch (term.symbol, arguments.count) {
    case ("$T", 0): return .constant(true)
    case ("$F", 0): return .constant(false)
    case ("-", 1): return .not(try formula(arguments[0], bound: bound))
    case ("&", 2), ("|", 2), ("->", 2), ("<->", 2):
      let left = try formula(arguments[0], bound: bound)
      let right = try formula(arguments[1], bound: bound)
      switch term.symbol {
      case "&": return .and([left, right])
      case "|": return .or([left, right])
      case "->": return .implies(left, right)
      default: return .iff(left, right)
      }
    case ("all", 2), ("exists", 2):
      let variable = arguments[0].symbol
      let body = try formula(arguments[1], bound: bound.union([variable]))
      return .quantified(term.symbol == "all" ? .forAll : .exists, variable, body)
    // An attribute of the whole statement, of which only the program's own are known.
    case ("#", 2): throw .prover9Syntax
    default: return .atom(atom(term, bound: bound))
    }
  }

  private mutating func atom(_ term: Prover9Term, bound: Set<String>) -> Atom {
    let arguments = term.arguments.map { self.term($0, bound: bound) }
    if arguments.isEmpty, Self.isVariable(term.symbol) { hasVariableAtom = true }
    relations.insert(Symbol(name: term.symbol, arity: arguments.count))
    return term.symbol == "=" && arguments.count == 2
      ? .equality(arguments[0], arguments[1]) : .predicate(term.symbol, arguments)
  }

  private mutating func term(_ term: Prover9Term, bound: Set<String>) -> Term {
    let isVariable = term.arguments.isEmpty && Self.isVariable(term.symbol)
    if !isVariable {
      functions.insert(Symbol(name: term.symbol, arity: term.arguments.count))
    }
    if isVariable || (term.arguments.isEmpty && bound.contains(term.symbol)) {
      return .variable(term.symbol)
    }
    return .application(term.symbol, term.arguments.map { self.term($0, bound: bound) })
  }

  private static func isVariable(_ name: String) -> Bool {
    name.utf8.first.map { (UInt8(ascii: "u")...UInt8(ascii: "z")).contains($0) } ?? false
  }
}
