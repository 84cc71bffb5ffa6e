// Recursive descent over TPTP formulas; Grammars/tptp.ebnf is the reference, and the functions carry
// its nonterminals' names.
//
// A quantifier reaches over the unit formula behind it only, and no connective binds tighter than
// another: `&` and `|` chain with themselves, every other mixture needs brackets. Only brackets and
// arguments recurse; a run of `~` and quantifiers is read in a loop, so that a formula as deep as
// the limit needs few stack frames.

import Diagnostics

/// A parser over the bytes of one text.
struct TPTPParser {
  /// What stands before the formula that is being read.
  private enum Prefix {
    case negation
    case quantifier(Quantifier, variable: Int)
  }

  /// The cursor.
  var lexer: TPTPLexer
  private var names = NameTable()
  private let maximumDepth: Int
  private let maximumSize: Int
  private var depth = 0
  private var size = 0
  private var prefixes: [Prefix] = []
  /// By a variable's number: how many quantifiers around the cursor bind it.
  private var bindings: [Int: Int] = [:]
  private var free: [Int: Span] = [:]
  private var freeInOrder: [Int] = []

  init(
    _ bytes: [UInt8], startingAt start: Int = 0, maximumDepth: Int = Formula.maximumDepth,
    maximumSize: Int = Formula.maximumSize
  ) {
    lexer = TPTPLexer(bytes, startingAt: start)
    self.maximumDepth = maximumDepth
    self.maximumSize = maximumSize
  }

  /// The variables that nothing binds in the formula, with their first occurrences, in order.
  var freeVariables: [(name: String, span: Span)] {
    freeInOrder.map { (names.names[$0], free[$0] ?? Span(0, 0)) }
  }

  /// Forgets the formula before; a new one begins under the cursor.
  mutating func beginFormula() {
    depth = 0
    size = 0
    prefixes.removeAll(keepingCapacity: true)
    bindings.removeAll(keepingCapacity: true)
    free.removeAll(keepingCapacity: true)
    freeInOrder.removeAll(keepingCapacity: true)
  }

  /// Moves past a token of this kind.
  mutating func expect(_ kind: TPTPToken.Kind, _ text: String) throws(TPTPFault) {
    guard lexer.token.kind == kind else { throw unexpected("expected \(text)") }
    lexer.advance()
  }
}

// MARK: - Formulas

extension TPTPParser {
  /// `logic_formula = unit_formula , [ connective , unit_formula ] | unit_formula , { "&" , ... }`
  mutating func logicFormula() throws(TPTPFault) -> Formula {
    let left = try unitFormula()
    let connective = lexer.token.kind
    switch connective {
    case .and: return .and(try chain(from: left, connective))
    case .or: return .or(try chain(from: left, connective))
    case .implies, .impliedBy, .iff, .xor, .nor, .nand:
      try countPart()
      lexer.advance()
      let right = try unitFormula()
      try refuseConnective(after: connective)
      return Self.joined(left, connective, right)
    default: return left
    }
  }

  private mutating func chain(
    from first: Formula, _ connective: TPTPToken.Kind
  ) throws(TPTPFault) -> [Formula] {
    var parts = [first]
    while lexer.token.kind == connective {
      try countPart()
      lexer.advance()
      parts.append(try unitFormula())
    }
    try refuseConnective(after: connective)
    return parts
  }

  private func refuseConnective(after connective: TPTPToken.Kind) throws(TPTPFault) {
    let token = lexer.token
    guard token.kind.isBinaryConnective else { return }
    let isChain = token.kind == connective
    throw TPTPFault(
      isChain ? .chainedArrow : .mixedConnectives, token.span,
      isChain
        ? "TPTP doesn't chain this connective" : "TPTP doesn't rank connectives",
      hint: "put brackets around one of the two")
  }

  private static func joined(
    _ left: Formula, _ connective: TPTPToken.Kind, _ right: Formula
  ) -> Formula {
    switch connective {
    case .implies: .implies(left, right)
    case .impliedBy: .implies(right, left)
    case .iff: .iff(left, right)
    case .xor: .xor(left, right)
    case .nor: .not(.or([left, right]))
    default: .not(.and([left, right]))
    }
  }

  /// `unit_formula = { "~" | quantifier , "[" , variables , "]" , ":" } , ( "(" , ... | atom )`
  mutating func unitFormula() throws(TPTPFault) -> Formula {
    let outer = prefixes.count
    prefixes: while true {
      switch lexer.token.kind {
      case .not:
        try deepen()
        try countPart()
        prefixes.append(.negation)
        lexer.advance()
      case .forAll: try quantifiers(.forAll)
      case .exists: try quantifiers(.exists)
      default: break prefixes
      }
    }
    var formula = try unprefixedFormula()
    while prefixes.count > outer {
      depth -= 1
      switch prefixes.removeLast() {
      case .negation: formula = .not(formula)
      case .quantifier(let quantifier, let variable):
        bindings[variable, default: 1] -= 1
        formula = .quantified(quantifier, names.names[variable], formula)
      }
    }
    return formula
  }

  private mutating func unprefixedFormula() throws(TPTPFault) -> Formula {
    guard lexer.token.kind == .leftParenthesis else { return try atomicFormula() }
    try deepen()
    let open = lexer.token.span
    lexer.advance()
    let formula = try logicFormula()
    guard lexer.token.kind == .rightParenthesis else { throw unclosed(open) }
    lexer.advance()
    depth -= 1
    return formula
  }

  private mutating func quantifiers(_ quantifier: Quantifier) throws(TPTPFault) {
    lexer.advance()
    guard lexer.token.kind == .leftBracket else {
      throw quantifierFault("the variables of a quantifier stand in square brackets")
    }
    repeat {
      lexer.advance()
      guard lexer.token.kind == .upperWord else {
        throw quantifierFault("expected a variable, which begins with a capital letter")
      }
      try deepen()
      try countPart()
      let number = try nameNumber(lexer.token.lower..<lexer.token.upper)
      prefixes.append(.quantifier(quantifier, variable: number))
      bindings[number, default: 0] += 1
      lexer.advance()
    } while lexer.token.kind == .comma
    guard lexer.token.kind == .rightBracket else {
      throw quantifierFault("expected `,` or `]` after a quantifier's variable")
    }
    lexer.advance()
    guard lexer.token.kind == .colon else {
      throw quantifierFault("a colon stands between a quantifier and its formula")
    }
    lexer.advance()
  }

  private func quantifierFault(_ message: String) -> TPTPFault {
    guard lexer.token.kind.isWellFormed else { return unexpected(message) }
    return TPTPFault(
      .quantifierSyntax, lexer.token.span, message, hint: "write `! [X, Y] : (...)`")
  }

  /// `atomic_formula = "$true" | "$false" | plain_term | term , ( "=" | "!=" ) , term`
  mutating func atomicFormula() throws(TPTPFault) -> Formula {
    let start = lexer.token
    let left: Term
    switch start.kind {
    case .dollarWord:
      let truth = try truthConstant()
      return .constant(truth)
    case .lowerWord, .singleQuoted:
      let name = try symbol()
      let arguments = try arguments()
      guard lexer.token.kind == .equal || lexer.token.kind == .unequal else {
        return .atom(.predicate(name, arguments))
      }
      left = .application(name, arguments)
    case .upperWord, .number, .distinctObject:
      left = try term()
    default: throw missingOperand()
    }
    let isEqual = lexer.token.kind == .equal
    guard isEqual || lexer.token.kind == .unequal else {
      let span = Span(start.lower, start.upper)
      throw TPTPFault(
        .termAsFormula, span, "`\(text(span))` is a term where a formula is wanted",
        hint: "names of predicates begin with a small letter")
    }
    lexer.advance()
    let equation = Formula.equal(left, try term())
    return isEqual ? equation : .not(equation)
  }

  private mutating func truthConstant() throws(TPTPFault) -> Bool {
    let word = text(lexer.token.span)
    guard word == "$true" || word == "$false" else { throw unsupportedWord() }
    lexer.advance()
    return word == "$true"
  }
}

// MARK: - Terms

extension TPTPParser {
  /// `term = plain_term | variable | number | distinct_object`
  mutating func term() throws(TPTPFault) -> Term {
    switch lexer.token.kind {
    case .upperWord: return try variable()
    case .lowerWord, .singleQuoted: break
    default: return try object()
    }
    let name = try symbol()
    guard lexer.token.kind == .leftParenthesis else { return .constant(name) }
    try deepen()
    let arguments = try arguments()
    depth -= 1
    return .application(name, arguments)
  }

  private mutating func variable() throws(TPTPFault) -> Term {
    try countPart()
    let number = try nameNumber(lexer.token.lower..<lexer.token.upper)
    if bindings[number, default: 0] == 0, free[number] == nil {
      free[number] = lexer.token.span
      freeInOrder.append(number)
    }
    lexer.advance()
    return .variable(names.names[number])
  }

  private mutating func object() throws(TPTPFault) -> Term {
    try countPart()
    switch lexer.token.kind {
    case .number:
      let span = lexer.token.span
      guard let number = TPTPNumber.canonical(text(span)) else {
        throw TPTPFault(.unsupported, span, "a number too large to tell from others")
      }
      lexer.advance()
      return .distinct(number)
    case .distinctObject:
      let content = try quotedText()
      lexer.advance()
      return .distinct(TPTPNumber.object(quoted: content))
    case .dollarWord: throw unsupportedWord()
    case .not, .forAll, .exists:
      throw TPTPFault(.formulaAsArgument, lexer.token.span, "a formula where a term is wanted")
    default: throw missingOperand()
    }
  }

  /// The arguments behind a symbol: none, or `"(" , term , { "," , term } , ")"`.
  private mutating func arguments() throws(TPTPFault) -> [Term] {
    guard lexer.token.kind == .leftParenthesis else { return [] }
    let open = lexer.token.span
    var arguments: [Term] = []
    repeat {
      lexer.advance()
      arguments.append(try term())
    } while lexer.token.kind == .comma
    let token = lexer.token
    if token.kind.isBinaryConnective || token.kind == .equal || token.kind == .unequal {
      throw TPTPFault(.formulaAsArgument, token.span, "a formula where a term is wanted")
    }
    guard token.kind == .rightParenthesis else { throw unclosed(open) }
    lexer.advance()
    return arguments
  }

  /// The name under the cursor, past which it moves.
  mutating func symbol() throws(TPTPFault) -> String {
    try countPart()
    let token = lexer.token
    if token.kind == .singleQuoted {
      let name = try quotedText()
      lexer.advance()
      return name
    }
    let number = try nameNumber(token.lower..<token.upper)
    lexer.advance()
    return names.names[number]
  }

  /// What stands between the quotes under the cursor, its escapes undone.
  private mutating func quotedText() throws(TPTPFault) -> String {
    let range = (lexer.token.lower + 1)..<(lexer.token.upper - 1)
    if !lexer.bytes[range].contains(UInt8(ascii: "\\")) {
      let number = try nameNumber(range)
      return names.names[number]
    }
    guard
      let bytes = TPTPQuoting.unescaped(lexer.bytes[range], quote: lexer.bytes[range.upperBound])
    else {
      throw TPTPFault(
        .unexpectedCharacter, lexer.token.span, "unknown escape in quotes",
        hint: "`\\` stands before a quote, another `\\`, or `x` and two hexadecimal digits")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw invalidUTF8(range) }
    return text
  }

  private mutating func nameNumber(_ range: Range<Int>) throws(TPTPFault) -> Int {
    guard let number = names.number(of: range, in: lexer.bytes) else { throw invalidUTF8(range) }
    return number
  }

  private func invalidUTF8(_ range: Range<Int>) -> TPTPFault {
    TPTPFault(.invalidUTF8, Span(range.lowerBound, range.upperBound), "the name isn't UTF-8")
  }

  private mutating func deepen() throws(TPTPFault) {
    depth += 1
    if depth > maximumDepth {
      throw TPTPFault(
        .nestingTooDeep, lexer.token.span, "nested more than \(maximumDepth) levels deep")
    }
  }

  private mutating func countPart() throws(TPTPFault) {
    size += 1
    if size > maximumSize {
      throw TPTPFault(
        .formulaTooLarge, lexer.token.span,
        "the formula has more than \(maximumSize) connectives, quantifiers and symbols")
    }
  }
}
