// From first-order formulas to Z3's syntax, with quantifiers.
//
// Bound variables are de Bruijn indices: the innermost is 0. Runs of one quantifier, ∀x ∀y ∀z, become
// one of Z3's. A symbol is known by (name, arity, kind) and gets a number for a Z3 name, so no name
// can clash with another or with Z3's own.

import CZ3
import FirstOrderLogic

/// A symbol of a question.
struct SMTSymbol: Hashable {
  enum Kind: Hashable {
    case predicate
    case function
    case distinctObject
  }

  var name: String
  var arity: Int
  var kind: Kind
}

/// Translates formulas and declares their symbols. Results are nil when Z3 refuses to build them, or
/// when a variable is free.
struct Z3Translation {
  let context: Z3Context
  /// Symbols in the order of their first occurrence.
  private(set) var symbols: [SMTSymbol] = []
  private var declarations: [SMTSymbol: Z3_func_decl] = [:]
  /// For each bound name the depths at which it is bound, innermost last.
  private var bindings: [String: [Int]] = [:]
  private var depth = 0

  private var pointer: Z3_context { context.pointer }

  init(_ context: Z3Context) { self.context = context }

  /// A closed formula.
  mutating func formula(_ formula: Formula) -> Z3_ast? {
    switch formula {
    case .constant(let value):
      return context.keep(value ? Z3_mk_true(pointer) : Z3_mk_false(pointer))
    case .atom(.predicate(let name, let arguments)):
      return application(
        SMTSymbol(name: name, arity: arguments.count, kind: .predicate), arguments)
    case .atom(.equality(let left, let right)):
      guard let left = term(left), let right = term(right) else { return nil }
      return context.keep(Z3_mk_eq(pointer, left, right))
    case .not(let body):
      guard let body = self.formula(body) else { return nil }
      return context.keep(Z3_mk_not(pointer, body))
    case .quantified(let quantifier, _, _): return quantified(quantifier, formula)
    default: return connective(formula)
    }
  }

  private mutating func connective(_ formula: Formula) -> Z3_ast? {
    var parts: [Z3_ast?] = []
    for child in formula.children {
      guard let part = self.formula(child) else { return nil }
      parts.append(part)
    }
    switch formula {
    case .and: return context.keep(Z3_mk_and(pointer, UInt32(parts.count), parts))
    case .or: return context.keep(Z3_mk_or(pointer, UInt32(parts.count), parts))
    case .implies: return context.keep(Z3_mk_implies(pointer, parts[0], parts[1]))
    case .iff: return context.keep(Z3_mk_iff(pointer, parts[0], parts[1]))
    default: return context.keep(Z3_mk_xor(pointer, parts[0], parts[1]))
    }
  }

  private mutating func quantified(_ quantifier: Quantifier, _ formula: Formula) -> Z3_ast? {
    var names: [String] = []
    var body = formula
    while case .quantified(quantifier, let name, let inner) = body {
      names.append(name)
      bindings[name, default: []].append(depth)
      depth += 1
      body = inner
    }
    let translated = self.formula(body)
    depth -= names.count
    for name in names { bindings[name]!.removeLast() }
    guard let translated else { return nil }
    let sorts = Array<Z3_sort?>(repeating: context.universe, count: names.count)
    let symbols: [Z3_symbol?] = names.indices.map { Z3_mk_int_symbol(pointer, Int32($0)) }
    return context.keep(
      Z3_mk_quantifier(
        pointer, quantifier == .forAll, 0, 0, nil, UInt32(names.count), sorts, symbols, translated))
  }

  private mutating func term(_ term: Term) -> Z3_ast? {
    switch term {
    case .variable(let name):
      guard let bound = bindings[name]?.last else { return nil }
      return context.keep(Z3_mk_bound(pointer, UInt32(depth - 1 - bound), context.universe))
    case .distinct(let name):
      return application(SMTSymbol(name: name, arity: 0, kind: .distinctObject), [])
    case .application(let name, let arguments):
      return application(
        SMTSymbol(name: name, arity: arguments.count, kind: .function), arguments)
    }
  }

  private mutating func application(_ symbol: SMTSymbol, _ arguments: [Term]) -> Z3_ast? {
    var parts: [Z3_ast?] = []
    for argument in arguments {
      guard let part = term(argument) else { return nil }
      parts.append(part)
    }
    return apply(symbol, parts)
  }

  /// A symbol applied to translated arguments.
  mutating func apply(_ symbol: SMTSymbol, _ arguments: [Z3_ast?]) -> Z3_ast? {
    guard let declaration = declaration(of: symbol) else { return nil }
    return context.keep(Z3_mk_app(pointer, declaration, UInt32(arguments.count), arguments))
  }

  private mutating func declaration(of symbol: SMTSymbol) -> Z3_func_decl? {
    if let known = declarations[symbol] { return known }
    let domain = Array<Z3_sort?>(repeating: context.universe, count: symbol.arity)
    let range = symbol.kind == .predicate ? context.boolean : context.universe
    let name = Z3_mk_int_symbol(pointer, Int32(symbols.count))
    let made = context.keep(
      declaration: Z3_mk_func_decl(pointer, name, UInt32(symbol.arity), domain, range))
    guard let made else { return nil }
    symbols.append(symbol)
    declarations[symbol] = made
    return made
  }

  /// The statement that the distinct objects seen so far are pairwise different; nil when there are
  /// fewer than two.
  mutating func distinctness() -> Z3_ast? {
    let objects = symbols.filter { $0.kind == .distinctObject }
    guard objects.count > 1 else { return nil }
    let terms = objects.map { apply($0, []) }
    return context.keep(Z3_mk_distinct(pointer, UInt32(terms.count), terms))
  }

  /// A proposition that no formula has, to track a statement by.
  func marker(_ number: Int) -> Z3_ast? {
    let name = Z3_mk_string_symbol(pointer, "statement\(number)")
    return context.keep(Z3_mk_const(pointer, name, context.boolean))
  }
}
