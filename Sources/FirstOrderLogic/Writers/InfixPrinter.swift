// Prints formulas in an infix language so that its reader gives the same formula back.
//
//   ∀x (Dog(x) ∧ Old(x) → ¬Fast(x))      all x.((Dog(x) & Old(x)) -> -Fast(x))
//
// Brackets stand around a binary or quantified formula that is part of another, except that ∧ and ∨
// stand bare beside → and ↔, as people write them. Quantified parts get brackets though their scope is
// short in every language here, since other readers and people take it further.

/// Appends formulas in an infix language.
struct InfixPrinter {
  let writing: InfixWriting
  private(set) var text = ""

  init(_ writing: InfixWriting) { self.writing = writing }

  /// The text of a formula whose names the language can write.
  static func text(_ formula: Formula, _ writing: InfixWriting) -> String {
    var printer = InfixPrinter(writing)
    printer.formula(formula)
    return printer.text
  }

  private mutating func formula(_ formula: Formula) {
    switch formula {
    case .constant(let truth): constant(truth)
    case .atom(let atom): self.atom(atom, " = ")
    case .not(.atom(.equality(let left, let right))):
      atom(.equality(left, right), " \(writing.unequal) ")
    case .not(let body):
      text += writing.not
      operand(body, isBare: isPrefixable(body))
    case .and(let parts): chain(parts, writing.and, whenEmpty: true)
    case .or(let parts): chain(parts, writing.or, whenEmpty: false)
    case .xor(let left, let right): exclusiveOr(left, right)
    case .implies(let left, let right): arrow(left, writing.implies, right)
    case .iff(let left, let right): arrow(left, writing.iff, right)
    case .quantified(let quantifier, let name, let body):
      text += (quantifier == .forAll ? writing.forAll : writing.exists) + name + writing.separator
      operand(body, isBare: isPrefixable(body))
    }
  }

  private mutating func constant(_ truth: Bool) {
    if let sign = truth ? writing.top : writing.bottom {
      text += sign
    } else {
      let valid = Formula.forAll("x", .equal(.variable("x"), .variable("x")))
      formula(truth ? valid : .not(valid))
    }
  }

  private mutating func exclusiveOr(_ left: Formula, _ right: Formula) {
    guard let sign = writing.xor else { return formula(.not(.iff(left, right))) }
    operand(left, isBare: isUnit(left))
    text += " \(sign) "
    operand(right, isBare: isUnit(right))
  }

  private mutating func arrow(_ left: Formula, _ sign: String, _ right: Formula) {
    operand(left, isBare: isUnit(left) || Self.isChain(left))
    text += " \(sign) "
    operand(right, isBare: isUnit(right) || Self.isChain(right))
  }

  private mutating func chain(_ parts: [Formula], _ sign: String, whenEmpty: Bool) {
    if parts.isEmpty { return constant(whenEmpty) }
    for (index, part) in parts.enumerated() {
      if index > 0 { text += " \(sign) " }
      operand(part, isBare: isUnit(part))
    }
  }

  private mutating func operand(_ formula: Formula, isBare: Bool) {
    if isBare { return self.formula(formula) }
    text += "("
    self.formula(formula)
    text += ")"
  }

  private static func isChain(_ formula: Formula) -> Bool {
    switch formula {
    case .and(let parts), .or(let parts): parts.count > 1
    default: false
    }
  }

  /// Whether it needs no brackets beside a connective.
  private func isUnit(_ formula: Formula) -> Bool {
    switch formula {
    case .atom, .not: true
    case .constant(let truth): (truth ? writing.top : writing.bottom) != nil
    case .xor: writing.xor == nil
    default: false
    }
  }

  /// Whether it needs no brackets behind ¬ or a quantifier.
  private func isPrefixable(_ formula: Formula) -> Bool {
    switch formula {
    case .xor: writing.xor == nil
    case .atom(.predicate), .quantified: true
    case .not(.atom(.equality)): false
    case .not: true
    default: false
    }
  }

  private mutating func atom(_ atom: Atom, _ sign: String) {
    switch atom {
    case .predicate(let name, let arguments): application(name, arguments)
    case .equality(let left, let right):
      term(left)
      text += sign
      term(right)
    }
  }

  private mutating func term(_ term: Term) {
    switch term {
    case .variable(let name): text += name
    case .application(let name, let arguments): application(name, arguments)
    case .distinct(let object): text += writing.quotedIfNeeded(object)
    }
  }

  private mutating func application(_ name: String, _ arguments: [Term]) {
    text += writing.quotedIfNeeded(name)
    if arguments.isEmpty { return }
    text += "("
    for (index, argument) in arguments.enumerated() {
      if index > 0 { text += ", " }
      term(argument)
    }
    text += ")"
  }
}
