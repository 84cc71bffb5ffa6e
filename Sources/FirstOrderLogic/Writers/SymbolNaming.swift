// Names for the symbols of a problem in a language that can't write all of them.
//
//   naming : (name, arity, predicate or function) -> name    injective
//
// TPTP lets `p` be a predicate of one argument, one of two, and a function at once; the other
// languages don't, and their names lack some characters. A symbol keeps its name if the language can
// write it and no symbol before took it; else its odd characters become `_` and a number tells it from
// the names taken. Symbols are never merged, so the written problem means the same.
//
// Bound variables are renamed by name: an injective change of all names of a formula's variables to
// names that no symbol has captures nothing.

/// What a language can write as a name.
struct NameRules: Sendable {
  /// Whether a predicate or function of this name and arity can be written.
  var isSymbol: @Sendable (_ name: String, _ arity: Int, _ isPredicate: Bool) -> Bool
  /// Whether a variable of this name can be written.
  var isVariable: @Sendable (_ name: String) -> Bool
}

/// A symbol: names are overloaded by arity and kind.
struct OverloadedSymbol: Hashable, Sendable {
  var name: String
  var arity: Int
  var isPredicate: Bool
}

/// An injective naming of a problem's symbols.
struct SymbolNaming {
  /// The symbols, in the order of their first occurrence.
  private(set) var symbols: [OverloadedSymbol] = []
  /// The distinct objects, in the order of their first occurrence; they are written as constants.
  private(set) var objects: [String] = []
  private let rules: NameRules
  private var written: [OverloadedSymbol: String] = [:]
  private var writtenObjects: [String: String] = [:]
  private var taken: Set<String> = []
  private var known: Set<OverloadedSymbol> = []

  init(_ formulas: [Formula], rules: NameRules) {
    self.rules = rules
    for formula in formulas { formula.forEachAtom { collect($0) } }
    for symbol in symbols where rules.isSymbol(symbol.name, symbol.arity, symbol.isPredicate) {
      if taken.insert(symbol.name).inserted { written[symbol] = symbol.name }
    }
    for symbol in symbols where written[symbol] == nil {
      written[symbol] = freshName(symbol.name) {
        rules.isSymbol($0, symbol.arity, symbol.isPredicate)
      }
    }
    for object in objects {
      writtenObjects[object] = freshName(object) { rules.isSymbol($0, 0, false) }
    }
  }

  /// The symbol's name in the language.
  func name(of symbol: OverloadedSymbol) -> String { written[symbol] ?? symbol.name }

  /// The constant that stands for a distinct object.
  func name(ofObject object: String) -> String { writtenObjects[object] ?? object }

  /// A name like `name` that the language can write and nothing has, which it then has.
  mutating func freshName(_ name: String, _ isWritable: (String) -> Bool) -> String {
    let base = Self.plain(name)
    var candidates = [base, "c_" + base].makeIterator()
    var number = 1
    while true {
      var candidate = candidates.next()
      if candidate == nil {
        number += 1
        candidate = "c_\(base)_\(number)"
      }
      if let candidate, isWritable(candidate), taken.insert(candidate).inserted {
        return candidate
      }
    }
  }

  /// The formula in the language's names, its distinct objects as constants.
  func renamed(_ formula: Formula) -> Formula {
    var variables: Set<String> = []
    Self.collectVariables(formula, into: &variables)
    return renamed(formula, variableNames(variables))
  }

  private func variableNames(_ variables: Set<String>) -> [String: String] {
    var names: [String: String] = [:]
    var used = variables
    var number = 0
    for variable in variables.sorted()
    where taken.contains(variable) || !rules.isVariable(variable) {
      var name: String
      repeat {
        name = Self.variable(number)
        number += 1
      } while !rules.isVariable(name) || taken.contains(name) || used.contains(name)
      used.insert(name)
      names[variable] = name
    }
    return names
  }

  /// x, y, z, u, v, w, x1, y1, ...
  private static func variable(_ number: Int) -> String {
    let letter = ["x", "y", "z", "u", "v", "w"][number % 6]
    return number < 6 ? letter : "\(letter)\(number / 6)"
  }

  private static func plain(_ name: String) -> String {
    let bytes = name.utf8.map { $0.isWordByte ? $0 : 0x5F }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains { $0 != "_" } ? text : "symbol"
  }
}

// MARK: - Walks

extension SymbolNaming {
  private mutating func collect(_ atom: Atom) {
    if case .predicate(let name, let arguments) = atom {
      add(OverloadedSymbol(name: name, arity: arguments.count, isPredicate: true))
    }
    for argument in atom.arguments {
      argument.forEachSubterm { term in
        switch term {
        case .application(let name, let arguments):
          add(OverloadedSymbol(name: name, arity: arguments.count, isPredicate: false))
        case .distinct(let object): if !objects.contains(object) { objects.append(object) }
        case .variable: break
        }
      }
    }
  }

  private mutating func add(_ symbol: OverloadedSymbol) {
    if known.insert(symbol).inserted { symbols.append(symbol) }
  }

  private static func collectVariables(_ formula: Formula, into names: inout Set<String>) {
    switch formula {
    case .atom(let atom): names.formUnion(atom.variables)
    case .quantified(_, let name, let body):
      names.insert(name)
      collectVariables(body, into: &names)
    default: for child in formula.children { collectVariables(child, into: &names) }
    }
  }

  private func renamed(_ formula: Formula, _ variables: [String: String]) -> Formula {
    func rename(_ part: Formula) -> Formula { renamed(part, variables) }
    switch formula {
    case .constant: return formula
    case .atom(let atom): return .atom(renamed(atom, variables))
    case .not(let body): return .not(rename(body))
    case .and(let parts): return .and(parts.map(rename))
    case .or(let parts): return .or(parts.map(rename))
    case .xor(let left, let right): return .xor(rename(left), rename(right))
    case .implies(let left, let right): return .implies(rename(left), rename(right))
    case .iff(let left, let right): return .iff(rename(left), rename(right))
    case .quantified(let quantifier, let name, let body):
      return .quantified(quantifier, variables[name] ?? name, rename(body))
    }
  }

  private func renamed(_ atom: Atom, _ variables: [String: String]) -> Atom {
    switch atom {
    case .predicate(let predicate, let arguments):
      let symbol = OverloadedSymbol(name: predicate, arity: arguments.count, isPredicate: true)
      return .predicate(name(of: symbol), arguments.map { renamed($0, variables) })
    case .equality(let left, let right):
      return .equality(renamed(left, variables), renamed(right, variables))
    }
  }

  private func renamed(_ term: Term, _ variables: [String: String]) -> Term {
    switch term {
    case .variable(let name): return .variable(variables[name] ?? name)
    case .distinct(let object): return .constant(name(ofObject: object))
    case .application(let function, let arguments):
      let symbol = OverloadedSymbol(name: function, arity: arguments.count, isPredicate: false)
      return .application(name(of: symbol), arguments.map { renamed($0, variables) })
    }
  }
}
