// The TPTP notation of single formulas, clauses, literals and terms: the one language that
// certificates are written in, so that what a prover claims and what the kernel checks is a text
// people and other systems can read.
//
//   parse(text(f)) = f  for every formula, clause, literal and term over TPTP variables
//
// A formula in a certificate may be some levels deeper than a reader accepts: its negation by one,
// its normal form by one for every ↔ around, so the limit here is larger.

/// TPTP notation of formulas, clauses, literals and terms.
public enum TPTPNotation {
  private static let depthAllowance = 500

  /// The formula that the whole text is in `fof` syntax; nil when it isn't one.
  ///
  /// Upper-case words that nothing binds are free variables.
  /// - Complexity: O(bytes).
  public static func formula(_ text: String) -> Formula? {
    parse(text) { parser throws(TPTPFault) in try parser.logicFormula() }
  }

  /// The clause that the whole text is in `cnf` syntax; nil when it isn't one. `$false` is the
  /// empty clause.
  public static func clause(_ text: String) -> [Literal]? {
    parse(text) { parser throws(TPTPFault) in try parser.disjunction() }.flatMap(literals)
  }

  /// The literal that the whole text is: an atom, an atom behind `~`, or `s != t`.
  public static func literal(_ text: String) -> Literal? {
    parse(text) { parser throws(TPTPFault) in try parser.literal() }.flatMap(literal)
  }

  /// The term that the whole text is; nil when it isn't one.
  public static func term(_ text: String) -> Term? {
    parse(text) { parser throws(TPTPFault) in try parser.term() }
  }

  private static func parse<Value>(
    _ text: String, _ rule: (inout TPTPParser) throws(TPTPFault) -> Value
  ) -> Value? {
    var parser = TPTPParser(Array(text.utf8), maximumDepth: Formula.maximumDepth + depthAllowance)
    guard let value = try? rule(&parser), parser.lexer.token.kind == .end else { return nil }
    return value
  }

  private static func literals(_ formulas: [Formula]) -> [Literal]? {
    if formulas == [.constant(false)] { return [] }
    var literals: [Literal] = []
    for formula in formulas {
      guard let literal = literal(formula) else { return nil }
      literals.append(literal)
    }
    return literals
  }

  private static func literal(_ formula: Formula) -> Literal? {
    switch formula {
    case .atom(let atom): Literal(true, atom)
    case .not(.atom(let atom)): Literal(false, atom)
    default: nil
    }
  }
}

extension TPTPParser {
  /// `disjunction = literal , { "|" , literal }`, in brackets or not.
  mutating func disjunction() throws(TPTPFault) -> [Formula] {
    let open = lexer.token
    let isBracketed = open.kind == .leftParenthesis
    if isBracketed { lexer.advance() }
    var parts = [try literal()]
    while lexer.token.kind == .or {
      lexer.advance()
      parts.append(try literal())
    }
    if isBracketed { try expect(.rightParenthesis, "`|` or `)`") }
    return parts
  }

  /// `literal = [ "~" ] , atomic_formula`
  mutating func literal() throws(TPTPFault) -> Formula {
    let isNegated = lexer.token.kind == .not
    if isNegated { lexer.advance() }
    let start = lexer.token.span
    let atom = try atomicFormula()
    if isNegated, case .not = atom {
      throw TPTPFault(.unexpectedToken, start, "`~` before `!=` in a clause", hint: "write `=`")
    }
    return isNegated ? .not(atom) : atom
  }
}
