// What a formula, clause or term consists of, gathered in one walk that also refuses what is
// malformed: nesting beyond the limit that all other walks rely on, ∧ and ∨ of fewer than two parts,
// and a quantifier that binds a name already bound around it. Without shadowing, substitution needs
// no renaming: no term put in below a quantifier can be captured, since only names bound around it
// are put there.

import FirstOrderLogic

/// A symbol. One name may stand for several: TPTP allows overloading.
struct Symbol: Hashable {
  enum Kind: Hashable {
    case predicate
    case function
  }

  var name: String
  var arity: Int
  var kind: Kind
}

/// The size, depth, symbols and free variables of a piece of syntax.
struct Shape {
  private(set) var size = 0
  private(set) var depth = 0
  private(set) var symbols: Set<Symbol> = []
  private(set) var distinctObjects: Set<String> = []
  /// How often each free variable occurs.
  private(set) var freeVariables: [String: Int] = [:]
  private var bound: Set<String> = []

  // Negation normal form doubles the depth of ↔; a negated conclusion is one deeper.
  static let maximumDepth = 2 * Formula.maximumDepth + 8

  init(_ formula: Formula) throws(Rejection) { try visit(formula, depth: 0) }

  init(_ clause: [Literal]) throws(Rejection) {
    for literal in clause { try visit(literal.atom, depth: 0) }
  }

  init(_ term: Term) throws(Rejection) { try visit(term, depth: 0) }

  private mutating func enter(depth: Int) throws(Rejection) {
    guard depth < Self.maximumDepth else { throw Rejection("nested too deep") }
    self.depth = max(self.depth, depth)
    size += 1
  }

  private mutating func visit(_ formula: Formula, depth: Int) throws(Rejection) {
    try enter(depth: depth)
    switch formula {
    case .constant: break
    case .atom(let atom): try visit(atom, depth: depth + 1)
    case .and(let parts), .or(let parts):
      guard parts.count >= 2 else { throw Rejection("a connective has too few parts") }
      for part in parts { try visit(part, depth: depth + 1) }
    case .quantified(_, let variable, let body):
      guard bound.insert(variable).inserted else {
        throw Rejection("the variable \(variable) is bound twice on one path")
      }
      try visit(body, depth: depth + 1)
      bound.remove(variable)
    case .not(let body): try visit(body, depth: depth + 1)
    case .xor(let left, let right), .implies(let left, let right), .iff(let left, let right):
      try visit(left, depth: depth + 1)
      try visit(right, depth: depth + 1)
    }
  }

  private mutating func visit(_ atom: Atom, depth: Int) throws(Rejection) {
    if case .predicate(let name, let arguments) = atom {
      symbols.insert(Symbol(name: name, arity: arguments.count, kind: .predicate))
    }
    size += 1
    for argument in atom.arguments { try visit(argument, depth: depth) }
  }

  private mutating func visit(_ term: Term, depth: Int) throws(Rejection) {
    try enter(depth: depth)
    switch term {
    case .variable(let name):
      if !bound.contains(name) { freeVariables[name, default: 0] += 1 }
    case .distinct(let name): distinctObjects.insert(name)
    case .application(let name, let arguments):
      symbols.insert(Symbol(name: name, arity: arguments.count, kind: .function))
      for argument in arguments { try visit(argument, depth: depth + 1) }
    }
  }
}

/// Bounds the work of one check, so that no certificate can keep the kernel for minutes.
struct Work {
  private var left: Int

  init(limit: Int) { left = limit }

  /// Uses up a number of elementary steps.
  mutating func spend(_ count: Int) throws(Rejection) {
    left = left.subtractingReportingOverflow(count).partialValue
    guard left >= 0 else { throw Rejection("too large to check") }
  }
}
