// Prints formulas, clauses, literals and terms in TPTP.
//
//   ! [X,Y] : (p(X) => ? [Z] : q(Y,Z))      ~ p(a) | a != b      'two words'("object",12)
//
// Brackets stand around every binary formula that isn't the whole, since TPTP ranks no connectives.
// A formula whose variables are no TPTP variables is printed with all of them renamed.

extension TPTPNotation {
  /// The formula in `fof` syntax; α-equivalent to it, and the same when its variables are TPTP's.
  ///
  /// - Complexity: O(size).
  public static func text(_ formula: Formula) -> String {
    var printer = TPTPPrinter()
    printer.formula(withTPTPVariables(formula), isOperand: false)
    return printer.text
  }

  /// The clause in `cnf` syntax; `$false` when it is empty.
  public static func text(_ clause: [Literal]) -> String {
    if clause.isEmpty { return "$false" }
    var names: Set<String> = []
    for literal in clause { names.formUnion(literal.atom.variables) }
    let renaming = renaming(of: names)
    var printer = TPTPPrinter()
    for (index, literal) in clause.enumerated() {
      if index > 0 { printer.text += " | " }
      let atom = renaming.isEmpty ? literal.atom : literal.atom.substituting(renaming)
      if literal.isPositive { printer.atom(atom) } else { printer.negated(atom) }
    }
    return printer.text
  }

  /// The literal: an atom, an atom behind `~`, or `s != t`.
  public static func text(_ literal: Literal) -> String { text([literal]) }

  /// The term.
  public static func text(_ term: Term) -> String {
    var printer = TPTPPrinter()
    let renaming = renaming(of: term.variables)
    printer.term(renaming.isEmpty ? term : term.substituting(renaming))
    return printer.text
  }

  private static func withTPTPVariables(_ formula: Formula) -> Formula {
    let odd = formula.freeVariables.filter { !TPTPQuoting.isVariable($0) }.sorted()
    if odd.isEmpty, bindsTPTPVariables(formula) { return formula }
    // Bound for a moment, the odd free variables are renamed with the bound ones.
    let closed = odd.reduce(formula) { .forAll($1, $0) }.withDistinctVariables()
    var renamed = closed
    for _ in odd { if case .quantified(_, _, let body) = renamed { renamed = body } }
    return renamed
  }

  private static func bindsTPTPVariables(_ formula: Formula) -> Bool {
    if case .quantified(_, let name, _) = formula, !TPTPQuoting.isVariable(name) { return false }
    return formula.children.allSatisfy(bindsTPTPVariables)
  }

  private static func renaming(of names: Set<String>) -> [String: Term] {
    var renaming: [String: Term] = [:]
    var number = 0
    for name in names.sorted() where !TPTPQuoting.isVariable(name) {
      while names.contains("X\(number)") { number += 1 }
      renaming[name] = .variable("X\(number)")
      number += 1
    }
    return renaming
  }
}

/// Appends TPTP to a text.
struct TPTPPrinter {
  var text = ""

  /// Appends a formula; an operand that is a binary formula stands in brackets.
  mutating func formula(_ formula: Formula, isOperand: Bool = true) {
    switch formula {
    case .constant(let truth): text += truth ? "$true" : "$false"
    case .atom(let atom): self.atom(atom)
    case .not(.atom(let atom)): negated(atom)
    case .not(let body):
      text += "~ "
      self.formula(body)
    case .quantified: quantified(formula)
    case .and(let parts): joined(parts, " & ", whenEmpty: "$true", isOperand)
    case .or(let parts): joined(parts, " | ", whenEmpty: "$false", isOperand)
    case .xor(let left, let right): joined([left, right], " <~> ", whenEmpty: "", isOperand)
    case .implies(let left, let right): joined([left, right], " => ", whenEmpty: "", isOperand)
    case .iff(let left, let right): joined([left, right], " <=> ", whenEmpty: "", isOperand)
    }
  }

  private mutating func joined(
    _ parts: [Formula], _ connective: String, whenEmpty: String, _ isOperand: Bool
  ) {
    if parts.isEmpty { text += whenEmpty }
    let isBracketed = isOperand && parts.count > 1
    if isBracketed { text += "(" }
    for (index, part) in parts.enumerated() {
      if index > 0 { text += connective }
      formula(part)
    }
    if isBracketed { text += ")" }
  }

  private mutating func quantified(_ formula: Formula) {
    guard case .quantified(let quantifier, let first, var body) = formula else { return }
    text += quantifier == .forAll ? "! [" : "? ["
    text += first
    while case .quantified(quantifier, let name, let inner) = body {
      text += ","
      text += name
      body = inner
    }
    text += "] : "
    self.formula(body)
  }

  /// Appends an atom.
  mutating func atom(_ atom: Atom) {
    switch atom {
    case .predicate(let name, let arguments): application(name, arguments)
    case .equality(let left, let right):
      term(left)
      text += " = "
      term(right)
    }
  }

  /// Appends an atom's negation.
  mutating func negated(_ atom: Atom) {
    if case .equality(let left, let right) = atom {
      term(left)
      text += " != "
      term(right)
    } else {
      text += "~ "
      self.atom(atom)
    }
  }

  /// Appends a term.
  mutating func term(_ term: Term) {
    switch term {
    case .variable(let name): text += name
    case .application(let name, let arguments): application(name, arguments)
    case .distinct(let object): TPTPQuoting.appendObject(object, to: &text)
    }
  }

  private mutating func application(_ name: String, _ arguments: [Term]) {
    TPTPQuoting.appendName(name, to: &text)
    if arguments.isEmpty { return }
    text += "("
    for (index, argument) in arguments.enumerated() {
      if index > 0 { text += "," }
      term(argument)
    }
    text += ")"
  }
}
