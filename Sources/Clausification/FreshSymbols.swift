// Names for Skolem and definition symbols: sk1, sk2, ... and def1, def2, ..., but for those that the
// problem itself uses; and a prefix for names of the components that a search splits clauses into.
// Symbols are told apart by name alone, whatever their role and arity.
//
// Only names that begin with one of the stems are kept, so that a big problem costs one walk and hardly
// any memory.

import FirstOrderLogic

/// A source of symbols that occur nowhere in a problem.
struct FreshSymbols: Sendable {
  /// Whether the problem has a distinct object anywhere.
  private(set) var hasDistinctObjects = false
  private var reserved: Set<String> = []
  private var skolemCount = 0
  private var definitionCount = 0

  /// Makes a source.
  init(avoidingSymbolsOf problem: Problem) {
    for statement in problem.statements { reserve(statement.formula) }
  }

  /// Whether a formula has no name that could clash with a new symbol, and no distinct object.
  static func areUnaffected(by formula: Formula) -> Bool {
    var symbols = FreshSymbols(avoidingSymbolsOf: Problem(premises: [], conclusion: nil))
    symbols.reserve(formula)
    return symbols.reserved.isEmpty && !symbols.hasDistinctObjects
  }

  /// The next Skolem symbol.
  mutating func makeSkolemSymbol() -> String { next("sk", &skolemCount) }

  /// What no symbol of the problem is with digits behind it: `sp`, or else `spp` and so on.
  var componentPrefix: String {
    var prefix = "sp"
    while reserved.contains(where: { $0.hasPrefix(prefix) && $0.last!.isNumber }) { prefix += "p" }
    return prefix
  }

  /// The next definition symbol.
  mutating func makeDefinitionSymbol() -> String { next("def", &definitionCount) }

  private func next(_ stem: String, _ count: inout Int) -> String {
    while true {
      count += 1
      let name = "\(stem)\(count)"
      if !reserved.contains(name) { return name }
    }
  }

  private mutating func reserve(_ formula: Formula) {
    switch formula {
    case .constant: break
    case .atom(.predicate(let name, let arguments)):
      reserve(name)
      for argument in arguments { reserve(argument) }
    case .atom(.equality(let left, let right)):
      reserve(left)
      reserve(right)
    case .not(let body), .quantified(_, _, let body): reserve(body)
    case .and(let parts), .or(let parts):
      for part in parts { reserve(part) }
    case .xor(let left, let right), .implies(let left, let right), .iff(let left, let right):
      reserve(left)
      reserve(right)
    }
  }

  private mutating func reserve(_ term: Term) {
    switch term {
    case .variable: break
    case .distinct: hasDistinctObjects = true
    case .application(let name, let arguments):
      reserve(name)
      for argument in arguments { reserve(argument) }
    }
  }

  private mutating func reserve(_ name: String) {
    switch name.utf8.first {
    case UInt8(ascii: "s") where name.utf8.starts(with: "sk".utf8),
      UInt8(ascii: "s") where name.utf8.starts(with: "sp".utf8),
      UInt8(ascii: "d") where name.utf8.starts(with: "def".utf8):
      reserved.insert(name)
    default: break
    }
  }
}
