// Atoms and terms.
//
//   atom      ::= name [ arguments ] | term ( "=" | "≠" | comparison ) term | "⊤" | "⊥"
//   term      ::= name [ arguments ]
//   arguments ::= "(" term { "," term } ")"
//
// A name is a variable when a quantifier around it binds it, whatever it looks like, else a constant;
// its use is recorded with its place, so that a later check can find variables left free. Whether the
// name that opens an atom is a predicate or a function is known only once `=` does or doesn't follow.

import Diagnostics

extension InfixParser {
  /// A term with its nesting.
  typealias MeasuredTerm = (term: Term, depth: Int)

  /// A function or predicate whose arguments are being read.
  private struct Application {
    var name: String
    var opener: Int
    var arguments: [Term] = []
    var depth = 0
    var use: Int
  }

  /// atom ::= truth value | equation | predicate; pushes it as an operand.
  mutating func atom() throws(Abandoned) {
    let first = position
    if let value = truthValue {
      position += 1
      try count(first)
      try pushOperand(.constant(value), 0, nil, first)
      return
    }
    let use = uses.count
    let left = try term(joinsBlanks: false)
    if let comparison = Comparison(spelling: text(token)), token.kind == .arithmetic {
      try compare(left, comparison, first, use)
      return
    }
    guard token.kind == .equal || token.kind == .notEqual else {
      try pushPredicate(left, first, use)
      return
    }
    try equation(left, first, use)
  }

  /// equation ::= term ( "=" | "≠" ) term
  private mutating func equation(
    _ left: MeasuredTerm, _ first: Int, _ use: Int
  ) throws(Abandoned) {
    if case .application = left.term { uses[use].role = .function }
    let sign = token
    reportForeign(sign, as: sign.kind)
    position += 1
    let right = try term(joinsBlanks: true)
    if token.kind == .equal || token.kind == .notEqual {
      throw abandon(
        .unexpectedToken, token.span, "an equation has two sides only",
        hint: "write two equations joined with `\(notation.spelling(.and))`")
    }
    try count(first)
    let equation = Formula.equal(left.term, right.term)
    let depth = max(left.depth, right.depth)
    try pushOperand(
      sign.kind == .equal ? equation : .not(equation), sign.kind == .equal ? depth : depth + 1,
      nil, first)
  }

  /// A comparison, which is an error that a repair mends: the sign becomes a predicate.
  private mutating func compare(
    _ left: MeasuredTerm, _ comparison: Comparison, _ first: Int, _ use: Int
  ) throws(Abandoned) {
    if case .application = left.term { uses[use].role = .function }
    let sign = token
    fault(
      .arithmetic, sign.span, "`\(text(sign))` isn't first-order logic; there is no arithmetic",
      hint: "write `\(comparison.example)`", repair: .comparisonToPredicate)
    position += 1
    let right = try term(joinsBlanks: true)
    if token.kind == .arithmetic || token.kind == .equal || token.kind == .notEqual {
      throw abandon(
        .arithmetic, token.span, "a comparison has two sides only",
        hint: "write two comparisons joined with `\(notation.spelling(.and))`")
    }
    try count(first)
    uses.append((comparison.predicate, .predicate, 2, sign.span))
    let terms = comparison.isSwapped ? [right.term, left.term] : [left.term, right.term]
    let atom = Formula.atom(.predicate(comparison.predicate, terms))
    let depth = max(left.depth, right.depth) + (comparison.isNegated ? 1 : 0)
    try pushOperand(comparison.isNegated ? .not(atom) : atom, depth, nil, first)
  }

  private mutating func pushPredicate(
    _ term: MeasuredTerm, _ first: Int, _ use: Int
  ) throws(Abandoned) {
    switch term.term {
    case .application(let name, let arguments):
      let byte = bytes[tokens[first].lower]
      if arguments.isEmpty, tokens[first].kind == .quoted || (0x30...0x39).contains(byte) {
        throw abandon(
          .termAsFormula, tokens[first].span, "a formula is expected, but this names a thing",
          hint: "put a predicate around it")
      }
      uses[use].role = .predicate
      try pushOperand(.atom(.predicate(name, arguments)), term.depth, nil, first)
    case .variable(let name), .distinct(let name):
      throw abandon(
        .termAsFormula, tokens[first].span,
        "a formula is expected, but `\(name)` is a variable that stands for a thing",
        hint: "put a predicate around it")
    }
  }

  /// ⊤ and ⊥ in any spelling; the words only where they aren't applied, equated or bound.
  private var truthValue: Bool? {
    mutating get {
      let isWord = token.kind == .name && (token.word == .top || token.word == .bottom)
      let isApplied =
        following.kind == .open || following.kind == .equal
        || following.kind == .notEqual
      guard token.kind == .top || token.kind == .bottom || (isWord && !isApplied) else {
        return nil
      }
      let value = token.kind == .top || token.word == .top
      if isWord, scopesOfName[text(token)]?.isEmpty == false { return nil }
      reportForeign(token, as: value ? .top : .bottom)
      return value
    }
  }

  /// term ::= name [ arguments ], by a stack of its own so that depth costs no machine stack.
  private mutating func term(joinsBlanks: Bool) throws(Abandoned) -> MeasuredTerm {
    var stack: [Application] = []
    while true {
      let (name, isQuoted, nameToken) = try termName(joinsBlanks: joinsBlanks || !stack.isEmpty)
      try count(nameToken)
      if token.kind == .open, !startsSecondOperand(nameToken) {
        try openArguments(name, isQuoted, nameToken, &stack)
        continue
      }
      var value = named(name, isQuoted, nameToken)
      while let top = stack.indices.last {
        stack[top].arguments.append(value.term)
        stack[top].depth = max(stack[top].depth, value.depth)
        guard try argumentsEnd(stack) else { break }
        let application = stack.removeLast()
        uses[application.use].arity = application.arguments.count
        value = (.application(application.name, application.arguments), application.depth + 1)
      }
      if stack.isEmpty { return value }
    }
  }

  /// Whether the bracket here begins a formula of its own: after `x = c` with a blank in between.
  private func startsSecondOperand(_ name: Int) -> Bool {
    tokens[name].kind == .quoted && token.lower > tokens[position - 1].upper
  }

  private mutating func openArguments(
    _ name: String, _ isQuoted: Bool, _ nameToken: Int, _ stack: inout [Application]
  ) throws(Abandoned) {
    if !isQuoted, scopesOfName[name]?.isEmpty == false {
      throw abandon(
        .unsupported, tokens[nameToken].span,
        "`\(name)` is a variable here and can't be applied to arguments",
        hint: "quantifiers range over things, not over predicates or functions")
    }
    guard stack.count < Formula.maximumDepth else { throw tooDeep(nameToken) }
    if following.kind.isCloser {
      throw abandon(
        .missingOperand, token.span.union(following.span), "the brackets after `\(name)` are empty",
        hint: "leave them out")
    }
    stack.append(Application(name: name, opener: position, use: uses.count))
    uses.append((name, .function, 0, Span(tokens[nameToken].lower, preceding!.upper)))
    position += 1
  }

  private mutating func named(_ name: String, _ isQuoted: Bool, _ first: Int) -> MeasuredTerm {
    if !isQuoted, let scope = scopesOfName[name]?.last {
      scopes[scope].isUsed = true
      return (.variable(name), 0)
    }
    noteFree(name)
    uses.append((name, .function, 0, Span(tokens[first].lower, preceding!.upper)))
    return (.constant(name), 0)
  }

  /// A name, with its words joined where blanks can only be a mistake.
  private mutating func termName(
    joinsBlanks: Bool
  ) throws(Abandoned) -> (name: String, isQuoted: Bool, token: Int) {
    let first = position
    guard token.kind == .name || token.kind == .quoted else { throw missingTerm() }
    if token.kind == .name, joinsBlanks, token.word.isQuantifier, following.kind == .name {
      throw formulaAsArgument()
    }
    var name = unquoted(token)
    guard !name.isEmpty else {
      throw abandon(.unexpectedToken, token.span, "a name in quotes is empty")
    }
    position += 1
    while joinsBlanks, token.kind == .name || token.kind == .quoted,
      !(token.kind == .name && token.word.isInfix)
    {
      name += "_" + unquoted(token)
      position += 1
    }
    if position > first + 1 {
      let span = tokens[first].span.union(tokens[position - 1].span)
      fault(
        .blankInName, span, "a name can't contain blanks", hint: "write `\(name)`",
        repair: .joinName)
    }
    return (name, tokens[first].kind == .quoted, first)
  }

  private func unquoted(_ token: InfixToken) -> String {
    guard token.kind == .quoted else { return text(token) }
    let width = bytes[token.lower] < 0x80 ? 1 : 3
    return String(decoding: bytes[token.lower + width..<token.upper - width], as: UTF8.self)
  }

  /// After an argument: true when its list ends here, false when a comma leads to the next argument.
  private mutating func argumentsEnd(_ stack: [Application]) throws(Abandoned) -> Bool {
    switch token.kind {
    case .comma:
      position += 1
      return false
    case .close:
      position += 1
      return true
    case .end:
      reportUnclosed(stack.map(\.opener))
      return true
    case .arithmetic, .openSquare, .openBrace, .unknown, .unterminatedQuote, .ellipsis:
      throw strayToken()
    case _ where token.kind.isOperator || (token.kind == .name && token.word.isInfix):
      throw formulaAsArgument()
    default:
      throw abandon(
        .unexpectedToken, token.span, "a comma or `)` is expected after an argument")
    }
  }
}
